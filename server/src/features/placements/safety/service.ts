import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, viewFilesOf } from '../../files/service.ts'
import { settle } from '../../inbox/service.ts'
import { finding, ruleOf } from '../../needs/law/rules.ts'
import { moveAlong } from '../guards/service.ts'
import { isLive } from '../lifecycle.ts'
import { isOwnPlacement, mayRunPlacement } from '../policy.ts'
import { lockPlacementsAnyhow, seesPlacementId, type Placement } from '../tables.ts'
import { bankInForce, settingsOf } from './bank/service.ts'
import { draw, isPassed, isRight, shuffled } from './rules.ts'
import { findBankById, findOpenTest, findPlacementOfTest, insertTest, listQuestions, listTestsOf, updateTest, type StoredQuestion, type Test } from './tables.ts'

const said = (actor: Actor, chinese: string, english: string | null) => (actor.locale === 'en' && english ? english : chinese)

async function viewsOf(tx: Tx, tests: readonly Test[]) {
  const files = await viewFilesOf(tx, 'safety_test', tests.map(({ id }) => id))
  return tests.map(({ id, startedAt, finishedAt, correct, total, passed, passedOn, bankId }) => ({ id, startedAt, finishedAt, correct, total, passed, passedOn, paper: bankId === null, files: files.get(id) ?? [] }))
}

export async function viewTests(tx: Tx, actor: Actor, placement: Placement, now: Date) {
  const tests = await listTestsOf(tx, placement.id)
  const { drawn, passMark } = await settingsOf(tx, placement.schoolId)
  const passedOn = tests.map((test) => test.passedOn).filter((day) => day !== null).sort()[0] ?? null
  const open = isLive(placement.state) && passedOn === null
  return { rows: await viewsOf(tx, tests), drawn, passMark, passedOn, can: { take: isOwnPlacement(actor, placement) && open && dayOf(now) <= placement.startsOn, record: mayRunPlacement(actor, placement) && open } }
}

/** Rule 1.37: what is passed after the first day does not count, so it is not begun either. */
function refuseLate({ startsOn }: Placement, day: string) {
  if (day <= startsOn) return
  const found = finding('1.37', 'safety', { variant: 'late', params: { on: day, startsOn } })
  refuse('rule_forbids', { findings: [{ ...found, article: ruleOf('1.37').article, sourceStatus: ruleOf('1.37').sourceStatus }] })
}

/** Draws a test; one that was begun and not handed in goes on with the same questions. */
export async function startTest(tx: Tx, actor: Actor, placement: Locked<Placement>, now: Date) {
  if (!isLive(placement.state)) refuse('wrong_state', { state: placement.state })
  if (placement.tested) refuse('test_passed')
  refuseLate(placement, dayOf(now))
  const begun = await findOpenTest(tx, placement.id)
  const bank = begun ? await findBankById(tx, begun.bankId!) : await bankInForce(tx, placement.schoolId, now)
  const questions = await listQuestions(tx, bank.id)
  const test = begun ?? (await insertDrawn(tx, placement, bank, questions, now))
  const byId = new Map(questions.map((question) => [question.id, question]))
  return {
    testId: test.id,
    passMark: bank.passMark,
    questions: test.drawn.map(({ questionId, order }) => {
      const { id, topic, kind, text, textEn, options } = byId.get(questionId)!
      return { id, topic, kind, text: said(actor, text, textEn), options: order.map((at) => ({ at, text: said(actor, options[at]!.text, options[at]!.textEn) })) }
    }),
  }
}

async function insertDrawn(tx: Tx, placement: Placement, bank: { id: string; drawn: number }, questions: readonly StoredQuestion[], now: Date) {
  const id = randomUUID()
  const drawn = draw(questions, bank.drawn, id).map((question) => ({
    questionId: question.id,
    // 对 stays before 错.
    order: question.kind === 'truth' ? [0, 1] : shuffled(question.options.map((_option, at) => at), String, id + question.id),
  }))
  return insertTest(tx, { id, placementId: placement.id, bankId: bank.id, drawn: JSON.stringify(drawn), startedAt: now, writtenBy: null })
}

export async function finishTest(tx: Tx, actor: Actor, placement: Locked<Placement>, { testId, answers }: { testId: string; answers: readonly { questionId: string; chosen: readonly number[] }[] }, now: Date) {
  const test = await findOpenTest(tx, placement.id)
  if (!test || test.id !== testId) return refuse('wrong_state', { state: 'finished' })
  refuseLate(placement, dayOf(now))
  const bank = await findBankById(tx, test.bankId!)
  const byId = new Map((await listQuestions(tx, bank.id)).map((question) => [question.id, question]))
  const chosen = new Map(answers.map((one) => [one.questionId, one.chosen]))
  const wrong = test.drawn.map(({ questionId }) => byId.get(questionId)!).filter((question) => !isRight(chosen.get(question.id) ?? [], question.answer))
  const total = test.drawn.length
  const correct = total - wrong.length
  const passed = isPassed(correct, total, bank.passMark)
  await updateTest(tx, test.id, { answers: JSON.stringify(answers), finishedAt: now, correct, total, passed, passedOn: passed ? dayOf(now) : null })
  audit(tx, actor, now, { event: passed ? 'placement.test_passed' : 'placement.test_failed', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, correct, total, bank: bank.version } })
  if (passed) await noteTested(tx, actor, placement, now)
  const [after] = await lockPlacementsAnyhow(tx, [placement.id])
  return {
    correct, total, passed,
    state: after!.state,
    wrong: wrong.map(({ text, textEn, options, answer, why, whyEn }) => ({ text: said(actor, text, textEn), right: answer.map((at) => said(actor, options[at]!.text, options[at]!.textEn)), why: said(actor, why, whyEn) })),
  }
}

async function noteTested(tx: Tx, actor: Actor, placement: Placement, now: Date) {
  await settle(tx, actor, { subjectType: 'placement', subjectIds: [placement.id], kinds: ['placement.take_test'] }, 'train', now)
  await moveAlong(tx, actor, [placement.id], now)
}

/** Paper is an equal path: the scan, the day it was written, the marks. */
export async function recordTest(tx: Tx, actor: Actor, placement: Locked<Placement>, upload: Upload, now: Date) {
  if (!isLive(placement.state)) refuse('wrong_state', { state: placement.state })
  if (placement.tested) refuse('test_passed')
  const { passMark } = await settingsOf(tx, placement.schoolId)
  const [correct, total] = [Number(upload.fields['correct']), Number(upload.fields['total'])]
  const passedOn = upload.fields['passedOn'] ?? ''
  const issues = [
    ...(/^\d{4}-\d{2}-\d{2}$/.test(passedOn) && passedOn <= dayOf(now) ? [] : [{ path: ['passedOn'], code: 'invalid' }]),
    ...(Number.isInteger(total) && total >= 5 && total <= 200 ? [] : [{ path: ['total'], code: 'invalid' }]),
    ...(Number.isInteger(correct) && correct >= 0 && correct <= total ? [] : [{ path: ['correct'], code: 'invalid' }]),
  ]
  if (issues.length > 0) refuse('invalid_input', { issues })
  refuseLate(placement, passedOn)
  const passed = isPassed(correct, total, passMark)
  const test = await insertTest(tx, { placementId: placement.id, bankId: null, drawn: '[]', startedAt: now, finishedAt: now, correct, total, passed, passedOn: passed ? passedOn : null, writtenBy: actor.accountId })
  await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'safety_test', subjectId: test.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now)
  audit(tx, actor, now, { event: passed ? 'placement.test_passed' : 'placement.test_failed', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, correct, total, paper: true } })
  if (passed) await noteTested(tx, actor, placement, now)
  return (await viewsOf(tx, [test]))[0]!
}

export async function seesTestFiles(tx: Tx, actor: Actor, testId: string) {
  const placementId = await findPlacementOfTest(tx, testId)
  return placementId !== undefined && (await seesPlacementId(tx, actor, placementId))
}
