import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleIntroductions } from '../introductions/tables.ts'

export type State = 'drafting' | 'signed' | 'filed' | 'registered' | 'unregistered' | 'accepted' | 'closed' | 'ended'

/** Who sees an introduction sees the contract that came of it, and nobody else does. */
export const visibleDeals = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('deal')
    .innerJoin('introduction', 'introduction.id', 'deal.introductionId')
    .innerJoin('need', 'need.id', 'introduction.needId')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .innerJoin('organisation as provider', 'provider.id', 'deal.providerId')
    .innerJoin('organisation as client', 'client.id', 'deal.clientId')
    .where('deal.introductionId', 'in', visibleIntroductions(tx, actor).select('introduction.id'))

type Rows = ReturnType<typeof visibleDeals>
const whole = (rows: Rows) =>
  rows
    .leftJoin('organisation as speaker', 'speaker.id', 'introduction.askerSpeakerId')
    .leftJoin('registrationRule', 'registrationRule.id', 'deal.ruleId')
    .selectAll('deal')
    .select(['introduction.askerSpeakerId', 'introduction.madeAs', 'introduction.madeBy', 'introduction.needId', 'introduction.teamId', 'introduction.achievementId', 'need.number as needNumber', 'need.title as needTitle', 'problem.managerId'])
    .select(['provider.name as providerName', 'provider.kind as providerKind', 'client.name as clientName', 'client.kind as clientKind', 'speaker.kind as speakerKind', 'registrationRule.title as ruleTitle'])
    .select([
      sql<number>`(select coalesce(sum(r.amount), 0)::bigint from deal_receipt r where r.deal_id = deal.id)`.as('received'),
      sql<number>`(select count(*)::int from deal_milestone m where m.deal_id = deal.id and m.reached_on is null)`.as('openMilestones'),
      sql<number>`(select count(*)::int from price_objection x where x.deal_id = deal.id and x.answered_at is null)`.as('openObjections'),
      sql<string | null>`(select min(m.due_on)::text from deal_milestone m where m.deal_id = deal.id and m.reached_on is null)`.as('nextMilestoneOn'),
    ])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Deal = ReturnType<typeof typed>

export async function findDeal(tx: Tx, actor: Actor, dealId: string): Promise<Deal | undefined> {
  const row = await whole(visibleDeals(tx, actor)).where('deal.id', '=', dealId).executeTakeFirst()
  return row && typed(row)
}
export async function lockDeal(tx: Tx, actor: Actor, dealId: string): Promise<Locked<Deal> | undefined> {
  const row = await whole(visibleDeals(tx, actor)).where('deal.id', '=', dealId).forUpdate(['deal']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

type Filter = { state?: string; kind?: string }
const filtered = (tx: Tx, actor: Actor, { state, kind }: Filter) =>
  visibleDeals(tx, actor).$if(state !== undefined, (all) => all.where('deal.state', '=', state!)).$if(kind !== undefined, (all) => all.where('deal.kind', '=', kind!))
export async function pageOfDeals(tx: Tx, actor: Actor, filter: Filter & { page: number; size: number }) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered(tx, actor, filter)).orderBy('deal.updatedAt', 'desc').orderBy('deal.number', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(typed), total }
}
/** Counted and summed over all of a column, however few of it are shown. */
export const sumsByState = (tx: Tx, actor: Actor) =>
  visibleDeals(tx, actor).select((one) => ['deal.state', one.fn.countAll<number>().as('count'), sql<number>`sum(deal.total_amount)::bigint`.as('amount')]).groupBy('deal.state').execute()

type NewDeal = {
  number: string
  introductionId: string
  allianceId: string
  providerId: string
  clientId: string
  title: string
  kind: string
  subtype: string
  totalAmount: number
  technicalAmount: number
  pricing: string
  providerPublic: boolean
  createdBy: string
  createdAt: Date
  updatedAt: Date
}
export const insertDeal = async (tx: Tx, deal: NewDeal) => (await tx.insertInto('deal').values({ ...deal, state: 'drafting' }).returning('id').executeTakeFirstOrThrow()).id

export type DealChange = Partial<{
  state: State
  title: string
  kind: string
  subtype: string
  totalAmount: number
  technicalAmount: number
  pricing: string
  providerPublic: boolean
  noticeFrom: string | null
  noticeUntil: string | null
  documentId: string
  signedOn: string
  ruleId: string
  filedAt: Date
  decisionDueAt: Date
  decidedAt: Date
  certificate: string
  verifiedAmount: number
  refusalReason: string
  acceptedOn: string
  acceptanceNote: string | null
  benefitDueOn: string
  benefitNote: string
  benefitAmount: number | null
  rewardShare: number
  rewardReason: string | null
  endCode: string
  endNote: string | null
}>
export async function updateDeal(tx: Tx, dealId: string, change: DealChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('deal')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', dealId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Works in use for a year whose benefit nobody has said yet. */
export const listBenefitsDue = (tx: Tx, today: string) =>
  tx
    .selectFrom('deal')
    .innerJoin('organisation as provider', 'provider.id', 'deal.providerId')
    .innerJoin('organisation as client', 'client.id', 'deal.clientId')
    .select(['deal.id', 'deal.number', 'deal.title', 'deal.clientId', 'provider.name as providerName', 'client.name as clientName', 'client.kind as clientKind'])
    .where('deal.state', '=', 'accepted')
    .where('deal.benefitDueOn', '<=', today)
    .orderBy('deal.id')
    .execute()

/** Names and prices that are being published, for everybody to read. */
export const listPriceNotices = (tx: Tx, allianceId: string, today: string) =>
  tx
    .selectFrom('deal')
    .innerJoin('organisation as provider', 'provider.id', 'deal.providerId')
    .select(['deal.id', 'deal.number', 'deal.title', 'deal.kind', 'deal.totalAmount', 'deal.noticeFrom', 'deal.noticeUntil', 'provider.name as providerName'])
    .where('deal.allianceId', '=', allianceId)
    .where('deal.noticeUntil', '>=', today)
    .where('deal.noticeFrom', '<=', today)
    .where('deal.state', '!=', 'ended')
    .orderBy('deal.noticeFrom', 'desc')
    .orderBy('deal.number')
    .execute()
