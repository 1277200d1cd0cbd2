import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newRoundsWorld } from '../../../../test/rounds-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let rounds: Awaited<ReturnType<typeof newRoundsWorld>>
let office: Person

beforeAll(async () => {
  world = await newWorld()
  rounds = await newRoundsWorld(world)
  office = await world.person('secretariat', { name: '陈敏' })
})
afterAll(() => world.close())
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))

/** A round of one firm; what comes out is what anybody gets who runs it again, and breaks nothing. */
async function placed({ seats, scoring = 'score', ...rest }: { seats: number[]; scoring?: 'score' | 'rank' } & Omit<Parameters<typeof rounds.play>[1], 'firms'>) {
  const played = await rounds.play(office, { firms: [seats.map((many) => ({ seats: many, scoring }))], ...rest })
  expect([played.again.same, played.again.violations]).toEqual([true, []])
  return played
}

test('equal scores: what was declared decides before the draw, and the letter says so', async () => {
  const { letters, got, again } = await placed({
    seats: [1],
    rules: () => ({ rule: { tieKeys: ['certificates'] } }),
    students: [{ wishes: [0] }, { certificates: ['电工证'], wishes: [0] }],
  })
  expect(got).toEqual([null, 1])
  expect(letters[0].outcomes[0]).toMatchObject({ reason: 'lost-keys', sentence: expect.stringContaining('按公布的同分规则你为第 2/2 名') })
  expect(again.market.applications[0].keys).toEqual([expect.any(Number)])
})

test('equals alike, all taken: more than the seats, and the report says it', async () => {
  const { got, report, again } = await placed({ seats: [1], rules: () => ({ rule: { ties: 'admit-all' } }), students: [{ wishes: [0] }, { wishes: [0] }, { mark: 70_000, wishes: [0] }] })
  expect(got).toEqual([1, 1, null])
  expect((await report(0)).seats).toMatchObject([{ seat: 'open', seats: 1, filled: 2 }])
  expect(again.guarantees.strategyProof).toEqual({ holds: false, because: 'ties-manipulable' })
})

test('equals alike, none taken: a firm that ranks hears of no made-up score', async () => {
  const { got, letters } = await placed({ seats: [1], scoring: 'rank', rules: () => ({ rule: { ties: 'admit-none' } }), students: [{ wishes: [0] }, { wishes: [0] }] })
  expect(got).toEqual([null, null])
  expect(letters[0].outcomes[0].sentence).toBe('接收单位把你和另外的人排在同一位，一共 2 人，1 个名额容纳不下；按本轮规则，排在同一位的都不安排。')
  expect(letters[0].outcomes[0].facts).not.toHaveProperty('score')
})

const county = { tags: ['paired_county'] }
const four = [{ mark: 90_000, ...county, wishes: [0] }, { mark: 80_000, wishes: [0] }, { mark: 70_000, ...county, wishes: [0] }, { mark: 60_000, wishes: [0] }]
const keepOne = (mode: string) => ({ posts }: { posts: string[] }) => ({ rule: { reserveMode: mode }, posts: [{ postId: posts[0]!, reserves: [{ tag: 'paired_county', seats: 1 }] }] })

test.each([
  ['guarantee', [1, 1, null, null], [['open', 1, 1], ['paired_county', 1, 1]]],
  ['additional', [1, null, 1, null], [['open', 1, 1], ['paired_county', 1, 1]]],
] as const)('reserves, %s: both counts can be read before publishing, and stand in the report', async (mode, expected, seats) => {
  let before: { reserves: unknown[] } | undefined
  const { got, report } = await placed({ seats: [2], rules: keepOne(mode), students: four, beforePublication: async (roundId) => void (before = (await office.get(`/rounds/${roundId}/summary`)).body) })
  expect(got).toEqual(expected)
  expect(before).toMatchObject({ reserveMode: mode, reserves: [{ tag: 'paired_county', seats: 1, guarantee: 1, additional: 2 }] })
  const told = await report(0)
  expect(told.seats.map((row: { seat: string; seats: number; filled: number }) => [row.seat, row.seats, row.filled])).toEqual(seats)
  expect(told.seats[1]).toMatchObject({ guarantee: 1, additional: 2 })
  expect(told.seats[0]).toMatchObject({ guarantee: null, additional: null })
})

test('reserves set aside: what nobody of them takes stays empty, and the refused hear why', async () => {
  const { got, letters, report } = await placed({ seats: [2], rules: keepOne('set-aside'), students: [{ mark: 90_000, wishes: [0] }, { mark: 80_000, wishes: [0] }] })
  expect(got).toEqual([1, null])
  expect(letters[1].outcomes[0]).toMatchObject({ reason: 'reserve-only-left', sentence: expect.stringContaining('对口帮扶县学生') })
  expect((await report(0)).seats).toMatchObject([{ filled: 1 }, { seat: 'paired_county', filled: 0 }])
})

test('at most so many of one school: the next is told which limit was full', async () => {
  const { got, letters, report, schools: [school], again } = await placed({
    seats: [3, 1],
    rules: ({ posts }) => ({ posts: [{ postId: posts[0]!, schoolCap: 2 }] }),
    students: [{ mark: 90_000, wishes: [0] }, { mark: 80_000, wishes: [0] }, { mark: 70_000, wishes: [0, 1] }, { mark: 60_000, other: true, wishes: [0] }],
  })
  expect(got).toEqual([1, 1, 2, 1])
  expect(letters[2].outcomes[0]).toMatchObject({ reason: 'cap-reached', sentence: expect.stringContaining(`${school!.name}在这个岗位`) })
  expect((await report(0)).schoolCap).toEqual({ most: 2, full: [school!.name] })
  expect((await report(1)).schoolCap).toBe(null)
  expect(again.market.applicants[0].school).toEqual(expect.any(String))
})

test('a post below its minimum does not run: its students go on to their next wish, and the log is told', async () => {
  let before: { closings: unknown[] } | undefined
  const { got, letters, report, posts, again } = await placed({
    seats: [3, 3],
    rules: ({ posts: all }) => ({ rule: { lowerQuota: 'close' }, posts: [{ postId: all[0]!, minimum: 3 }, { postId: all[1]!, minimum: 2 }] }),
    students: [{ wishes: [0, 1] }, { mark: 70_000, wishes: [0, 1] }],
    beforePublication: async (roundId) => void (before = (await office.get(`/rounds/${roundId}/summary`)).body),
  })
  // The second stood empty and closed first, at nought of two; then the first at two of three.
  expect(before!.closings).toMatchObject([{ postId: posts[1], step: 1, had: 0, minimum: 2 }, { postId: posts[0], step: 2, had: 2, minimum: 3 }])
  expect(got).toEqual([null, null])
  expect(letters[0].outcomes.map(({ reason }: { reason: string }) => reason)).toEqual(['class-closed', 'class-closed'])
  expect(await report(0)).toMatchObject({ minimum: 3, closing: { step: 2, had: 2, minimum: 3 }, admitted: [] })
  expect(again.guarantees.stable).toEqual({ holds: false, because: 'closing' })
})

test('a post that reaches its minimum because another closed runs', async () => {
  const { got, report } = await placed({
    seats: [2, 2],
    rules: ({ posts }) => ({ rule: { lowerQuota: 'close' }, posts: [{ postId: posts[0]!, minimum: 2 }, { postId: posts[1]!, minimum: 2 }] }),
    students: [{ mark: 90_000, wishes: [0, 1] }, { mark: 80_000, wishes: [1, 0] }],
  })
  // Both at one of two: the first by number closes, and fills the second.
  expect(got).toEqual([2, 1])
  expect(await report(1)).toMatchObject({ minimum: 2, closing: null, seats: [{ filled: 2 }] })
})
