import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visiblePlacements } from '../../tables.ts'

export const listPhotos = (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? Promise.resolve([]) : tx.selectFrom('placementLogPhoto').selectAll().where('id', 'in', [...ids]).execute())
export const findPhoto = (tx: Tx, id: string) => tx.selectFrom('placementLogPhoto').selectAll().where('id', '=', id).executeTakeFirst()
/** How many wait for their text. */
export const countWaiting = async (tx: Tx, placementId: string) =>
  (await tx.selectFrom('placementLogPhoto').select((one) => one.fn.countAll<number>().as('count')).where('placementId', '=', placementId).where('logId', 'is', null).executeTakeFirstOrThrow()).count

export async function insertPhoto(tx: Tx, photo: { id: string; placementId: string; fileId: string }, now: Date) {
  await tx.insertInto('placementLogPhoto').values({ ...photo, keptAt: now }).execute()
}
export async function updatePlaces(tx: Tx, logId: string, ids: readonly string[]) {
  if (ids.length === 0) return
  await sql`update placement_log_photo set log_id = ${logId}, position = place.position from unnest(${[...ids]}::uuid[]) with ordinality as place (id, position) where placement_log_photo.id = place.id`.execute(tx)
}
export async function deletePhotos(tx: Tx, ids: readonly string[]) {
  if (ids.length > 0) await tx.deleteFrom('placementLogPhoto').where('id', 'in', [...ids]).execute()
}
export const listForgotten = (tx: Tx, before: Date) => tx.selectFrom('placementLogPhoto').select(['id', 'fileId']).where('logId', 'is', null).where('keptAt', '<', before).orderBy('id').limit(1000).forUpdate().execute()

/** One's own, also while it waits; the school's once it belongs to a log. */
export async function seesPhoto(tx: Tx, actor: Actor, photoId: string) {
  if (!hasRole(actor, 'student', 'school_contact', 'teacher')) return false
  const row = await visiblePlacements(tx, actor)
    .innerJoin('placementLogPhoto', 'placementLogPhoto.placementId', 'placement.id')
    .select('placementLogPhoto.logId')
    .where('placementLogPhoto.id', '=', photoId)
    .executeTakeFirst()
  return row !== undefined && (row.logId !== null || hasRole(actor, 'student'))
}
