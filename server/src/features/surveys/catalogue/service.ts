import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { codeNames, occupationsOfMajors } from '../../talent/codes/service.ts'
import { graduatesByMajor } from '../../talent/programmes/service.ts'
import { isSurveyOffice } from '../policy.ts'
import { updateSurvey, type Survey } from '../tables.ts'
export { leastFirms } from './rules.ts'
import { catalogueOf, faultsOfWeights, forEverybody, graduatesByOccupation, isDemand, isPublished, leastFirms, storedWeights, weightsOf, type AcceptedLine, type CatalogueFacts } from './rules.ts'
import { deleteAdjustment, findLatestPublished, listAcceptedLines, listAdjustments, putAdjustment } from './tables.ts'

/** As it would be published now. */
export async function computeCatalogue(tx: Tx, survey: Pick<Survey, 'id' | 'year' | 'cutOff' | 'weights' | 'weightsReason'>): Promise<CatalogueFacts> {
  const lines = (await listAcceptedLines(tx, [survey.id])) as AcceptedLine[]
  const leaving = await graduatesByMajor(tx, { from: survey.year, until: survey.year })
  const graduates = graduatesByOccupation(leaving, await occupationsOfMajors(tx, leaving.map(({ majorCode }) => majorCode)))
  const names = await codeNames(tx, 'occupation', lines.map(({ occupationCode }) => occupationCode))
  return catalogueOf({ lines, graduates, names, adjustments: await listAdjustments(tx, survey.id), cutOff: survey.cutOff / 10, weights: weightsOf(survey.weights), weightsReason: survey.weightsReason })
}

/** Others than the office read what was published; the office sees it grow. */
export async function catalogueFor(tx: Tx, actor: Actor, survey: Survey): Promise<CatalogueFacts> {
  const office = isSurveyOffice(actor, survey)
  if (isPublished(survey.state)) return office ? (survey.catalogue as CatalogueFacts) : forEverybody(survey.catalogue as CatalogueFacts)
  return office ? computeCatalogue(tx, survey) : refuse('survey_not_published')
}

export async function viewCatalogue(tx: Tx, actor: Actor, survey: Survey) {
  const facts = await catalogueFor(tx, actor, survey)
  return { year: survey.year, publishedAt: survey.publishedAt?.toISOString() ?? null, leastFirms, ...facts, version: survey.version }
}

/** What an outsider may read. */
export async function latestCatalogue(tx: Tx, allianceId: string) {
  const row = await findLatestPublished(tx, allianceId)
  return row && { ...row, catalogue: forEverybody(row.catalogue as CatalogueFacts) }
}

/** The lines behind one score. */
export async function viewLines(tx: Tx, survey: Survey, occupationCode: string) {
  const lines = (await listAcceptedLines(tx, [survey.id])).filter((line) => line.occupationCode === occupationCode && isDemand(line as AcceptedLine))
  const names = await codeNames(tx, 'occupation', [occupationCode])
  return {
    rows: lines.map(({ responseId, organisationName, people, education, experienceYears, skillGrade, skills, startMonth, payMin, payMax, kind }) => ({
      responseId, organisationName, occupationCode, people, experienceYears, skillGrade, skills, startMonth, payMin, payMax,
      occupationName: names.get(occupationCode) ?? null,
      education: education as AcceptedLine['education'],
      kind: kind as AcceptedLine['kind'],
    })),
  }
}

export async function adjust(tx: Tx, actor: Actor, survey: Locked<Survey>, occupationCode: string, { step, reason, expert }: { step: -1 | 0 | 1; reason: string; expert: string }, now: Date) {
  if (survey.state !== 'scored') refuse('wrong_state', { state: survey.state })
  if (step === 0) await deleteAdjustment(tx, survey.id, occupationCode)
  else {
    const issues = [...(reason.length < 2 ? [{ path: ['reason'], code: 'missing' }] : []), ...(expert === '' ? [{ path: ['expert'], code: 'missing' }] : [])]
    if (issues.length > 0) refuse('invalid_input', { issues })
    if (!(await computeCatalogue(tx, survey)).entries.some((entry) => entry.occupationCode === occupationCode)) refuse('not_found')
    await putAdjustment(tx, { surveyId: survey.id, occupationCode, step, reason, expert, adjustedBy: actor.accountId, adjustedAt: now })
  }
  audit(tx, actor, now, { event: 'survey.adjusted', subjectType: 'survey', subjectId: survey.id, details: { occupationCode, step, ...(step === 0 ? {} : { reason }) } })
  return {}
}

export async function setCutOff(tx: Tx, actor: Actor, survey: Locked<Survey>, { cutOff, version }: { cutOff: number; version: number }, now: Date) {
  if (survey.version !== version) refuse('changed_meanwhile')
  if (isPublished(survey.state)) refuse('wrong_state', { state: survey.state })
  audit(tx, actor, now, { event: 'survey.cut_off_set', subjectType: 'survey', subjectId: survey.id, details: { cutOff } })
  return { version: await updateSurvey(tx, survey.id, { cutOff: Math.round(cutOff * 10) }, now) }
}

type Hundredths = Record<'contrast' | 'education' | 'experience' | 'requirement' | 'pay', number>

/** The reason stands in the method note of the catalogue, for everybody who reads it. */
export async function setWeights(tx: Tx, actor: Actor, survey: Locked<Survey>, { weights, reason, version }: { weights: Hundredths | null; reason: string; version: number }, now: Date) {
  if (survey.version !== version) refuse('changed_meanwhile')
  if (isPublished(survey.state)) refuse('wrong_state', { state: survey.state })
  const issues = weights === null ? [] : faultsOfWeights(weights, reason)
  if (issues.length > 0) refuse('invalid_input', { issues })
  const change = weights === null ? { weights: null, weightsReason: null, weightsBy: null, weightsAt: null } : { weights: storedWeights(weights), weightsReason: reason, weightsBy: actor.accountId, weightsAt: now }
  audit(tx, actor, now, { event: 'survey.weights_set', subjectType: 'survey', subjectId: survey.id, details: { from: survey.weights, to: change.weights, ...(weights === null ? {} : { reason }) } })
  return { version: await updateSurvey(tx, survey.id, change, now) }
}
