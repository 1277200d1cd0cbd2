import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Paging } from '../../../contract/paging.ts'

type State = 'waiting' | 'submitted' | 'returned' | 'accepted' | 'declined'
type SurveyState = 'draft' | 'open' | 'closed' | 'scored' | 'published' | 'archived'
type Outlook = 'grow' | 'same' | 'shrink'

const responses = (tx: Tx) =>
  tx.selectFrom('surveyResponse').innerJoin('survey', 'survey.id', 'surveyResponse.surveyId').innerJoin('organisation', 'organisation.id', 'surveyResponse.organisationId')

/** That a firm was asked and where it stands: the firm, who spoke for it when the survey opened, the authority of the alliance, the office. */
export function visibleResponses(tx: Tx, actor: Actor) {
  return responses(tx).where((response) => {
    if (hasRole(actor, 'secretariat')) return response('survey.allianceId', '=', actor.allianceId)
    if (hasRole(actor, 'enterprise_contact')) return response('surveyResponse.organisationId', '=', actor.organisationId)
    if (hasRole(actor, 'association_contact', 'park_contact', 'platform_contact')) {
      return sql<boolean>`exists (select from survey_speaker s where s.response_id = survey_response.id and s.speaker_id = ${actor.organisationId})`
    }
    if (hasRole(actor, 'official')) return sql<boolean>`exists (select from membership m where m.alliance_id = survey.alliance_id and m.organisation_id = ${actor.organisationId} and m.state = 'active')`
    return sql<boolean>`false`
  })
}

const whole = (rows: ReturnType<typeof responses>) =>
  rows
    .selectAll('surveyResponse')
    .select(['survey.allianceId', 'survey.year', 'survey.title', 'survey.titleEn', 'survey.note', 'survey.closesOn', 'survey.state as surveyState', 'organisation.name as organisationName', 'organisation.kind as organisationKind'])
    .select([
      sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.protocol_order, o.id), '[]')
        from survey_speaker s join organisation o on o.id = s.speaker_id where s.response_id = survey_response.id)`.as('speakers'),
      sql<number>`(select coalesce(sum(l.people), 0) from survey_line l where l.response_id = survey_response.id)`.as('people'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, surveyState: row.surveyState as SurveyState, outlook: row.outlook as Outlook | null })
export type Response = ReturnType<typeof typed>

export type Filter = { q: string; state?: State | 'answered' | 'unchanged'; speaker?: string }

function filtered(tx: Tx, actor: Actor, surveyId: string, { q, state, speaker }: Filter) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleResponses(tx, actor)
    .where('surveyResponse.surveyId', '=', surveyId)
    .$if(q !== '', (all) => all.where('organisation.name', 'ilike', like))
    .$if(state === 'answered', (all) => all.where('surveyResponse.state', 'in', ['submitted', 'returned', 'accepted']))
    .$if(state === 'unchanged', (all) => all.where('surveyResponse.unchanged', '=', true))
    .$if(state !== undefined && state !== 'answered' && state !== 'unchanged', (all) => all.where('surveyResponse.state', '=', state!))
    .$if(speaker === 'none', (all) => all.where(sql<boolean>`not exists (select from survey_speaker s where s.response_id = survey_response.id)`))
    .$if(speaker !== undefined && speaker !== 'none', (all) => all.where(sql<boolean>`exists (select from survey_speaker s where s.response_id = survey_response.id and s.speaker_id = ${speaker})`))
}

export async function pageOfResponses(tx: Tx, actor: Actor, surveyId: string, filter: Filter & Paging) {
  const all = filtered(tx, actor, surveyId, filter)
  const { total } = await all.select((response) => response.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(all).orderBy('organisation.protocolOrder').orderBy('organisation.id').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(typed), total }
}

export async function listResponseIds(tx: Tx, actor: Actor, surveyId: string, filter: Filter) {
  return (await filtered(tx, actor, surveyId, filter).select('surveyResponse.id').orderBy('surveyResponse.id').execute()).map(({ id }) => id)
}

export async function findResponse(tx: Tx, actor: Actor, responseId: string): Promise<Response | undefined> {
  const row = await whole(visibleResponses(tx, actor)).where('surveyResponse.id', '=', responseId).executeTakeFirst()
  return row && typed(row)
}

const held = async (tx: Tx, rows: ReturnType<typeof responses>): Promise<Locked<Response> | undefined> => {
  const found = await rows.select(['surveyResponse.id', 'surveyResponse.surveyId']).executeTakeFirst()
  if (!found) return undefined
  // The survey first, as whoever closes it does: an answer and the closing wait for each other.
  await tx.selectFrom('survey').select('id').where('id', '=', found.surveyId).forShare().execute()
  await tx.selectFrom('surveyResponse').select('id').where('id', '=', found.id).forUpdate().execute()
  const row = await whole(responses(tx)).where('surveyResponse.id', '=', found.id).executeTakeFirstOrThrow()
  return { ...typed(row), locked: true }
}
export const lockResponse = (tx: Tx, actor: Actor, responseId: string) => held(tx, visibleResponses(tx, actor).where('surveyResponse.id', '=', responseId))

const ownAnswer = (tx: Tx, actor: Actor, surveyId: string) => responses(tx).where('surveyResponse.surveyId', '=', surveyId).where('surveyResponse.organisationId', '=', actor.organisationId)
export async function findOwnAnswer(tx: Tx, actor: Actor, surveyId: string): Promise<Response | undefined> {
  const row = await whole(ownAnswer(tx, actor, surveyId)).executeTakeFirst()
  return row && typed(row)
}
export const lockOwnAnswer = (tx: Tx, actor: Actor, surveyId: string) => held(tx, ownAnswer(tx, actor, surveyId))

export async function lockSubmitted(tx: Tx, surveyId: string): Promise<Locked<Response>[]> {
  const rows = await whole(responses(tx)).where('surveyResponse.surveyId', '=', surveyId).where('surveyResponse.state', '=', 'submitted').orderBy('surveyResponse.id').forUpdate('surveyResponse').execute()
  return rows.map((row) => ({ ...typed(row), locked: true as const }))
}

/**
 * Every enterprise that is an active member now, with who speaks for it now; but not an entry of the directory that has confirmed
 * nothing: no credit code, and nobody there who could answer. Answers the rows.
 */
export async function insertTargets(tx: Tx, survey: { id: string; allianceId: string }, now: Date): Promise<Response[]> {
  await sql`insert into survey_response (survey_id, organisation_id, updated_at)
    select ${survey.id}::uuid, o.id, ${now}::timestamptz from membership m join organisation o on o.id = m.organisation_id
    where m.alliance_id = ${survey.allianceId}::uuid and m.state = 'active' and o.kind = 'enterprise'
      and (o.demo or o.uscc is not null or exists (select from role_grant g where g.organisation_id = o.id)) order by o.protocol_order, o.id`.execute(tx)
  await sql`insert into survey_speaker (response_id, speaker_id)
    select r.id, p.speaker_id from survey_response r join representation p on p.organisation_id = r.organisation_id
    join organisation o on o.id = p.speaker_id and o.kind in ('association', 'park', 'innovation_platform') where r.survey_id = ${survey.id}::uuid`.execute(tx)
  return (await whole(responses(tx)).where('surveyResponse.surveyId', '=', survey.id).orderBy('organisation.protocolOrder').orderBy('organisation.id').execute()).map(typed)
}

export const listOrganisationsOf = async (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? [] : tx.selectFrom('surveyResponse').select(['id', 'organisationId']).where('id', 'in', [...ids]).execute())

export const listIdsIn = async (tx: Tx, surveyId: string, state: State) =>
  (await tx.selectFrom('surveyResponse').select('id').where('surveyId', '=', surveyId).where('state', '=', state).orderBy('id').execute()).map(({ id }) => id)

export type ResponseChange = Partial<{ state: State; outlook: Outlook; unchanged: boolean; reason: string | null; submittedBy: string; submittedAt: Date; checkedBy: string; checkedAt: Date }>
export async function updateResponse(tx: Tx, responseId: string, change: ResponseChange, now: Date) {
  const { version } = await tx
    .updateTable('surveyResponse')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', responseId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Being reminded is no change of the answer: its version stays. */
export async function noteReminded(tx: Tx, ids: readonly string[], now: Date) {
  if (ids.length === 0) return
  await tx.updateTable('surveyResponse').set((row) => ({ remindedCount: row('remindedCount', '+', 1), remindedAt: now })).where('id', 'in', [...ids]).execute()
}

export type LineValues = { occupationCode: string; people: number; education: string; experienceYears: number; skillGrade: number | null; skills: string[]; startMonth: string; payMin: number | null; payMax: number | null; kind: string }
export async function replaceLines(tx: Tx, responseId: string, lines: readonly LineValues[]) {
  await tx.deleteFrom('surveyLine').where('responseId', '=', responseId).execute()
  if (lines.length > 0) await tx.insertInto('surveyLine').values(lines.map((line, at) => ({ ...line, responseId, position: at + 1 }))).execute()
}

export const listLines = (tx: Tx, responseId: string) =>
  tx
    .selectFrom('surveyLine')
    .select(['occupationCode', 'people', 'education', 'experienceYears', 'skillGrade', 'skills', 'startMonth', 'payMin', 'payMax', 'kind'])
    .where('responseId', '=', responseId)
    .orderBy('position')
    .execute()

/** What this firm's accepted answer was in that survey. */
export const findAccepted = (tx: Tx, surveyId: string, organisationId: string) =>
  tx.selectFrom('surveyResponse').select(['id', 'outlook']).where('surveyId', '=', surveyId).where('organisationId', '=', organisationId).where('state', '=', 'accepted').executeTakeFirst()

/** A row for each line, or one for a firm without; without lines, one for each firm. */
export async function listForExport(tx: Tx, actor: Actor, surveyId: string, filter: Filter, { withLines }: { withLines: boolean }) {
  const rows = await whole(filtered(tx, actor, surveyId, filter)).orderBy('organisation.protocolOrder').orderBy('organisation.id').execute()
  const lines = withLines && rows.length > 0 ? await listLinesOf(tx, rows.map(({ id }) => id)) : []
  const byResponse = Map.groupBy(lines, ({ responseId }) => responseId)
  return rows.map(typed).flatMap((row) => (byResponse.get(row.id) ?? [null]).map((line) => ({ ...row, line })))
}

const listLinesOf = (tx: Tx, responseIds: readonly string[]) =>
  tx.selectFrom('surveyLine').selectAll().where(sql<boolean>`response_id = any(${[...responseIds]}::uuid[])`).orderBy('responseId').orderBy('position').execute()
