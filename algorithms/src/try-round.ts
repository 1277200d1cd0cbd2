import { place, type Guarantees, type Market, type Policy, type Result } from '@silian/matching'
import { marketOf, type RoundFrame, type Submitted } from './round-market.ts'
import { policyOf, type RuledRound } from './round-rule.ts'

/** Not the committed seed: a trial must say nothing about who will win a draw. */
const demonstrationSeed = 'demonstration'

export type Tried = { placed: number; first: number; topThree: number; unplaced: number; tags: Record<string, number> }

/** What each of these rules gives for the same wishes. `lists` is what was submitted, as JSON. Pure. */
export function tryRules(lists: string, frame: RoundFrame, roundId: string, rules: readonly RuledRound[]): { numbers: Tried; guarantees: Guarantees }[] {
  const submitted = JSON.parse(lists) as Submitted[]
  return rules.map((ruled) => {
    const market = marketOf(submitted, (studentId) => studentId, { ...frame, ruled })
    const result = place(market, { id: roundId, policy: policyOf(ruled.rule), lottery: { seed: demonstrationSeed } })
    return { numbers: numbersOf(market, result), guarantees: result.guarantees }
  })
}

function numbersOf(market: Market, { placements }: Result): Tried {
  const tagsOf = new Map(market.applicants.map((one) => [one.id, one.tags ?? []]))
  const tags: Record<string, number> = {}
  for (const { student, post } of placements) {
    for (const tag of tagsOf.get(student) ?? []) tags[tag] = (tags[tag] ?? 0) + (post === null ? 0 : 1)
  }
  const upTo = (choice: number) => placements.filter((one) => one.choice !== null && one.choice <= choice).length
  const placed = placements.filter((one) => one.post !== null).length
  return { placed, first: upTo(1), topThree: upTo(3), unplaced: placements.length - placed, tags }
}

/** Other wishes of one student; `score` is what a post that never saw the student knows. */
export type OtherWishes = { student: string; choices: readonly string[]; score: number }

/** The frozen round again, word for word, with one student's list changed; everybody else, the seed included, as it was. Pure. */
export function tryWishes(frozen: string, seed: string, { student, choices, score }: OtherWishes): { post: string | null; choice: number | null } {
  const { round, market } = JSON.parse(frozen) as { round: { number: string; policy: Policy }; market: Market }
  const known = new Set(market.applications.filter((row) => row.student === student).map(({ post }) => post))
  const other: Market = {
    ...market,
    applicants: market.applicants.map((one) => (one.id === student ? { ...one, choices } : one)),
    applications: [
      ...market.applications.filter((row) => row.student !== student || choices.includes(row.post)),
      ...choices.filter((post) => !known.has(post)).map((post) => ({ student, post, score })),
    ],
  }
  const { placements } = place(other, { id: round.number, policy: round.policy, lottery: { seed } })
  const mine = placements.find((placement) => placement.student === student)
  return { post: mine?.post ?? null, choice: mine?.choice ?? null }
}
