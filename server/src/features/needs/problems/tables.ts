import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

type Kind = 'technology' | 'service'
type State = 'draft' | 'submitted' | 'open' | 'answered' | 'settling' | 'solved' | 'declined' | 'withdrawn' | 'expired'
type Speaker = { id: string; kind: string }

const problems = (tx: Tx) => tx.selectFrom('need').innerJoin('problem', 'problem.needId', 'need.id').innerJoin('organisation', 'organisation.id', 'need.organisationId')

const isOfAlliance = (organisationId: string | null) =>
  sql<boolean>`exists (select from membership m where m.alliance_id = need.alliance_id and m.organisation_id = ${organisationId} and m.state = 'active')`

/**
 * The one place that says who sees which problem. What was opened once is public, with what became of it, unless its asker withdrew it.
 * Of the rest: the firm all of its own; who speaks for it what left the firm's desk; the office what was ever submitted, and what it
 * wrote itself; the authority what was escalated to it; whoever was made its manager.
 */
export function visibleProblems(tx: Tx, actor: Actor) {
  return problems(tx).where((need) => {
    const published = need.and([need('need.verifiedAt', 'is not', null), need('need.state', '!=', 'withdrawn')])
    const left = need.or([need('need.submittedAt', 'is not', null), need('need.createdBy', '=', actor.accountId)])
    if (hasRole(actor, 'secretariat')) return need.or([published, need.and([need('need.allianceId', '=', actor.allianceId), left])])
    if (hasRole(actor, 'official')) return need.or([published, need.and([need('problem.escalation', '=', 2), isOfAlliance(actor.organisationId)])])
    if (hasRole(actor, 'enterprise_contact')) return need.or([published, need('need.organisationId', '=', actor.organisationId)])
    if (!hasRole(actor, 'association_contact', 'park_contact', 'platform_contact')) return published
    return need.or([
      published,
      need('need.organisationId', '=', actor.organisationId),
      need('need.spokenBy', '=', actor.organisationId),
      need('problem.managerId', '=', actor.accountId),
      need.and([left, sql<boolean>`exists (select from representation r where r.speaker_id = ${actor.organisationId} and r.organisation_id = need.organisation_id)`]),
    ])
  })
}

/** Which of these this actor may see: for the search, which only knows where needs are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleProblems(tx, actor).select('need.id').where(sql<boolean>`need.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

const whole = (rows: ReturnType<typeof problems>, actor: Actor | null) =>
  rows
    .leftJoin('organisation as speaker', 'speaker.id', 'need.spokenBy')
    .leftJoin('organisation as solver', 'solver.id', 'problem.solutionBy')
    .leftJoin('account as manager', 'manager.id', 'problem.managerId')
    .selectAll('problem')
    .selectAll('need')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', 'organisation.town as organisationTown'])
    .select(['speaker.name as spokenByName', 'speaker.kind as spokenByKind', 'solver.name as solutionByName', 'manager.name as managerName'])
    .select([
      sql<Speaker[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind) order by o.protocol_order, o.id), '[]')
        from representation r join organisation o on o.id = r.speaker_id where r.organisation_id = need.organisation_id)`.as('speakerFacts'),
      sql<string[]>`array(select distinct a.organisation_id::text from problem_access a where a.need_id = need.id)`.as('granted'),
      sql<string[]>`array(select g.id::text from organisation g join membership m on m.organisation_id = g.id and m.alliance_id = need.alliance_id and m.state = 'active'
        where g.kind = 'government' and exists (select from role_grant rg where rg.organisation_id = g.id and rg.role = 'official' and rg.revoked_at is null)
        order by g.protocol_order, g.id)`.as('authorityIds'),
      isOfAlliance(actor?.organisationId ?? null).as('ofAlliance'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({
  ...row,
  kind: row.kind as Kind,
  state: row.state as State,
  secrecy: row.secrecy as 'open' | 'nda',
  speakers: row.speakerFacts.map(({ id }) => id),
})
export type Problem = ReturnType<typeof typed>

export async function findProblemRow(tx: Tx, actor: Actor, needId: string): Promise<Problem | undefined> {
  const row = await whole(visibleProblems(tx, actor), actor).where('need.id', '=', needId).executeTakeFirst()
  return row && typed(row)
}

export async function lockProblemRow(tx: Tx, actor: Actor, needId: string): Promise<Locked<Problem> | undefined> {
  const row = await whole(visibleProblems(tx, actor), actor).where('need.id', '=', needId).forUpdate(['need', 'problem']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** Without an actor: for the clock, and for rooms that hold the id of a problem from an answer of theirs. */
export async function lockProblemAnyhow(tx: Tx, needId: string): Promise<Locked<Problem> | undefined> {
  const row = await whole(problems(tx), null).where('need.id', '=', needId).forUpdate(['need', 'problem']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export type ProblemValues = {
  family: string | null
  description: string
  descriptionEn: string | null
  privateDetails: string | null
  presentValue: string | null
  wantedValue: string | null
  fieldCodes: string[]
  budgetMin: number | null
  budgetMax: number | null
  wantedBy: string | null
  secrecy: string
}
export type NeedValues = { title: string; titleEn: string | null; validUntil: string | null }
type NewNeed = NeedValues & { kind: Kind; number: string; allianceId: string; organisationId: string; spokenBy: string | null; createdBy: string; createdAt: Date; updatedAt: Date }

export async function insertProblem(tx: Tx, need: NewNeed, problem: ProblemValues) {
  const { id } = await tx.insertInto('need').values({ ...need, state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('problem').values({ ...problem, needId: id }).execute()
  return { id }
}

/** Answers how many rows were changed: none when somebody else changed the need meanwhile. */
export async function updateProblemContent(tx: Tx, needId: string, version: number, need: NeedValues & { updatedAt: Date }, problem: ProblemValues) {
  const result = await tx.updateTable('need').set({ ...need, version: version + 1 }).where('id', '=', needId).where('version', '=', version).executeTakeFirst()
  if (result.numUpdatedRows === 0n) return 0
  await tx.updateTable('problem').set(problem).where('needId', '=', needId).execute()
  return 1
}

export type NeedChange = Partial<{ state: State; reason: string | null; submittedAt: Date; verifiedAt: Date; verifiedBy: string; closedAt: Date; validUntil: string }>
export type ProblemChange = Partial<{
  answerDueAt: Date | null
  escalation: number
  firstAnswerAt: Date
  managerId: string
  declineCode: string
  solution: string | null
  solutionBy: string | null
  reportedBy: string | null
  solvedAt: Date
  confirmedBy: string
}>

/** One step: both rows, and the next version. */
export async function updateProblem(tx: Tx, needId: string, need: NeedChange, problem: ProblemChange, now: Date): Promise<number> {
  if (Object.keys(problem).length > 0) await tx.updateTable('problem').set(problem).where('needId', '=', needId).execute()
  const { version } = await tx
    .updateTable('need')
    .set((row) => ({ ...need, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', needId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export const findAccess = (tx: Tx, needId: string, organisationId: string) =>
  tx.selectFrom('problemAccess').select('source').where('needId', '=', needId).where('organisationId', '=', organisationId).executeTakeFirst()

export async function insertAccess(tx: Tx, access: { needId: string; organisationId: string; source: string; grantedAt: Date; grantedBy: string | null }) {
  const result = await tx.insertInto('problemAccess').values(access).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

export async function deleteAccess(tx: Tx, { needId, organisationId, source }: { needId: string; organisationId: string; source: string }) {
  const result = await tx.deleteFrom('problemAccess').where('needId', '=', needId).where('organisationId', '=', organisationId).where('source', '=', source).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** What answers are looked for: the public text of what is open or being talked about. */
export const listForMatching = (tx: Tx, filter: { kind?: Kind; ids?: readonly string[] }) =>
  problems(tx)
    .select(['need.id', 'need.number', 'need.kind', 'need.state', 'need.title', 'need.titleEn', 'need.allianceId', 'need.organisationId', 'need.spokenBy', 'organisation.name as organisationName', 'organisation.kind as organisationKind', 'need.validUntil'])
    .select(['problem.managerId', 'problem.secrecy', 'problem.family', 'problem.description', 'problem.descriptionEn', 'problem.presentValue', 'problem.wantedValue', 'problem.fieldCodes'])
    .where('need.state', 'in', ['open', 'answered'])
    .$if(filter.kind !== undefined, (rows) => rows.where('need.kind', '=', filter.kind!))
    .$if(filter.ids !== undefined, (rows) => rows.where(sql<boolean>`need.id = any(${filter.ids}::uuid[])`))
    .orderBy('need.number')
    .execute()

const matched = (tx: Tx, kind: Kind) => tx.selectFrom('need').where('need.kind', '=', kind).where('need.state', 'in', ['open', 'answered'])
export const listMatchedVersions = (tx: Tx, kind: Kind) => matched(tx, kind).select(['need.id', 'need.version']).execute()
export const listMatchedIdsOf = (tx: Tx, kind: Kind, organisationId: string) => matched(tx, kind).select('need.id').where('need.organisationId', '=', organisationId).execute()
/** Cheap: another value as soon as another is looked for, or one in another version. */
export const markOfMatched = (tx: Tx, kind: Kind) => matched(tx, kind).select(sql<string | null>`sum(hashtextextended(need.id::text, need.version))::text`.as('mark')).executeTakeFirstOrThrow()
