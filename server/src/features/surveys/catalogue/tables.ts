import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** Every line of every accepted answer. Lines have no names of people; who reads them, and how many firms there must be, is decided above. */
export const listAcceptedLines = (tx: Tx, surveyIds: readonly string[]) =>
  tx
    .selectFrom('surveyLine')
    .innerJoin('surveyResponse', 'surveyResponse.id', 'surveyLine.responseId')
    .innerJoin('organisation', 'organisation.id', 'surveyResponse.organisationId')
    .selectAll('surveyLine')
    .select(['surveyResponse.surveyId', 'surveyResponse.organisationId', 'organisation.name as organisationName'])
    .where('surveyResponse.state', '=', 'accepted')
    .where(sql<boolean>`survey_response.survey_id = any(${[...surveyIds]}::uuid[])`)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('surveyLine.position')
    .execute()

export const listAdjustments = (tx: Tx, surveyId: string) => tx.selectFrom('surveyAdjustment').selectAll().where('surveyId', '=', surveyId).orderBy('occupationCode').execute()

export async function putAdjustment(tx: Tx, row: { surveyId: string; occupationCode: string; step: number; reason: string; expert: string; adjustedBy: string; adjustedAt: Date }) {
  const { step, reason, expert, adjustedBy, adjustedAt } = row
  await tx.insertInto('surveyAdjustment').values(row).onConflict((conflict) => conflict.columns(['surveyId', 'occupationCode']).doUpdateSet({ step, reason, expert, adjustedBy, adjustedAt })).execute()
}
export async function deleteAdjustment(tx: Tx, surveyId: string, occupationCode: string) {
  await tx.deleteFrom('surveyAdjustment').where('surveyId', '=', surveyId).where('occupationCode', '=', occupationCode).execute()
}

/** What anybody may read: the last survey of the alliance that was published. */
export const findLatestPublished = (tx: Tx, allianceId: string) =>
  tx
    .selectFrom('survey')
    .select(['id', 'year', 'title', 'titleEn', 'catalogue', 'publishedAt', 'demo'])
    .where('allianceId', '=', allianceId)
    .where('state', 'in', ['published', 'archived'])
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst()
