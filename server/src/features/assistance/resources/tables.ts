import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which line of the ledger: giver, receiver, the office. */
function visibleResources(tx: Tx, actor: Actor) {
  const resources = tx.selectFrom('assistanceResource')
  if (hasRole(actor, 'secretariat')) return resources.where('assistanceResource.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'))
    return resources.where((one) => one.or([one('assistanceResource.giverId', '=', actor.organisationId), one('assistanceResource.receiverId', '=', actor.organisationId)]))
  return resources.where(sql<boolean>`false`)
}
const whole = (rows: ReturnType<typeof visibleResources>) =>
  rows
    .innerJoin('organisation as giver', 'giver.id', 'assistanceResource.giverId')
    .innerJoin('organisation as receiver', 'receiver.id', 'assistanceResource.receiverId')
    .leftJoin('account as taker', 'taker.id', 'assistanceResource.receivedBy')
    .selectAll('assistanceResource')
    .select(['giver.name as giverName', 'giver.kind as giverKind', 'receiver.name as receiverName', 'taker.name as receivedByName'])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as 'given' | 'received' | 'disputed' | 'corrected', kind: row.kind as 'equipment', quantity: Number(row.quantity), value: row.value === null ? null : Number(row.value), receivedQuantity: row.receivedQuantity === null ? null : Number(row.receivedQuantity) })
export type Resource = ReturnType<typeof typed>

export async function findResource(tx: Tx, actor: Actor, id: string): Promise<Resource | undefined> {
  const row = await whole(visibleResources(tx, actor)).where('assistanceResource.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockResource(tx: Tx, actor: Actor, id: string): Promise<Locked<Resource> | undefined> {
  const row = await whole(visibleResources(tx, actor)).where('assistanceResource.id', '=', id).forUpdate('assistanceResource').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function findResourceAnyhow(tx: Tx, id: string): Promise<Resource> {
  return typed(await whole(tx.selectFrom('assistanceResource')).where('assistanceResource.id', '=', id).executeTakeFirstOrThrow())
}
export async function listVersions(tx: Tx, number: string): Promise<Resource[]> {
  return (await whole(tx.selectFrom('assistanceResource')).where('assistanceResource.number', '=', number).orderBy('revision').execute()).map(typed)
}

export type Filter = { q: string; state?: string; kind?: string; year?: number; receiverId?: string; all: boolean }
export async function pageOfResources(tx: Tx, actor: Actor, { q, state, kind, year, receiverId, all, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const named = tx.selectFrom('organisation').select('organisation.id').where('name', 'like', like)
  const found = visibleResources(tx, actor)
    .$if(!all && state !== 'corrected', (rows) => rows.where('assistanceResource.state', '<>', 'corrected'))
    .$if(state !== undefined, (rows) => rows.where('assistanceResource.state', '=', state!))
    .$if(kind !== undefined, (rows) => rows.where('assistanceResource.kind', '=', kind!))
    .$if(receiverId !== undefined, (rows) => rows.where('assistanceResource.receiverId', '=', receiverId!))
    .$if(year !== undefined, (rows) => rows.where(sql<boolean>`extract(year from assistance_resource.given_on) = ${year!}`))
    .$if(q !== '', (rows) => rows.where((one) => one.or([one('assistanceResource.number', '=', q.toUpperCase()), one('assistanceResource.name', 'like', like), one('assistanceResource.giverId', 'in', named), one('assistanceResource.receiverId', 'in', named)])))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('assistanceResource.givenOn', 'desc').orderBy('assistanceResource.number', 'desc').orderBy('assistanceResource.revision', 'desc').limit(size).offset((page - 1) * size).execute()
  return { rows: rows.map(typed), total }
}

type NewResource = {
  number: string; revision: number; allianceId: string; giverId: string; receiverId: string; kind: string; name: string; quantity: number; unit: string; value: number | null; givenOn: string; note: string
  correctsId: string | null; correction: string | null; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean
}
export const insertResource = async (tx: Tx, resource: NewResource) => (await tx.insertInto('assistanceResource').values({ ...resource, state: 'given' }).returning('id').executeTakeFirstOrThrow()).id
export type ResourceChange = Partial<{ state: string; receivedQuantity: number; receivedOn: string; receivedBy: string; reason: string }>
export async function updateResource(tx: Tx, id: string, change: ResourceChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('assistanceResource').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}
/** Whether anybody holds the seat that speaks for this organisation. */
export const hasSeat = async (tx: Tx, organisationId: string, role: string) => (await tx.selectFrom('roleGrant').select('id').where('organisationId', '=', organisationId).where('role', '=', role).where('revokedAt', 'is', null).limit(1).executeTakeFirst()) !== undefined
export const findOrganisation = (tx: Tx, id: string) => tx.selectFrom('organisation').select(['id', 'kind', 'divisionCode']).where('id', '=', id).executeTakeFirst()
