import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimText, draw, explain, explainer, guarantees, letters, place, publicCutOffs, reserveCounts, scoreText, sentence, type Language, type Market, type Policy, type Reason } from '../src/index.ts'
import { newPage } from '../src/page.ts'
import { strictly } from './brute-force.ts'
import { markets, roundOf, type Shape } from './markets.ts'

const languages: Language[] = ['zh-Hans', 'zh-Hant', 'en']
const open: Partial<Policy> = { lowerQuota: 'ignore', minSeatsToPublishCutoff: 0 }

test('M50 M51 M52 one record for each wish, and every number in it is true', () => {
  fc.assert(
    fc.property(markets({ students: 10, posts: 4, capacity: 3, scores: 5 }), (market) => {
      const result = place(market, roundOf(open))
      const why = explainer(result, market)
      const truth = truthOf(market, new Map(result.placements.map(({ student, post }) => [student, post])))
      for (const { id, choices } of market.applicants) expect(why(id).reasons).toEqual(choices.map((post, at) => truth(id, post, at + 1)))
    }),
  )
})

/** The record a refusal must be, from the definition alone: for plain seats and a strict rank. */
function truthOf(market: Market, at: ReadonlyMap<string, string | null>) {
  const above = strictly(market, roundOf(open))
  const numbers = draw('seed', 'r1', market.applicants.map(({ id }) => id))
  const row = (student: string, post: string) => market.applications.find((one) => one.student === student && one.post === post)
  return (id: string, post: string, choice: number): Reason => {
    const about = { post, choice }
    const choices = market.applicants.find((one) => one.id === id)!.choices
    const placedChoice = choices.indexOf(at.get(id) ?? '') + 1
    if (at.get(id) === post) return { ...about, code: 'placed', seat: { kind: 'open' } }
    if (placedChoice > 0 && placedChoice < choice) return { ...about, code: 'placed-better', placedChoice }
    const own = row(id, post)
    if (!own) return { ...about, code: 'not-ranked' }
    if (own.ineligible) return { ...about, code: 'not-eligible', rule: own.ineligible.code, params: {} }
    const seats = market.posts.find((one) => one.id === post)!.capacity
    if (seats === 0) return { ...about, code: 'no-seats' }
    const eligible = market.applicants.map((one) => one.id).filter((other) => row(other, post) && !row(other, post)!.ineligible)
    const wanting = eligible.filter((other) => market.applicants.find((one) => one.id === other)!.choices.includes(post))
    const held = wanting.filter((other) => at.get(other) === post).sort((a, b) => (above(a, b, post) ? -1 : 1))
    const better = (list: readonly string[]) => list.filter((other) => other !== id && above(other, id, post)).length
    const last = held.at(-1)!
    const lastScore = row(last, post)!.score
    if (lastScore === own.score) {
      return { ...about, code: 'lost-lottery', seats, score: own.score, yourNumber: numbers.indexOf(id) + 1, lastNumber: numbers.indexOf(last) + 1 }
    }
    // M51: exactly as many above as there are seats.
    return { ...about, code: 'below-cutoff', seats, admittedAbove: seats, yourScore: own.score, lastScore, yourRank: better(wanting) + 1, applicants: wanting.length }
  }
}

const everyShape: [Shape, Partial<Policy>][] = [
  [{ reserves: ['guarantee', 'additional', 'set-aside'], minimums: true }, {}],
  [{ schoolCaps: true }, {}],
  [{ crossing: true }, { crossingCaps: 'greedy-audited' }],
  [{ regions: true }, { mechanism: { kind: 'flexible' } }],
  [{ owners: true }, { mechanism: { kind: 'project-allocation' } }],
  [{}, { ties: 'admit-none' }],
  [{}, { ties: 'admit-all' }],
  [{}, { mechanism: { kind: 'immediate-acceptance' } }],
  [{}, { mechanism: { kind: 'total-satisfaction', objective: 'min-rank' } }],
  [{}, { mechanism: { kind: 'post-proposing' } }],
]

test('M53 M55 M57 every wish of every mode has a sentence in three languages, without a hole', () => {
  const seen = new Set<string>()
  for (const [shape, policy] of everyShape) {
    fc.assert(
      fc.property(markets({ students: 9, posts: 4, capacity: 3, ...shape }), (market) => {
        const result = place(market, roundOf(policy))
        const why = explainer(result, market)
        const inChinese = letters(result, market, 'zh-Hans')
        for (const { id, choices } of market.applicants) {
          const { reasons } = why(id)
          expect(reasons).toHaveLength(choices.length)
          const told = reasons.filter(({ code }) => code !== 'placed-better').map((reason) => sentence(reason, 'zh-Hans'))
          expect(inChinese(id)).toBe(told.join('\n'))
          for (const reason of reasons) {
            seen.add(reason.code)
            for (const language of languages) expect(sentence(reason, language)).not.toMatch(/undefined|null|NaN|\[object/)
          }
        }
      }),
      // One fixed set of markets, because the list of reasons met below must be the same every time.
      { seed: 20_260_301 },
    )
  }
  seen.delete('seat-left') // Too rare to be met every time.
  for (const language of languages) expect(sentence({ post: 'p', choice: 1, code: 'seat-left' }, language)).toContain('p')
  expect([...seen].toSorted()).toEqual(
    ['below-cutoff', 'below-limit', 'by-total', 'came-later', 'cap-reached', 'class-closed', 'lost-lottery', 'no-seats', 'not-eligible', 'not-ranked', 'placed', 'placed-better', 'reserve-only-left', 'tie-refused'].toSorted(),
  )
}, 60_000)

test('M53 a seat left without a reason exists only where crossing caps are filled greedily', () => {
  for (const [shape, policy] of everyShape) {
    if (policy.crossingCaps) continue
    fc.assert(
      fc.property(markets({ students: 9, posts: 4, capacity: 3, ...shape }), (market) => {
        const why = explainer(place(market, roundOf(policy)), market)
        for (const { id } of market.applicants) expect(why(id).reasons.map(({ code }) => code)).not.toContain('seat-left')
      }),
    )
  }
}, 60_000)

const pair: Market = {
  applicants: ['a', 'b', 'c'].map((id) => ({ id, choices: ['p'], tags: id === 'c' ? ['far'] : [] })),
  posts: [{ id: 'p', capacity: 2 }],
  applications: [
    { student: 'a', post: 'p', score: 83_500 },
    { student: 'b', post: 'p', score: 83_000 },
    { student: 'c', post: 'p', score: 81_000 },
  ],
}

test('M54 a small post shows the comparison and nobody else’s score', () => {
  const small = explain(place(pair, roundOf()), pair, 'c').reasons[0]!
  expect(small).toEqual({ post: 'p', choice: 1, code: 'below-cutoff', seats: 2, admittedAbove: 2, yourScore: 81_000, lastScore: null, yourRank: 3, applicants: 3 })
  expect(sentence(small, 'en')).toBe('You were not placed at p because its 2 seats went to applicants ranked above you; you ranked 3 of 3.')
  expect(publicCutOffs(place(pair, roundOf()))[0]!.lastAdmitted).toBeNull()
  expect(publicCutOffs(place(pair, roundOf(open)))[0]!.lastAdmitted).toMatchObject({ score: 83_000 })
})

test('M55 the sentences as people read them', () => {
  const shown = explain(place(pair, roundOf(open)), pair, 'c').reasons[0]!
  const names = { post: () => '装配岗（示例）' }
  expect(sentence(shown, 'zh-Hans', names)).toBe(
    '未能安排到“装配岗（示例）”：2 个名额均由排名在你之前的申请人获得（你 81.0 分，第 3/3 名；最后一名 83.0 分）。',
  )
  expect(sentence(shown, 'zh-Hant', names)).toBe(
    '未能安排到「装配岗（示例）」：2 個名額均由排名在你之前的申請人獲得（你 81.0 分，第 3/3 名；最後一名 83.0 分）。',
  )
  expect(sentence(shown, 'en')).toBe(
    'You were not placed at p because its 2 seats went to applicants ranked above you; the last admitted had 83.0, you had 81.0 (3 of 3).',
  )
  expect([81_000, 83_250, -500, 0, 83_123].map(scoreText)).toEqual(['81.0', '83.25', '-0.5', '0.0', '83.123'])
})

test('M53 a student passed over for a reserve reads which reserve, and how many seats were open', () => {
  const market: Market = { ...pair, posts: [{ id: 'p', capacity: 2, reserves: [{ tag: 'far', seats: 1, mode: 'guarantee' }] }] }
  const result = place(market, roundOf(open))
  expect(explain(result, market, 'b').reasons[0]).toEqual({
    post: 'p',
    choice: 1,
    code: 'reserve-only-left',
    tag: 'far',
    openSeats: 1,
    reservedSeats: 1,
    yourScore: 83_000,
    openLast: 83_500,
  })
  expect(explain(result, market, 'c').reasons[0]).toEqual({ post: 'p', choice: 1, code: 'placed', seat: { kind: 'reserved', tag: 'far' } })
})

test('M26 both counts of a reserve are there to be read before publishing', () => {
  const ranked = ['r1', 'r2', 'g1', 'g2', 'g3', 'r3', 'r4']
  const market: Market = {
    applicants: ranked.map((id) => ({ id, choices: ['p'], tags: id.startsWith('r') ? ['far'] : [] })),
    posts: [{ id: 'p', capacity: 4, reserves: [{ tag: 'far', seats: 2, mode: 'guarantee' }] }],
    applications: ranked.map((student, at) => ({ student, post: 'p', score: 100 - at })),
  }
  expect(reserveCounts(market, roundOf())).toEqual([{ post: 'p', tag: 'far', seats: 2, mode: 'guarantee', guarantee: 2, additional: 4 }])
})

test('M50 letters say what the records say, word for word, whatever decided between two students', () => {
  fc.assert(
    fc.property(markets({ students: 12, posts: 3, capacity: 3, scores: 3 }), fc.constantFrom(...languages), fc.constantFrom(0, 3), (market, language, minSeatsToPublishCutoff) => {
      const keyed = { ...market, applications: market.applications.map((row, at) => ({ ...row, keys: [at % 2] })) }
      const names = { post: (id: string) => `No. ${id}` }
      const result = place(keyed, roundOf({ ...open, minSeatsToPublishCutoff }))
      const letter = letters(result, keyed, language, names)
      for (const { id } of keyed.applicants) {
        const told = explain(result, keyed, id).reasons.filter(({ code }) => code !== 'placed-better')
        expect(letter(id).split('\n').filter(Boolean)).toEqual(told.map((reason) => sentence(reason, language, names)))
      }
      expect(letter('nobody')).toBe('')
    }),
  )
})

test('M50 a page of bytes holds every text, number and score as they are written one by one', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.maxSafeInteger(), fc.integer({ min: -3000, max: 3000 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 40 }), (pieces) => {
      const page = newPage()
      page.text('forgotten')
      page.clear()
      for (const [one, asScore] of pieces) {
        if (typeof one === 'string') page.text(one)
        else if (asScore) page.score(one)
        else page.whole(one)
      }
      const told = pieces.map(([one, asScore]) => (typeof one === 'number' && asScore ? scoreText(one) : `${one}`)).join('')
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(page.read())).toBe(told)
    }),
    { numRuns: 1000 },
  )
})

test('M34 all seats confirmed earlier, a lost key and a closed class are named', () => {
  const reasonFor = (market: Market, student: string): Reason => explain(place(market, roundOf(open)), market, student).reasons[0]!
  const confirmed = [{ student: 'a', post: 'p' }, { student: 'b', post: 'p' }]
  expect(reasonFor({ ...pair, confirmed }, 'c')).toEqual({ post: 'p', choice: 1, code: 'round-closed', confirmed: 2 })
  const tied = { ...pair, applications: pair.applications.map((row, at) => ({ ...row, score: 5, keys: [9 - at] })) }
  expect(reasonFor(tied, 'c')).toMatchObject({ code: 'lost-keys', score: 5, yourRank: 3 })
  const few = { ...pair, posts: [{ id: 'p', capacity: 9, min: 4 }] }
  expect(explain(place(few, roundOf()), few, 'c').reasons[0]).toEqual({ post: 'p', choice: 1, code: 'class-closed', had: 3, min: 4 })
})

test('M40–M49 each claim has its sentence in three languages', () => {
  for (const [, policy] of everyShape) {
    for (const claim of Object.values(guarantees(pair, roundOf(policy).policy))) {
      for (const language of languages) expect(claimText(claim, language).length).toBeGreaterThan(10)
    }
  }
  const closing = { ...pair, posts: [{ id: 'p', capacity: 3, min: 2 }] }
  expect(Object.values(guarantees(closing, roundOf().policy)).map(({ holds }) => holds)).toEqual([false, false, false, false])
  expect(Object.values(guarantees(pair, roundOf().policy)).map(({ holds }) => holds)).toEqual([true, true, true, false])
})
