import { run, type Hooks, type Market, type Policy, type ReserveCount, type Result } from '@silian/matching'

/** The frozen list of a round as it is kept; what else stands in it does not matter here. */
type Frozen = { round: { number: string; commitment: string; policy: Policy }; market: Market }

export type PlacedRound = {
  result: Result
  /** Each placement's place in the draw, from 1. */
  lottery: number[]
  /** `{ "<student>": [{ post, choice, code, … }, …] }`: why each wish came out as it did, and the mark that got the place, as JSON. */
  outcomes: string
  /** Both counts of every reserve. */
  reserves: ReserveCount[]
  /** Of each limit over several posts that somebody counts towards, how many do; earlier confirmed seats among them. */
  used: { id: string; max: number; used: number }[]
  /** The commitment that was frozen with the list. */
  commitment: string
}

type Step = Parameters<NonNullable<Hooks['progress']>>[1] | 'explain' | 'reserves'
export type PlacingHooks = { progress?: (done: number, step: Step) => void }

/** How much of the whole the placing takes, by measurement; the rest is explaining. */
const placing = 0.6

/**
 * Places a round and explains every wish of every student from the final cut-offs, in one pass over one market and from one draw. From text to
 * text, for both cross to a thread and a database as they are. Rules and seed alone decide: the rule is the one that was frozen with the list.
 * Pure; throws InvalidMarket with every fault. Time linear in proposals plus wishes.
 */
export function placeRound(frozen: string, seed: string, { progress }: PlacingHooks = {}): PlacedRound {
  const { round: { number, commitment, policy }, market } = JSON.parse(frozen) as Frozen
  const { result, explain, drawn, reserveCounts } = run(market, { id: number, policy, lottery: { seed } }, { progress: (done, step) => progress?.(done * placing, step) })
  const postOf = new Map(result.placements.map(({ student, post }) => [student, post]))
  const marks = new Map(market.applications.flatMap(({ student, post, score }) => (postOf.get(student) === post ? [[student, score]] : [])))
  const told = result.placements.map(({ student }, at) => {
    if (at % 1000 === 0) progress?.(placing + (0.95 - placing) * (at / result.placements.length), 'explain')
    const reasons = explain(student).reasons.map((reason) => (reason.code === 'placed' ? { ...reason, mark: marks.get(student) ?? 0 } : reason))
    return `${JSON.stringify(student)}:${JSON.stringify(reasons)}`
  })
  progress?.(0.95, 'reserves')
  const places = new Map(drawn.map((id, index) => [id, index + 1]))
  return { result, lottery: result.placements.map(({ student }) => places.get(student)!), outcomes: `{${told.join()}}`, reserves: reserveCounts(), used: usedOf(market, result), commitment }
}

function usedOf(market: Market, { placements }: Pick<Result, 'placements'>): PlacedRound['used'] {
  const schoolOf = new Map(market.applicants.map(({ id, school }) => [id, school]))
  const held = new Map<string, (string | undefined)[]>()
  for (const { student, post } of [...placements, ...(market.confirmed ?? [])]) {
    if (post === null) continue
    const here = held.get(post)
    if (here) here.push(schoolOf.get(student))
    else held.set(post, [schoolOf.get(student)])
  }
  const count = (posts: readonly string[], schools?: readonly string[]) =>
    posts.reduce((sum, post) => sum + (held.get(post) ?? []).filter((school) => schools === undefined || (school !== undefined && schools.includes(school))).length, 0)
  const owned = Map.groupBy(market.posts, ({ owner }) => owner)
  return [
    ...(market.caps ?? []).map(({ id, max, posts, schools }) => ({ id, max, used: count(posts, schools) })),
    ...(market.owners ?? []).map(({ id, capacity }) => ({ id, max: capacity, used: count((owned.get(id) ?? []).map((post) => post.id)) })),
  ].filter(({ used }) => used > 0)
}
