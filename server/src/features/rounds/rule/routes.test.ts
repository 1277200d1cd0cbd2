import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inputDigest, place, policyDigest } from '@silian/matching'
import { countQueries } from '../../../../test/queries.ts'
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

async function draft(seats = [2, 2]) {
  const school = await rounds.school()
  const firm = await world.person('enterprise_contact')
  const posts: string[] = []
  for (const many of seats) posts.push(await rounds.post(firm.organisationId, { seats: many }))
  const roundId = await rounds.round(office, { cohorts: [school.cohortId], posts: posts.map((postId, at) => ({ postId, seats: seats[at] })), open: false })
  return { school, firm, posts, roundId }
}

const placesOf = (reply: { body: { details: { issues: { path: unknown[]; code: string }[] } } }) => reply.body.details.issues.map(({ path, code }) => `${path.join('.')} ${code}`)

test('what is set is kept, shown to everybody in the round, and told in the history', async () => {
  const { school, firm, posts, roundId } = await draft()
  const set = await rounds.setRules(office, roundId, {
    rule: { mechanism: 'flexible', lowerQuota: 'close', tieKeys: ['certificates'], privacyFloor: 5 },
    limits: [{ kind: 'firm', organisationId: firm.organisationId, most: 3 }, { kind: 'region', region: '440600', most: 4 }],
    posts: [{ postId: posts[0]!, minimum: 2, target: 1 }],
  })
  expect([set.status, set.body]).toEqual([200, { version: expect.any(Number) }])

  const kept = (await office.get(`/rounds/${roundId}/rules`)).body
  expect(kept).toMatchObject({ rule: { mechanism: 'flexible', tieKeys: ['certificates'], privacyFloor: 5 }, faults: [], further: false, can: { edit: true }, schools: [{ id: school.id }] })
  expect(kept.limits).toMatchObject([{ kind: 'firm', organisationId: firm.organisationId, most: 3 }, { kind: 'region', region: '440600', most: 4 }])
  expect(kept.posts.find(({ postId }: { postId: string }) => postId === posts[0])).toMatchObject({ minimum: 2, target: 1, schoolCap: null, reserves: [] })
  expect((await office.get(`/rounds/${roundId}/history`)).body.rows.at(-1)).toMatchObject({ event: 'round.rule_set', details: { mechanism: 'flexible', limits: 2 } })

  expect((await office.post(`/rounds/${roundId}/actions/open`)).status).toBe(200)
  const seen = (await firm.get(`/rounds/${roundId}`)).body
  expect(seen.ruleText.join('')).toMatch(/合计不超过上限.*同分先比持有证书的个数.*最低人数.*合计最多 3 人.*合计最多 4 人/)
  expect(seen.guarantees.stable).toMatchObject({ holds: false, because: 'closing' })
  const student = await rounds.student(school)
  expect((await student.get(`/my/rounds/${roundId}`)).body).toMatchObject({ honest: false, how: seen.ruleText })
  expect((await firm.get(`/rounds/${roundId}/rules`)).status).toBe(403)
  expect((await rounds.setRules(office, roundId, {})).body).toMatchObject({ code: 'wrong_state', details: { state: 'wishing' } })
})

test('every contradiction is named at once, each at its place, and nothing is kept', async () => {
  const { firm, posts, roundId } = await draft()
  const [first, second] = (await office.get(`/rounds/${roundId}/rules`)).body.posts.map(({ postId }: { postId: string }) => postId)
  expect([first, second].sort()).toEqual([...posts].sort())
  const reply = await rounds.setRules(office, roundId, {
    rule: { mechanism: 'flexible', ties: 'admit-all' },
    limits: [{ kind: 'school_firm', most: 1 }, { kind: 'firm', most: 2 }, { kind: 'firm', organisationId: firm.organisationId, most: 2 }, { kind: 'firm', organisationId: firm.organisationId, most: 9 }, { kind: 'region', region: '520100', most: 1 }],
    posts: [{ postId: first, minimum: 3, schoolCap: 1 }, { postId: second, reserves: [{ tag: 'paired_county', seats: 3 }] }],
  })
  expect(reply.status).toBe(422)
  expect(placesOf(reply)).toEqual([
    'limits.1.organisationId missing',
    'rule.ties does_not_fit',
    'posts.0.minimum more_than_seats',
    'posts.0.schoolCap does_not_fit',
    'posts.1.reserves more_than_seats',
    'posts.1.reserves does_not_fit',
    'limits.0 does_not_fit',
    'limits.3 twice',
    'limits.4 no_posts',
  ])
  expect((await office.get(`/rounds/${roundId}/rules`)).body).toMatchObject({ rule: { mechanism: 'student-proposing' }, limits: [] })
})

test('immediate acceptance is no rule of a round', async () => {
  const { roundId } = await draft()
  expect((await rounds.setRules(office, roundId, { rule: { mechanism: 'immediate-acceptance' } })).body.details.issues[0].path).toEqual(['rule', 'mechanism'])
})

test('two officers who set the rule of the same version: the later is told', async () => {
  const { roundId } = await draft()
  const { version, rule } = (await office.get(`/rounds/${roundId}/rules`)).body
  const replies = await Promise.all([1, 2].map(() => office.put(`/rounds/${roundId}/rules`, { version, rule, limits: [], posts: [] })))
  expect(replies.map(({ status, body }) => (status === 200 ? 'saved' : body.code)).sort()).toEqual(['changed_meanwhile', 'saved'])
})

test('a rule that other settings have overtaken keeps the round from opening', async () => {
  const { posts, roundId } = await draft()
  await rounds.setRules(office, roundId, { rule: { mechanism: 'score-first' } })
  const { version } = (await office.get(`/rounds/${roundId}`)).body
  await office.patch(`/rounds/${roundId}`, { ...rounds.settings, weightSchool: 60, weightInterview: 40, version })
  await office.put(`/rounds/${roundId}/posts`, { posts: posts.map((postId) => ({ postId, seats: 2, scoring: 'rank' })) })

  expect((await office.get(`/rounds/${roundId}`)).body.obstacles).toEqual([{ code: 'round_incomplete', details: { missing: ['rule'] } }])
  expect((await office.post(`/rounds/${roundId}/actions/open`)).body).toMatchObject({ code: 'round_incomplete', details: { missing: ['rule'] } })
  expect((await office.get(`/rounds/${roundId}/rules`)).body.faults.map(({ path, code }: { path: unknown[]; code: string }) => `${path.join('.')} ${code}`)).toEqual(['weights one_mark_needed', 'posts.0.scoring marks_needed', 'posts.1.scoring marks_needed'])
})

test('choosing seats again keeps what the rule says of a post, and names what no longer fits', async () => {
  const { posts, roundId } = await draft([3, 2])
  await rounds.setRules(office, roundId, { rule: { lowerQuota: 'close' }, posts: [{ postId: posts[0]!, minimum: 3, reserves: [{ tag: 'paired_county', seats: 2 }], schoolCap: 2 }] })
  await office.put(`/rounds/${roundId}/posts`, { posts: [{ postId: posts[0], seats: 3 }] })
  expect((await office.get(`/rounds/${roundId}/rules`)).body.posts).toMatchObject([{ postId: posts[0], minimum: 3, reserves: [{ tag: 'paired_county', seats: 2 }], schoolCap: 2 }])
  expect(placesOf(await office.put(`/rounds/${roundId}/posts`, { posts: [{ postId: posts[0], seats: 1 }] }))).toEqual(['posts.0.reserves more_than_seats', 'posts.0.minimum more_than_seats'])
})

test('the rule is frozen with the list: what is changed behind its back decides nothing', async () => {
  const { school, posts, roundId } = await draft([1, 1])
  await rounds.setRules(office, roundId, { rule: { ties: 'admit-none' } })
  await office.post(`/rounds/${roundId}/actions/open`)
  const students = [await rounds.student(school), await rounds.student(school)]
  for (const student of students) await rounds.wish(student, roundId, [posts[0]!])
  world.moveTo('2026-11-27T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/closeWishes`)
  world.moveTo('2026-11-30T10:00:00Z')
  await office.post(`/rounds/${roundId}/actions/freeze`)
  await world.db.updateTable('round').set({ policy: JSON.stringify({ ties: 'admit-all' }) }).where('id', '=', roundId).execute()
  for (const action of ['match', 'publish']) expect((await office.post(`/rounds/${roundId}/actions/${action}`)).status).toBe(200)

  expect((await students[0]!.get(`/my/rounds/${roundId}/letter`)).body).toMatchObject({ placed: null, outcomes: [{ reason: 'tie-refused' }] })
  const published = (await world.nobody.get(`/public/rounds/${roundId}/round.json`)).body
  expect(published.round.policy.ties).toBe('admit-none')
  expect([inputDigest(published.market), policyDigest(published.round.policy)]).toEqual([published.digests.input, published.digests.policy])
  const again = place(published.market, { id: published.round.number, policy: published.round.policy, lottery: { seed: published.round.seed } })
  expect(again.digest.result).toBe(published.digests.result)
})

test('as many questions to the database for one post as for thirty', async () => {
  const [one, thirty] = [await draft([1]), await draft(Array.from({ length: 30 }, () => 1))]
  const count = (roundId: string) => countQueries(() => office.get(`/rounds/${roundId}/rules`))
  expect(await count(thirty.roundId)).toBe(await count(one.roundId))
})
