import { createHash } from 'node:crypto'
import { commitmentOf, defaultPolicy, inputDigest, lotteryNumber, sentence, type Market, type Reason, type Result } from '@silian/matching'
import type { PlacedRound } from '@silian/algorithms/place-round'
import { t } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { post } from '../../../../kernel/outbox.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { unseal } from '../../../../kernel/secrets.ts'
import { setting } from '../../../../kernel/setting.ts'
import { inThread } from '../../../../kernel/thread.ts'
import type { RoundExport } from '../../../rounds/lists/service.ts'
import { findClassesAnyhow, lockClassesAnyhow } from '../../classes/tables.ts'
import { step } from '../../classes/service.ts'
import { admit } from '../../places/service.ts'
import { countUnscored, findLearner, findSignup, listClassIds, type Intake } from '../tables.ts'
import { findPlaceOf, giveNumbers, listLists, listNumbered, noteClosed, writeOutcomes } from './tables.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
/** As the rounds do it, and read by the same `silian verify`: a class is a post with a minimum. */
const policy = { ...defaultPolicy, lowerQuota: 'close' as const }

/** The lists as they stand. Students under letter numbers drawn with the seed; from here on nothing that anybody changes reaches the result. */
export async function freezeLists(tx: Tx, intake: Locked<Intake>, now: Date) {
  const unscored = await countUnscored(tx, intake.id)
  if (unscored > 0 && now < intake.scoreUntil) refuse('scores_missing', { missing: unscored })
  const seed = unseal(intake.seedSealed)
  const classes = await findClassesAnyhow(tx, await listClassIds(tx, intake.id))
  const lists = (await listLists(tx, intake.id)).map((row) => ({ ...row, key: sha256(`${seed}|${intake.number}|${row.studentId}`) })).sort((one, other) => (one.key < other.key ? -1 : 1))
  const numbered = lists.map((row, at) => ({ ...row, letterNumber: `${intake.number}-${String(at + 1).padStart(5, '0')}` }))
  await giveNumbers(tx, intake.id, numbered.map(({ studentId, letterNumber }) => ({ studentId, letterNumber })))
  const market: Market = {
    applicants: numbered.map(({ letterNumber, choices }) => ({ id: letterNumber, choices: choices.map(({ classNumber }) => classNumber) })),
    posts: classes.map(({ number, seats, minSeats }) => ({ id: number, capacity: seats, min: minSeats })),
    applications: numbered.flatMap(({ letterNumber, choices }) => choices.map(({ classNumber, score, refused }) => ({ student: letterNumber, post: classNumber, score: score ?? 0, ...(refused === null ? {} : { ineligible: { code: 'refused', params: { reason: refused } } }) }))),
  }
  const digests = { list: sha256(numbered.map(({ letterNumber }) => `${letterNumber}\n`).join('')), input: inputDigest(market), result: null }
  const content: RoundExport = { format: 'silian-round/1', round: { number: intake.number, title: intake.title, commitment: intake.seedCommitment.toString('hex'), seed: null, policy }, market, digests, result: null }
  return { change: { frozen: JSON.stringify(content), listDigest: digests.list, inputDigest: digests.input, frozenAt: now }, details: { listDigest: digests.list, inputDigest: digests.input, applicants: numbered.length, unscored } }
}

export type Told = Pick<Result, 'placements' | 'cutOffs' | 'closed' | 'guarantees'> & { audit: { violations: number; blockingPairs: number; coalitions: number } }

/** Opens the committed seed. A class below its minimum closes, one at a time, and its students go on to their next choice. */
export async function decideLists(tx: Tx, by: Actor | null, intake: Locked<Intake>, now: Date) {
  const seed = unseal(intake.seedSealed)
  const { result, lottery, outcomes, commitment } = await inThread<PlacedRound>('@silian/algorithms/place-round', 'placeRound', intake.frozen, seed)
  if (commitmentOf(seed) !== commitment || result.digest.input !== intake.inputDigest) throw new Error(`intake ${intake.number}: the frozen list or the seed was changed`)
  const classes = await lockClassesAnyhow(tx, await listClassIds(tx, intake.id))
  const byNumber = new Map(classes.map((one) => [one.number, one]))
  const reasons = JSON.parse(outcomes) as Record<string, unknown>
  await writeOutcomes(tx, intake.id, result.placements.map(({ student, post: number }, at) => ({ letterNumber: student, classId: number === null ? null : byNumber.get(number)!.id, lottery: lottery[at]!, outcomes: reasons[student] })))
  const people = await listNumbered(tx, intake.id)
  const studentOf = new Map(people.map(({ letterNumber, studentId }) => [letterNumber, studentId]))
  for (const one of classes) {
    const closed = result.closed.find((row) => row.post === one.number)
    const admitted = result.placements.filter((row) => row.post === one.number)
    await noteClosed(tx, intake.id, one.id, closed ? { had: closed.had, closedStep: closed.step } : { admitted: admitted.length })
    await step(tx, by, one, closed ? 'shut' : 'fill', {}, now, closed ? { had: closed.had, min: closed.min, step: closed.step } : { admitted: admitted.length })
    for (const { student } of admitted) await admit(tx, by, { classId: one.id, studentId: studentOf.get(student)!, intakeId: intake.id, confirmUntil: intake.confirmUntil }, now)
  }
  // Says that the letter is there, never what is in it.
  for (const { email } of people) if (email) await post(tx, { channel: 'email', recipient: email, subject: intake.title, body: `${intake.title}\n${setting().origin}/app/my/class-intakes/${intake.id}/letter` })
  const { placements, cutOffs, closed, guarantees, digest, audit } = result
  const told: Told = { placements, cutOffs, closed, guarantees, audit: { violations: audit.violations.length, blockingPairs: audit.blockingPairs.length, coalitions: audit.coalitions.length } }
  const placed = placements.filter((row) => row.post !== null).length
  return { change: { seedRevealed: seed, result: JSON.stringify(told), resultDigest: digest.result, decidedAt: now }, details: { resultDigest: digest.result, seed, placed, unplaced: placements.length - placed, closed: closed.length } }
}

/** What anybody needs to run it again. */
export function exportOf(intake: Intake): RoundExport {
  const content = JSON.parse(intake.frozen!) as RoundExport
  if (intake.result === null) return content
  const { audit: _audit, ...result } = intake.result as unknown as Told
  return { ...content, round: { ...content.round, seed: intake.seedRevealed }, digests: { ...content.digests, result: intake.resultDigest }, result }
}

/** The letter: what came of each choice, why, which classes did not open in which order, and how to check the draw. */
export async function viewLetter(tx: Tx, actor: Actor, intake: Intake) {
  const signup = intake.state === 'decided' ? await findSignup(tx, intake.id, actor.studentId!) : undefined
  if (!signup?.letterNumber) refuse('not_found')
  const classes = new Map((await findClassesAnyhow(tx, await listClassIds(tx, intake.id))).map((one) => [one.number, one]))
  const told = intake.result as unknown as Told
  const reasons = signup.outcomes as unknown as Reason[]
  const names = { post: (number: string) => classes.get(number)?.title ?? number, rule: (code: string, params: Readonly<Record<string, string | number>>) => t(actor.locale, 'training:letter.refused', { reason: String(params.reason ?? code) }) }
  const seed = intake.seedRevealed!
  const commitment = intake.seedCommitment.toString('hex')
  const placed = reasons.find(({ code }) => code === 'placed')
  const place = signup.classId ? await findPlaceOf(tx, intake.id, signup.studentId, signup.classId) : undefined
  const titled = (number: string) => ({ title: classes.get(number)!.title, organisationName: classes.get(number)!.organisationName })
  return {
    intakeId: intake.id, title: intake.title, number: intake.number, letterNumber: signup.letterNumber, decidedAt: intake.decidedAt!, studentName: (await findLearner(tx, signup.studentId)).name, schoolName: intake.schoolName,
    placed: placed ? { placeId: place?.id ?? null, ...titled(placed.post), choice: placed.choice, confirmUntil: place?.confirmUntil ?? intake.confirmUntil, state: place?.state ?? null } : null,
    outcomes: reasons.map((reason) => ({ choice: reason.choice, ...titled(reason.post), reason: reason.code, sentence: sentence(reason, actor.locale, names) })),
    closings: told.closed.map(({ step: at, post: number, had, min }) => ({ step: at, title: classes.get(number)!.title, had, min })),
    lottery: { place: signup.lottery!, number: lotteryNumber(seed, intake.number, signup.letterNumber), seed, commitment, verifies: commitmentOf(seed) === commitment },
  }
}
