import { draw, explainer, place, type Market, type Result, type Round } from '@silian/matching'

/** The frozen list of a round as it is kept; what else stands in it does not matter here. */
type Frozen = { round: { commitment: string }; market: Market }

export type PlacedRound = {
  result: Result
  /** Each placement's place in the draw, from 1. */
  lottery: number[]
  /** `{ "<student>": [{ post, choice, code, … }, …] }`: why each wish came out as it did, and the mark that got the place, as JSON. */
  outcomes: string
  /** The commitment that was frozen with the list. */
  commitment: string
}

/**
 * Places a round and explains every wish of every student from the final cut-offs, in one pass over one market. From text to text,
 * for both cross to a thread and a database as they are. Pure; throws InvalidMarket with every fault. Time linear in proposals plus wishes.
 */
export function placeRound(frozen: string, round: Round): PlacedRound {
  const { round: { commitment }, market } = JSON.parse(frozen) as Frozen
  const result = place(market, round)
  const explain = explainer(result, market)
  const postOf = new Map(result.placements.map(({ student, post }) => [student, post]))
  const marks = new Map(market.applications.flatMap(({ student, post, score }) => (postOf.get(student) === post ? [[student, score]] : [])))
  const told = market.applicants.map(({ id }) => {
    const reasons = explain(id).reasons.map((reason) => (reason.code === 'placed' ? { ...reason, mark: marks.get(id) ?? 0 } : reason))
    return `${JSON.stringify(id)}:${JSON.stringify(reasons)}`
  })
  const places = new Map(draw(round.lottery.seed, round.id, market.applicants.map(({ id }) => id)).map((id, index) => [id, index + 1]))
  return { result, lottery: result.placements.map(({ student }) => places.get(student)!), outcomes: `{${told.join()}}`, commitment }
}
