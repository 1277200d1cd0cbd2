import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commitmentOf, faultsOf, InvalidMarket, lotteryNumber, matchMarket, place, readMarket, rerun, type Market } from '../src/index.ts'
import { hash, hex, hmac, sha256Hex, utf8 } from '../src/sha256.ts'
import { roundOf } from './markets.ts'

test('M35 M36 the hash and the lottery number are those of every other implementation', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), fc.nat({ max: 300 }), (data, key, cut) => {
      expect(sha256Hex(data)).toBe(createHash('sha256').update(data).digest('hex'))
      expect(hex(hmac(key)(data))).toBe(createHmac('sha256', key).update(data).digest('hex'))
      const pieces = hash()
      pieces.update(data.subarray(0, cut))
      pieces.update(data.subarray(cut))
      expect(hex(pieces.digest())).toBe(sha256Hex(data))
    }),
  )
  expect(lotteryNumber('种子', 'r1', '学生一')).toBe(createHmac('sha256', '种子').update('r1|学生一').digest('hex').slice(0, 16))
  expect(commitmentOf('种子')).toBe(createHash('sha256').update('种子').digest('hex'))
  expect(hex(utf8('链'))).toBe('e993be')
})

const sound: Market = {
  applicants: [{ id: 'a', choices: ['p'] }],
  posts: [{ id: 'p', capacity: 1 }],
  applications: [{ student: 'a', post: 'p', score: 1 }],
}

test('M1–M6 every fault is listed at once, each with its path', () => {
  const market = {
    applicants: [{ id: 'a', choices: ['p', 'p', 'q'] }, { id: 'a', choices: 'p' }, { id: '', choices: [] }, 7],
    posts: [
      { id: 'p', capacity: 2, min: 3, reserves: [{ tag: 't', seats: 3, mode: 'guarantee' }, { tag: 't', seats: 0, mode: 'sometimes' }] },
      { id: 'r', capacity: -1, owner: 'nobody' },
    ],
    owners: [{ id: 'o', capacity: 1 }],
    applications: [
      { student: 'a', post: 'p', score: 81.5 },
      { student: 'a', post: 'p', score: 1 },
      { student: 'z', post: 'y', score: 1, keys: [0.5] },
    ],
    caps: [{ id: 'c', max: 1, posts: ['nowhere'] }],
    confirmed: [{ student: 'b', post: 'p' }, { student: 'b', post: 'p' }, { student: 'c', post: 'p' }],
  }
  const round = { ...roundOf(), lottery: { seed: 's', commitment: commitmentOf('other') } }
  const said = faultsOf(market, round).map(({ code, path }) => `${code} ${path.join('.')}`)
  expect(said.toSorted()).toEqual(
    [
      'seed-differs-from-commitment round.lottery.commitment',
      'repeated-choice applicants.0.choices.1',
      'unknown-post applicants.0.choices.2',
      'repeated-id applicants.1.id',
      'not-a-list applicants.1.choices',
      'not-an-id applicants.2.id',
      'not-an-object applicants.3',
      'minimum-above-capacity posts.0.min',
      'repeated-tag posts.0.reserves.1.tag',
      'unknown-value posts.0.reserves.1.mode',
      'reserves-above-capacity posts.0.reserves',
      'out-of-range posts.1.capacity',
      'unknown-owner posts.1.owner',
      'not-a-whole-number applications.0.score',
      'repeated-application applications.1',
      'unknown-student applications.2.student',
      'unknown-post applications.2.post',
      'not-a-whole-number applications.2.keys.0',
      'unknown-post caps.0.posts.0',
      'confirmed-twice confirmed.1',
      'confirmed-above-capacity confirmed.2',
    ].toSorted(),
  )
  expect(() => place(market as never, round)).toThrow(InvalidMarket)
})

test.each([
  ['M11 reserves with posts proposing', { ...sound, posts: [{ id: 'p', capacity: 1, reserves: [{ tag: 't', seats: 1, mode: 'guarantee' as const }] }] }, { mechanism: { kind: 'post-proposing' as const } }, 'not-together'],
  ['M32 crossing caps without a chosen rule', { ...sound, caps: [{ id: 'c', max: 1, posts: ['p'], schools: ['A'] }] }, {}, 'crossing-caps'],
  ['M16 two scores with score-first', { ...sound, posts: [{ id: 'p', capacity: 1 }, { id: 'q', capacity: 1 }], applications: [...sound.applications, { student: 'a', post: 'q', score: 2 }] }, { mechanism: { kind: 'score-first' as const } }, 'scores-differ'],
  ['M13 tie rules with totals', sound, { mechanism: { kind: 'project-allocation' as const }, ties: 'admit-all' as const }, 'not-together'],
  ['M11 tie rules with caps by score', { ...sound, caps: [{ id: 'c', max: 1, posts: ['p'] }] }, { mechanism: { kind: 'score-first' as const }, ties: 'admit-all' as const }, 'not-together'],
] as const)('%s is a fault', (_, market, policy, code) => {
  expect(faultsOf(market, roundOf(policy)).map((fault) => fault.code)).toContain(code)
})

test('M3 anything at all gives faults or a result, never another error', () => {
  const run = (work: () => unknown) => {
    let answer: unknown
    try {
      answer = work()
    } catch (error) {
      answer = error
    }
    // A result, or faults; any other error stands here as itself and fails.
    expect(answer).toSatisfy((one) => (one instanceof InvalidMarket ? one.faults.length > 0 : !(one instanceof Error)))
  }
  const junk = fc.anything({ maxDepth: 4, withNullPrototype: false })
  const key = fc.constantFrom('students', 'applicants', 'posts', 'projects', 'owners', 'regions', 'order', 'tags', 'scores', 'capacities', 'quotas', 'matrices', 'studentRanks', 'schoolClasses', 'post', 'reserved', 'caps')
  fc.assert(
    fc.property(fc.dictionary(key, fc.oneof(junk, fc.dictionary(fc.string(), junk))), (input) => run(() => matchMarket(input))),
    { numRuns: 500 },
  )
  fc.assert(fc.property(junk, (input) => run(() => matchMarket(input))))
  fc.assert(fc.property(junk, junk, (market, round) => run(() => place(market as Market, round as never))))
  const almost = fc.record({ applicants: fc.oneof(fc.array(junk), junk), posts: fc.oneof(fc.array(junk), junk), applications: fc.oneof(fc.array(junk), junk) })
  fc.assert(fc.property(almost, (market) => run(() => place(market as Market, roundOf()))))
  fc.assert(
    fc.property(fc.constantFrom('applicants', 'posts', 'applications', 'caps', 'owners', 'confirmed', 'order'), junk, (name, value) =>
      run(() => place({ ...sound, [name]: value } as Market, roundOf())),
    ),
    { numRuns: 500 },
  )
})

test('the file may hold the whole case or its input, priorities with equals, scores either way round, and quotas', () => {
  const students = { a: ['x'], b: ['x', 'y'] }
  expect(matchMarket({ input: { students, posts: { x: { capacity: 1, priority: ['b', 'a'] }, y: { capacity: 1 } } } }).placements).toEqual({ a: null, b: 'x' })
  expect(readMarket({ students, posts: { x: { capacity: 1, priority: [['a', 'b']] } } }).market.applications.map((row) => row.score)).toEqual([1000, 1000])
  const byPost = { applicants: students, quotas: { x: 1, y: 1 }, scores: { x: { a: 2.5, b: 1 }, y: { b: 1 } } }
  const byStudent = { applicants: students, quotas: { x: 1, y: 1 }, scores: { a: { x: 2.5 }, b: { x: 1, y: 1 } } }
  expect(matchMarket(byPost).placements).toEqual({ a: 'x', b: 'y' })
  expect(matchMarket(byStudent).placements).toEqual({ a: 'x', b: 'y' })
  expect(matchMarket({ applicants: students, quotas: { x: { lower: 2, upper: 2 }, y: 1 } }).closed).toEqual([])
  expect(matchMarket({ students: { b: ['x', 'y'] }, posts: { x: { capacity: 2, min: 2 }, y: { capacity: 1 } } }).placements).toEqual({ b: 'y' })
})

test('M63 a published round can be run again; a changed placement or score is found', () => {
  const result = place(sound, roundOf())
  expect(rerun({ market: sound, round: roundOf(), result })).toMatchObject({ same: true, differs: [] })
  const forged = { ...result, placements: [{ ...result.placements[0]!, post: null }] }
  expect(rerun({ market: sound, round: roundOf(), result: forged }).differs).toEqual(['placements'])
  const other = { ...sound, applications: [{ student: 'a', post: 'p', score: 2 }] }
  expect(rerun({ market: other, round: roundOf(), result })).toMatchObject({ same: false, differs: ['input', 'result'] })
})
