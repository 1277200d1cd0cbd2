import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-04-05T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const items = async (person: Person) => (await person.get('/inbox?tab=todo')).body.rows.map((row: { kind: string }) => row.kind)
const stateOf = async (person: Person, id: string) => (await person.get(`/placements/${id}`)).body.state
const leave = { kind: 'leave', reason: '每天站十二个小时，吃不消。' }

test('a student asks to stop; the school is asked within three working days, ends it, and the firm reads no word of the student', async () => {
  const placement = await made.placement()
  const asked = await placement.student.post('/my/changes', { placementId: placement.id, ...leave })
  expect(asked).toMatchObject({ status: 200, body: { suspended: false, number: expect.stringMatching(/^HG-2027-\d{4}$/) } })
  const seen = (await placement.contact.get(`/placement-changes/${asked.body.id}`)).body
  // Qingming (5 April 2027) is free: the third working day is the 8th.
  expect(seen).toMatchObject({ state: 'asked', reason: leave.reason, dueAt: '2027-04-08T10:00:00.000Z', can: { end: true, change: false, decline: false } })
  expect(await items(placement.contact)).toContain('placement_change.decide')

  expect(await placement.contact.post(`/placement-changes/${asked.body.id}/moves`, { action: 'decline', answer: '再坚持一下' })).toMatchObject({ status: 409, body: { code: 'leaving_not_refused' } })
  expect((await placement.contact.post(`/placement-changes/${asked.body.id}/moves`, { action: 'end', answer: '同意，今天为最后一天。', endedOn: '2027-04-05' })).body).toEqual({ state: 'ended', nextId: null })
  expect((await placement.student.get(`/placements/${placement.id}`)).body).toMatchObject({ state: 'ended_early', endedOn: '2027-04-05' })
  expect(await items(placement.contact)).not.toContain('placement_change.decide')
  const firm = JSON.stringify([(await placement.unit.get(`/placements/${placement.id}`)).body, (await placement.unit.get(`/placements/${placement.id}/history`)).body])
  expect(firm).toContain('学生本人提出')
  expect(firm).not.toContain('吃不消')
  expect([(await placement.unit.get('/placement-changes')).status, (await placement.unit.get(`/placement-changes/${asked.body.id}`)).status]).toEqual([403, 404])
})

test('for the sake of safety the placement is suspended at once, and the school has one working day', async () => {
  const placement = await made.placement()
  const asked = await placement.student.post('/my/changes', { placementId: placement.id, ...leave, safety: true })
  expect(asked.body.suspended).toBe(true)
  expect(await stateOf(placement.student, placement.id)).toBe('suspended')
  expect((await placement.contact.get(`/placement-changes/${asked.body.id}`)).body).toMatchObject({ safety: true, dueAt: '2027-04-06T10:00:00.000Z' })
  expect((await placement.student.post(`/my/changes/${asked.body.id}/moves`, { action: 'withdraw' })).body).toEqual({ state: 'withdrawn' })
  expect(await stateOf(placement.student, placement.id)).toBe('suspended')
})

test('a school that lets its days pass: the office hears of it, and the student ends it', async () => {
  const placement = await made.placement()
  const office = await world.person('secretariat')
  const { id } = (await placement.student.post('/my/changes', { placementId: placement.id, ...leave })).body
  expect(await placement.student.post(`/my/changes/${id}/moves`, { action: 'insist' })).toMatchObject({ status: 409, body: { code: 'school_has_time' } })
  world.moveTo('2027-04-08T10:00:00Z')
  await world.task('watch_placement_changes')
  await world.task('watch_placement_changes')
  expect((await items(office)).filter((kind: string) => kind === 'placement_change.overdue')).toHaveLength(1)
  expect((await placement.student.get('/my/way-out')).body.changes[0].can).toMatchObject({ insist: true })
  expect((await placement.student.post(`/my/changes/${id}/moves`, { action: 'insist' })).body).toEqual({ state: 'ended' })
  expect((await placement.student.get(`/placements/${placement.id}`)).body).toMatchObject({ state: 'ended_early', endedOn: '2027-04-08' })
  expect((await items(office)).filter((kind: string) => kind === 'placement_change.overdue')).toEqual([])
  world.moveTo('2027-04-05T02:00:00Z')
})

test('another post: the old placement is changed and its successor begins', async () => {
  const placement = await made.placement()
  const firm = await made.firm()
  const postId = await made.post(firm)
  const { id } = (await placement.student.post('/my/changes', { placementId: placement.id, kind: 'change', reason: '想学数控，不想只搬货。' })).body
  expect(await placement.contact.post(`/placement-changes/${id}/moves`, { action: 'change', answer: '换到新单位' })).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
  await made.unit(placement.school, firm.id)
  const moved = await placement.contact.post(`/placement-changes/${id}/moves`, { action: 'change', answer: '换到新单位', postId, startsOn: '2027-04-12', endsOn: '2027-08-31' })
  expect(moved).toMatchObject({ status: 200, body: { state: 'changed', nextId: expect.any(String) } })
  expect((await placement.student.get(`/placements/${moved.body.nextId}`)).body).toMatchObject({ previousId: placement.id, unitName: firm.name })
  expect(await stateOf(placement.student, placement.id)).toBe('changed')
})

test('the school may say no to another post, not to stopping; before the first day it is cancelled', async () => {
  const placement = await made.placement('signed')
  const first = (await placement.student.post('/my/changes', { placementId: placement.id, kind: 'change', reason: '想换一个近一点的。' })).body
  expect((await placement.contact.post(`/placement-changes/${first.id}/moves`, { action: 'decline', answer: '目前没有对口的岗位。' })).body).toEqual({ state: 'declined', nextId: null })
  const second = (await placement.student.post('/my/changes', { placementId: placement.id, ...leave })).body
  expect((await placement.contact.post(`/placement-changes/${second.id}/moves`, { action: 'end', answer: '已取消。' })).body).toEqual({ state: 'ended', nextId: null })
  expect(await stateOf(placement.student, placement.id)).toBe('cancelled')
  expect(await placement.student.post('/my/changes', { placementId: placement.id, ...leave })).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
})

test('of two requests sent at once one stays; a stranger and a teacher decide nothing', async () => {
  const placement = await made.placement()
  const wish = { placementId: placement.id, ...leave }
  const replies = await Promise.all([placement.student.post('/my/changes', wish), placement.student.post('/my/changes', wish)])
  expect(replies.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([[200, undefined], [409, 'change_asked']])
  const { id } = replies.find(({ status }) => status === 200)!.body
  expect((await placement.supervisor.post(`/placement-changes/${id}/moves`, { action: 'end', answer: '同意。' })).status).toBe(403)
  const other = await made.placement()
  expect([(await other.contact.get(`/placement-changes/${id}`)).status, (await other.student.post(`/my/changes/${id}/moves`, { action: 'withdraw' })).status, (await other.student.post('/my/changes', wish)).status]).toEqual([404, 404, 404])
})

test('a seat of a round is free again once its student has left', async () => {
  const round = await world.db.insertInto('round').values({ number: 'R-2027-9001', title: '示例轮次', allianceId: world.alliance.id, leaveYear: 2027, state: 'draft' } as never).returning('id').executeTakeFirstOrThrow()
  const placement = await made.placement('active', { placement: { roundId: round.id } })
  await world.db.insertInto('roundResult').values({ roundId: round.id, studentId: placement.student.studentId, postId: placement.postId, choice: 1, seat: 'open', answer: 'accepted', answeredAt: world.now(), letterNumber: 'L-9001' } as never).execute()
  const freed = () => world.db.selectFrom('roundResult').select('givenBackAt').where('roundId', '=', round.id).executeTakeFirstOrThrow()
  expect((await freed()).givenBackAt).toBeNull()
  const { id } = (await placement.student.post('/my/changes', { placementId: placement.id, ...leave })).body
  await placement.contact.post(`/placement-changes/${id}/moves`, { action: 'end', answer: '同意。' })
  expect((await freed()).givenBackAt).toEqual(world.now())
})

test('a placement that ends in another way takes the request with it: nothing waits for the school, nothing is left to insist on', async () => {
  const placement = await made.placement()
  const { id } = (await placement.student.post('/my/changes', { placementId: placement.id, ...leave })).body
  const { version } = (await placement.contact.get(`/placements/${placement.id}`)).body
  const today = world.now().toISOString().slice(0, 10)
  await placement.contact.post(`/placements/${placement.id}/moves`, { action: 'endEarly', version, reason: '单位停产', endedOn: today })
  expect((await placement.contact.get(`/placement-changes/${id}`)).body.state).toBe('asked')
  await world.task('watch_placement_changes')
  expect((await placement.contact.get(`/placement-changes/${id}`)).body).toMatchObject({ state: 'ended', endedOn: today, endedBy: 'school', answer: '这份实习已经结束，申请随之了结。', can: { end: false } })
  expect(await items(placement.contact)).not.toContain('placement_change.decide')
  expect((await placement.student.get('/my/way-out')).body.changes[0].can).toMatchObject({ insist: false, withdraw: false })
})
