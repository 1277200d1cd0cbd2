import { randomBytes } from 'node:crypto'
import QRCode from 'qrcode'
import { say } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { pdfOf } from '../../../kernel/paper/paper.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Download } from '../../../kernel/route.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { setting } from '../../../kernel/setting.ts'
import { codeFrom, inGroupsOf, normalCode } from '../../identity/rules.ts'
import { ask, settle } from '../../inbox/service.ts'
import { go, type Placement } from '../service.ts'
import type { AssessmentView } from './contract.ts'
import { mayAnswerMarkObjection, mayMarkForSchool, mayMarkForUnit, mayPublishResult, mayWriteText } from './policy.ts'
import { answerMarkObjectionWithin, faultsOfMarks, marksFromDays, maskedName, missingForResult, objectWithin, resultOf, textLeast, type Marks } from './rules.ts'
import {
  findAssessment, findCertificate, findObjection, findScheme, findSchemeFor, insertObjection, listTexts, pageOfAssessments, updateObjection, upsertAssessment, upsertText, type Assessment, type Marked, type Scheme,
} from './tables.ts'

export const lastDayOf = ({ endedOn, endsOn }: Placement) => endedOn ?? endsOn
const isToMark = ({ state }: Placement) => ['active', 'changed', 'ended_early'].includes(state)
/** What it is marked by: the scheme it began with, or the one in force. */
const schemeOf = async (tx: Tx, placement: Placement, assessment: Assessment | undefined): Promise<Scheme | undefined> => (assessment ? findScheme(tx, assessment.schemeId) : findSchemeFor(tx, placement.studentId))
const opensOn = (placement: Placement) => addDays(lastDayOf(placement), -marksFromDays)
const objectUntil = (publishedAt: Date) => dueInWorkingDays(publishedAt, objectWithin)
const allMarks = (assessment: Assessment): Marks => ({ ...assessment.unitMarks, ...assessment.schoolMarks })

export async function viewAssessments(tx: Tx, actor: Actor, query: Parameters<typeof pageOfAssessments>[2], now: Date) {
  const { rows, total } = await pageOfAssessments(tx, actor, query, addDays(dayOf(now), marksFromDays))
  // Until it is published a side sees that the other has marked, not what.
  return { rows, total, page: query.page, size: query.size }
}

export async function viewAssessment(tx: Tx, actor: Actor, placement: Marked, now: Date): Promise<AssessmentView> {
  const assessment = await findAssessment(tx, placement.id)
  const scheme = await schemeOf(tx, placement, assessment)
  const texts = await listTexts(tx, placement.id)
  const objection = await findObjection(tx, placement.id)
  const published = assessment?.state === 'published'
  const school = mayMarkForSchool(actor, placement)
  const unit = mayMarkForUnit(actor, placement)
  const today = dayOf(now)
  const textOf = (kind: 'summary' | 'report') => texts.find((text) => text.kind === kind) ?? null
  // A draft is the student's own.
  const shownText = (kind: 'summary' | 'report') => (textOf(kind)?.handedInAt || mayWriteText(actor, placement) ? textOf(kind) : null)
  const open = isToMark(placement) && scheme !== undefined && today >= opensOn(placement)
  const until = published ? objectUntil(assessment.publishedAt!) : null
  const { id, number, state, title, studentName, cohortName, schoolName, unitName, startsOn, endsOn, endedOn, supervisorName, mentorName } = placement
  const missing = missingForResult({ scheme: scheme !== undefined, unit: !!assessment?.unitMarks, school: !!assessment?.schoolMarks, summary: !!textOf('summary')?.handedInAt, lastDay: lastDayOf(placement), today })
  return {
    placement: { id, number, state, title, studentName, cohortName, schoolName, unitName, startsOn, endsOn, endedOn, supervisorName, mentorName },
    opensOn: opensOn(placement),
    scheme: scheme ? { id: scheme.id, title: scheme.title, passMark: scheme.passMark, items: scheme.items } : null,
    state: assessment?.state ?? 'none',
    unit: assessment?.unitMarkedAt && (published || unit || school) ? { marks: assessment.unitMarks, words: assessment.unitWords, marker: assessment.unitMarker, markedAt: assessment.unitMarkedAt } : null,
    // The unit marks without looking at what the school thinks.
    school: assessment?.schoolMarkedAt && (published || school) ? { marks: assessment.schoolMarks, words: assessment.schoolWords, marker: assessment.schoolMarker, markedAt: assessment.schoolMarkedAt } : null,
    lines: published && scheme ? resultOf(scheme.items, allMarks(assessment)).lines : [],
    total: published ? assessment.total : null,
    passed: published ? assessment.passed : null,
    publishedAt: assessment?.publishedAt ?? null,
    summary: shownText('summary'),
    report: shownText('report'),
    objection: objection ? { ...objection } : null,
    objectUntil: until,
    certificate: assessment?.certificateNumber ? { number: assessment.certificateNumber, code: inGroupsOf(4, assessment.certificateCode!), on: assessment.certifiedOn! } : null,
    missing: published ? [] : missing,
    version: assessment?.version ?? 0,
    can: {
      markUnit: open && unit && !published,
      markSchool: open && school && !published,
      write: mayWriteText(actor, placement) && !['archived', 'cancelled'].includes(placement.state),
      publish: isToMark(placement) && mayPublishResult(actor, placement) && missing.length === 0,
      object: published && mayWriteText(actor, placement) && !objection && now < until! && placement.state === 'assessed',
      answerObjection: objection?.state === 'open' && mayAnswerMarkObjection(actor, placement),
    },
  }
}

export async function giveMarks(tx: Tx, actor: Actor, placement: Locked<Marked>, part: 'unit' | 'school', { marks, words }: { marks: Marks; words: string }, now: Date) {
  if (!isToMark(placement)) refuse('wrong_state', { state: placement.state })
  const assessment = await findAssessment(tx, placement.id)
  const scheme = (await schemeOf(tx, placement, assessment)) ?? refuse('no_scheme', { rule: '1.43' })
  if (dayOf(now) < opensOn(placement)) refuse('too_early_to_mark', { opensOn: opensOn(placement) })
  const issues = faultsOfMarks(scheme.items, part, marks)
  if (issues.length > 0) refuse('invalid_input', { issues })
  const mine = part === 'unit'
    ? { unitMarks: marks, unitWords: words, unitMarkedBy: actor.accountId, unitMarker: actor.name, unitMarkedAt: now }
    : { schoolMarks: marks, schoolWords: words, schoolMarkedBy: actor.accountId, schoolMarker: actor.name, schoolMarkedAt: now }
  await upsertAssessment(tx, placement.id, scheme.id, mine, now, placement.demo)
  audit(tx, actor, now, { event: 'placement.marked', subjectType: 'placement_assessment', subjectId: placement.id, details: { number: placement.number, part } })
  return {}
}

export async function writeText(tx: Tx, actor: Actor, placement: Locked<Placement>, kind: 'summary' | 'report', { text, handIn }: { text: string; handIn: boolean }, now: Date) {
  if (['archived', 'cancelled'].includes(placement.state)) refuse('wrong_state', { state: placement.state })
  if (handIn && [...text].length < textLeast[kind]) refuse('invalid_input', { issues: [{ path: ['text'], code: 'too_short', params: { least: textLeast[kind] } }] })
  const handedInAt = handIn ? now : ((await listTexts(tx, placement.id)).find((one) => one.kind === kind)?.handedInAt ?? null)
  await upsertText(tx, { placementId: placement.id, kind, text, handedInAt, updatedAt: now })
  if (handIn) audit(tx, actor, now, { event: 'placement.text_handed_in', subjectType: 'placement_assessment', subjectId: placement.id, details: { number: placement.number, kind } })
  return { handedInAt }
}

/** Whoever holds the certificate can show it: number and code; a new code with every change of the result. */
const newCertificate = async (tx: Tx, now: Date) => ({ certificateNumber: await nextNumber(tx, 'SZ', now), certificateCode: codeFrom(randomBytes(12)), certifiedOn: dayOf(now) })
const noCertificate = { certificateNumber: null, certificateCode: null, certifiedOn: null }

export async function publishResult(tx: Tx, actor: Actor, placement: Locked<Placement>, now: Date) {
  const assessment = await findAssessment(tx, placement.id)
  const scheme = await schemeOf(tx, placement, assessment)
  const texts = await listTexts(tx, placement.id)
  const missing = missingForResult({ scheme: scheme !== undefined, unit: !!assessment?.unitMarks, school: !!assessment?.schoolMarks, summary: texts.some(({ kind, handedInAt }) => kind === 'summary' && handedInAt), lastDay: lastDayOf(placement), today: dayOf(now) })
  if (isToMark(placement) && missing.length > 0) refuse('assessment_incomplete', { missing, rule: '1.43' })
  const { total } = resultOf(scheme!.items, assessment ? allMarks(assessment) : {})
  const passed = total >= scheme!.passMark
  await go(tx, actor, placement, 'assess', now, { details: { passed } })
  await upsertAssessment(tx, placement.id, scheme!.id, { state: 'published', total, passed, publishedAt: now, ...(passed ? await newCertificate(tx, now) : {}) }, now, placement.demo)
  return { total, passed }
}

export async function objectToMark(tx: Tx, actor: Actor, placement: Locked<Placement>, reason: string, now: Date) {
  const assessment = await findAssessment(tx, placement.id)
  if (assessment?.state !== 'published' || placement.state !== 'assessed') refuse('wrong_state', { state: placement.state })
  if (await findObjection(tx, placement.id)) refuse('objected_already')
  if (now >= objectUntil(assessment.publishedAt!)) refuse('deadline_passed', { deadline: objectUntil(assessment.publishedAt!).toISOString() })
  const dueAt = dueInWorkingDays(now, answerMarkObjectionWithin)
  await insertObjection(tx, { placementId: placement.id, reason, dueAt, totalBefore: assessment.total!, createdAt: now })
  await ask(tx, [{ kind: 'placement.answer_objection', subjectType: 'assessment_objection', subjectId: placement.id, params: { number: placement.number, student: placement.studentName }, assignee: { role: 'school_contact', organisationId: placement.schoolId }, initiatorId: actor.accountId, dueAt }], now)
  audit(tx, actor, now, { event: 'placement.objected', subjectType: 'placement_assessment', subjectId: placement.id, details: { number: placement.number } })
  return {}
}

type Answer = { uphold: boolean; answer: string; unitMarks?: Marks; schoolMarks?: Marks }
/** Upheld: the marks are put right, the result follows, and the old certificate is no longer one. */
export async function answerMarkObjection(tx: Tx, actor: Actor, placement: Locked<Placement>, { uphold, answer, unitMarks, schoolMarks }: Answer, now: Date) {
  const assessment = (await findAssessment(tx, placement.id)) ?? refuse('not_found')
  const objection = await findObjection(tx, placement.id)
  if (objection?.state !== 'open') refuse('wrong_state', { state: objection?.state })
  const scheme = await findScheme(tx, assessment.schemeId)
  const issues = [...(unitMarks ? faultsOfMarks(scheme.items, 'unit', unitMarks) : []), ...(schoolMarks ? faultsOfMarks(scheme.items, 'school', schoolMarks) : [])]
  if (uphold && !unitMarks && !schoolMarks) issues.push({ path: ['schoolMarks'], code: 'missing' })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const after = uphold ? { ...assessment, unitMarks: unitMarks ?? assessment.unitMarks, schoolMarks: schoolMarks ?? assessment.schoolMarks } : assessment
  const { total } = resultOf(scheme.items, allMarks(after))
  const passed = total >= scheme.passMark
  if (uphold) {
    const changed = { unitMarks: after.unitMarks!, schoolMarks: after.schoolMarks!, total, passed }
    await upsertAssessment(tx, placement.id, scheme.id, { ...changed, ...(passed ? await newCertificate(tx, now) : noCertificate) }, now, placement.demo)
  }
  await updateObjection(tx, placement.id, { state: uphold ? 'upheld' : 'rejected', answer, totalAfter: total, answeredBy: actor.accountId, answeredAt: now })
  await settle(tx, actor, { subjectType: 'assessment_objection', subjectIds: [placement.id] }, uphold ? 'upheld' : 'rejected', now)
  audit(tx, actor, now, { event: uphold ? 'placement.objection_upheld' : 'placement.objection_rejected', subjectType: 'placement_assessment', subjectId: placement.id, details: { number: placement.number, before: objection.totalBefore, after: total } })
  return { total, passed }
}

const word = (key: string, params: Record<string, string> = {}) => say('zh-Hans', `assessment:paper.${key}`, params)!
const chineseDay = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** A4, in Chinese: it is the document. The mark stays out of it: the record of marks has it. */
export async function certificateOf(tx: Tx, placement: Placement): Promise<Download> {
  const assessment = await findAssessment(tx, placement.id)
  if (!assessment?.certificateNumber) return refuse('no_certificate')
  const code = inGroupsOf(4, assessment.certificateCode!)
  const link = `${setting().origin}/app/certificates?number=${assessment.certificateNumber}&code=${code}`
  const bytes = await pdfOf({
    template: 'internship-certificate',
    at: assessment.publishedAt!,
    data: {
      title: word('title'),
      code,
      qr: await QRCode.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' }),
      foot: [word('number', { number: assessment.certificateNumber }), word('verify', { link: `${setting().origin}/app/certificates` })],
      name: placement.studentName,
      body: word('body', { school: placement.schoolName, cohort: placement.cohortName, from: chineseDay(placement.startsOn), until: chineseDay(lastDayOf(placement)), unit: placement.unitName, title: placement.title }),
      school: placement.schoolName,
      unit: placement.unitName,
      day: chineseDay(assessment.certifiedOn!),
      sealWord: word('seal'),
    },
  })
  return { name: `${assessment.certificateNumber} ${word('title')}.pdf`, mediaType: 'application/pdf', bytes, inline: true }
}

/** For anybody who holds the paper: number and code together; of the name only as much as shows whose it is. */
export async function verifyCertificate(tx: Tx, { number, code }: { number: string; code: string }) {
  const typed = normalCode(code)
  const row = number && typed.length === 12 ? await findCertificate(tx, number.toUpperCase(), typed) : undefined
  if (!row) return { found: false, certificate: null }
  const { certificateNumber, certifiedOn, name, schoolName, unitName, title, startsOn, endsOn, endedOn } = row
  return { found: true, certificate: { number: certificateNumber!, name: maskedName(name), schoolName, unitName, title, startsOn, endsOn: endedOn ?? endsOn, on: certifiedOn! } }
}
