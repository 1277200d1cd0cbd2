import { performance } from 'node:perf_hooks'
import type { Guarantees, Market, Policy, Result } from '@silian/matching'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { inThread } from '../../../kernel/thread.ts'
import { marketOf, policyOf } from '../results/service.ts'
import { listFrozenPosts, listSubmitted } from '../results/tables.ts'
import type { Reserve, Round } from '../tables.ts'

type Change = {
  reserveMode?: Reserve['mode']
  mechanism?: 'student-proposing' | 'post-proposing' | 'total-satisfaction'
  seats: readonly { postId: string; seats: number }[]
}

/** Not the committed seed: a trial must say nothing about who will win a draw. */
const demonstrationSeed = 'demonstration'

/** What the published rule and another one would give for the wishes as they are now. Changes nothing, not even by a record. */
export async function tryRule(tx: Tx, round: Round, change: Change) {
  if (round.state === 'draft' || round.state === 'cancelled' || round.resultDigest !== null) refuse('wrong_state', { state: round.state })
  const market = await marketOf(tx, round, await listSubmitted(tx, round.id), (studentId) => studentId)
  const policy = policyOf(round)
  const numbers = new Map((await listFrozenPosts(tx, round.id)).map((post) => [post.postId, post.number]))
  const seats = new Map(change.seats.map((one) => [numbers.get(one.postId) ?? refuse('not_in_round', { postId: one.postId }), one.seats]))
  const other: Market = {
    ...market,
    posts: market.posts.map((post) => ({
      ...post,
      capacity: seats.get(post.id) ?? post.capacity,
      reserves: post.reserves?.map((reserve) => ({ ...reserve, mode: change.reserveMode ?? reserve.mode })),
    })),
  }
  const started = performance.now()
  const run = (one: Market, rule: Policy) => inThread<Result>('@silian/matching', 'place', one, { id: round.number, policy: rule, lottery: { seed: demonstrationSeed } })
  const rule = await run(market, policy)
  const trial = await run(other, { ...policy, mechanism: mechanismOf(change) ?? policy.mechanism })
  return {
    applicants: market.applicants.length,
    rule: numbersOf(market, rule),
    trial: numbersOf(other, trial),
    ruleGuarantees: rule.guarantees as Guarantees,
    trialGuarantees: trial.guarantees as Guarantees,
    milliseconds: Math.round(performance.now() - started),
  }
}

function mechanismOf({ mechanism }: Change): Policy['mechanism'] | null {
  if (mechanism === undefined) return null
  return mechanism === 'total-satisfaction' ? { kind: mechanism, objective: 'min-rank' } : { kind: mechanism }
}

function numbersOf(market: Market, { placements }: Result) {
  const tagsOf = new Map(market.applicants.map((one) => [one.id, one.tags ?? []]))
  const tags: Record<string, number> = {}
  for (const { student, post } of placements) {
    for (const tag of tagsOf.get(student) ?? []) tags[tag] = (tags[tag] ?? 0) + (post === null ? 0 : 1)
  }
  const upTo = (choice: number) => placements.filter((one) => one.choice !== null && one.choice <= choice).length
  const placed = placements.filter((one) => one.post !== null).length
  return { placed, first: upTo(1), topThree: upTo(3), unplaced: placements.length - placed, tags }
}
