import { createHash } from 'node:crypto'
import { commitmentOf, defaultPolicy, draw, inputDigest, type Application, type Market, type Policy, type Reason, type Result, type Round as Lot } from '@silian/matching'
import type { PlacedRound } from '@silian/algorithms/place-round'
import type { RoundRule } from '../contract.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { inThread } from '../../../kernel/thread.ts'
import { ask, settle } from '../../inbox/service.ts'
import { scoreOf, whyNotAnswer } from '../rules.ts'
import type { Round } from '../tables.ts'
import {
  findExport,
  insertFrozen,
  listApplications,
  listFrozenPosts,
  listNumbers,
  listSubmitted,
  listToTell,
  lockResult,
  saveExport,
  updateAnswer,
  writeResult,
  type CutOffRow,
  type Outcome,
} from './tables.ts'

/** What anybody needs to run a published round again: `silian verify round.json`. */
export type RoundExport = {
  format: 'silian-round/1'
  round: { number: string; title: string; commitment: string; seed: string | null; policy: Policy }
  market: Market
  digests: { list: string; input: string; result: string | null }
  result: Pick<Result, 'placements' | 'cutOffs' | 'closed' | 'guarantees'> | null
}

const usualRule: RoundRule = { mechanism: 'student-proposing', reserveMode: 'guarantee', privacyFloor: 3 }
export const ruleOf = (round: Pick<Round, 'policy'>): RoundRule => ({ ...usualRule, ...(round.policy as Partial<RoundRule>) })

/** The engine's settings for a round's rule. Ties always go to the committed draw: every other way of breaking them can be played. */
export function policyOf(round: Pick<Round, 'policy'>): Policy {
  const { mechanism, privacyFloor } = ruleOf(round)
  return {
    ...defaultPolicy,
    mechanism: mechanism === 'total-satisfaction' ? { kind: mechanism, objective: 'min-rank' } : { kind: mechanism },
    minSeatsToPublishCutoff: privacyFloor,
  }
}
export const lotOf = (round: Pick<Round, 'number' | 'policy'>, seed: string): Lot => ({ id: round.number, policy: policyOf(round), lottery: { seed } })

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * The list as it stands when ranking ends. Students appear under letter numbers given in an order drawn with the seed, so that
 * a number says nothing about a person; posts under their own numbers. A wish without its approval stays with its reason.
 */
export async function marketOf(tx: Tx, round: Round, lists: Awaited<ReturnType<typeof listSubmitted>>, numberOf: (studentId: string) => string): Promise<Market> {
  const [posts, applications] = [await listFrozenPosts(tx, round.id), await listApplications(tx, round.id)]
  const postOf = new Map(posts.map((post) => [post.postId, post]))
  const { reserveMode } = ruleOf(round)
  return {
    applicants: lists.map((list) => ({ id: numberOf(list.studentId), tags: list.tags, choices: list.postIds.map((id) => postOf.get(id)!.number) })),
    posts: posts.map(({ number, seats, reserves }) => ({ id: number, capacity: seats, reserves: reserves.map((reserve) => ({ ...reserve, mode: reserveMode })) })),
    applications: applications.map((row): Application => {
      const post = postOf.get(row.postId)!
      const ineligible = post.suspendedAt
        ? { code: post.suspendRule ?? 'suspended' }
        : row.refused !== null
          ? { code: 'refused' }
          : row.unapproved !== null
            ? { code: 'unapproved', params: { rule: row.unapproved } }
            : undefined
      return { student: numberOf(row.studentId), post: post.number, score: scoreOf(row, round, post.scoring), ...(ineligible ? { ineligible } : {}) }
    }),
  }
}

/** Freezes the list: numbers, market, digests. From here on nothing that anybody changes can reach the result. */
export async function freezeList(tx: Tx, round: Locked<Round>) {
  const seed = unseal(round.seedSealed!)
  const lists = await listSubmitted(tx, round.id)
  const drawn = lists
    .map(({ studentId }) => ({ studentId, key: sha256(`${seed}|${round.number}|${studentId}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const numbers = drawn.map(({ studentId }, index) => ({ studentId, letterNumber: `${round.number}-${String(index + 1).padStart(5, '0')}` }))
  await insertFrozen(tx, round.id, numbers)
  const byStudent = new Map(numbers.map((row) => [row.studentId, row.letterNumber]))

  const market = await marketOf(tx, round, lists, (studentId) => byStudent.get(studentId)!)
  const listDigest = sha256(numbers.map((row) => `${row.letterNumber}\n`).join(''))
  const digest = inputDigest(market)
  const content: RoundExport = {
    format: 'silian-round/1',
    round: { number: round.number, title: round.title, commitment: round.seedCommitment!.toString('hex'), seed: null, policy: policyOf(round) },
    market,
    digests: { list: listDigest, input: digest, result: null },
    result: null,
  }
  await saveExport(tx, round.id, JSON.stringify(content))
  return { listDigest, inputDigest: digest, applicants: numbers.length }
}

export async function frozenExport(tx: Tx, round: Round): Promise<RoundExport> {
  return ((await findExport(tx, round.id)) as RoundExport | undefined) ?? refuse('not_found')
}

/** The official run: opens the committed seed, places, explains every wish, and keeps it all with the digests. */
export async function matchList(tx: Tx, round: Locked<Round>) {
  const content = await frozenExport(tx, round)
  const seed = unseal(round.seedSealed!)
  const { result, reasons } = await inThread<PlacedRound>('@silian/algorithms/place-round', 'placeRound', content.market, lotOf(round, seed))
  if (commitmentOf(seed) !== content.round.commitment || result.digest.input !== round.inputDigest) throw new Error(`round ${round.number}: the frozen list or the seed was changed`)
  const { students, posts } = await listNumbers(tx, round.id)
  const scores = new Map(content.market.applications.map((row) => [`${row.student} ${row.post}`, row.score]))
  const placeInDraw = new Map(draw(seed, round.number, content.market.applicants.map((one) => one.id)).map((number, index) => [number, index + 1]))

  await writeResult(tx, round.id, {
    placed: result.placements.map(({ student, post, choice, seat }) => ({
      studentId: students.get(student)!,
      postId: post === null ? null : posts.get(post)!,
      choice,
      seat: seat === null ? null : seat.kind === 'open' ? 'open' : seat.tag,
      lottery: placeInDraw.get(student)!,
    })),
    outcomes: reasons.flatMap((one) => one.reasons.map((reason) => outcomeRow(reason, students.get(one.student)!, posts, scores.get(`${one.student} ${reason.post}`) ?? 0))),
    cutOffs: result.cutOffs.map((row): CutOffRow => ({
      postId: posts.get(row.post)!,
      seat: row.seat.kind === 'open' ? 'open' : row.seat.tag,
      seats: row.seats,
      filled: row.filled,
      applicants: row.applicants,
      lastScore: row.lastAdmitted?.score ?? null,
      lastLottery: row.lastAdmitted?.lottery ?? null,
    })),
  })
  const { placements, cutOffs, closed, guarantees, digest } = result
  const told: RoundExport = {
    ...content,
    round: { ...content.round, seed },
    digests: { ...content.digests, result: digest.result },
    result: { placements, cutOffs, closed, guarantees },
  }
  await saveExport(tx, round.id, JSON.stringify(told))
  const placed = placements.filter((one) => one.post !== null).length
  return {
    change: { seedRevealed: seed, resultDigest: digest.result, engine: digest.engine, guarantees: JSON.stringify(guarantees), audit: JSON.stringify(auditOf(result)) },
    details: { resultDigest: digest.result, seed, placed, unplaced: placements.length - placed },
  }
}

/** Witnesses enough to look into, not a second copy of the market. */
const auditOf = ({ audit: found }: Result) => ({
  violations: found.violations.slice(0, 100),
  blockingPairs: found.blockingPairs.slice(0, 100),
  wasted: found.wasted.slice(0, 100),
  envy: found.envy.slice(0, 100),
})

function outcomeRow(reason: Reason, studentId: string, posts: ReadonlyMap<string, string>, score: number): Outcome {
  const { post, choice, code, ...facts } = reason
  return { studentId, choice, postId: posts.get(post)!, score, reason: code, facts: JSON.stringify(facts) }
}

/** Says that the letter is there, never what is in it: a mailbox may be read by others. */
export async function tellResults(tx: Tx, round: Round) {
  for (const { email } of await listToTell(tx, round.id)) {
    if (email) await post(tx, { channel: 'email', recipient: email, subject: round.title, body: `${round.title}\n${setting().origin}/app/my/rounds/${round.id}/letter` })
  }
}

export async function answer(tx: Tx, actor: Actor, round: Round, given: { answer: 'accepted' | 'declined'; reason?: string }, now: Date) {
  const result = (await lockResult(tx, round.id, actor.studentId!)) ?? refuse('not_found')
  const no = whyNotAnswer(round, result, now)
  if (no) refuse(no)
  if (given.answer === 'declined' && !given.reason) refuse('reason_needed')
  await updateAnswer(tx, round.id, actor.studentId!, { answer: given.answer, answerReason: given.reason ?? null, answeredAt: now })
  await settle(tx, actor, { subjectType: 'result', subjectIds: [actor.studentId!], kinds: ['result.answer'] }, given.answer, now)
  audit(tx, actor, now, { event: `placement.${given.answer}`, subjectType: 'round', subjectId: round.id })
  return { answer: given.answer }
}

/** Everybody placed is asked to answer once publicity has ended. */
export async function askForAnswers(tx: Tx, round: Round, now: Date) {
  const students = await listToTell(tx, round.id)
  await ask(
    tx,
    students.flatMap((student) =>
      student.accountId && student.postId
        ? [{ kind: 'result.answer', subjectType: 'result', subjectId: student.id, params: { title: round.title }, assignee: { accountId: student.accountId }, initiatorId: null, dueAt: round.confirmUntil }]
        : [],
    ),
    now,
  )
}
