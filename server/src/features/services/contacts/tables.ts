import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const contacts = (tx: Tx) => tx.selectFrom('firmContact').innerJoin('organisation', 'organisation.id', 'firmContact.organisationId')
const inAlliance = (allianceId: string | null) => sql<boolean>`exists (select from membership m where m.organisation_id = firm_contact.organisation_id and m.alliance_id = ${allianceId} and m.state in ('active', 'suspended'))`

/** The one place that says who sees which contact in lists: the firm its own, whoever wrote it, the office those of its members. */
export function visibleContacts(tx: Tx, actor: Actor) {
  return contacts(tx).where((one) => {
    const own = one.or([one('firmContact.organisationId', '=', actor.organisationId), one('firmContact.writtenBy', '=', actor.accountId), one('firmContact.byOrganisation', '=', actor.organisationId)])
    if (hasRole(actor, 'student')) return sql<boolean>`false`
    return hasRole(actor, 'secretariat') ? one.or([own, inAlliance(actor.allianceId)]) : own
  })
}

const whole = (rows: ReturnType<typeof contacts>, actor: Actor) =>
  rows
    .leftJoin('organisation as house', 'house.id', 'firmContact.byOrganisation')
    .leftJoin('alliance', 'alliance.id', 'firmContact.byAlliance')
    .selectAll('firmContact')
    .select(['organisation.name as organisationName', 'house.name as houseName', 'alliance.name as allianceName', inAlliance(actor.allianceId).as('inAlliance')])
export type Contact = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export type Filter = { from?: string; until?: string; kind?: string; organisationId?: string; mine: boolean }
const filtered = (tx: Tx, actor: Actor, filter: Filter) =>
  visibleContacts(tx, actor)
    .$if(filter.from !== undefined, (all) => all.where('firmContact.happenedOn', '>=', filter.from!).where('firmContact.happenedOn', '<=', filter.until!))
    .$if(filter.kind !== undefined, (all) => all.where('firmContact.kind', '=', filter.kind!))
    .$if(filter.organisationId !== undefined, (all) => all.where('firmContact.organisationId', '=', filter.organisationId!))
    .$if(filter.mine, (all) => all.where('firmContact.writtenBy', '=', actor.accountId))

export async function pageOfContacts(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered(tx, actor, filter), actor).orderBy('firmContact.happenedOn', 'desc').orderBy('firmContact.id', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows, total }
}

export const listForExport = (tx: Tx, actor: Actor, filter: Filter) => whole(filtered(tx, actor, filter), actor).orderBy('firmContact.happenedOn', 'desc').orderBy('firmContact.id', 'desc').limit(20_000).execute()

/** All of one firm in a month, whoever looks: that it was asked is what everybody should know before asking again. */
export const listOfFirm = (tx: Tx, actor: Actor, organisationId: string, { from, until }: { from: string; until: string }) =>
  whole(contacts(tx), actor)
    .where('firmContact.organisationId', '=', organisationId)
    .where('firmContact.happenedOn', '>=', from)
    .where('firmContact.happenedOn', '<=', until)
    .where('firmContact.cancelledAt', 'is', null)
    .orderBy('firmContact.happenedOn', 'desc')
    .orderBy('firmContact.id', 'desc')
    .execute()

export async function lockContact(tx: Tx, actor: Actor, contactId: string): Promise<Locked<Contact> | undefined> {
  const row = await whole(visibleContacts(tx, actor), actor).where('firmContact.id', '=', contactId).forUpdate(['firmContact']).executeTakeFirst()
  return row && { ...row, locked: true }
}

const counted = (tx: Tx, { from, until }: { from: string; until: string }) =>
  tx
    .selectFrom('firmContact')
    .select((one) => [
      'firmContact.organisationId',
      one.fn.countAll<number>().filterWhere('firmContact.kind', '=', 'form').as('forms'),
      one.fn.countAll<number>().filterWhere('firmContact.kind', '=', 'visit').as('visits'),
      one.fn.countAll<number>().filterWhere('firmContact.kind', '=', 'call').as('calls'),
    ])
    .where('happenedOn', '>=', from)
    .where('happenedOn', '<=', until)
    .where('cancelledAt', 'is', null)
    .groupBy('firmContact.organisationId')

export const countOfFirms = (tx: Tx, organisationIds: readonly string[], month: { from: string; until: string }) => counted(tx, month).where(sql<boolean>`firm_contact.organisation_id = any(${organisationIds as string[]}::uuid[])`).execute()

const ofAlliance = (allianceId: string) => sql<boolean>`exists (select from membership m join organisation o on o.id = m.organisation_id where m.organisation_id = firm_contact.organisation_id and m.alliance_id = ${allianceId} and m.state = 'active' and o.kind = 'enterprise')`
export const countOfAlliance = (tx: Tx, allianceId: string, month: { from: string; until: string }) =>
  counted(tx, month)
    .innerJoin('organisation', 'organisation.id', 'firmContact.organisationId')
    .select('organisation.name as organisationName')
    .where(ofAlliance(allianceId))
    .groupBy(['organisation.name', 'organisation.protocolOrder'])
    .orderBy('organisation.protocolOrder')
    .orderBy('firmContact.organisationId')
    .execute()

export const countSources = (tx: Tx, allianceId: string, { from, until }: { from: string; until: string }) =>
  tx
    .selectFrom('firmContact')
    .select((one) => [sql<string | null>`split_part(asked, '.', 1)`.as('asked'), 'kind', one.fn.countAll<number>().as('count')])
    .where('happenedOn', '>=', from)
    .where('happenedOn', '<=', until)
    .where('cancelledAt', 'is', null)
    .where(ofAlliance(allianceId))
    .groupBy([sql`split_part(asked, '.', 1)`, 'kind'])
    .orderBy('count', 'desc')
    .orderBy('kind')
    .execute()

export async function countFirms(tx: Tx, allianceId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select((one) => one.fn.countAll<number>().as('n'))
    .where('membership.allianceId', '=', allianceId)
    .where('membership.state', '=', 'active')
    .where('organisation.kind', '=', 'enterprise')
    .executeTakeFirstOrThrow()
  return n
}

export const findThreshold = (tx: Tx, allianceId: string) => tx.selectFrom('contactThreshold').select('monthly').where('allianceId', '=', allianceId).executeTakeFirst()
export const findAllianceOf = (tx: Tx, organisationId: string) =>
  tx.selectFrom('membership').select('allianceId').where('organisationId', '=', organisationId).where('state', '=', 'active').orderBy('approvedAt').orderBy('id').executeTakeFirst()
/** Whose firms somebody looks at together: of an office its own, else the alliance that their house belongs to. */
export const findAllianceToRead = async (tx: Tx, { allianceId, organisationId }: Actor) => ({ allianceId: allianceId ?? (organisationId ? (await findAllianceOf(tx, organisationId))?.allianceId : undefined) ?? null })
export const upsertThreshold = (tx: Tx, threshold: { allianceId: string; monthly: number; changedBy: string; changedAt: Date }) =>
  tx.insertInto('contactThreshold').values(threshold).onConflict((conflict) => conflict.column('allianceId').doUpdateSet(threshold)).execute()

type NewContact = {
  organisationId: string
  kind: string
  happenedOn: string
  source: 'product' | 'hand'
  asked: string | null
  subjectType: string | null
  subjectId: string | null
  byOrganisation: string | null
  byAlliance: string | null
  byName: string | null
  purpose: string | null
  reason: string | null
  writtenBy: string | null
  createdAt: Date
  demo: boolean
}
/** The same about the same on one day is one; whoever comes second adds who it was and why. */
export async function insertContact(tx: Tx, contact: NewContact): Promise<string | undefined> {
  const { byOrganisation, byAlliance, reason } = contact
  const row = await tx
    .insertInto('firmContact')
    .values(contact)
    .onConflict((conflict) => conflict.columns(['organisationId', 'kind', 'subjectType', 'subjectId', 'happenedOn']).where('subjectId', 'is not', null).doUpdateSet({ byOrganisation, byAlliance, reason }))
    .returning('id')
    .executeTakeFirst()
  return row?.id
}
export const cancel = (tx: Tx, contactId: string, now: Date) => tx.updateTable('firmContact').set({ cancelledAt: now }).where('id', '=', contactId).execute()

/** Firms one may write about: every enterprise that is not only a draft. */
export const findFirm = (tx: Tx, organisationId: string) => tx.selectFrom('organisation').select(['id', 'name', 'kind']).where('id', '=', organisationId).where('kind', '=', 'enterprise').executeTakeFirst()
