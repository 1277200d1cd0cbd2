import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { closingOf, dayOf, dueInWorkingDays } from '../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Locked, type Tx } from '../../kernel/db.ts'
import { canMove } from '../../kernel/lifecycle.ts'
import { refuse } from '../../kernel/refusal.ts'
import { advance } from '../inbox/service.ts'
import { isPublished } from './catalogue/rules.ts'
import { computeCatalogue } from './catalogue/service.ts'
import type { SurveyAction, SurveyFields, SurveyRow, SurveyView } from './contract.ts'
import { surveyLife, type SurveyInMotion } from './lifecycle.ts'
import { mayKeepSurvey, mayRemindFirms, maySeeProgress, maySeeResult, mayWriteSurvey } from './policy.ts'
import { askFirms, findOwnAnswer, stopAsking, stopMending } from './responses/service.ts'
import { insertSurvey, listDueSurveyIds, listSurveyRows, lockSurveyAnyhow, updateSurvey, type Survey } from './tables.ts'

/** Working days: to check what came and score it, and from the scores to the catalogue. */
const scoreWithin = 10
const publishWithin = 10

export const inMotion = ({ id, allianceId, state, year, title, closesOn, unchecked }: Survey, now: Date): SurveyInMotion => ({
  id, allianceId, state, year, title, unchecked,
  isPast: closingOf(closesOn) <= now,
  clocks: { score: dueInWorkingDays(now, scoreWithin), publish: dueInWorkingDays(now, publishWithin) },
})

function rowView({ id, year, title, titleEn, state, opensOn, closesOn, asked, answered, demo }: Survey, actor: Actor): SurveyRow {
  const counts = maySeeProgress(actor) ? { asked, answered } : { asked: 0, answered: 0 }
  return { id, year, title, titleEn, state, opensOn, closesOn, ...counts, demo }
}

export const viewSurveys = async (tx: Tx, actor: Actor) => ({ rows: (await listSurveyRows(tx, actor)).map((row) => rowView(row, actor)), can: { write: mayWriteSurvey(actor) } })

export async function viewSurvey(tx: Tx, actor: Actor, survey: Survey, now: Date): Promise<SurveyView> {
  const { note, cutOff, openedAt, closedAt, scoredAt, publishedAt, unchecked, version, state } = survey
  const office = mayKeepSurvey(actor, survey)
  const own = actor.role === 'enterprise_contact' ? await findOwnAnswer(tx, actor, survey.id) : undefined
  return {
    ...rowView(survey, actor),
    note, version,
    cutOff: cutOff / 10,
    openedAt: openedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    scoredAt: scoredAt?.toISOString() ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
    unchecked: office ? unchecked : null,
    can: {
      ...canMove(surveyLife, actor, inMotion(survey, now)),
      edit: office && state === 'draft',
      adjust: office && state === 'scored',
      check: office && (state === 'open' || state === 'closed'),
      progress: maySeeProgress(actor) && state !== 'draft',
      remind: mayRemindFirms(actor) && state === 'open',
      result: maySeeResult(actor) && (isPublished(state) || (office && state !== 'draft')),
      answer: own !== undefined,
    },
  }
}

function refuseDates({ opensOn, closesOn }: Pick<SurveyFields, 'opensOn' | 'closesOn'>) {
  if (closesOn <= opensOn) refuse('invalid_input', { issues: [{ path: ['closesOn'], code: 'dates_reversed' }] })
}

export async function writeSurvey(tx: Tx, actor: Actor, fields: SurveyFields & { year: number }, now: Date, { demo = false } = {}) {
  refuseDates(fields)
  const id = await insertSurvey(tx, { ...fields, allianceId: actor.allianceId!, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'survey.written', subjectType: 'survey', subjectId: id, details: { year: fields.year } })
  return { id, version: 1 }
}

/** Only a draft is changed: what firms were asked stays as they read it. */
export async function changeSurvey(tx: Tx, actor: Actor, survey: Locked<Survey>, { version, ...fields }: SurveyFields & { version: number }, now: Date) {
  if (survey.state !== 'draft') refuse('wrong_state', { state: survey.state })
  if (survey.version !== version) refuse('changed_meanwhile')
  refuseDates(fields)
  audit(tx, actor, now, { event: 'survey.changed', subjectType: 'survey', subjectId: survey.id, details: { year: survey.year } })
  return { id: survey.id, version: await updateSurvey(tx, survey.id, fields, now) }
}

const stampOf: Partial<Record<SurveyAction, (now: Date) => Parameters<typeof updateSurvey>[2]>> = {
  open: (now) => ({ openedAt: now }),
  close: (now) => ({ closedAt: now }),
  score: (now) => ({ scoredAt: now }),
  unscore: () => ({ scoredAt: null }),
  publish: (now) => ({ publishedAt: now }),
}

async function go(tx: Tx, by: Actor | null, survey: Locked<Survey>, action: SurveyAction, now: Date) {
  // Said with the number, before the declaration says it without.
  if (action === 'score' && survey.state === 'closed' && survey.unchecked > 0) refuse('survey_unchecked', { count: survey.unchecked })
  const state = await advance(tx, by, surveyLife, action, { ...inMotion(survey, now), locked: true }, now, { year: survey.year })
  if (action === 'open' && (await askFirms(tx, by!, survey, now)) === 0) refuse('survey_without_firms')
  if (action === 'close') await stopAsking(tx, by, survey.id, now)
  // What nobody mended before the scoring is not counted, and not asked for any more.
  if (action === 'score') await stopMending(tx, by, survey.id, now)
  const frozen = action === 'publish' ? { catalogue: JSON.stringify(await computeCatalogue(tx, survey)) } : {}
  return { id: survey.id, state, version: await updateSurvey(tx, survey.id, { state, ...stampOf[action]?.(now), ...frozen }, now) }
}

export async function moveSurvey(tx: Tx, actor: Actor, survey: Locked<Survey>, { action, version }: { action: SurveyAction; version: number }, now: Date) {
  if (survey.version !== version) refuse('changed_meanwhile')
  return go(tx, actor, survey, action, now)
}

/** Every few minutes: the evening of the last day closes a survey. Looked at again under its lock. */
export async function closeSurveys(db: Db, now: Date) {
  for (const id of await inReadOnlyTransaction(db, (tx) => listDueSurveyIds(tx, dayOf(now)))) {
    await inTransaction(db, async (tx) => {
      const survey = await lockSurveyAnyhow(tx, id)
      if (survey?.state === 'open' && closingOf(survey.closesOn) <= now) await go(tx, null, survey, 'close', now)
    })
  }
}
