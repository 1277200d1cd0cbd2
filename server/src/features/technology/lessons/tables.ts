import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { reached, visibleIntroductions } from '../introductions/tables.ts'

type NeedText = { id: string; title: string; description: string; presentValue: string | null; wantedValue: string | null; fieldCodes: string[] }
type AnswerText = { id: string; title: string; description: string; fieldCodes: string[] }
export type LessonCode = 'wrong_field' | 'not_mature' | 'too_costly' | 'too_late' | 'no_capacity' | 'terms' | 'already_solved' | 'unclear' | 'solved'

/** A "no" with its code, or work that was accepted. */
const teaches = sql<boolean>`(introduction.state = 'declined' or exists (select from deal d where d.introduction_id = introduction.id and d.accepted_on is not null))`
const codeOf = sql<LessonCode>`case when introduction.state = 'declined' then introduction.decline_code else 'solved' end`
const mostLessons = 500

/** What was learnt and not taken back, with the public texts it was about. The newest count. */
export async function lessonsInForce(tx: Tx) {
  return tx
    .selectFrom('introduction')
    .innerJoin('need', 'need.id', 'introduction.needId')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .leftJoin('achievement', 'achievement.id', 'introduction.achievementId')
    .leftJoin('team', 'team.id', 'introduction.teamId')
    .select(['introduction.id', codeOf.as('code')])
    .select([
      sql<NeedText>`json_build_object('id', need.id, 'title', need.title, 'description', problem.description, 'presentValue', problem.present_value, 'wantedValue', problem.wanted_value, 'fieldCodes', problem.field_codes)`.as('need'),
      sql<AnswerText>`json_build_object('id', coalesce(achievement.id, team.id), 'title', coalesce(achievement.title, team.name), 'description', coalesce(achievement.description, team.abilities), 'fieldCodes', coalesce(achievement.field_codes, team.field_codes))`.as('answer'),
    ])
    .where(teaches)
    .where('introduction.unlearntAt', 'is', null)
    .orderBy('introduction.updatedAt', 'desc')
    .orderBy('introduction.id')
    .limit(mostLessons)
    .execute()
}

export const markOfLessons = (tx: Tx) =>
  tx
    .selectFrom('introduction')
    .select((one) => [one.fn.countAll<number>().as('count'), one.fn.max('introduction.updatedAt').as('latest'), one.fn.max('introduction.unlearntAt').as('unlearnt'), one.fn.count<number>('introduction.unlearntAt').as('off')])
    .where(teaches)
    .executeTakeFirstOrThrow()

const listed = (tx: Tx, actor: Actor) => visibleIntroductions(tx, actor).where(teaches)

export async function pageOfLessons(tx: Tx, actor: Actor, { page, size }: { page: number; size: number }) {
  const { total } = await listed(tx, actor).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await listed(tx, actor)
    .leftJoin('achievement', 'achievement.id', 'introduction.achievementId')
    .leftJoin('team', 'team.id', 'introduction.teamId')
    .leftJoin('account as undoer', 'undoer.id', 'introduction.unlearntBy')
    .select(['introduction.id', 'introduction.number', 'introduction.needId', 'introduction.updatedAt', 'introduction.endedAt', 'introduction.unlearntAt', 'need.number as needNumber', 'need.title as needTitle', 'undoer.name as unlearntByName', codeOf.as('code')])
    .select(['achievement.id as achievementId', 'achievement.number as achievementNumber', 'achievement.title as achievementTitle', 'team.id as teamId', 'team.number as teamNumber', 'team.name as teamName'])
    .orderBy(sql`coalesce(introduction.ended_at, introduction.updated_at)`, 'desc')
    .orderBy('introduction.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}

export const findLesson = (tx: Tx, actor: Actor, id: string) => listed(tx, actor).select(['introduction.id', 'introduction.number', 'introduction.allianceId', 'introduction.unlearntAt', 'introduction.answererId', 'introduction.askerId']).where('introduction.id', '=', id).forUpdate(['introduction']).executeTakeFirst()

export async function updateLesson(tx: Tx, id: string, change: { unlearntAt: Date | null; unlearntBy: string | null }) {
  await tx.updateTable('introduction').set(change).where('id', '=', id).execute()
}

type Of = { needId?: string; achievementId?: string; teamId?: string }
/** One row an introduction, with how far it came and how it ended: what all figures are counted from. */
export const listEndings = (tx: Tx, actor: Actor, of: Of) =>
  visibleIntroductions(tx, actor)
    .leftJoin('achievement', 'achievement.id', 'introduction.achievementId')
    .leftJoin('team', 'team.id', 'introduction.teamId')
    .select(['introduction.state', 'introduction.declineCode', 'introduction.needId', 'need.number as needNumber', 'need.title as needTitle', reached.as('stage')])
    .select([sql<string | null>`to_char(introduction.ended_at at time zone 'Asia/Shanghai', 'YYYY-MM')`.as('month')])
    .select(['achievement.id as achievementId', 'achievement.number as achievementNumber', 'achievement.title as achievementTitle', 'team.id as teamId', 'team.number as teamNumber', 'team.name as teamName'])
    .$if(of.needId !== undefined, (all) => all.where('introduction.needId', '=', of.needId!))
    .$if(of.achievementId !== undefined, (all) => all.where('introduction.achievementId', '=', of.achievementId!))
    .$if(of.teamId !== undefined, (all) => all.where('introduction.teamId', '=', of.teamId!))
    .orderBy('introduction.number')
    .execute()
export type Ending = Awaited<ReturnType<typeof listEndings>>[number]
