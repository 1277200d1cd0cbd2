import { byText, inputDigest, policyDigest, resultDigest } from './canonical.ts'
import { faultsOf } from './faults.ts'
import { guarantees } from './guarantees.ts'
import { sha256Hex } from './sha256.ts'
import { Cancelled, InvalidMarket, type Closed, type CutOff, type Hooks, type Market, type Placement, type Result, type Round } from './model.ts'
import { outcomeOf, type Outcome } from './solve/outcome.ts'
import { compile, NONE, type Table } from './table.ts'
import { verify } from './verify.ts'

export const engine = 'silian-matching/1'

/**
 * Places the students of one round. Pure: the same market, policy and seed give the same bytes everywhere.
 * Throws InvalidMarket with every fault, or Cancelled. Students with a confirmed seat are left alone.
 */
export function place(market: Market, round: Round, hooks: Hooks = {}): Result {
  return placed(market, round, hooks).result
}

/** The result with the table it came from, for what else is to be read from the same draw. */
export function placed(market: Market, round: Round, hooks: Hooks = {}): { result: Result; table: Table } {
  const step = (done: number, name: Parameters<NonNullable<Hooks['progress']>>[1]) => {
    hooks.progress?.(done, name)
    if (hooks.cancelled?.()) throw new Cancelled()
  }
  step(0, 'read')
  const faults = faultsOf(market, round)
  if (faults.length > 0) throw new InvalidMarket(faults)
  step(0.15, 'lottery')
  const table = compile(market, round.lottery.seed, round.id)
  step(0.4, 'match')
  const wishes = Math.max(1, table.wish.length)
  const outcome = outcomeOf(market, round.policy, table, (proposals) => step(0.4 + 0.2 * Math.min(1, proposals / wishes), 'match'))
  step(0.6, 'match')
  const placements = placementsOf(table, outcome)
  const cutOffs = cutOffsOf(table, outcome)
  const closed: Closed[] = outcome.closed.map(({ post, had, min }, at) => ({ post: table.posts[post]!, had, min, step: at + 1 }))
  const core = { round, placements, cutOffs, closed, guarantees: guarantees(market, round.policy), proposals: outcome.proposals }
  step(0.7, 'verify')
  const audit = verify(market, core)
  step(0.85, 'digest')
  const digest = {
    input: inputDigest(market),
    policy: policyDigest(round.policy),
    seed: sha256Hex(round.lottery.seed),
    result: resultDigest(core),
    engine,
  }
  step(1, 'digest')
  return { result: { ...core, audit, digest }, table }
}

function placementsOf(table: Table, outcome: Outcome): Placement[] {
  return table.students
    .map((student, s): Placement => {
      const edge = outcome.match[s]!
      if (edge === NONE) return { student, post: null, choice: null, seat: null }
      return { student, post: table.posts[table.edges[2 * edge]!]!, choice: table.wish[edge]!, seat: outcome.seatOf(s) }
    })
    .sort((a, b) => byText(a.student, b.student))
}

function cutOffsOf(table: Table, outcome: Outcome): CutOff[] {
  const applicants = new Uint32Array(table.posts.length)
  for (let e = 0; e < table.wish.length; e++) applicants[table.edges[2 * e]!]!++
  const last = new Map<string, { edge: number; student: number; filled: number }>()
  const keyOf = (post: number, tag: string | null) => (tag === null ? `${post}` : `${post} ${tag}`)
  for (let s = 0; s < table.students.length; s++) {
    const edge = outcome.match[s]!
    if (edge === NONE) continue
    const seat = outcome.seatOf(s)
    const key = keyOf(table.edges[2 * edge]!, seat.kind === 'open' ? null : seat.tag)
    const before = last.get(key)
    const worse = !before || table.edges[2 * edge + 1]! >= table.edges[2 * before.edge + 1]!
    last.set(key, { edge: worse ? edge : before.edge, student: worse ? s : before.student, filled: (before?.filled ?? 0) + 1 })
  }
  return table.source.flatMap((post, p): CutOff[] => {
    const reserves = post.reserves ?? []
    const open = post.capacity - reserves.reduce((sum, reserve) => sum + reserve.seats, 0)
    return [null, ...reserves.map((reserve) => reserve.tag)].map((tag, at): CutOff => {
      const found = last.get(keyOf(p, tag))
      return {
        post: post.id,
        seat: tag === null ? { kind: 'open' } : { kind: 'reserved', tag },
        seats: tag === null ? open : reserves[at - 1]!.seats,
        filled: found?.filled ?? 0,
        applicants: applicants[p]!,
        lastAdmitted: found ? { score: table.score[found.edge]!, lottery: found.student + 1 } : null,
      }
    })
  })
}
