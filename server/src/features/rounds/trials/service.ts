import { performance } from 'node:perf_hooks'
import type { RoundFrame } from '@silian/algorithms/round-market'
import { faultsOfRule } from '@silian/algorithms/round-faults'
import { turnedTo, type RoundRule, type RuledRound } from '@silian/algorithms/round-rule'
import type { tryRules } from '@silian/algorithms/try-round'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { inLine, refuseWhenFull } from '../../../kernel/thread-line.ts'
import { roundFrame } from '../lists/service.ts'
import { submittedText } from '../lists/tables.ts'
import { readSettings, sentencesOf } from '../rule/service.ts'
import type { Round } from '../tables.ts'

type Change = { rule: Partial<RoundRule>; seats: readonly { postId: string; seats: number }[] }
type Trial = { lists: string; frame: RoundFrame; number: string; rules: [RuledRound, RuledRound]; locale: Actor['locale'] }

/** The published rule and another one, with the wishes as they are now. */
export async function readTrial(tx: Tx, actor: Actor, round: Round, change: Change): Promise<Trial> {
  if (round.state === 'draft' || round.state === 'cancelled' || round.resultDigest !== null) refuse('wrong_state', { state: round.state })
  refuseWhenFull()
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
  return { lists: await submittedText(tx, round.id), frame: await roundFrame(tx, round, settings), number: round.number, rules: [ruled, other], locale: actor.locale }
}

/** What both would give. Changes nothing, not even by a record. */
export async function tryRule({ lists, frame, number, rules, locale }: Trial, gone: AbortSignal) {
  const started = performance.now()
  const [rule, trial] = await inLine<ReturnType<typeof tryRules>>('@silian/algorithms/try-round', 'tryRules', [lists, frame, number, rules], gone)
  return {
    applicants: rule!.numbers.placed + rule!.numbers.unplaced,
    rule: rule!.numbers,
    trial: trial!.numbers,
    ruleGuarantees: sentencesOf(rule!.guarantees, locale),
    trialGuarantees: sentencesOf(trial!.guarantees, locale),
    milliseconds: Math.round(performance.now() - started),
  }
}
