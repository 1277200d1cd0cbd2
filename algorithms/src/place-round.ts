import { explainer, place, type Market, type Reason, type Result, type Round } from '@silian/matching'

export type PlacedRound = { result: Result; reasons: { student: string; reasons: readonly Reason[] }[] }

/**
 * Places a round and explains every wish of every student from the final cut-offs, in one pass over one market.
 * Pure; throws InvalidMarket with every fault. Time linear in proposals plus wishes.
 */
export function placeRound(market: Market, round: Round): PlacedRound {
  const result = place(market, round)
  const explain = explainer(result, market)
  return { result, reasons: market.applicants.map(({ id }) => ({ student: id, reasons: explain(id).reasons })) }
}
