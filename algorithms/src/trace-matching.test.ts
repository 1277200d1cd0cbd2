import { defaultPolicy, draw, place } from '@silian/matching'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heldAfter, seatsOf, traceMatching, type TraceMarket, type TracePost } from './trace-matching.ts'

const posts = fc.array(fc.record({ seats: fc.nat({ max: 3 }), reserved: fc.nat({ max: 3 }) }), { minLength: 1, maxLength: 8 })
const students = fc.array(
  fc.record({
    entitled: fc.boolean(),
    order: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 8 }),
    // Few levels, so that the draw has to decide often.
    scores: fc.array(fc.nat({ max: 4 }), { minLength: 8, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 12 },
)

const markets: fc.Arbitrary<TraceMarket> = fc.record({ posts, students }).map(({ posts, students }) => ({
  posts: posts.map(({ seats, reserved }, p) => ({ id: `p${p}`, seats, reserved: Math.min(seats, reserved) })),
  students: students.map(({ entitled, order, scores }, s) => ({
    id: `s${s}`,
    entitled,
    wishes: order.filter((p) => p < posts.length).map((p) => ({ post: `p${p}`, score: scores[p]! })),
  })),
  draw: draw('seed', 'r1', students.map((_, s) => `s${s}`)),
}))

function placedByTheEngine(market: TraceMarket): Record<string, string | null> {
  const { placements } = place(
    {
      applicants: market.students.map(({ id, entitled, wishes }) => ({ id, choices: wishes.map(({ post }) => post), tags: entitled ? ['paired'] : [] })),
      posts: market.posts.map(({ id, seats, reserved = 0 }) => ({
        id,
        capacity: seats,
        ...(reserved > 0 ? { reserves: [{ tag: 'paired', seats: reserved, mode: 'guarantee' as const }] } : {}),
      })),
      applications: market.students.flatMap(({ id, wishes }) => wishes.map(({ post, score }) => ({ student: id, post, score: 1000 * score }))),
    },
    { id: 'r1', policy: defaultPolicy, lottery: { seed: 'seed' } },
  )
  return Object.fromEntries(placements.map(({ student, post }) => [student, post]))
}

test('the story ends where the engine places everybody', () => {
  fc.assert(
    fc.property(markets, (market) => {
      expect(traceMatching(market).placement).toEqual(placedByTheEngine(market))
    }),
    { numRuns: 400 },
  )
})

test('the order in which students ask changes no placement', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const backwards = { ...market, students: market.students.toReversed() }
      expect(traceMatching(backwards).placement).toEqual(traceMatching(market).placement)
    }),
  )
})

/** Worst to best, so that position by position says whether one set of students is at least as good as another. */
const standing = (market: TraceMarket, post: TracePost, held: readonly string[]) =>
  held
    .map((id) => ({ id, score: market.students.find((one) => one.id === id)!.wishes.find((wish) => wish.post === post.id)!.score }))
    .sort((a, b) => b.score - a.score || market.draw.indexOf(a.id) - market.draw.indexOf(b.id))
    .map(({ score, id }) => score * 100 - market.draw.indexOf(id))

test('no step ever lowers what a post holds', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const { steps } = traceMatching(market)
      for (let count = 1; count <= steps.length; count++) {
        const before = heldAfter(market, steps, count - 1)
        const after = heldAfter(market, steps, count)
        for (const post of market.posts) {
          const [was, is] = [before.get(post.id)!, after.get(post.id)!]
          expect(is.length).toBeGreaterThanOrEqual(was.length)
          expect(is.length).toBeLessThanOrEqual(post.seats)
          const entitled = (held: readonly string[]) => held.filter((id) => market.students.find((one) => one.id === id)!.entitled)
          const reserved = post.reserved ?? 0
          // The reserved seats never have fewer or lower entitled students than before …
          const [wasFirst, isFirst] = [was, is].map((held) => standing(market, post, entitled(held)).slice(0, reserved))
          wasFirst!.forEach((value, at) => expect(isFirst![at]).toBeGreaterThanOrEqual(value))
          // … and without reserved seats nobody is ever replaced by somebody lower.
          const lower = standing(market, post, was).filter((value, at) => standing(market, post, is)[at]! < value)
          expect(reserved === 0 ? lower : []).toEqual([])
        }
      }
    }),
  )
})

test('the seats drawn are the seats there are, and everybody held sits on one', () => {
  fc.assert(
    fc.property(markets, (market) => {
      const { steps } = traceMatching(market)
      const held = heldAfter(market, steps, steps.length)
      for (const post of market.posts) {
        const seats = seatsOf(market, post, held.get(post.id)!)
        expect(seats.filter(({ kind }) => kind === 'reserved')).toHaveLength(post.reserved ?? 0)
        expect(seats).toHaveLength(post.seats)
        expect(seats.flatMap(({ student }) => student ?? []).sort()).toEqual(held.get(post.id)!.toSorted())
      }
    }),
  )
})

const one = (id: string, score: number, more: object = {}) => ({ id, wishes: [{ post: 'A', score }], ...more })

test('a better score takes the seat, and the displaced student asks on at once', () => {
  const market = { posts: [{ id: 'A', seats: 1 }], students: [one('1', 70), one('2', 80)], draw: ['1', '2'] }
  expect(traceMatching(market)).toEqual({
    steps: [
      { kind: 'propose', student: '1', post: 'A', because: { code: 'wish', wish: 1, wishes: 1 } },
      { kind: 'hold', student: '1', post: 'A', because: { code: 'free-seat', held: 1, seats: 1 } },
      { kind: 'propose', student: '2', post: 'A', because: { code: 'wish', wish: 1, wishes: 1 } },
      { kind: 'swap', student: '2', post: 'A', over: '1', because: { code: 'score', own: 80, other: 70 } },
      { kind: 'unplaced', student: '1', because: { code: 'no-wish-left', wishes: 1 } },
    ],
    placement: { 1: null, 2: 'A' },
  })
})

test('equal scores are decided by the place in the draw, and the step says so', () => {
  const market = { posts: [{ id: 'A', seats: 1 }], students: [one('1', 80), one('2', 80)], draw: ['2', '1'] }
  expect(traceMatching(market).steps[3]).toMatchObject({ kind: 'swap', over: '1', because: { code: 'draw', own: 1, other: 2 } })
})

test('a reserved seat decides against a better score, both when taken and when refused', () => {
  const posts = [{ id: 'A', seats: 1, reserved: 1 }]
  const taken = traceMatching({ posts, students: [one('1', 90), one('2', 60, { entitled: true })], draw: ['1', '2'] })
  expect(taken.steps[3]).toMatchObject({ kind: 'swap', student: '2', over: '1', because: { code: 'reserved', own: 60, other: 90 } })
  const refused = traceMatching({ posts, students: [one('2', 60, { entitled: true }), one('1', 90)], draw: ['1', '2'] })
  expect(refused.steps[3]).toMatchObject({ kind: 'refuse', student: '1', over: '2', because: { code: 'reserved', own: 90, other: 60 } })
})

test('a post without seats refuses and says why', () => {
  const market = { posts: [{ id: 'A', seats: 0 }], students: [one('1', 90)], draw: ['1'] }
  expect(traceMatching(market).steps[1]).toEqual({ kind: 'refuse', student: '1', post: 'A', over: null, because: { code: 'no-seats' } })
})
