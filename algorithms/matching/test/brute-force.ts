import { lotteryNumber, type Market, type Round } from '../src/index.ts'

export type Assignment = Record<string, string | null>

/** Wishes that may be granted, in order: chosen, ranked and eligible. */
export function grantable(market: Market): Map<string, string[]> {
  const may = new Set(market.applications.filter((row) => !row.ineligible).map((row) => `${row.student} ${row.post}`))
  return new Map(market.applicants.map((one) => [one.id, one.choices.filter((post) => may.has(`${one.id} ${post}`))]))
}

export function everyAssignment(market: Market): Assignment[] {
  const wishes = grantable(market)
  const capacity = new Map(market.posts.map((post) => [post.id, post.capacity]))
  let found: Assignment[] = [{}]
  for (const [student, posts] of wishes) {
    found = found.flatMap((one) =>
      [...posts, null].flatMap((post) => {
        if (post !== null && Object.values(one).filter((other) => other === post).length >= capacity.get(post)!) return []
        return [{ ...one, [student]: post }]
      }),
    )
  }
  return found
}

/** Strict rank at a post, by the rule as published: score, then the student's lottery number. */
export function strictly(market: Market, round: Round): (a: string, b: string, post: string) => boolean {
  const score = new Map(market.applications.map((row) => [`${row.student} ${row.post}`, row.score]))
  const number = new Map(market.applicants.map((one) => [one.id, lotteryNumber(round.lottery.seed, round.id, one.id)]))
  return (a, b, post) => {
    const difference = score.get(`${a} ${post}`)! - score.get(`${b} ${post}`)!
    return difference === 0 ? number.get(a)! < number.get(b)! : difference > 0
  }
}

/** Gale & Shapley's definition for plain seats. */
export function isStable(market: Market, round: Round, assignment: Assignment): boolean {
  const above = strictly(market, round)
  for (const [student, wishes] of grantable(market)) {
    for (const post of wishes) {
      if (assignment[student] === post) break
      const held = Object.keys(assignment).filter((other) => assignment[other] === post)
      const seats = market.posts.find((one) => one.id === post)!.capacity
      if (held.length < seats || held.some((other) => above(student, other, post))) return false
    }
  }
  return true
}

export const stableAssignments = (market: Market, round: Round): Assignment[] =>
  everyAssignment(market).filter((assignment) => isStable(market, round, assignment))
