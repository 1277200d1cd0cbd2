import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const waivers = (tx: Tx) =>
  tx
    .selectFrom('placementWaiver as waiver')
    .leftJoin('placement', 'placement.id', 'waiver.placementId')
    .leftJoin('unit', 'unit.id', 'waiver.unitId')
    .leftJoin('account as asker', 'asker.id', 'waiver.askedBy')
    .leftJoin('account as approver', 'approver.id', 'waiver.approvedBy')
    .selectAll('waiver')
    .select(sql<string>`coalesce(placement.school_id, unit.school_id)`.as('schoolId'))
    .select(['asker.name as askedByName', 'approver.name as approvedByName'])
export type Waiver = Awaited<ReturnType<ReturnType<typeof waivers>['executeTakeFirstOrThrow']>>

/** The school's own papers: its staff see them, and the office. */
const visible = (tx: Tx, actor: Actor) =>
  waivers(tx).where((one) => {
    if (hasRole(actor, 'secretariat')) return sql<boolean>`coalesce(placement.alliance_id, unit.alliance_id) = ${actor.allianceId}`
    if (hasRole(actor, 'school_contact', 'teacher')) return sql<boolean>`coalesce(placement.school_id, unit.school_id) = ${actor.organisationId}`
    return one.lit(false)
  })

export async function lockWaiver(tx: Tx, actor: Actor, waiverId: string): Promise<Locked<Waiver> | undefined> {
  const row = await visible(tx, actor).where('waiver.id', '=', waiverId).forUpdate(['waiver']).executeTakeFirst()
  return row && { ...row, locked: true }
}
export const seesWaiver = async (tx: Tx, actor: Actor, waiverId: string) => (await visible(tx, actor).where('waiver.id', '=', waiverId).executeTakeFirst()) !== undefined

export const listWaivers = (tx: Tx, { placementId, unitId }: { placementId: string | null; unitId: string }) =>
  waivers(tx)
    .where((one) => one.or([one('waiver.unitId', '=', unitId), ...(placementId ? [one('waiver.placementId', '=', placementId)] : [])]))
    .orderBy('waiver.askedAt', 'desc')
    .execute()

type NewWaiver = {
  ruleId: string
  placementId: string | null
  unitId: string | null
  kind: 'reason' | 'exception'
  params: Record<string, unknown>
  reason: string
  number?: string
  datedOn?: string
  authority?: string
  askedBy: string
  askedAt: Date
}
/** A new reason takes the place of one that still waits or stood for other figures. */
export async function insertWaiver(tx: Tx, { params, ...waiver }: NewWaiver): Promise<string> {
  await tx
    .updateTable('placementWaiver')
    .set({ revokedAt: waiver.askedAt })
    .where('ruleId', '=', waiver.ruleId)
    .where('placementId', 'is not distinct from', waiver.placementId)
    .where('unitId', 'is not distinct from', waiver.unitId)
    .where('refusedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  return (await tx.insertInto('placementWaiver').values({ ...waiver, params: JSON.stringify(params) }).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateWaiver(tx: Tx, waiverId: string, change: { approvedBy?: string; approvedAt?: Date; refusedAt?: Date; refusal?: string; revokedAt?: Date; fileId?: string }) {
  await tx.updateTable('placementWaiver').set(change).where('id', '=', waiverId).execute()
}

export const findUnitOf = (tx: Tx, unitId: string) => tx.selectFrom('unit').select(['id', 'schoolId', 'organisationId']).where('id', '=', unitId).executeTakeFirstOrThrow()
