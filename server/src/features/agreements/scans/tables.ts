import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleAgreements } from '../tables.ts'

const visibleScans = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('agreementScan as scan')
    .innerJoin('agreement', 'agreement.id', 'scan.agreementId')
    .innerJoin('file', 'file.id', 'scan.fileId')
    .leftJoin('account as bringer', 'bringer.id', 'scan.uploadedBy')
    .leftJoin('account as decider', 'decider.id', 'scan.decidedBy')
    .selectAll('scan')
    .select(['agreement.number', 'agreement.title', 'agreement.kind', 'agreement.allianceId', 'agreement.keeperId', 'file.name as fileName', 'file.mediaType', 'bringer.name as bringerName', 'decider.name as deciderName'])
    .where('scan.agreementId', 'in', visibleAgreements(tx, actor).select('agreement.id'))

export type Scan = Awaited<ReturnType<ReturnType<typeof visibleScans>['executeTakeFirstOrThrow']>>
export const findScan = (tx: Tx, actor: Actor, id: string) => visibleScans(tx, actor).where('scan.id', '=', id).executeTakeFirst()
export async function lockScan(tx: Tx, actor: Actor, id: string): Promise<Locked<Scan> | undefined> {
  const row = await visibleScans(tx, actor).where('scan.id', '=', id).forUpdate('scan').executeTakeFirst()
  return row && { ...row, locked: true }
}
export async function pageOfScans(tx: Tx, actor: Actor, query: { state: string; agreementId?: string; page: number; size: number }) {
  const rows = visibleScans(tx, actor).$if(query.agreementId === undefined, (all) => all.where('scan.state', '=', query.state)).$if(query.agreementId !== undefined, (all) => all.where('scan.agreementId', '=', query.agreementId!))
  const { total } = await rows.clearSelect().select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await rows.orderBy('scan.uploadedAt').orderBy('scan.id').limit(query.size).offset((query.page - 1) * query.size).execute(), total }
}
export const findByCode = (tx: Tx, actor: Actor, code: string) => visibleAgreements(tx, actor).select('agreement.id').where('agreement.code', '=', code).executeTakeFirst()
export const insertScan = async (tx: Tx, scan: { agreementId: string; fileId: string; foundBy: string; uploadedBy: string; uploadedAt: Date }) => (await tx.insertInto('agreementScan').values(scan).returning('id').executeTakeFirstOrThrow()).id
export async function updateScan(tx: Tx, id: string, change: { state: string; decidedBy: string; decidedAt: Date; note?: string }) {
  await tx.updateTable('agreementScan').set(change).where('id', '=', id).execute()
}
export const countOpen = async (tx: Tx, agreementId: string) =>
  (await tx.selectFrom('agreementScan').select((one) => one.fn.countAll<number>().as('n')).where('agreementId', '=', agreementId).where('state', '=', 'found').executeTakeFirstOrThrow()).n
