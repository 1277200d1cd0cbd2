import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-01-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

let serial = 0
/** A round that is over, with who got which place and what they answered. */
async function roundWith(results: { studentId: string; postId: string | null; answer: string | null }[]) {
  const { id } = await world.db
    .insertInto('round')
    .values({
      number: `R-2026-${++serial}`, allianceId: world.alliance.id, title: '示例轮次', leaveYear: 2027, state: 'closed', startsOn: '2027-03-01', endsOn: '2027-08-31',
      seedCommitment: Buffer.alloc(32), wishesCloseAt: '2026-11-27T10:00:00Z', resultDigest: '示例',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.insertInto('roundPost').values([...new Set(results.flatMap(({ postId }) => postId ?? []))].map((postId) => ({ roundId: id, postId, seats: 4 }))).execute()
  await world.db.insertInto('roundResult').values(results.map((one) => ({ roundId: id, ...one, choice: one.postId ? 1 : null, answeredAt: one.answer ? world.now() : null }))).execute()
  return id
}
const cast = async () => {
  const school = await made.school()
  const postId = await made.post(await made.firm())
  return { school, postId, accepted: async (change: Record<string, unknown> = {}) => ({ studentId: (await made.student(school, change)).studentId, postId, answer: 'accepted' }) }
}
const fromRound = (school: Awaited<ReturnType<typeof made.school>>, body: Record<string, unknown>) => school.contact.post('/placements/of-round', body)

test('whoever accepted a place gets a placement at that post, with its days and its mentor; asked again nobody gets a second one', async () => {
  const { school, postId, accepted } = await cast()
  const other = await cast()
  const declined = { ...(await accepted()), answer: 'declined' }
  const roundId = await roundWith([await accepted(), await accepted(), declined, await other.accepted(), { studentId: (await made.student(school)).studentId, postId: null, answer: null }])

  expect((await fromRound(school, { roundId })).body).toEqual({ made: 2, refused: [] })
  expect((await fromRound(school, { roundId })).body).toEqual({ made: 0, refused: [] })
  const { rows, total } = (await school.contact.get('/placements')).body
  expect(total).toBe(2)
  expect(rows[0]).toMatchObject({ state: 'draft', postId, roundId, startsOn: '2027-03-01', endsOn: '2027-08-31', supervisorName: '示例指导教师', mentorName: '示例师傅' })
  expect((await other.school.contact.get('/placements')).body.total).toBe(0)
})

test('those the law keeps out are named with the rule, those at a place already as such, and the others are made', async () => {
  const { school, accepted } = await cast()
  const young = await accepted({ birthDate: '2011-03-02' })
  const placed = await made.placement('active', { school })
  const roundId = await roundWith([await accepted(), young, { ...(await accepted()), studentId: placed.studentId }])

  const { body } = await fromRound(school, { roundId })
  expect(body.made).toBe(1)
  expect(body.refused.map(({ studentId, code, findings }: { studentId: string; code: string; findings: { key: string }[] }) => [studentId, code, findings.map(({ key }) => key)])).toEqual([
    [placed.studentId, 'placement_exists', []],
    [young.studentId, 'rule_forbids', ['r1_5']],
  ])
  expect((await school.contact.get('/placements')).body.total).toBe(2)
})

test('only some of a round may be taken, for a teacher of the own school', async () => {
  const { school, accepted } = await cast()
  const [one, two] = [await accepted(), await accepted()]
  const roundId = await roundWith([one, two])
  const stranger = await made.school()

  expect((await fromRound(school, { roundId, supervisorId: stranger.teacherId })).body.code).toBe('invalid_input')
  expect((await fromRound(school, { roundId, studentIds: [two.studentId] })).body).toEqual({ made: 1, refused: [] })
  expect((await school.contact.get('/placements')).body.rows.map(({ studentId }: { studentId: string }) => studentId)).toEqual([two.studentId])
})

test('two who ask at once make everybody once', async () => {
  const { school, accepted } = await cast()
  const roundId = await roundWith([await accepted(), await accepted(), await accepted()])

  const replies = await Promise.all([fromRound(school, { roundId }), school.second.post('/placements/of-round', { roundId })])
  expect(replies.reduce((sum, { body }) => sum + (body.made ?? 0), 0)).toBe(3)
  expect((await school.contact.get('/placements')).body.total).toBe(3)
})
