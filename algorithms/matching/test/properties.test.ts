import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, draw, place, type Market, type Policy, type Post, type Reserve } from '../src/index.ts'
import { markets, mechanism, postOf, roundOf } from './markets.ts'

const ignoring: Partial<Policy> = { lowerQuota: 'ignore' }
const placed = (market: Market, policy: Partial<Policy> = ignoring) => postOf(place(market, roundOf(policy)).placements)
const wishOf = (market: Market) => (student: string, post: string | null | undefined) =>
  post === null || post === undefined ? 99 : market.applicants.find((one) => one.id === student)!.choices.indexOf(post)

test('M64 the order of every list is without meaning: same placements, same digests', () => {
  const everything = markets({ students: 8, posts: 4, reserves: ['guarantee', 'additional'], minimums: true })
  fc.assert(
    fc.property(everything, fc.nat(), (market, salt) => {
      const shuffled = <Row>(rows: readonly Row[]) =>
        rows.map((row, at) => ({ row, at: Math.imul(at + 1, salt | 1) >>> 0 })).sort((a, b) => a.at - b.at).map(({ row }) => row)
      const other = { applicants: shuffled(market.applicants), posts: shuffled(market.posts), applications: shuffled(market.applications) }
      const first = place(market, roundOf())
      const second = place(other, roundOf())
      expect(second.placements).toEqual(first.placements)
      expect(second.digest).toEqual(first.digest)
    }),
  )
})

test('M64 the bytes of one market are pinned', () => {
  const applicants = Array.from({ length: 40 }, (_, s) => ({ id: `s${s}`, choices: [0, 1, 2].map((k) => `p${(s * 7 + k * 3) % 8}`) }))
  const posts = Array.from({ length: 8 }, (_, p) => ({ id: `p${p}`, capacity: 3 }))
  const applications = applicants.flatMap(({ id, choices }, s) => choices.map((post, k) => ({ student: id, post, score: 1000 * ((s * 13 + k * 5) % 6) })))
  const { digest } = place({ applicants, posts, applications }, roundOf())
  expect(digest).toEqual(PINNED)
})

const PINNED = {
  engine: 'silian-matching/1',
  input: '7f55f9f230dab32f879f3d815f053b3a456abc08886ebf8e4a174ccf366d5c94',
  policy: 'a92ee4e863d196f94f9b3e234acc04a30a3c6b675e8525379af4259aede9d94e',
  result: '469b721bcbb544d192c4450c69a4397251a1e7d04af2f85f8c4a8dd1aa0e1c9e',
  seed: '19b25856e1c150ca834cffc8b59b23adbd0ec0389e58eb22b3b64768098d002b',
}

test('M37 where no ranks are equal the seed changes nothing', () => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 4 }), (market) => {
      const applications = market.applications.map((row, at) => ({ ...row, score: row.score * 1000 + at }))
      const strict = { ...market, applications }
      expect(place(strict, roundOf(ignoring, 'another')).placements).toEqual(place(strict, roundOf(ignoring)).placements)
    }),
  )
})

test('M2 a declared key decides before the draw', () => {
  const applicants = ['a', 'b', 'c', 'd'].map((id) => ({ id, choices: ['p'] }))
  const applications = applicants.map(({ id }, at) => ({ student: id, post: 'p', score: 5, keys: [1, at] }))
  for (const seed of ['1', '2', '3', '4', '5']) {
    const { placements } = place({ applicants, posts: [{ id: 'p', capacity: 1 }], applications }, roundOf({}, seed))
    expect(postOf(placements)).toEqual({ a: null, b: null, c: null, d: 'p' })
  }
})

test('M12 one seat more leaves no student worse, one student fewer leaves nobody else worse, a better score does not hurt', () => {
  fc.assert(
    fc.property(markets({ students: 7, posts: 4 }), fc.nat(), (market, salt) => {
      const wish = wishOf(market)
      const before = placed(market)
      const post = market.posts[salt % market.posts.length]!
      const wider = placed({ ...market, posts: market.posts.map((one) => (one === post ? { ...one, capacity: one.capacity + 1 } : one)) })
      for (const s of Object.keys(before)) expect(wish(s, wider[s])).toBeLessThanOrEqual(wish(s, before[s]))
      const gone = market.applicants[salt % market.applicants.length]!.id
      const rest = placed({ ...market, applicants: market.applicants.filter(({ id }) => id !== gone), applications: market.applications.filter((row) => row.student !== gone) })
      for (const s of Object.keys(rest)) expect(wish(s, rest[s])).toBeLessThanOrEqual(wish(s, before[s]))
      const better = placed({ ...market, applications: market.applications.map((row) => (row.student === gone && row.post === post.id ? { ...row, score: 9_000 } : row)) })
      expect(wish(gone, better[gone])).toBeLessThanOrEqual(wish(gone, before[gone]))
    }),
  )
})

test('M16 with one common ranking, score-first is deferred acceptance, and serial choice says the same', () => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 4, common: true }), (market) => {
      const first = placed(market, { ...ignoring, mechanism: mechanism('score-first') })
      const free = { ...market, caps: [{ id: 'never full', max: 99, posts: market.posts.map(({ id }) => id) }] }
      expect(first).toEqual(placed(market))
      expect(placed(free, { ...ignoring, mechanism: mechanism('score-first') })).toEqual(first)
    }),
  )
})

test('M17 M18 owners without scarcity, and caps without scarcity, change nothing', () => {
  fc.assert(
    fc.property(markets({ students: 7, posts: 4, owners: true }), (market) => {
      const plain = placed({ ...market, owners: [] })
      expect(placed({ ...market, owners: market.owners!.map((owner) => ({ ...owner, capacity: 99 })) })).toEqual(plain)
      const caps = [{ id: 'all', max: 99, posts: market.posts.map(({ id }) => id) }]
      expect(placed({ ...market, owners: [], caps }, { ...ignoring, mechanism: mechanism('flexible') })).toEqual(plain)
    }),
  )
})

test('M13 without ties both tie rules are deferred acceptance', () => {
  fc.assert(
    fc.property(markets({ students: 7, posts: 4 }), (market) => {
      const strict = { ...market, applications: market.applications.map((row, at) => ({ ...row, score: row.score * 1000 + at })) }
      expect(placed(strict, { ...ignoring, ties: 'admit-all' })).toEqual(placed(strict))
      expect(placed(strict, { ...ignoring, ties: 'admit-none' })).toEqual(placed(strict))
    }),
  )
})

test('M30 closing: every open post has its minimum, the log replays, and closing at once gives the same outcome', () => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 5, capacity: 3, minimums: true }), (market) => {
      const { placements, closed, audit } = place(market, roundOf())
      expect(audit.violations).toEqual([])
      expect(audit.blockingPairs).toEqual([])
      const shut = new Set<string>()
      for (const { post, had, min } of closed) {
        const now = placed({ ...market, posts: market.posts.map((one) => (shut.has(one.id) ? { ...one, capacity: 0, min: 0 } : one)) })
        const filled = (id: string) => Object.values(now).filter((where) => where === id).length
        const below = market.posts.filter((one) => !shut.has(one.id) && filled(one.id) < (one.min ?? 0))
        const share = Math.min(...below.map((one) => filled(one.id) / one.min!))
        expect(below.find((one) => filled(one.id) / one.min! === share)!.id).toBe(post)
        expect({ had, min }).toEqual({ had: filled(post), min: market.posts.find(({ id }) => id === post)!.min })
        shut.add(post)
      }
      const atOnce = placed({ ...market, posts: market.posts.map((one) => (shut.has(one.id) ? { ...one, capacity: 0, min: 0 } : one)) })
      expect(postOf(placements)).toEqual(atOnce)
    }),
  )
})

test('M31 students who are many enough to fill a closed class and would rather have it are named', () => {
  const market: Market = {
    applicants: [
      { id: 'a', choices: ['class', 'x'] },
      { id: 'b', choices: ['x', 'class'] },
    ],
    posts: [
      { id: 'class', capacity: 2, min: 2 },
      { id: 'x', capacity: 1 },
    ],
    applications: [
      { student: 'a', post: 'class', score: 1 },
      { student: 'b', post: 'class', score: 1 },
      { student: 'a', post: 'x', score: 2 },
      { student: 'b', post: 'x', score: 1 },
    ],
  }
  const { closed, audit, placements } = place(market, roundOf())
  expect(closed).toEqual([{ post: 'class', had: 1, min: 2, step: 1 }])
  expect(postOf(placements)).toEqual({ a: 'x', b: null })
  expect(audit.coalitions.map(({ post, students }) => ({ post, students: students.toSorted() }))).toEqual([{ post: 'class', students: ['a', 'b'] }])
})

test('M33 crossing caps are never exceeded, and what the greedy rule misses is listed and nothing else', () => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 4, capacity: 3, crossing: true }), (market) => {
      const { audit } = place(market, roundOf({ ...ignoring, crossingCaps: 'greedy-audited' }))
      expect(audit.violations).toEqual([])
      expect(audit.wasted.length + audit.envy.length).toBe(audit.blockingPairs.length)
    }),
  )
})

test('M34 a second round never takes a confirmed seat and never exceeds what is left', () => {
  fc.assert(
    fc.property(markets({ students: 8, posts: 4, reserves: ['guarantee'] }), fc.nat(), (market, salt) => {
      const short = { ...market, applicants: market.applicants.map((one) => ({ ...one, choices: one.choices.slice(0, 1) })) }
      const first = place(short, roundOf(ignoring))
      const confirmed = first.placements.flatMap(({ student, post, seat }, at) =>
        post !== null && (salt >> (at % 16)) % 2 === 0 ? [{ student, post, ...(seat?.kind === 'reserved' ? { tag: seat.tag } : {}) }] : [],
      )
      const second = place({ ...market, confirmed }, { ...roundOf(ignoring), id: 'r2' })
      expect(second.audit.violations).toEqual([])
      expect(second.audit.blockingPairs).toEqual([])
      const seated = new Set(confirmed.map(({ student }) => student))
      expect(second.placements.some(({ student }) => seated.has(student))).toBe(false)
      for (const post of market.posts) {
        const all = [...confirmed, ...second.placements].filter((one) => one.post === post.id)
        expect(all.length).toBeLessThanOrEqual(post.capacity)
      }
    }),
  )
})

const modes: Reserve['mode'][] = ['guarantee', 'additional', 'set-aside']

test('M20–M25 a choice is substitutable, lawful in numbers and deaf to the refused, over every set of six applicants', () => {
  const candidates = Array.from({ length: 6 }, (_, at) => ({
    student: `${at}`,
    tags: [at % 2 === 0 ? 'far' : '', at % 3 === 0 ? 'poor' : ''].filter(Boolean),
    school: at < 3 ? 'A' : 'B',
  }))
  const subsets = Array.from({ length: 64 }, (_, bits) => candidates.filter((_, at) => (bits >> at) & 1))
  const posts: Post[] = [{ id: 'caps', capacity: 3, schoolCaps: { A: 1 } }]
  for (const mode of modes) {
    for (const second of modes) {
      posts.push({ id: `${mode} ${second}`, capacity: 4, reserves: [{ tag: 'far', seats: 1, mode }, { tag: 'poor', seats: 2, mode: second }] })
    }
  }
  for (const post of posts) {
    const chosen = subsets.map((set) => new Set(choose(post, set).map(({ student }) => student)))
    subsets.forEach((set, bits) => {
      expect(chosen[bits]!.size).toBeLessThanOrEqual(post.capacity)
      const kept = set.filter(({ student }) => chosen[bits]!.has(student))
      expect(choose(post, kept)).toHaveLength(kept.length)
      for (let at = 0; at < 6; at++) {
        if ((bits >> at) & 1) continue
        const larger = chosen[bits | (1 << at)]!
        expect(larger.size).toBeGreaterThanOrEqual(chosen[bits]!.size)
        const returned = set.filter(({ student }) => larger.has(student) && !chosen[bits]!.has(student))
        expect(returned).toEqual([])
      }
    })
  }
})

test('M21 M22 at one post, reserves hold: enough tagged students, more under additional, and no seats reserved is no reserve', () => {
  const one = fc.array(fc.record({ tagged: fc.boolean() }), { maxLength: 10 })
  fc.assert(
    fc.property(one, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (people, capacity, wanted) => {
      const seats = Math.min(capacity, wanted)
      const ranked = people.map(({ tagged }, at) => ({ student: `${at}`, tags: tagged ? ['far'] : [] }))
      const count = (mode: Reserve['mode'], reserved: number) =>
        choose({ id: 'p', capacity, reserves: [{ tag: 'far', seats: reserved, mode }] }, ranked).filter((one) => one.tags!.length > 0).length
      const tagged = people.filter((person) => person.tagged).length
      for (const mode of modes) expect(count(mode, seats)).toBeGreaterThanOrEqual(Math.min(seats, tagged))
      expect(count('guarantee', seats)).toBeLessThanOrEqual(count('additional', seats))
      for (let more = 1; more <= capacity; more++) expect(count('guarantee', more)).toBeGreaterThanOrEqual(count('guarantee', more - 1))
      expect(choose({ id: 'p', capacity, reserves: [{ tag: 'far', seats: 0, mode: 'guarantee' }] }, ranked)).toEqual(ranked.slice(0, capacity))
    }),
  )
})

test('M35 the draw is the order of the numbers, whoever asks first', () => {
  const students = Array.from({ length: 50 }, (_, at) => `s${at}`)
  expect(draw('seed', 'r', students.toReversed())).toEqual(draw('seed', 'r', students))
  expect(draw('other', 'r', students)).not.toEqual(draw('seed', 'r', students))
  expect(draw('seed', 'other', students)).not.toEqual(draw('seed', 'r', students))
})
