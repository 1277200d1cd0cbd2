import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'proposed' | 'accepted' | 'talking' | 'contracted' | 'declined' | 'withdrawn' | 'lapsed'

const introductions = (tx: Tx) =>
  tx
    .selectFrom('introduction')
    .innerJoin('need', 'need.id', 'introduction.needId')
    .innerJoin('problem', 'problem.needId', 'introduction.needId')
    .innerJoin('organisation as asker', 'asker.id', 'introduction.askerId')
    .innerJoin('organisation as answerer', 'answerer.id', 'introduction.answererId')

/** The one place that says who sees which introduction: the two sides, who made it, the need's manager, and the office. */
export function visibleIntroductions(tx: Tx, actor: Actor) {
  return introductions(tx).where((one) => {
    if (hasRole(actor, 'student', 'teacher', 'official')) return one.lit(false)
    if (hasRole(actor, 'secretariat')) return one('introduction.allianceId', '=', actor.allianceId)
    const sides = [one('introduction.askerId', '=', actor.organisationId), one('introduction.answererId', '=', actor.organisationId)]
    if (hasRole(actor, 'park_contact', 'association_contact', 'platform_contact')) sides.push(one('introduction.askerSpeakerId', '=', actor.organisationId))
    if (hasRole(actor, 'platform_contact')) sides.push(one('problem.managerId', '=', actor.accountId), one.and([one('introduction.madeAs', '=', 'manager'), one('introduction.madeBy', '=', actor.accountId)]))
    return one.or(sides)
  })
}

const whole = (rows: ReturnType<typeof introductions>) =>
  rows
    .leftJoin('organisation as speaker', 'speaker.id', 'introduction.askerSpeakerId')
    .leftJoin('achievement', 'achievement.id', 'introduction.achievementId')
    .leftJoin('team', 'team.id', 'introduction.teamId')
    .leftJoin('account as maker', 'maker.id', 'introduction.madeBy')
    .leftJoin('deal', (join) => join.onRef('deal.introductionId', '=', 'introduction.id').on('deal.state', '!=', 'ended'))
    .selectAll('introduction')
    .select(['need.number as needNumber', 'need.title as needTitle', 'need.state as needState', 'problem.managerId', 'problem.secrecy as needSecrecy'])
    .select(['asker.name as askerName', 'asker.kind as askerKind', 'answerer.name as answererName', 'answerer.kind as answererKind', 'speaker.kind as speakerKind'])
    .select(['achievement.number as achievementNumber', 'achievement.title as achievementTitle', 'achievement.disclosure', 'team.number as teamNumber', 'team.name as teamName'])
    .select(['maker.name as madeByName', 'deal.id as dealId'])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({
  ...row,
  state: row.state as State,
  madeAs: row.madeAs as 'manager' | 'asker' | 'answerer',
  answer: row.achievementId !== null
    ? { kind: 'achievement' as const, id: row.achievementId, number: row.achievementNumber!, title: row.achievementTitle! }
    : { kind: 'team' as const, id: row.teamId!, number: row.teamNumber!, title: row.teamName! },
})
export type Introduction = ReturnType<typeof typed>

export async function findIntroduction(tx: Tx, actor: Actor, id: string): Promise<Introduction | undefined> {
  const row = await whole(visibleIntroductions(tx, actor)).where('introduction.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

/** Take the need's lock first: whoever counts what is under way for a need holds the need. */
export async function lockIntroductionRow(tx: Tx, id: string): Promise<Locked<Introduction> | undefined> {
  const row = await whole(introductions(tx)).where('introduction.id', '=', id).forUpdate(['introduction']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** How far it came: 0 proposed, 1 accepted, 2 talks, 3 contract, 4 signed, 5 registered, 6 accepted work. */
export const reached = sql<number>`case
  when exists (select from deal d where d.introduction_id = introduction.id and d.accepted_on is not null) then 6
  when exists (select from deal d where d.introduction_id = introduction.id and d.certificate is not null) then 5
  when exists (select from deal d where d.introduction_id = introduction.id and d.signed_on is not null) then 4
  when exists (select from deal d where d.introduction_id = introduction.id) then 3
  when exists (select from introduction_minute m where m.introduction_id = introduction.id) then 2
  when introduction.accepted_at is not null then 1 else 0 end`

export type Filter = { state?: string; needId?: string; achievementId?: string; teamId?: string; declineCode?: string; waiting: boolean; reached?: number; lostAt?: number; endedIn?: string }
const ended = ['declined', 'withdrawn', 'lapsed'] as const

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  return visibleIntroductions(tx, actor)
    .$if(filter.state === 'live', (all) => all.where('introduction.state', 'not in', [...ended]))
    .$if(filter.state === 'ended', (all) => all.where('introduction.state', 'in', [...ended]))
    .$if(filter.state !== undefined && !['live', 'ended'].includes(filter.state), (all) => all.where('introduction.state', '=', filter.state!))
    .$if(filter.needId !== undefined, (all) => all.where('introduction.needId', '=', filter.needId!))
    .$if(filter.achievementId !== undefined, (all) => all.where('introduction.achievementId', '=', filter.achievementId!))
    .$if(filter.teamId !== undefined, (all) => all.where('introduction.teamId', '=', filter.teamId!))
    .$if(filter.declineCode !== undefined, (all) => all.where('introduction.declineCode', '=', filter.declineCode!))
    .$if(filter.reached !== undefined, (all) => all.where(reached, '>=', filter.reached!))
    .$if(filter.lostAt !== undefined, (all) => all.where(reached, '=', filter.lostAt!).where('introduction.state', 'in', [...ended]))
    .$if(filter.endedIn !== undefined, (all) => all.where(sql`to_char(introduction.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM')`, '=', filter.endedIn!))
    .$if(filter.waiting, (all) =>
      all.where('introduction.state', '=', 'proposed').where((one) =>
        one.or([
          one.and([one('introduction.askerAcceptedAt', 'is', null), one.or([one('introduction.askerId', '=', actor.organisationId), one('introduction.askerSpeakerId', '=', actor.organisationId)])]),
          one.and([one('introduction.answererAcceptedAt', 'is', null), one('introduction.answererId', '=', actor.organisationId)]),
        ]),
      ),
    )
}

export async function pageOfIntroductions(tx: Tx, actor: Actor, filter: Filter & { page: number; size: number }) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered(tx, actor, filter)).orderBy('introduction.madeAt', 'desc').orderBy('introduction.number', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(typed), total }
}

type NewIntroduction = {
  number: string
  allianceId: string
  needId: string
  achievementId: string | null
  teamId: string | null
  askerId: string
  askerSpeakerId: string | null
  answererId: string
  madeAs: string
  madeBy: string
  madeAt: Date
  message: string | null
  reasons: string | null
  score: number | null
  askerAcceptedAt: Date | null
  answererAcceptedAt: Date | null
  dueAt: Date
  updatedAt: Date
}
export const insertIntroduction = async (tx: Tx, introduction: NewIntroduction) => (await tx.insertInto('introduction').values({ ...introduction, state: 'proposed' }).returning('id').executeTakeFirstOrThrow()).id

export type IntroductionChange = Partial<{
  state: State
  askerAcceptedAt: Date
  answererAcceptedAt: Date
  acceptedAt: Date
  dueAt: Date | null
  endedAt: Date
  endedSide: string
  declineCode: string
  declineNote: string | null
}>
export async function updateIntroduction(tx: Tx, id: string, change: IntroductionChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('introduction')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** How many other introductions of this need both sides have said yes to. Hold the need's lock. */
export async function countUnderWay(tx: Tx, needId: string, except: string) {
  const { count } = await tx
    .selectFrom('introduction')
    .select((one) => one.fn.countAll<number>().as('count'))
    .where('needId', '=', needId)
    .where('id', '!=', except)
    .where('state', 'in', ['accepted', 'talking', 'contracted'])
    .executeTakeFirstOrThrow()
  return count
}

/** Whose clock ran out, or whose need has ended meanwhile. */
export async function listDue(tx: Tx, now: Date) {
  const { rows } = await sql<{ id: string; needId: string }>`
    select i.id, i.need_id from introduction i join need n on n.id = i.need_id
    where i.state in ('proposed', 'accepted') and i.due_at <= ${now}
      or i.state in ('proposed', 'accepted', 'talking') and n.state in ('solved', 'declined', 'withdrawn', 'expired') order by i.id`.execute(tx)
  return rows
}

export const listMinutes = (tx: Tx, introductionId: string) =>
  tx
    .selectFrom('introductionMinute')
    .leftJoin('account', 'account.id', 'introductionMinute.writtenBy')
    .select(['introductionMinute.id', 'heldOn', 'text', 'nextStep', 'account.name as by'])
    .where('introductionId', '=', introductionId)
    .orderBy('heldOn')
    .orderBy('writtenAt')
    .execute()
export async function insertMinute(tx: Tx, minute: { introductionId: string; heldOn: string; text: string; nextStep: string | null; writtenBy: string; writtenAt: Date }) {
  await tx.insertInto('introductionMinute').values(minute).execute()
}
