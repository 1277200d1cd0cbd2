import { createHash } from 'node:crypto'
import { commitmentOf, defaultPolicy, inputDigest, type Applicant, type Application, type Market, type Policy, type Result, type Round as Lot } from '@silian/matching'
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
  findExportText,
  insertFrozen,
  listFrozenPosts,
  listNumbers,
  listSubmitted,
  listToTell,
  lockResult,
  saveExport,
  saveExportResult,
  updateAnswer,
  writeResult,
  type CutOffRow,
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
  const posts = await listFrozenPosts(tx, round.id)
  const postOf = new Map(posts.map((post) => [post.postId, post]))
  const { reserveMode } = ruleOf(round)
  const applicants: Applicant[] = []
  const applications: Application[] = []
  for (const { studentId, tags, schoolMark, wishes } of lists) {
    const student = numberOf(studentId)
    const choices: string[] = []
    for (const [postId, interview, certificate, rank, refused, unapproved] of wishes) {
      const post = postOf.get(postId)!
      const ineligible = ineligibleFor(post, refused, unapproved)
      const score = scoreOf({ schoolMark, interview, certificate, rank }, round, post.scoring)
      choices.push(post.number)
      applications.push({ student, post: post.number, score, ...(ineligible ? { ineligible } : {}) })
    }
    applicants.push({ id: student, tags, choices })
  }
  return {
    applicants,
    posts: posts.map(({ number, seats, reserves }) => ({ id: number, capacity: seats, reserves: reserves.map((reserve) => ({ ...reserve, mode: reserveMode })) })),
    applications,
  }
}

function ineligibleFor(post: { suspendedAt: Date | null; suspendRule: string | null }, refused: string | null, unapproved: string | null): Application['ineligible'] {
  if (post.suspendedAt) return { code: post.suspendRule ?? 'suspended' }
  if (refused !== null) return { code: 'refused' }
  return unapproved === null ? undefined : { code: 'unapproved', params: { rule: unapproved } }
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

type Told = { seed: string; digest: string } & NonNullable<RoundExport['result']>

export async function frozenExport(tx: Tx, round: Round): Promise<RoundExport> {
  const kept = (await findExport(tx, round.id)) ?? refuse('not_found')
  const content = kept.content as unknown as RoundExport
  if (kept.result === null) return content
  const { seed, digest, ...result } = kept.result as unknown as Told
  return { ...content, round: { ...content.round, seed }, digests: { ...content.digests, result: digest }, result }
}

/** The official run: opens the committed seed, places, explains every wish, and keeps it all with the digests. */
export async function matchList(tx: Tx, round: Locked<Round>) {
  const frozen = (await findExportText(tx, round.id)) ?? refuse('not_found')
  const seed = unseal(round.seedSealed!)
  const { result, lottery, outcomes, commitment } = await inThread<PlacedRound>('@silian/algorithms/place-round', 'placeRound', frozen, lotOf(round, seed))
  if (commitmentOf(seed) !== commitment || result.digest.input !== round.inputDigest) throw new Error(`round ${round.number}: the frozen list or the seed was changed`)
  const { posts } = await listNumbers(tx, round.id)
  const seatOf = (seat: { kind: 'open' } | { kind: 'reserved'; tag: string }) => (seat.kind === 'open' ? 'open' : seat.tag)

  await writeResult(tx, round.id, {
    placed: result.placements.map(({ student, post, choice, seat }, index) => ({ student, post, choice, seat: seat && seatOf(seat), lottery: lottery[index]! })),
    outcomes,
    cutOffs: result.cutOffs.map((row): CutOffRow => ({
      postId: posts.get(row.post)!,
      seat: seatOf(row.seat),
      seats: row.seats,
      filled: row.filled,
      applicants: row.applicants,
      lastScore: row.lastAdmitted?.score ?? null,
      lastLottery: row.lastAdmitted?.lottery ?? null,
    })),
  })
  const { placements, cutOffs, closed, guarantees, digest } = result
  const told: Told = { seed, digest: digest.result, placements, cutOffs, closed, guarantees }
  await saveExportResult(tx, round.id, JSON.stringify(told))
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
