import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { keepFile, listFiles, removeFile, viewFile } from '../../../files/service.ts'
import { mayReadMembership } from '../policy.ts'
import { findMembership, lockMembership, type MembershipRow } from '../tables.ts'

export async function addFile(tx: Tx, actor: Actor, row: Locked<MembershipRow>, upload: Upload, now: Date) {
  const keep = { name: upload.name, bytes: upload.bytes, subjectType: 'membership', subjectId: row.id, allow: ['pdf', 'png', 'jpeg', 'webp'] as const }
  return viewFile(await keepFile(tx, actor, keep, now))
}

export async function findWithFile(tx: Tx, actor: Actor, ids: { membershipId: string; fileId: string }) {
  const row = await lockMembership(tx, actor, ids.membershipId)
  const file = row && (await listFiles(tx, 'membership', row.id)).find((one) => one.id === ids.fileId)
  return row && file ? { ...row, file } : undefined
}

export async function takeAway(tx: Tx, actor: Actor, { file }: NonNullable<Awaited<ReturnType<typeof findWithFile>>>, now: Date) {
  await removeFile(tx, actor, file, now)
  return {}
}

/** Scans are for those who take part; that a membership is public does not make its papers so. */
export async function seesMembershipFiles(tx: Tx, actor: Actor, membershipId: string) {
  const row = await findMembership(tx, actor, membershipId)
  return row !== undefined && mayReadMembership(actor, row)
}
