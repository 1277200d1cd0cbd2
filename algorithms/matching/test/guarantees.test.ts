import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultsOf, guarantees, place, type Market, type Mechanism, type Policy, type Result } from '../src/index.ts'
import { stableAssignments } from './brute-force.ts'
import { everyList, marketFrom, markets, mechanism, postOf, roundOf, type Shape } from './markets.ts'

const deferred: Partial<Policy> = { lowerQuota: 'ignore' }

const stableModes: [string, Shape, Partial<Policy>][] = [
  ['M12 plain seats', {}, deferred],
  ['M21 guaranteed reserves', { reserves: ['guarantee'] }, deferred],
  ['M22 additional reserves', { reserves: ['additional'] }, deferred],
  ['M23 set-aside reserves', { reserves: ['set-aside'] }, deferred],
  ['M20 two reserves of any kind', { reserves: ['guarantee', 'additional', 'set-aside'] }, deferred],
  ['M25 school caps', { schoolCaps: true }, deferred],
  ['M14 posts proposing', {}, { ...deferred, mechanism: mechanism('post-proposing') }],
  ['M16 score first', { common: true }, { ...deferred, mechanism: mechanism('score-first') }],
  ['M16 score first with crossing caps', { common: true, crossing: true }, { ...deferred, mechanism: mechanism('score-first') }],
  ['M17 owner totals', { owners: true }, { ...deferred, mechanism: mechanism('project-allocation') }],
  ['M18 nested caps', { regions: true }, { ...deferred, mechanism: mechanism('flexible') }],
  ['M13 admit all ties', {}, { ...deferred, ties: 'admit-all' }],
  ['M13 admit no broken tie', {}, { ...deferred, ties: 'admit-none' }],
]

test.each(stableModes)('%s: no rule is broken and no pair blocks', (_, shape, policy) => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 4, capacity: 3, ...shape }), (market) => {
      const round = roundOf(policy)
      expect(guarantees(market, round.policy).stable.holds).toBe(true)
      const { audit } = place(market, round)
      expect({ violations: audit.violations, pairs: audit.blockingPairs }).toEqual({ violations: [], pairs: [] })
    }),
    { numRuns: 300 },
  )
})

test('M12 every student likes the result at least as much as any stable outcome, by brute force', () => {
  fc.assert(
    fc.property(markets({ students: 5, posts: 3 }), (market) => {
      const round = roundOf(deferred)
      const ours = postOf(place(market, round).placements)
      const all = stableAssignments(market, round)
      expect(all).toContainEqual(ours)
      const wish = new Map(market.applicants.map((one) => [one.id, (post: string | null) => (post === null ? 99 : one.choices.indexOf(post))]))
      for (const other of all) {
        for (const student of Object.keys(other)) expect(wish.get(student)!(ours[student]!)).toBeLessThanOrEqual(wish.get(student)!(other[student]!))
      }
    }),
    { numRuns: 150 },
  )
})

test('M14 posts proposing gives the other end of the stable outcomes, and the same students are placed', () => {
  fc.assert(
    fc.property(markets({ students: 5, posts: 3 }), (market) => {
      const round = roundOf({ mechanism: mechanism('post-proposing'), lowerQuota: 'ignore' })
      const worst = postOf(place(market, round).placements)
      const best = postOf(place(market, roundOf(deferred)).placements)
      const all = stableAssignments(market, round)
      expect(all).toContainEqual(worst)
      const wish = (student: string, post: string | null) => (post === null ? 99 : market.applicants.find((one) => one.id === student)!.choices.indexOf(post))
      for (const other of all) for (const s of Object.keys(other)) expect(wish(s, worst[s]!)).toBeGreaterThanOrEqual(wish(s, other[s]!))
      for (const s of Object.keys(best)) expect(best[s] === null).toBe(worst[s] === null)
      for (const { id, capacity } of market.posts) {
        const had = (result: typeof best) => Object.keys(result).filter((s) => result[s] === id).sort()
        expect(had(best)).toHaveLength(had(worst).length)
        const full = had(best).length === capacity
        expect(full ? [] : had(best)).toEqual(full ? [] : had(worst))
      }
    }),
    { numRuns: 150 },
  )
})

/** A list that serves its author better than the true one, or null. */
function gainFor(market: Market, policy: Partial<Policy>): { student: string; list: string[] } | null {
  const round = roundOf(policy)
  const truth = postOf(place(market, round).placements)
  for (const applicant of market.applicants) {
    const wish = (post: string | null) => (post === null || !applicant.choices.includes(post) ? 99 : applicant.choices.indexOf(post))
    for (const list of everyList(market.posts.map((post) => post.id))) {
      const applicants = market.applicants.map((one) => (one === applicant ? { ...one, choices: list } : one))
      const got = postOf(place({ ...market, applicants }, round).placements)[applicant.id] ?? null
      if (wish(got) < wish(truth[applicant.id]!)) return { student: applicant.id, list }
    }
  }
  return null
}

const honest = stableModes.filter(([name]) => !/M13|M14/.test(name))

test.each(honest)('%s: no student gains by any other list', (_, shape, policy) => {
  fc.assert(
    fc.property(markets({ students: 4, posts: 3, ...shape }), (market) => {
      expect(guarantees(market, roundOf(policy).policy).strategyProof.holds).toBe(true)
      expect(gainFor(market, policy)).toBeNull()
    }),
    { numRuns: 40 },
  )
}, 60_000)

const total: Mechanism = { kind: 'total-satisfaction', objective: 'min-rank' }
const tactical: [string, Shape, Partial<Policy>][] = [
  ['M14 posts proposing', { scores: 9 }, { ...deferred, mechanism: mechanism('post-proposing') }],
  ['M13 admit none', { scores: 2 }, { ...deferred, ties: 'admit-none' }],
  ['M19 immediate acceptance', {}, { ...deferred, mechanism: mechanism('immediate-acceptance') }],
  ['M15 total satisfaction', {}, { ...deferred, mechanism: total }],
  ['M30 closing', { minimums: true }, { lowerQuota: 'close' }],
]

test.each(tactical)('%s: marked manipulable, and a student who gains is found', (_, shape, policy) => {
  let found = null
  for (let seed = 1; seed < 3_000 && !found; seed++) {
    const market = marketFrom(numbersFrom(seed), { students: 5, posts: 3, ...shape })
    if (faultsOf(market, roundOf(policy)).length > 0) continue
    if (guarantees(market, roundOf(policy).policy).strategyProof.holds) continue
    found = gainFor(market, policy)
  }
  expect(found).not.toBeNull()
}, 60_000)

test('M32 greedy over crossing caps: marked manipulable, and a student gains by leaving out a wish', () => {
  const priority = { p0: ['s2', 's3', 's0', 's1'], p1: ['s2', 's1', 's3', 's0'], p2: ['s0', 's2', 's1', 's3'] }
  const market: Market = {
    applicants: [
      { id: 's0', school: 'B', choices: ['p1', 'p2', 'p0'] },
      { id: 's1', school: 'A', choices: ['p2', 'p1', 'p0'] },
      { id: 's2', school: 'B', choices: ['p2', 'p0'] },
      { id: 's3', school: 'A', choices: ['p1', 'p0', 'p2'] },
    ],
    posts: [
      { id: 'p0', capacity: 1 },
      { id: 'p1', capacity: 2 },
      { id: 'p2', capacity: 1 },
    ],
    applications: Object.entries(priority).flatMap(([post, students]) => students.map((student, at) => ({ student, post, score: 4 - at }))),
    caps: [
      { id: 'A at the first two', max: 1, posts: ['p0', 'p1'], schools: ['A'] },
      { id: 'the last two', max: 2, posts: ['p1', 'p2'], schools: ['A', 'B'] },
    ],
  }
  const policy: Partial<Policy> = { ...deferred, crossingCaps: 'greedy-audited' }
  expect(guarantees(market, roundOf(policy).policy).strategyProof).toEqual({ holds: false, because: 'crossing-caps' })
  expect(gainFor(market, policy)?.student).toBe('s0')
})

test('M15 M19 marked unstable, and a blocking pair is found', () => {
  for (const kind of [total, mechanism('immediate-acceptance')]) {
    const pairs = Array.from({ length: 60 }, (_, seed) => {
      const market = marketFrom(numbersFrom(seed + 1), { students: 6, posts: 3 })
      expect(guarantees(market, roundOf({ mechanism: kind }).policy).stable.holds).toBe(false)
      return place(market, roundOf({ ...deferred, mechanism: kind })).audit.blockingPairs.length
    })
    expect(pairs.some((count) => count > 0)).toBe(true)
  }
})

test('M13 admitting all ties breaks the law that the same students are placed: a market is found where one wish fewer fills more seats', () => {
  let found = false
  for (let seed = 1; seed < 3_000 && !found; seed++) {
    const market = marketFrom(numbersFrom(seed), { students: 5, posts: 3, scores: 2 })
    const placed = (one: Market) => place(one, roundOf({ ...deferred, ties: 'admit-all' })).placements.filter(({ post }) => post !== null).length
    const fewer = { ...market, applicants: market.applicants.map((one, at) => (at === 0 ? { ...one, choices: [] } : one)) }
    found = placed(fewer) > placed(market)
  }
  expect(found).toBe(true)
})

/** First choices only, then the rest of everybody's list over the seats that are left. */
function inTwoRounds(market: Market): { held: Map<string, string | null>; last: Result; second: Market } {
  const firsts = { ...market, applicants: market.applicants.map((one) => ({ ...one, choices: one.choices.slice(0, 1) })) }
  const first = place(firsts, roundOf(deferred))
  const confirmed = first.placements.flatMap(({ student, post }) => (post === null ? [] : [{ student, post }]))
  const second = { ...market, confirmed }
  const last = place(second, roundOf(deferred))
  return { held: new Map([...last.placements, ...confirmed].map(({ student, post }) => [student, post])), last, second }
}

test('M34 two rounds: marked, a student is found whom the first passed over, and one who gains by another first choice', () => {
  let passedOver = false
  let gained = false
  for (let seed = 1; seed < 3_000 && !(passedOver && gained); seed++) {
    const market = marketFrom(numbersFrom(seed), { students: 5, posts: 3, scores: 9 })
    const { held, last, second } = inTwoRounds(market)
    if (second.confirmed!.length === 0) continue
    expect(guarantees(second, roundOf(deferred).policy)).toMatchObject({ stable: { holds: false }, strategyProof: { holds: false, because: 'earlier-rounds' } })
    passedOver ||= last.audit.acrossRounds.length > 0
    gained ||= market.applicants.some((applicant) => {
      const wish = (post: string | null | undefined) => (post ? applicant.choices.indexOf(post) : 99)
      return everyList(applicant.choices).some((choices) => {
        const applicants = market.applicants.map((one) => (one === applicant ? { ...one, choices } : one))
        return wish(inTwoRounds({ ...market, applicants }).held.get(applicant.id)) < wish(held.get(applicant.id))
      })
    })
  }
  expect({ passedOver, gained }).toEqual({ passedOver: true, gained: true })
}, 60_000)

function numbersFrom(seed: number): number[] {
  let state = seed * 2_654_435_761
  return Array.from({ length: 160 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0
    return (state >>> 8) % 9_999
  })
}
