import type { Actor } from '../../../../kernel/actor.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { kindOf } from '../../../files/rules.ts'
import { keepFile, listFiles, removeFile } from '../../../files/service.ts'
import type { Placement } from '../../service.ts'
import { isPhotoKind, photoKinds, withoutNotes } from './rules.ts'
import { countWaiting, deletePhotos, findPhoto, insertPhoto, listForgotten, listPhotos, updatePlaces } from './tables.ts'

export { seesPhoto } from './tables.ts'

export const photoBytes = 4 * 1024 * 1024
/** Photos that may wait for their text: a phone that never sends the text does not fill the disk. */
const mostWaiting = 30
const waitDays = 14

/** Kept ahead of the text; nobody but the student sees it until a log takes it along. The same id twice is once. */
export async function keepPhoto(tx: Tx, actor: Actor, placement: Locked<Placement>, id: string, upload: Upload, now: Date) {
  const known = await findPhoto(tx, id)
  if (known) return known.placementId === placement.id ? { id, fileId: known.fileId } : refuse('invalid_input', { issues: [{ path: ['id'], code: 'taken' }] })
  const kind = kindOf(upload.bytes, upload.name)
  const plain = isPhotoKind(kind) ? withoutNotes(upload.bytes, kind) : null
  if (!plain) refuse('photo_not_a_photo', { name: upload.name })
  if ((await countWaiting(tx, placement.id)) >= mostWaiting) refuse('log_photos_waiting', { most: mostWaiting })
  // The name may say a place or a person, too.
  const file = await keepFile(tx, actor, { name: 'photo', bytes: plain, subjectType: 'placement_log_photo', subjectId: id, allow: photoKinds, maxBytes: photoBytes }, now)
  await insertPhoto(tx, { id, placementId: placement.id, fileId: file.id }, now)
  return { id, fileId: file.id }
}

type Attach = { placementId: string; logId: string; photos: readonly string[]; before: readonly { id: string }[] }
/** Makes these the photos of the log; those it had and no longer has are removed. */
export async function attachPhotos(tx: Tx, actor: Actor, { placementId, logId, photos, before }: Attach, now: Date) {
  const dropped = before.filter(({ id }) => !photos.includes(id)).map(({ id }) => id)
  const known = await listPhotos(tx, photos)
  const missing = photos.filter((id) => !known.some((one) => one.id === id && one.placementId === placementId && (one.logId === null || one.logId === logId)))
  if (missing.length > 0) refuse('log_photos_missing', { photos: missing, count: missing.length })
  await remove(tx, actor, dropped, now)
  await updatePlaces(tx, logId, photos)
}

async function remove(tx: Tx, actor: Actor | null, ids: readonly string[], now: Date) {
  await deletePhotos(tx, ids)
  for (const id of ids) for (const file of await listFiles(tx, 'placement_log_photo', id)) await removeFile(tx, actor, file, now)
}

/** Nightly: photos whose text never came. */
export async function sweepLogPhotos(db: Db, now: Date) {
  await inTransaction(db, async (tx) => remove(tx, null, (await listForgotten(tx, new Date(now.getTime() - waitDays * 86_400_000))).map(({ id }) => id), now))
}
