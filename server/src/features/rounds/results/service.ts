import { commitmentOf, type Result, type SeatKind } from '@silian/matching'
import type { PlacedRound } from '@silian/algorithms/place-round'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { ask, settle } from '../../inbox/service.ts'
import type { Told } from '../lists/service.ts'
import { listPostNumbers, saveExportResult } from '../lists/tables.ts'
import { whyNotAnswer } from '../rules.ts'
import type { Round } from '../tables.ts'
import { listToTell, lockResult, updateAnswer, writeResult, type Closing, type CutOffRow, type LimitUse } from './tables.ts'

const seatName = (seat: SeatKind) => (seat.kind === 'open' ? 'open' : seat.tag)

/** Keeps what the official run gave: everybody's place and why, what bound, and the digests; opens the committed seed. */
export async function keepPlaced(tx: Tx, round: Locked<Round>, { result, lottery, outcomes, reserves, used, commitment }: PlacedRound) {
  const seed = unseal(round.seedSealed!)
  if (commitmentOf(seed) !== commitment || result.digest.input !== round.inputDigest) throw new Error(`round ${round.number}: the frozen list or the seed was changed`)
  const posts = await listPostNumbers(tx, round.id)
  const counts = new Map(reserves.map((one) => [`${one.post} ${one.tag}`, one]))
  await writeResult(tx, round.id, {
    placed: result.placements.map(({ student, post, choice, seat }, index) => ({ student, post, choice, seat: seat && seatName(seat), lottery: lottery[index]! })),
    outcomes,
    // In a further round posts of the rounds before may stand in the market, for what they use up.
    cutOffs: result.cutOffs.flatMap((row): CutOffRow[] => {
      const postId = posts.get(row.post)
      const both = counts.get(`${row.post} ${seatName(row.seat)}`)
      if (postId === undefined) return []
      const { seats, filled, applicants, lastAdmitted } = row
      return [{ postId, seat: seatName(row.seat), seats, filled, applicants, lastScore: lastAdmitted?.score ?? null, lastLottery: lastAdmitted?.lottery ?? null, taggedGuarantee: both?.guarantee ?? null, taggedAdditional: both?.additional ?? null }]
    }),
    uses: used.map(useOf),
    closings: result.closed.map(({ post: number, had, min, step }): Closing => ({ step, postId: posts.get(number)!, had, minimum: min })),
  })
  const { placements, cutOffs, closed, guarantees, digest } = result
  const told: Told = { seed, digest: digest.result, placements, cutOffs, closed, guarantees }
  await saveExportResult(tx, round.id, JSON.stringify(told))
  const placed = placements.filter((one) => one.post !== null).length
  return {
    change: { seedRevealed: seed, resultDigest: digest.result, engine: digest.engine, guarantees: JSON.stringify(guarantees), audit: JSON.stringify(auditOf(result)) },
    details: { resultDigest: digest.result, seed, placed, unplaced: placements.length - placed, ...(closed.length > 0 ? { closed: closed.length } : {}) },
  }
}

/** `L3/<school>/<firm>`, as the rule named it. */
function useOf({ id, max, used }: PlacedRound['used'][number]): LimitUse {
  const [name, schoolId = null, organisationId = null] = id.split('/')
  return { position: Number(name!.slice(1)), schoolId, organisationId, used, most: max }
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
