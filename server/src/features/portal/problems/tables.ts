import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import { escaped } from '../tables.ts'

/**
 * Technology and service needs that were opened once, unless withdrawn. Only public columns are ever chosen from this: private
 * details, budget, reasons in words and people have no place here.
 */
const publicProblems = (tx: Tx, allianceId: string) =>
  tx
    .selectFrom('need')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .where('need.allianceId', '=', allianceId)
    .where('need.verifiedAt', 'is not', null)
    .where('need.state', '!=', 'withdrawn')

const live = ['open', 'answered', 'settling']
const ended = ['solved', 'declined', 'expired']

const row = [
  'need.id', 'need.number', 'need.kind', 'need.title', 'need.titleEn', 'need.state', 'need.verifiedAt', 'need.closedAt', 'need.validUntil', 'need.demo', 'need.updatedAt',
  'problem.family', 'problem.fieldCodes', 'problem.wantedBy', 'problem.escalation', 'problem.declineCode', 'problem.secrecy', 'organisation.name as organisationName', 'organisation.nameEn as organisationNameEn',
] as const

export type Filter = { typed: string; kind: string; family: string }

function filtered(tx: Tx, allianceId: string, states: readonly string[], { typed, kind, family }: Filter) {
  const like = `%${escaped(typed)}%`
  return publicProblems(tx, allianceId)
    .where('need.state', 'in', [...states])
    .$if(typed !== '', (all) =>
      all.where((need) => need.or([need('need.title', 'ilike', like), need('need.titleEn', 'ilike', like), need('organisation.name', 'ilike', like), need('problem.description', 'ilike', like), need('need.number', '=', typed.toUpperCase())])),
    )
    .$if(kind !== '', (all) => all.where('need.kind', '=', kind))
    .$if(family !== '', (all) => all.where('problem.family', '=', family))
}

export async function pageOfOpen(tx: Tx, allianceId: string, filter: Filter, { page, size }: { page: number; size: number }) {
  const all = filtered(tx, allianceId, live, filter)
  const { total } = await all.select((need) => need.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await all.select(row).orderBy('need.verifiedAt', 'desc').orderBy('need.number').limit(size).offset((page - 1) * size).execute(), total }
}

export async function pageOfEnded(tx: Tx, allianceId: string, how: string, { page, size }: { page: number; size: number }) {
  const all = filtered(tx, allianceId, ended.includes(how) ? [how] : ended, { typed: '', kind: '', family: '' })
  const { total } = await all.select((need) => need.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await all.select(row).orderBy('need.closedAt', 'desc').orderBy('need.number').limit(size).offset((page - 1) * size).execute(), total }
}

/** How earlier ones ended; of the withdrawn only how many. */
export async function countEnds(tx: Tx, allianceId: string) {
  const rows = await tx
    .selectFrom('need')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .select('need.state')
    .select((need) => need.fn.countAll<number>().as('count'))
    .where('need.allianceId', '=', allianceId)
    .where('need.verifiedAt', 'is not', null)
    .where('need.state', 'in', [...ended, 'withdrawn'])
    .groupBy('need.state')
    .execute()
  return (state: string) => rows.find((one) => one.state === state)?.count ?? 0
}

export async function countLive(tx: Tx, allianceId: string) {
  const { n } = await publicProblems(tx, allianceId).where('need.state', 'in', live).select((need) => need.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return n
}

export async function findPublicProblem(tx: Tx, allianceId: string, needId: string) {
  return publicProblems(tx, allianceId)
    .leftJoin('organisation as solver', 'solver.id', 'problem.solutionBy')
    .select(row)
    .select(['need.organisationId', 'problem.description', 'problem.descriptionEn', 'problem.presentValue', 'problem.wantedValue', 'problem.solvedAt'])
    // A solution is public once the asker has confirmed it.
    .select([
      sql<string | null>`case when need.state = 'solved' then problem.solution end`.as('solution'),
      sql<string | null>`case when need.state = 'solved' then solver.name end`.as('solutionByName'),
      sql<boolean>`exists (select from membership m where m.organisation_id = need.organisation_id and m.alliance_id = need.alliance_id and m.state = 'active')`.as('organisationIsMember'),
    ])
    .where('need.id', '=', needId)
    .executeTakeFirst()
}

/** The steps of a need as anybody may know them: when, and what; never who. */
export async function listPublicSteps(tx: Tx, needId: string) {
  return tx
    .selectFrom('auditEntry')
    .select(['at', 'event', 'details'])
    .where('subjectType', '=', 'problem')
    .where('subjectId', '=', needId)
    .where('event', 'in', ['problem.opened', 'problem.answered', 'problem.reopened', 'problem.solution_reported', 'problem.solved', 'problem.not_solved', 'problem.declined', 'problem.escalated', 'problem.expired', 'problem.prolonged'])
    .orderBy('id')
    .execute()
}

/** For the sitemap and the feed. */
export const listNewProblems = (tx: Tx, allianceId: string, limit: number) =>
  publicProblems(tx, allianceId).where('need.state', 'in', live).select(['need.id', 'need.title', 'need.titleEn', 'organisation.name', 'organisation.nameEn', 'need.verifiedAt']).orderBy('need.verifiedAt', 'desc').orderBy('need.id').limit(limit).execute()
export const listProblemIds = async (tx: Tx, allianceId: string) => (await publicProblems(tx, allianceId).select('need.id').orderBy('need.number').limit(10_000).execute()).map(({ id }) => id)
