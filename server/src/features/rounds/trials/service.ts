import { performance } from 'node:perf_hooks'
import type { Market, Result } from '@silian/matching'
import { faultsOfRule } from '@silian/algorithms/round-faults'
import { policyOf, turnedTo, type RoundRule, type RuledRound } from '@silian/algorithms/round-rule'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { inThread } from '../../../kernel/thread.ts'
import { marketOf } from '../lists/service.ts'
import { listSubmitted } from '../lists/tables.ts'
import { readSettings, sentencesOf } from '../rule/service.ts'
import type { Round } from '../tables.ts'

type Change = { rule: Partial<RoundRule>; seats: readonly { postId: string; seats: number }[] }

/** Not the committed seed: a trial must say nothing about who will win a draw. */
const demonstrationSeed = 'demonstration'

/** What the published rule and another one would give for the wishes as they are now. Changes nothing, not even by a record. */
export async function tryRule(tx: Tx, actor: Actor, round: Round, change: Change) {
  if (round.state === 'draft' || round.state === 'cancelled' || round.resultDigest !== null) refuse('wrong_state', { state: round.state })
  const settings = await readSettings(tx, round)
  const { ruled, posts } = settings
  const numbers = new Map(posts.map((post) => [post.postId, post.number]))
  const seats = new Map(change.seats.map((one) => [numbers.get(one.postId) ?? refuse('not_in_round', { postId: one.postId }), one.seats]))
  const other: RuledRound = {
    ...ruled,
    rule: turnedTo({ ...ruled.rule, ...change.rule }, change.rule.mechanism ?? ruled.rule.mechanism),
    posts: ruled.posts.map((post) => ({ ...post, seats: seats.get(post.id) ?? post.seats })),
  }
  const faults = faultsOfRule(other)
  if (faults.length > 0) refuse('rule_faulty', { faults, count: faults.length })

  const lists = await listSubmitted(tx, round.id)
  const started = performance.now()
  const run = async (as: RuledRound) => {
    const market = await marketOf(tx, round, lists, (studentId) => studentId, { ...settings, ruled: as })
    const result = await inThread<Result>('@silian/matching', 'place', market, { id: round.number, policy: policyOf(as.rule), lottery: { seed: demonstrationSeed } })
    return { numbers: numbersOf(market, result), guarantees: sentencesOf(result.guarantees, actor.locale) }
  }
  const rule = await run(ruled)
  const trial = await run(other)
  return {
    applicants: lists.length,
    rule: rule.numbers,
    trial: trial.numbers,
    ruleGuarantees: rule.guarantees,
    trialGuarantees: trial.guarantees,
    milliseconds: Math.round(performance.now() - started),
  }
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
