import { sql } from 'kysely'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

export type State = 'draft' | 'signing' | 'concluded' | 'superseded' | 'terminated' | 'expired' | 'declined' | 'withdrawn'
export type Kind = 'consent' | 'own_choice' | 'three_party' | 'order_class' | 'apprenticeship' | 'cooperation' | 'practice' | 'mentor' | 'assistance' | 'other'

/** The one place that says who sees which agreement: the office, the house that keeps it, its parties. A draft is its keeper's alone. */
export function visibleAgreements(tx: Tx, actor: Actor) {
  const agreements = tx.selectFrom('agreement')
  if (hasRole(actor, 'secretariat')) return agreements.where('agreement.allianceId', '=', actor.allianceId)
  const opened = sql<boolean>`agreement.state <> 'draft' and agreement.text is not null`
  const asParty = (column: 'student_id' | 'organisation_id' | 'account_id', id: string | null) =>
    sql<boolean>`agreement.id in (select agreement_id from agreement_party where ${sql.ref(column)} = ${id})`
  const mine = sql<boolean>`${opened} and ${asParty('account_id', actor.accountId)}`
  if (hasRole(actor, 'student')) return agreements.where((one) => one.or([mine, sql<boolean>`${opened} and ${asParty('student_id', actor.studentId)}`]))
  if (hasRole(actor, 'teacher')) return agreements.where((one) => one.or([mine, one('agreement.keeperId', '=', actor.organisationId)]))
  // A mentor works at a firm, but the firm's agreements are not theirs.
  if (hasRole(actor, 'mentor')) return agreements.where(mine)
  return agreements.where((one) => one.or([mine, one('agreement.keeperId', '=', actor.organisationId), sql<boolean>`${opened} and ${asParty('organisation_id', actor.organisationId)}`]))
}

/** Which of these this actor may see: for the search, which only knows where agreements are. */
export const listVisibleIds = async (tx: Tx, actor: Actor, ids: readonly string[]) => (await visibleAgreements(tx, actor).select('agreement.id').where(sql<boolean>`agreement.id = any(${ids as string[]}::uuid[])`).execute()).map(({ id }) => id)

const whole = (rows: ReturnType<typeof visibleAgreements>) =>
  rows
    .innerJoin('agreementTemplate as template', 'template.id', 'agreement.templateId')
    .leftJoin('organisation as keeper', 'keeper.id', 'agreement.keeperId')
    .leftJoin('agreement as earlier', 'earlier.id', 'agreement.supersedesId')
    .selectAll('agreement')
    .select(['template.version as templateVersion', 'template.title as templateTitle', 'keeper.name as keeperName', 'keeper.kind as keeperKind', 'earlier.number as supersedesNumber'])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
type Section = { code: string; title: string; text: string; required: boolean }
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as Kind, facts: row.facts as Record<string, string>, sections: row.sections as Section[] })
export type Agreement = ReturnType<typeof typed>

export async function findAgreement(tx: Tx, actor: Actor, id: string): Promise<Agreement | undefined> {
  const row = await whole(visibleAgreements(tx, actor)).where('agreement.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockAgreement(tx: Tx, actor: Actor, id: string): Promise<Locked<Agreement> | undefined> {
  const row = await whole(visibleAgreements(tx, actor)).where('agreement.id', '=', id).forUpdate('agreement').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Whoever asks: for rooms that have their own say about who may. */
export async function findAnyhow(tx: Tx, id: string): Promise<Agreement | undefined> {
  const row = await whole(tx.selectFrom('agreement')).where('agreement.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockAnyhow(tx: Tx, id: string): Promise<Locked<Agreement> | undefined> {
  const row = await whole(tx.selectFrom('agreement')).where('agreement.id', '=', id).forUpdate('agreement').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Everything ever drafted about these subjects, the latest first. */
export async function listOfSubjects(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Agreement[]> {
  if (subjectIds.length === 0) return []
  const rows = await whole(tx.selectFrom('agreement'))
    .where('agreement.subjectKind', '=', subjectKind)
    .where(sql<boolean>`agreement.subject_id = any(${subjectIds as string[]}::uuid[])`)
    .orderBy('agreement.createdAt', 'desc')
    .orderBy('agreement.number', 'desc')
    .execute()
  return rows.map(typed)
}
export const findSuccessor = (tx: Tx, id: string) =>
  tx.selectFrom('agreement').select(['id', 'number', 'state']).where('supersedesId', '=', id).where('state', 'in', ['draft', 'signing', 'concluded']).executeTakeFirst()

export type Filter = { q: string; kind?: string; state?: string; endingBefore?: string; signedFrom?: string; signedUntil?: string; subjectId?: string; mine: boolean }
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

/** Unsigned, mine to sign, and nobody before me. */
const waitsFor = (actor: Actor) => sql<boolean>`agreement.state = 'signing' and exists (
  select from agreement_party p where p.agreement_id = agreement.id
    and ((p.kind = 'organisation' and p.organisation_id = ${hasRole(actor, 'student', 'teacher', 'mentor', 'secretariat') ? null : actor.organisationId}) or p.account_id = ${actor.accountId} or (p.kind = 'student' and p.student_id = ${actor.studentId}))
    and not exists (select from agreement_signature s where s.party_id = p.id)
    and not exists (select from agreement_party q where q.agreement_id = p.agreement_id and q.position < p.position and not exists (select from agreement_signature s where s.party_id = q.id)))`

const filtered = (tx: Tx, actor: Actor, filter: Filter) =>
  visibleAgreements(tx, actor)
    .$if(filter.kind !== undefined, (all) => all.where('agreement.kind', '=', filter.kind!))
    .$if(filter.state === 'live', (all) => all.where('agreement.state', 'in', ['draft', 'signing', 'concluded']))
    .$if(filter.state !== undefined && filter.state !== 'live', (all) => all.where('agreement.state', '=', filter.state!))
    .$if(filter.endingBefore !== undefined, (all) => all.where('agreement.endsOn', '<=', filter.endingBefore!).where('agreement.state', '=', 'concluded'))
    .$if(filter.signedFrom !== undefined, (all) => all.where('agreement.signedOn', '>=', filter.signedFrom!))
    .$if(filter.signedUntil !== undefined, (all) => all.where('agreement.signedOn', '<=', filter.signedUntil!))
    .$if(filter.subjectId !== undefined, (all) => all.where('agreement.subjectId', '=', filter.subjectId!))
    .$if(filter.mine, (all) => all.where(waitsFor(actor)))
    .$if(filter.q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('agreement.number', 'like', like(filter.q)),
          one('agreement.title', 'like', like(filter.q)),
          one('agreement.code', '=', filter.q.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')),
          sql<boolean>`agreement.id in (select agreement_id from agreement_party where name like ${like(filter.q)})`,
        ]),
      ),
    )

export async function pageOfAgreements(tx: Tx, actor: Actor, filter: Filter & { page: number; size: number }) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered(tx, actor, filter)).orderBy('agreement.createdAt', 'desc').orderBy('agreement.id', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(typed), total }
}
export const listForExport = async (tx: Tx, actor: Actor, filter: Filter, limit: number) =>
  (await whole(filtered(tx, actor, filter)).orderBy('agreement.createdAt', 'desc').orderBy('agreement.id', 'desc').limit(limit).execute()).map(typed)

type NewAgreement = {
  number: string
  code: string
  kind: string
  allianceId: string
  keeperId: string | null
  subjectKind: string
  subjectId: string
  templateId: string
  title: string
  facts: Readonly<Record<string, string>>
  sections: readonly Section[]
  startsOn: string | null
  endsOn: string | null
  supersedesId: string | null
  createdBy: string | null
  createdAt: Date
  updatedAt: Date
}
export const insertAgreement = async (tx: Tx, { facts, sections, ...rest }: NewAgreement & { id?: string }) =>
  (await tx.insertInto('agreement').values({ ...rest, state: 'draft', facts: JSON.stringify(facts), sections: JSON.stringify(sections) }).returning('id').executeTakeFirstOrThrow()).id

export type AgreementChange = Partial<{
  state: State
  title: string
  facts: Readonly<Record<string, string>>
  sections: readonly Section[]
  startsOn: string | null
  endsOn: string | null
  text: string
  textHash: Buffer
  signedOn: string
  openedAt: Date
  concludedAt: Date
  endedAt: Date
  endedOn: string
  endReason: string
  warnedDays: number
}>
export async function updateAgreement(tx: Tx, id: string, { facts, sections, ...change }: AgreementChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('agreement')
    .set((row) => ({
      ...change,
      ...(facts ? { facts: JSON.stringify(facts) } : {}),
      ...(sections ? { sections: JSON.stringify(sections) } : {}),
      updatedAt: now,
      version: row('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
export const findAlliance = (tx: Tx, organisationId: string) =>
  tx.selectFrom('membership').select('allianceId').where('organisationId', '=', organisationId).where('state', '=', 'active').orderBy('approvedAt').executeTakeFirst()
