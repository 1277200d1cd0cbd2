import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { place, verify, type Market, type Placement, type Policy } from '../src/index.ts'
import { everyAssignment, grantable, isStable } from './brute-force.ts'
import { markets, roundOf } from './markets.ts'

const market: Market = {
  applicants: [
    { id: 'a', choices: ['x', 'y'], school: 'A' },
    { id: 'b', choices: ['x', 'y'], school: 'A' },
    { id: 'c', choices: ['y'], school: 'B', tags: ['far'] },
  ],
  posts: [
    { id: 'x', capacity: 1 },
    { id: 'y', capacity: 1 },
  ],
  applications: [
    { student: 'a', post: 'x', score: 3 },
    { student: 'b', post: 'x', score: 2 },
    { student: 'a', post: 'y', score: 1 },
    { student: 'b', post: 'y', score: 3 },
    { student: 'c', post: 'y', score: 2, ineligible: { code: 'age' } },
  ],
}

const seated = (assignment: Record<string, string | null>): Placement[] =>
  Object.entries(assignment).map(([student, post]) => ({ student, post, choice: null, seat: post === null ? null : { kind: 'open' } }))

const judged = (assignment: Record<string, string | null>, change: Partial<Market> = {}, policy: Partial<Policy> = {}) =>
  verify({ ...market, ...change }, { round: roundOf(policy), placements: seated(assignment), closed: [] })

test('M60 a pair that blocks is named, with whom it would replace or the free seat', () => {
  expect(judged({ a: 'y', b: 'x', c: null }).blockingPairs).toEqual([
    { student: 'a', post: 'x', over: 'b' },
  ])
  expect(judged({ a: 'y', b: null, c: null })).toMatchObject({
    wasted: [{ student: 'a', post: 'x', over: null }, { student: 'b', post: 'x', over: null }],
    envy: [{ student: 'b', post: 'y', over: 'a' }],
  })
  expect(judged({ a: 'x', b: 'y', c: null }).blockingPairs).toEqual([])
})

test.each([
  ['over-capacity', { a: 'x', b: 'x', c: null }, {}, {}],
  ['not-eligible', { a: 'x', b: null, c: 'y' }, {}, {}],
  ['not-chosen', { a: 'x', b: 'y', c: 'x' }, {}, {}],
  ['missing-student', { a: 'x', b: 'y' }, {}, {}],
  ['unknown-student', { a: 'x', b: 'y', c: null, z: null }, {}, {}],
  ['unknown-post', { a: 'x', b: 'y', c: 'z' }, {}, {}],
  ['over-cap', { a: 'x', b: 'y', c: null }, { caps: [{ id: 'one', max: 1, posts: ['x', 'y'], schools: ['A'] }] }, {}],
  ['over-owner-total', { a: 'x', b: 'y', c: null }, { posts: market.posts.map((post) => ({ ...post, owner: 'o' })), owners: [{ id: 'o', capacity: 1 }] }, {}],
  ['over-school-cap', { a: 'x', b: 'y', c: null }, { posts: [{ id: 'x', capacity: 1, schoolCaps: { A: 0 } }, { id: 'y', capacity: 1 }] }, {}],
  ['below-minimum', { a: 'x', b: 'y', c: null }, { posts: [{ id: 'x', capacity: 2, min: 2 }, { id: 'y', capacity: 1 }] }, {}],
  ['reserve-not-honoured', { a: 'x', b: 'y', c: null }, { posts: [{ id: 'x', capacity: 1, reserves: [{ tag: 'far', seats: 1, mode: 'set-aside' as const }] }, { id: 'y', capacity: 1 }] }, {}],
  ['confirmed-seat-taken', { a: 'x', b: 'y', c: null }, { confirmed: [{ student: 'a', post: 'y' }] }, {}],
] as const)('M60 the verifier finds %s', (code, assignment, change, policy) => {
  expect(judged(assignment, change as Partial<Market>, policy).violations.map((violation) => violation.code)).toContain(code)
})

test('M60 over every assignment of small markets the verifier agrees with the definition of stability', () => {
  fc.assert(
    fc.property(markets({ students: 4, posts: 3 }), (any) => {
      const round = roundOf({ lowerQuota: 'ignore' })
      for (const assignment of everyAssignment(any)) {
        const audit = verify(any, { round, placements: seated(assignment), closed: [] })
        expect(audit.violations).toEqual([])
        expect(audit.blockingPairs.length === 0).toBe(isStable(any, round, assignment))
      }
    }),
  )
})

test('M60 M17 under owner totals a result that a random exchange spoils is found out', () => {
  const policy: Partial<Policy> = { lowerQuota: 'ignore', mechanism: { kind: 'project-allocation' } }
  let spoiled = 0
  fc.assert(
    fc.property(markets({ students: 6, posts: 4, owners: true }), fc.nat(), (any, salt) => {
      const { placements } = place(any, roundOf(policy))
      const at = salt % placements.length
      const wishes = grantable(any).get(placements[at]!.student)!
      if (placements[at]!.post === null || placements[at]!.post !== wishes[0]) return
      const worse = placements.map((one, k) => (k === at ? { ...one, post: null, choice: null, seat: null } : one))
      const audit = verify(any, { round: roundOf(policy), placements: worse, closed: [] })
      expect(audit.blockingPairs.length).toBeGreaterThan(0)
      spoiled++
    }),
  )
  expect(spoiled).toBeGreaterThan(10)
})

test('M34 a student whom an earlier round passed over is listed across rounds', () => {
  const confirmed = [{ student: 'b', post: 'x' }]
  const { audit, placements } = place({ ...market, confirmed }, roundOf())
  expect(placements.map(({ student, post }) => [student, post])).toEqual([['a', 'y'], ['c', null]])
  expect(audit.acrossRounds).toEqual([{ student: 'a', post: 'x', over: 'b' }])
})

test('M60 the files of the verifier import nothing from the solvers', () => {
  const src = new URL('../src/', import.meta.url)
  const files = readdirSync(src).filter((name) => name.startsWith('verify'))
  const imported = files.flatMap((name) => [...readFileSync(new URL(name, src), 'utf8').matchAll(/from '\.\/([^']+)'/g)].map(([, path]) => path!))
  expect([...new Set(imported)].toSorted()).toEqual(['choose.ts', 'model.ts', 'sha256.ts', 'verify-ledger.ts', 'verify-violations.ts'])
})
