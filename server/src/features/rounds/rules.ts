import type { Marks, Weights } from '@silian/algorithms/round-market'
import type { RoundMechanism } from '@silian/algorithms/round-rule'
import type { RefusalCode } from '../../contract/refusals.ts'

export { scoreOf } from '@silian/algorithms/round-market'

type Settings = {
  wishesOpenAt: Date | null
  wishesCloseAt: Date | null
  rankingCloseAt: Date | null
  publicityUntil: Date | null
  confirmUntil: Date | null
  startsOn: string | null
  endsOn: string | null
  weightSchool: number
  weightInterview: number
  weightCertificate: number
}

/** What a round still lacks before it can be opened: field names, all at once. */
export function missingToOpen(round: Settings, facts: { students: number; seats: number; ruleFaults: number }): string[] {
  const dates = ['wishesCloseAt', 'rankingCloseAt', 'publicityUntil', 'confirmUntil', 'startsOn', 'endsOn'] as const
  return [
    ...dates.filter((field) => round[field] === null),
    ...(facts.students === 0 ? ['cohorts'] : []),
    ...(facts.seats === 0 ? ['posts'] : []),
    ...(facts.ruleFaults > 0 ? ['rule'] : []),
    ...outOfOrder(round),
  ]
}

/** Dates that do not follow one another, and weights that do not make 100. */
export function outOfOrder(round: Settings): string[] {
  const line = [
    ['wishesOpenAt', round.wishesOpenAt],
    ['wishesCloseAt', round.wishesCloseAt],
    ['rankingCloseAt', round.rankingCloseAt],
    ['publicityUntil', round.publicityUntil],
    ['confirmUntil', round.confirmUntil],
  ] as const
  const given = line.filter(([, date]) => date !== null)
  const wrong = given.filter(([, date], index) => index > 0 && date! <= given[index - 1]![1]!).map(([field]) => field as string)
  if (round.startsOn && round.endsOn && round.endsOn <= round.startsOn) wrong.push('endsOn')
  if (round.weightSchool + round.weightInterview + round.weightCertificate !== 100) wrong.push('weights')
  return [...new Set(wrong)]
}

export const whyNotOpen = (round: Settings & { facts: { students: number; seats: number; ruleFaults: number } }, now: Date): RefusalCode | null => {
  if (missingToOpen(round, round.facts).length > 0) return 'round_incomplete'
  return round.wishesCloseAt !== null && round.wishesCloseAt <= now ? 'deadline_passed' : null
}

/** Nobody ends the choosing before the hour that students were told. */
export const whyNotCloseWishes = (round: { wishesCloseAt: Date | null }, now: Date): RefusalCode | null =>
  round.wishesCloseAt !== null && now < round.wishesCloseAt ? 'too_early' : null

/** Past the firms' deadline nothing hangs on their marks any more. */
export const asksForMarks = (round: { rankingCloseAt: Date | null }, now: Date) => round.rankingCloseAt !== null && now < round.rankingCloseAt

export const whyNotFreeze = (round: { rankingCloseAt: Date | null; facts: { wished: number; scored: number; submitted: number } }, now: Date): RefusalCode | null => {
  if (round.facts.submitted === 0) return 'nobody_wished'
  return asksForMarks(round, now) && round.facts.scored < round.facts.wished ? 'scores_missing' : null
}

/** While the worker places the round nothing else may happen to it. */
export const whyNotWhileRunning = (round: { facts: { running: number } }): RefusalCode | null => (round.facts.running > 0 ? 'match_running' : null)

/** Wishes from which on a match is left to the worker: by then it takes some seconds, so that one wants to see how far it is. */
const longFrom: Record<'fast' | 'slow', number> = { fast: 150_000, slow: 10_000 }
const fast: readonly RoundMechanism[] = ['student-proposing', 'score-first', 'post-proposing']
export const takesLong = (mechanism: RoundMechanism, wishes: number) => wishes > longFrom[fast.includes(mechanism) ? 'fast' : 'slow']

export const whyNotEndPublicity = (round: { publicityUntil: Date | null; facts: { openObjections: number } }, now: Date): RefusalCode | null => {
  if (round.publicityUntil !== null && now < round.publicityUntil) return 'too_early'
  return round.facts.openObjections > 0 ? 'objections_open' : null
}

/** May a student change the list now? A deadline is strictly before. */
export function whyNotWish(round: { state: string; wishesOpenAt: Date | null; wishesCloseAt: Date | null }, now: Date): RefusalCode | null {
  if (round.state !== 'wishing') return 'wishes_closed'
  if (round.wishesOpenAt !== null && now < round.wishesOpenAt) return 'too_early'
  return round.wishesCloseAt !== null && now >= round.wishesCloseAt ? 'wishes_closed' : null
}

export function whyNotScore(round: { state: string; rankingCloseAt: Date | null }, now: Date): RefusalCode | null {
  if (round.state !== 'ranking') return 'wrong_state'
  return round.rankingCloseAt !== null && now >= round.rankingCloseAt ? 'deadline_passed' : null
}

export function whyNotAnswer(round: { state: string; confirmUntil: Date | null }, result: { postId: string | null }, now: Date): RefusalCode | null {
  if (round.state !== 'confirming') return 'wrong_state'
  if (result.postId === null) return 'nothing_to_answer'
  return round.confirmUntil !== null && now >= round.confirmUntil ? 'deadline_passed' : null
}

export function whyNotObject(round: { state: string; publicityUntil: Date | null }, now: Date): RefusalCode | null {
  if (round.state !== 'publicity') return 'wrong_state'
  return round.publicityUntil !== null && now >= round.publicityUntil ? 'deadline_passed' : null
}

/** Has the firm said what the rule asks of it about this applicant? A refusal says enough. */
export const isScored = (marks: Marks & { refused: string | null }, weights: Weights, scoring: 'score' | 'rank') => {
  if (marks.refused !== null) return true
  if (scoring === 'rank') return marks.rank !== null
  return (weights.weightInterview === 0 || marks.interview !== null) && (weights.weightCertificate === 0 || marks.certificate !== null)
}
