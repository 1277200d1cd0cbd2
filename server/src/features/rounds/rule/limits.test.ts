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

/** What comes out is what anybody gets who runs it again, and breaks nothing. */
async function placed(play: Parameters<typeof rounds.play>[1]) {
  const played = await rounds.play(office, play)
  expect([played.again.same, played.again.violations]).toEqual([true, []])
  return played
}
const promised = ({ again: { guarantees } }: Awaited<ReturnType<typeof placed>>) => Object.values(guarantees).map(({ holds }) => holds)

test('parallel choices: one score for all, and every promise kept', async () => {
  const played = await placed({
    firms: [[{ seats: 1 }], [{ seats: 1 }]],
    rules: () => ({ rule: { mechanism: 'score-first' } }),
    students: [{ mark: 70_000, wishes: [0, 1] }, { mark: 90_000, wishes: [0] }],
  })
  expect(played.got).toEqual([2, 1])
  expect(promised(played)).toEqual([true, true, true, true])
  expect(played.letters[0].guarantees.efficient).toMatchObject({ holds: true, sentence: '学生按同一排名依次选择：隐瞒志愿不会获益，也没有可以互换的余地。' })
})

test('parallel choices keep crossing limits, and all promises with them', async () => {
  const played = await placed({
    firms: [[{ seats: 1 }, { seats: 1 }], [{ seats: 1 }]],
    rules: () => ({ rule: { mechanism: 'score-first' }, limits: [{ kind: 'school_firm', most: 1 }] }),
    students: [{ mark: 90_000, wishes: [0] }, { mark: 80_000, wishes: [1, 2] }, { mark: 70_000, other: true, wishes: [1] }],
  })
  expect([played.got, promised(played)]).toEqual([[1, 2, 1], [true, true, true, true]])
  expect(played.letters[1].outcomes[0]).toMatchObject({ reason: 'cap-reached', sentence: expect.stringContaining('上限（1 人）已满') })
  expect((await played.report(0)).limits).toHaveLength(2)
})

test('enterprise totals: a firm’s one score counts at all its posts, and the total binds', async () => {
  const played = await placed({
    firms: [[{ seats: 2 }, { seats: 2 }]],
    settings: { weightSchool: 50, weightInterview: 50 },
    rules: ({ firms }) => ({ rule: { mechanism: 'project-allocation' }, limits: [{ kind: 'firm', organisationId: firms[0]!.organisationId, most: 2 }] }),
    students: [{ wishes: [0, 1] }, { wishes: [1, 0] }, { wishes: [0] }],
    score: async ({ posts, firms, people, roundId }) => {
      const say = (at: number, who: number, interview: number) => firms[0]!.put(`/rounds/${roundId}/posts/${posts[at]}/scores`, { scores: [{ studentId: people[who]!.studentId, interview }] })
      expect((await firms[0]!.get(`/rounds/${roundId}/posts/${posts[0]}/applicants`)).body.oneForAll).toBe(true)
      for (const [at, who, interview] of [[0, 0, 90_000], [1, 1, 80_000], [0, 2, 70_000]] as const) expect((await say(at, who, interview)).status).toBe(200)
      // Said at the second post; known at the first as well.
      const rows = (await firms[0]!.get(`/rounds/${roundId}/posts/${posts[0]}/applicants`)).body.rows
      expect(rows.find((row: { studentId: string }) => row.studentId === people[1]!.studentId)).toMatchObject({ interview: 80_000 })
    },
  })
  expect([played.got, promised(played)]).toEqual([[1, 1, null], [true, true, true, false]])
  expect(played.letters[2].outcomes[0]).toMatchObject({ reason: 'cap-reached', sentence: expect.stringContaining('的全部岗位”的上限（2 人）已满') })
  expect((await played.report(0)).limits).toMatchObject([{ used: 2, most: 2 }])
  expect(played.again.limits).toEqual({ L1: expect.stringContaining('合计最多 2 人') })
})

test('a refusal at one post of a firm leaves the others as they are', async () => {
  const played = await placed({
    firms: [[{ seats: 1 }, { seats: 1 }]],
    settings: { weightSchool: 50, weightInterview: 50 },
    rules: ({ firms }) => ({ rule: { mechanism: 'project-allocation' }, limits: [{ kind: 'firm', organisationId: firms[0]!.organisationId, most: 2 }] }),
    students: [{ wishes: [0, 1] }],
    score: async ({ posts, firms, people, roundId }) => {
      const { studentId } = people[0]!
      await firms[0]!.put(`/rounds/${roundId}/posts/${posts[1]}/scores`, { scores: [{ studentId, interview: 90_000 }] })
      await firms[0]!.put(`/rounds/${roundId}/posts/${posts[0]}/scores`, { scores: [{ studentId, refused: '面试没有来' }] })
    },
  })
  expect([played.got, played.letters[0].outcomes[0].reason]).toEqual([[2], 'not-eligible'])
})

test('nested totals of a region and a firm in it: both hold, seats go round by post number, targets first', async () => {
  const played = await placed({
    firms: [[{ seats: 2 }, { seats: 2 }], [{ seats: 2, divisionCode: '440606' }]],
    rules: ({ firms, posts }) => ({
      rule: { mechanism: 'flexible' },
      limits: [{ kind: 'region', region: '440600', most: 3 }, { kind: 'firm', organisationId: firms[0]!.organisationId, most: 2 }],
      posts: [{ postId: posts[1]!, target: 2 }],
    }),
    students: [{ mark: 90_000, wishes: [0] }, { mark: 60_000, wishes: [1] }, { mark: 50_000, wishes: [1] }, { mark: 40_000, wishes: [2] }, { mark: 30_000, wishes: [2] }],
  })
  // The target of the second post is served before the better score at the first.
  expect(played.got).toEqual([null, 1, 1, 1, null])
  expect(played.letters[0].outcomes[0].reason).toBe('cap-reached')
  expect((await played.report(0)).limits).toMatchObject([{ used: 3, most: 3 }, { used: 2, most: 2 }])
  expect((await played.report(2)).limits).toHaveLength(1)
  expect(promised(played)).toEqual([true, false, true, false])
})

test('crossing limits by the audited way: never broken, nothing promised', async () => {
  const played = await placed({
    firms: [[{ seats: 1 }, { seats: 1 }]],
    rules: ({ firms, schools }) => ({ rule: { mechanism: 'greedy-audited' }, limits: [{ kind: 'school_firm', organisationId: firms[0]!.organisationId, schoolId: schools[0]!.id, most: 1 }] }),
    students: [{ mark: 90_000, wishes: [0] }, { mark: 80_000, wishes: [1] }, { mark: 70_000, other: true, wishes: [1] }],
  })
  expect([played.got, promised(played)]).toEqual([[1, null, 1], [false, false, false, false]])
  expect(played.letters[1].outcomes[0].sentence).toContain(`${played.schools[0]!.name}在`)
  const summary = (await office.get(`/rounds/${played.roundId}/summary`)).body
  expect(summary.limits).toMatchObject([{ used: 1, most: 1, name: expect.stringContaining(played.schools[0]!.name) }])
})

test.each([
  ['min-rank', [2, 1, 1], 'by-total'],
  ['max-weight', [1, 1, 1], 'placed'],
] as const)('total satisfaction, %s, is named and promises only that', async (objective, expected, reason) => {
  const played = await placed({
    firms: [[{ seats: 1 }, { seats: 2 }]],
    rules: () => ({ rule: { mechanism: 'total-satisfaction', objective } }),
    // By score alone the first would hold the first post.
    students: [{ mark: 90_000, wishes: [0, 1] }, { mark: 70_000, wishes: objective === 'min-rank' ? [0] : [1] }, { mark: 60_000, wishes: [1] }],
  })
  expect([played.got, promised(played)]).toEqual([expected, [false, false, false, true]])
  expect(played.letters[0].outcomes[0].reason).toBe(reason)
})

test('posts first: the stable result that suits posts, and is said to', async () => {
  const played = await placed({ firms: [[{ seats: 1, scoring: 'rank' }, { seats: 1, scoring: 'rank' }]], rules: () => ({ rule: { mechanism: 'post-proposing' } }), students: [{ wishes: [0, 1] }, { wishes: [1, 0] }],
    score: async ({ posts, firms, people, roundId }) => {
      for (const [at, first] of [[0, 1], [1, 0]] as const) {
        const scores = people.map(({ studentId }, who) => ({ studentId, rank: who === first ? 1 : 2 }))
        expect((await firms[0]!.put(`/rounds/${roundId}/posts/${posts[at]}/scores`, { scores })).status).toBe(200)
      }
    } })
  expect([played.got, promised(played)]).toEqual([[2, 2], [true, false, false, false]])
})

test('a further round counts the seats confirmed before against every limit, and takes none of them', async () => {
  const { roundId, people, posts, firms } = await placed({
    firms: [[{ seats: 2 }, { seats: 2 }]],
    rules: ({ firms: all }) => ({ rule: { mechanism: 'flexible' }, limits: [{ kind: 'firm', organisationId: all[0]!.organisationId, most: 3 }] }),
    students: [{ mark: 90_000, wishes: [0] }, { mark: 80_000, wishes: [0] }, { mark: 70_000, wishes: [0] }, { mark: 60_000, wishes: [0] }],
  })
  world.moveTo('2026-12-07T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/endPublicity`)
  for (const at of [0, 1]) expect((await people[at]!.post(`/my/rounds/${roundId}/answer`, { answer: 'accepted' })).status).toBe(200)
  await office.post(`/rounds/${roundId}/actions/close`)
  const { id } = (await office.post(`/rounds/${roundId}/second`, { title: '第二轮' })).body
  const rules = (await office.get(`/rounds/${id}/rules`)).body
  expect([rules.further, rules.limits, rules.posts.map((post: { postId: string; seats: number }) => [post.postId, post.seats])]).toMatchObject([true, [{ kind: 'firm', most: 3 }], [[posts[1], 2]]])

  const { version } = (await office.get(`/rounds/${id}`)).body
  const dates = { wishesCloseAt: '2026-12-20T10:00:00Z', rankingCloseAt: '2026-12-21T10:00:00Z', publicityUntil: '2026-12-25T10:00:00Z', confirmUntil: '2026-12-28T10:00:00Z' }
  await office.patch(`/rounds/${id}`, { ...rounds.settings, ...dates, title: '第二轮', version })
  expect((await office.post(`/rounds/${id}/actions/open`)).status).toBe(200)
  for (const at of [2, 3]) expect((await rounds.wish(people[at]!, id, [posts[1]!])).status).toBe(200)
  world.moveTo('2026-12-20T10:00:00Z')
  await office.post(`/rounds/${id}/actions/closeWishes`)
  world.moveTo('2026-12-21T10:00:00Z')
  for (const action of ['freeze', 'match', 'publish']) expect((await office.post(`/rounds/${id}/actions/${action}`)).status).toBe(200)

  // Two seats are free, but of the firm's three only one is left.
  const letters = await Promise.all([2, 3].map(async (at) => (await people[at]!.get(`/my/rounds/${id}/letter`)).body))
  expect(letters.map(({ placed: one }) => one?.choice ?? null)).toEqual([1, null])
  expect(letters[1].outcomes[0]).toMatchObject({ reason: 'cap-reached', facts: { max: 3 } })
  expect(letters[1].guarantees.stable).toMatchObject({ holds: false, because: 'earlier-rounds' })
  const again = await rounds.runAgain(id)
  expect([again.same, again.violations, again.market.confirmed]).toMatchObject([true, [], [{ student: expect.stringMatching(/^R-/) }, {}]])
  expect((await firms[0]!.get(`/rounds/${id}/posts/${posts[1]}/report`)).body.limits).toMatchObject([{ used: 3, most: 3 }])
})
