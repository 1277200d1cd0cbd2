import type { TraceMarket } from '@silian/algorithms/trace-matching'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOf, searchOf, watchedAt } from './address.ts'
import { exampleNames, examples } from './examples.ts'
import { codeOf, mostPoints, mostSeats, postIds, readCode, studentIds } from './market-code.ts'
import { addPost, addStudent, changePost, drawAgain, removePost, removeStudent } from './market-edit.ts'

const markets: fc.Arbitrary<TraceMarket> = fc
  .record({
    posts: fc.uniqueArray(fc.constantFrom(...postIds), { minLength: 1 }),
    students: fc.shuffledSubarray([...studentIds], { minLength: 1 }),
    numbers: fc.array(fc.nat({ max: 9_999 }), { minLength: 200, maxLength: 200 }),
  })
  .map(({ posts, students, numbers }) => {
    let at = 0
    const pick = (count: number) => numbers[at++ % numbers.length]! % count
    return {
      posts: posts.map((id) => {
        const seats = pick(mostSeats + 1)
        const reserved = pick(seats + 1)
        return { id, seats, ...(reserved > 0 ? { reserved } : {}) }
      }),
      students: students.map((id) => {
        const wishes = posts.map((post) => ({ post, score: pick(mostPoints + 1), by: pick(9_999) })).sort((a, b) => a.by - b.by)
        return { id, ...(pick(2) ? { entitled: true } : {}), wishes: wishes.slice(pick(posts.length + 1)).map(({ post, score }) => ({ post, score })) }
      }),
      draw: students.map((id) => ({ id, by: pick(9_999) })).sort((a, b) => a.by - b.by).map(({ id }) => id),
    }
  })

test('every market comes back from its code as it went in', () => {
  fc.assert(
    fc.property(markets, (market) => {
      expect(readCode(codeOf(market))).toEqual({ market })
    }),
  )
})

test('a code needs no escaping in an address and stays short enough for a message', () => {
  fc.assert(
    fc.property(markets, (market) => {
      expect(codeOf(market)).toMatch(/^[\w.-]{1,700}$/)
      expect(new URLSearchParams(searchOf(nameOf(market), 3)).get('m')).toBe(nameOf(market))
    }),
  )
})

test('no text whatever makes the page fail: it is read, or its fault is named', () => {
  // A real code with one character put in, left out or changed comes closer to the edge than any invention.
  const almost = fc
    .tuple(fc.constantFrom(...Object.values(examples)), fc.nat({ max: 80 }), fc.nat({ max: 1 }), fc.constantFrom('', 'A', 'H', '0', '1', '9', 'r', 'p', '.', '-', '_', ' ', '甲'))
    .map(([code, at, left, put]) => code.slice(0, at) + put + code.slice(at + left))
  fc.assert(
    fc.property(fc.oneof(almost, fc.string({ unit: 'binary' })), fc.string({ maxLength: 5 }), (m, s) => {
      const { market, trace, step, fault } = watchedAt(m, s)
      expect(step).toBeLessThanOrEqual(trace.steps.length)
      expect(Object.keys(trace.placement)).toHaveLength(market.students.length)
      // What is shown in place of a bad link is the first example from its beginning.
      const unread = fault !== null && fault.code !== 'step'
      expect(unread ? [codeOf(market), step] : [examples.popular, 0]).toEqual([examples.popular, 0])
    }),
    { numRuns: 200 },
  )
}, 60_000)

test.each([
  ['', { code: 'shape' }],
  ['constructor', { code: 'shape' }],
  ['<script>alert(1)</script>', { code: 'shape' }],
  [`A1_${'1-A1.'.repeat(400)}`, { code: 'shape' }],
  ['A1_1_1_1', { code: 'shape' }],
  ['_1-A80', { code: 'post', at: 1 }],
  ['A1.I1_1', { code: 'post', at: 2 }],
  ['A1.A2_1', { code: 'post', at: 2 }],
  ['A13_1', { code: 'post', at: 1 }],
  ['A-1_1', { code: 'post', at: 1 }],
  ['A1r2_1', { code: 'post', at: 1 }],
  ['A01_1', { code: 'post', at: 1 }],
  ['A1_', { code: 'student', at: 1 }],
  ['A1_13', { code: 'student', at: 1 }],
  ['A1_1-A80.1-A70', { code: 'student', at: 2 }],
  ['A1_1-B80', { code: 'student', at: 1 }],
  ['A1_1-A80-A70', { code: 'student', at: 1 }],
  ['A1_1-A101', { code: 'student', at: 1 }],
  ['A1_1-A8e1', { code: 'student', at: 1 }],
  ['A1_1.2_1', { code: 'draw' }],
  ['A1_1.2_1.1', { code: 'draw' }],
  ['A1_1.2_2.3', { code: 'draw' }],
])('%s is refused', (code, fault) => {
  expect(readCode(code)).toEqual({ fault })
})

test.each([['-1'], ['999'], ['1.5'], ['0x3'], ['two'], ['NaN']])('step %s is no step, the beginning is shown', (s) => {
  expect(watchedAt('draw', s)).toMatchObject({ step: 0, fault: { code: 'step' }, example: 'draw' })
})

test('an address names market and step, and nothing means the first example from its beginning', () => {
  expect(watchedAt('reserved', '3')).toMatchObject({ step: 3, fault: null, example: 'reserved' })
  expect(watchedAt(null, null)).toMatchObject({ step: 0, fault: null, example: 'popular' })
  expect(watchedAt(examples.draw, '1')).toMatchObject({ example: 'draw', step: 1 })
})

test('each example shows what its name says', () => {
  const codes = exampleNames.map((name) => watchedAt(name, null).trace.steps.map((step) => `${step.kind} ${step.because.code}`))
  expect(codes[0]).toEqual(expect.arrayContaining(['swap score', 'refuse score', 'unplaced no-wish-left']))
  expect(codes[1]).toEqual(expect.arrayContaining(['swap draw', 'refuse draw']))
  expect(codes[2]).toEqual(expect.arrayContaining(['swap reserved', 'refuse reserved']))
})

test('whatever is edited can be sent as a link', () => {
  const edits: ((market: TraceMarket) => TraceMarket)[] = [
    addPost,
    addStudent,
    (market) => (market.posts.length > 1 ? removePost(market, market.posts[0]!.id) : market),
    (market) => (market.students.length > 1 ? removeStudent(market, market.students.at(-1)!.id) : market),
    (market) => changePost(market, { id: market.posts[0]!.id, seats: 1, reserved: 5 }),
    (market) => drawAgain(market, () => market.students.length / 13),
  ]
  fc.assert(
    fc.property(markets, fc.array(fc.constantFrom(...edits), { maxLength: 12 }), (market, chosen) => {
      const edited = chosen.reduce((before, edit) => edit(before), market)
      expect(readCode(codeOf(edited))).toEqual({ market: edited })
    }),
  )
})
