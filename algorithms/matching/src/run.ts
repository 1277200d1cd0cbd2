import { explainer } from './explain.ts'
import type { Hooks, Id, Market, Result, Round } from './model.ts'
import { placed } from './place.ts'
import type { Explanation } from './reasons.ts'
import { countsIn, type ReserveCount } from './reserve-counts.ts'

export interface Run {
  result: Result
  /** Why one student got what they got, as `explain` says it. */
  explain(student: Id): Explanation
  /** The students of this round in the order of the draw. */
  drawn: readonly Id[]
  /** As `reserveCounts` gives them. */
  reserveCounts(): ReserveCount[]
}

/** `place` with all that is read beside its result, from one draw: the dearest step of a large round is made once. */
export function run(market: Market, round: Round, hooks: Hooks = {}): Run {
  const { result, table } = placed(market, round, hooks)
  return {
    result,
    explain: explainer(result, market, table),
    drawn: table.students,
    reserveCounts: () => countsIn(market, round.policy, table),
  }
}
