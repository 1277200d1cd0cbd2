import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleProblems } from '../tables.ts'

export type Filter = {
  q: string
  kind?: string
  state?: string
  family?: string
  fieldCode?: string
  organisationId?: string
  mine: boolean
  queue?: Queue
  sort: string
}
type Queue = 'unclaimed' | 'mine' | 'overdue' | 'escalated'
const live = ['submitted', 'open', 'answered', 'settling'] as const
const ended = ['solved', 'declined', 'withdrawn', 'expired'] as const

/** The queue is the alliance's for an officer; for a platform, of alliances it belongs to. */
function queued(tx: Tx, actor: Actor, queue: Queue, now: Date) {
  const rows = visibleProblems(tx, actor).where((need) =>
    hasRole(actor, 'secretariat')
      ? need('need.allianceId', '=', actor.allianceId)
      : need.or([need('problem.managerId', '=', actor.accountId), sql<boolean>`exists (select from membership m where m.alliance_id = need.alliance_id and m.organisation_id = ${actor.organisationId} and m.state = 'active')`]),
  )
  if (queue === 'unclaimed') return rows.where('problem.managerId', 'is', null).where('need.state', 'in', ['submitted', 'open'])
  if (queue === 'mine') return rows.where('problem.managerId', '=', actor.accountId).where('need.state', 'in', [...live])
  if (queue === 'overdue') return rows.where('problem.answerDueAt', '<=', now)
  return rows.where('problem.escalation', '>', 0).where('need.state', 'in', [...live, 'expired'])
}

function filtered(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  // Only in what anybody may read: a search must not tell what is private.
  return (filter.queue ? queued(tx, actor, filter.queue, now) : visibleProblems(tx, actor))
    .$if(filter.q !== '', (all) =>
      all.where((need) => need.or([need('need.title', 'ilike', like), need('need.number', '=', filter.q.toUpperCase()), need('organisation.name', 'ilike', like), need('problem.description', 'ilike', like)])),
    )
    .$if(filter.kind !== undefined, (all) => all.where('need.kind', '=', filter.kind!))
    .$if(filter.state === 'live', (all) => all.where('need.state', 'in', [...live]))
    .$if(filter.state === 'ended', (all) => all.where('need.state', 'in', [...ended]))
    .$if(filter.state !== undefined && filter.state !== 'live' && filter.state !== 'ended', (all) => all.where('need.state', '=', filter.state!))
    .$if(filter.family !== undefined, (all) => all.where('problem.family', '=', filter.family!))
    .$if(filter.fieldCode !== undefined, (all) => all.where(sql<boolean>`exists (select from unnest(problem.field_codes) field where field like ${`${filter.fieldCode}%`})`))
    .$if(filter.organisationId !== undefined, (all) => all.where('need.organisationId', '=', filter.organisationId!))
    .$if(filter.mine, (all) =>
      all.where((need) => need.or([need('need.organisationId', '=', actor.organisationId), need('need.spokenBy', '=', actor.organisationId), need('need.createdBy', '=', actor.accountId), need('problem.managerId', '=', actor.accountId)])),
    )
}

const columns: Readonly<Record<string, 'need.createdAt' | 'problem.answerDueAt' | 'need.validUntil'>> = { createdAt: 'need.createdAt', answerDueAt: 'problem.answerDueAt', validUntil: 'need.validUntil' }

function listed(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const down = filter.sort.startsWith('-')
  return filtered(tx, actor, filter, now)
    .leftJoin('organisation as speaker', 'speaker.id', 'need.spokenBy')
    .leftJoin('account as manager', 'manager.id', 'problem.managerId')
    .select(['need.id', 'need.number', 'need.kind', 'need.title', 'need.titleEn', 'need.state', 'need.organisationId', 'need.validUntil', 'need.createdAt', 'need.verifiedAt', 'need.closedAt', 'need.demo'])
    .select(['problem.family', 'problem.fieldCodes', 'problem.secrecy', 'problem.wantedBy', 'problem.answerDueAt', 'problem.escalation', 'problem.declineCode'])
    .select(['problem.description', 'problem.presentValue', 'problem.wantedValue'])
    .select(['organisation.name as organisationName', 'organisation.uscc', 'speaker.name as spokenByName', 'manager.name as managerName'])
    .orderBy(columns[filter.sort.replace('-', '')] ?? 'need.createdAt', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('need.number', down ? 'desc' : 'asc')
}

export async function pageOfProblems(tx: Tx, actor: Actor, filter: Filter & Paging, now: Date) {
  const { total } = await filtered(tx, actor, filter, now).select((need) => need.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter, now).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedProblem = Awaited<ReturnType<typeof pageOfProblems>>['rows'][number]

export const listProblemsForExport = (tx: Tx, actor: Actor, filter: Filter, now: Date) => listed(tx, actor, filter, now).limit(20_000).execute()

export async function countQueues(tx: Tx, actor: Actor, now: Date) {
  const count = async (queue: Queue) => (await queued(tx, actor, queue, now).select((need) => need.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
  return { unclaimed: await count('unclaimed'), mine: await count('mine'), overdue: await count('overdue'), escalated: await count('escalated') }
}
