import { place, type Market, type Mechanism } from '@silian/matching'
import type { TraceMarket } from '@silian/algorithms/trace-matching'

export const ways = ['student-proposing', 'post-proposing', 'total-satisfaction', 'immediate-acceptance'] as const
export type Way = (typeof ways)[number]

export type Outcome = {
  way: Way
  /** The wish each student got, by number; null for none. Missing where the way cannot keep reserved seats. */
  got: ReadonlyMap<string, { wish: number; post: string } | null> | null
  /** Who would rather have a post that would rather have them: for a free seat, or over somebody ranked lower. */
  passed: readonly { student: string; post: string; over: string | null }[]
}

/** The same students, wishes, scores and draw, placed by other rules. */
export function otherWays(market: TraceMarket): Outcome[] {
  const asked = marketOf(market)
  const reserved = market.posts.some((post) => (post.reserved ?? 0) > 0)
  return ways.map((way) => {
    if (reserved && way !== 'student-proposing') return { way, got: null, passed: [] }
    const mechanism: Mechanism = way === 'total-satisfaction' ? { kind: way, objective: 'min-rank' } : { kind: way }
    const policy = { mechanism, ties: 'keys-then-lottery', lowerQuota: 'ignore', crossingCaps: 'reject-input', minSeatsToPublishCutoff: 0 } as const
    const { placements, audit } = place(asked, { id: 'learn', policy, lottery: { seed: '' } })
    return { way, got: new Map(placements.map(({ student, post, choice }) => [student, post === null ? null : { wish: choice!, post }])), passed: audit.blockingPairs }
  })
}

/** The draw of the page is an order of its own: told to the engine as a key, so that it decides between equal scores. */
function marketOf({ students, posts, draw }: TraceMarket): Market {
  return {
    applicants: students.map(({ id, entitled, wishes }) => ({ id, choices: wishes.map(({ post }) => post), ...(entitled ? { tags: ['paired'] } : {}) })),
    posts: posts.map(({ id, seats, reserved = 0 }) => ({ id, capacity: seats, ...(reserved > 0 ? { reserves: [{ tag: 'paired', seats: reserved, mode: 'guarantee' as const }] } : {}) })),
    applications: students.flatMap(({ id, wishes }) => wishes.map(({ post, score }) => ({ student: id, post, score: score * 1000, keys: [draw.length - draw.indexOf(id)] }))),
  }
}
