import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { matchMarket, place, readMarket, verify, whatIf, type Market } from '../src/index.ts'
import { stableAssignments } from './brute-force.ts'
import { postOf, roundOf } from './markets.ts'

const folder = new URL('../cases/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
const marketOf = (input: unknown): Market => readMarket(input).market
const names = readdirSync(folder).map((file) => file.replace('.json', ''))
const withOptimum = names.filter((name) => read(name).expected.studentOptimal)

test.each(withOptimum)('M12 %s: students propose and get the published outcome', (name) => {
  const { input, expected } = read(name)
  expect(matchMarket(input).placements).toEqual(expected.studentOptimal)
})

test.each(names.filter((name) => read(name).expected.postOptimal))('M14 %s: posts propose and get the published outcome', (name) => {
  const { input, expected } = read(name)
  expect(matchMarket(input, { side: 'post' }).placements).toEqual(expected.postOptimal)
})

test.each(['three-stable-marriages', 'nobody-gets-first', 'ten-stable'])('%s has the published number of stable outcomes', (name) => {
  const { input, expected } = read(name)
  expect(stableAssignments(marketOf(input), roundOf())).toHaveLength(expected.stableCount)
})

test('five-doctors leaves one place at Mercy', () => {
  const { input, expected } = read('five-doctors')
  const result = place(marketOf(input), roundOf())
  expect(Object.fromEntries(result.cutOffs.map(({ post, seats, filled }) => [post, seats - filled]))).toEqual(expected.unfilled)
})

test('M21 M27 a reserve leaves everybody where they were', () => {
  const { input, expected } = read('reserve-not-quota')
  expect(matchMarket(input).placements).toEqual(expected.minorityReserve)
  expect(matchMarket({ students: input.students, posts: input.posts }).placements).toEqual(expected.noPolicy)
})

test('M20 M22 two tagged students in four seats when reserves go first, four when open seats do', () => {
  const { input, expected } = read('order-of-reserves')
  const taken = (reserveMode: string) =>
    Object.entries(matchMarket({ ...input, reserveMode }).placements)
      .filter(([, post]) => post !== null)
      .map(([student]) => student)
      .sort()
  expect(taken('guarantee')).toEqual(expected.reserveFirst_minimumGuarantee)
  expect(taken('additional')).toEqual(expected.openFirst_overAndAbove)
})

test('M18 region-of-two: the published outcome, and the pairs that only the full region stops', () => {
  const { input, expected } = read('region-of-two')
  const { placements, audit } = matchMarket(input)
  expect(placements).toEqual(expected.flexibleDA)
  expect(audit.blockingPairs).toEqual([])
  const pairs = audit.toleratedByCaps.map(({ student, post }) => [student, post])
  expect(pairs).toHaveLength(4)
  expect(pairs).toEqual(expect.arrayContaining(expected.blockingIgnoringRegion))
})

test('M18 region-of-ten: targets as capacities waste two places, flexible acceptance fills the region', () => {
  const { input, expected } = read('region-of-ten')
  expect(matchMarket(input).placements).toEqual(expected.flexibleDA)
  expect(matchMarket(input, { mechanism: 'artificial-caps' }).placements).toEqual(expected.artificialCaps)
})

test('M13 equal-treatment: hiding a wish pays when everybody who ties is admitted', () => {
  const { input, expected } = read('equal-treatment')
  expect(matchMarket(input).placements).toEqual(expected.truthful)
  const lie = { ...input, students: { ...input.students, s: ['p'] } }
  expect(matchMarket(lie).placements).toEqual(expected.sReportsOnlyP)
})

test('M55 cut-off-is-no-promise: above the last admitted, and still not in', () => {
  const { input, expected } = read('cut-off-is-no-promise')
  expect(matchMarket(input).placements).toEqual(expected.before)
  const posts = { ...input.posts, [input.raise.post]: { capacity: 1, priority: input.raise.newPriority } }
  expect(matchMarket({ ...input, posts }).placements).toEqual(expected.after)
  const raised = whatIf(marketOf(input), roundOf(), { student: 's2', post: 'p1', score: 2_500 })
  expect(postOf(raised.after)).toEqual(expected.after)
})

test('weak-priorities: the printed outcome is stable under some draw, and so is ours under every seed tried', () => {
  const { input, expected } = read('weak-priorities')
  const market = marketOf(input)
  const placements = expected.readmeOutcome.map((school: number, s: number) => {
    const student = `${s + 1}`
    return { student, post: `${school}`, choice: market.applicants[s]!.choices.indexOf(`${school}`) + 1, seat: { kind: 'open' as const } }
  })
  const weak = (pairs: readonly { student: string; post: string; over: string | null }[]) => {
    const score = (student: string | null, post: string) => market.applications.find((row) => row.student === student && row.post === post)?.score ?? -1
    return pairs.filter(({ student, post, over }) => over === null || score(student, post) > score(over, post))
  }
  const audit = verify(market, { round: roundOf(), placements, closed: [] })
  expect(audit.violations).toEqual([])
  expect(weak(audit.blockingPairs)).toEqual([])
  for (const seed of ['a', 'b', 'c']) expect(matchMarket(input, { seed }).audit.blockingPairs).toEqual([])
})

test('M15 cost-matrices: the minimum of every published matrix', () => {
  const { input, expected } = read('cost-matrices')
  input.matrices.forEach((matrix: (number | null)[][], k: number) => {
    const { placements } = matchMarket({ matrix })
    const costs = matrix.flatMap((row, r) => {
      const column = placements[`r${r + 1}`]
      return typeof column === 'string' ? [row[Number(column.slice(1)) - 1]!] : []
    })
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(expected.totals[k])
    expect(costs.toSorted()).toEqual(expected.rowCosts[k].toSorted())
  })
})

test('public-draw: the worked example that shows why a committed, recomputable draw can be trusted', () => {
  const { input, expected } = read('public-draw')
  const pool = Array.from({ length: input.poolSize }, (_, i) => i + 1)
  const selected = expected.selected.map((_: number, i: number) => {
    const twice = Buffer.from([i >> 8, i & 255])
    const digest = createHash('md5').update(Buffer.concat([twice, Buffer.from(input.key), twice])).digest('hex')
    return pool.splice(Number(BigInt(`0x${digest}`) % BigInt(pool.length)), 1)[0]
  })
  expect(selected).toEqual(expected.selected)
})
