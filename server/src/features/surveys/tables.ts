import { sql } from 'kysely'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

type State = 'draft' | 'open' | 'closed' | 'scored' | 'published' | 'archived'

const surveys = (tx: Tx) => tx.selectFrom('survey')

/** The office sees its own; whoever works at an active member what was opened; a firm that was asked keeps seeing it after it left. */
export function visibleSurveys(tx: Tx, actor: Actor) {
  return surveys(tx).where((survey) => {
    if (hasRole(actor, 'student')) return sql<boolean>`false`
    if (hasRole(actor, 'secretariat')) return survey('survey.allianceId', '=', actor.allianceId)
    const here = sql<boolean>`(exists (select from membership m where m.alliance_id = survey.alliance_id and m.organisation_id = ${actor.organisationId} and m.state = 'active')
      or exists (select from survey_response r where r.survey_id = survey.id and r.organisation_id = ${actor.organisationId}))`
    return survey.and([survey('survey.state', '!=', 'draft'), here])
  })
}

const counts = [
  sql<number>`(select count(*) from survey_response r where r.survey_id = survey.id)`.as('asked'),
  sql<number>`(select count(*) from survey_response r where r.survey_id = survey.id and r.state <> 'waiting')`.as('answered'),
  sql<number>`(select count(*) from survey_response r where r.survey_id = survey.id and r.state = 'submitted')`.as('unchecked'),
]
const whole = (rows: ReturnType<typeof surveys>) => rows.selectAll('survey').select(counts)
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Survey = ReturnType<typeof typed>

export async function listSurveyRows(tx: Tx, actor: Actor): Promise<Survey[]> {
  return (await whole(visibleSurveys(tx, actor)).orderBy('survey.year', 'desc').orderBy('survey.id').execute()).map(typed)
}

export async function findSurvey(tx: Tx, actor: Actor, surveyId: string): Promise<Survey | undefined> {
  const row = await whole(visibleSurveys(tx, actor)).where('survey.id', '=', surveyId).executeTakeFirst()
  return row && typed(row)
}

/** What it counts is counted after the lock is held. */
export async function lockSurvey(tx: Tx, actor: Actor, surveyId: string): Promise<Locked<Survey> | undefined> {
  await visibleSurveys(tx, actor).select('survey.id').where('survey.id', '=', surveyId).forUpdate().execute()
  const row = await findSurvey(tx, actor, surveyId)
  return row && { ...row, locked: true }
}

/** Without an actor: for the clock. */
export async function lockSurveyAnyhow(tx: Tx, surveyId: string): Promise<Locked<Survey> | undefined> {
  await surveys(tx).select('id').where('id', '=', surveyId).forUpdate().execute()
  const row = await whole(surveys(tx)).where('survey.id', '=', surveyId).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function listDueSurveyIds(tx: Tx, until: string) {
  return (await surveys(tx).select('id').where('state', '=', 'open').where('closesOn', '<=', until).orderBy('id').execute()).map(({ id }) => id)
}

/** The published survey of an alliance before this year: what this year's answers start from. */
export const findYearBefore = (tx: Tx, allianceId: string, year: number) =>
  surveys(tx).select(['id', 'year']).where('allianceId', '=', allianceId).where('year', '<', year).where('state', 'in', ['published', 'archived']).orderBy('year', 'desc').limit(1).executeTakeFirst()

export const listYearsUntil = (tx: Tx, allianceId: string, year: number) =>
  surveys(tx).select(['id', 'year', 'state']).where('allianceId', '=', allianceId).where('year', '<=', year).where((survey) => survey.or([survey('state', 'in', ['published', 'archived']), survey('year', '=', year)])).orderBy('year').execute()

type Content = { title: string; titleEn: string | null; note: string; opensOn: string; closesOn: string }
export const insertSurvey = async (tx: Tx, survey: Content & { allianceId: string; year: number; createdBy: string | null; createdAt: Date; updatedAt: Date; demo: boolean }) =>
  (await tx.insertInto('survey').values(survey).returning('id').executeTakeFirstOrThrow()).id

export async function updateSurvey(tx: Tx, surveyId: string, change: Partial<Content & { state: State; cutOff: number; weights: number[] | null; weightsReason: string | null; weightsBy: string | null; weightsAt: Date | null; catalogue: string; openedAt: Date; closedAt: Date; scoredAt: Date | null; publishedAt: Date }>, now: Date) {
  const { version } = await tx
    .updateTable('survey')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', surveyId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
