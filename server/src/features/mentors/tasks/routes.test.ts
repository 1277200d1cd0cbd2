import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newMentorship } from '../../../../test/mentors-world.ts'
import { photo } from '../../../../test/practice-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)
const course = (change: Record<string, unknown> = {}) => ({ kind: 'course', title: '数控编程第三章', happenedOn: '2026-12-10', hours: 4, note: '', ...change })

test('hours are logged by the mentor, sent back, mended, and count when the school has confirmed them', async () => {
  const { id, mentor, office, view } = await newMentorship(world, 'active')
  world.moveTo('2026-12-11T06:00:00Z')
  const task = (await mentor.post(`/mentorships/${id}/tasks`, course())).body
  expect([await itemsOf(office, id), (await view(office)).hours]).toEqual([['mentorship.confirm_tasks'], 0])
  const decide = (decision: string, version: number, more: Record<string, unknown> = {}) => office.post(`/mentor-tasks/${task.id}/decision`, { decision, version, ...more })
  expect((await decide('return', 1)).body.code).toBe('reason_needed')
  await decide('return', 1, { reason: '那天只上了两节。' })
  expect([await itemsOf(office, id), await itemsOf(mentor, id)]).toEqual([[], ['mentorship.mend_task']])
  await mentor.put(`/mentor-tasks/${task.id}`, { ...course({ hours: 2 }), version: 2 })
  expect(await itemsOf(mentor, id)).toEqual([])
  expect((await decide('confirm', 3)).body.state).toBe('confirmed')
  expect(await view(mentor)).toMatchObject({ hours: 2, tasks: 1, waiting: 0, lastTaskOn: '2026-12-10' })
  expect((await mentor.put(`/mentor-tasks/${task.id}`, { ...course(), version: 4 })).body.code).toBe('wrong_state')
  expect((await mentor.delete(`/mentor-tasks/${task.id}`)).body.code).toBe('wrong_state')
})

test('bad input: before the term, tomorrow, half a minute, twice, somebody else’s', async () => {
  const { id, mentor, office, employer } = await newMentorship(world, 'active')
  world.moveTo('2026-12-11T06:00:00Z')
  const log = (change: Record<string, unknown>, person: Person = mentor) => person.post(`/mentorships/${id}/tasks`, course(change))
  expect((await log({ happenedOn: '2026-12-06' })).body.details.issues[0]).toMatchObject({ path: ['happenedOn'], code: 'outside' })
  expect((await log({ happenedOn: '2026-12-12' })).body.details.issues[0]).toMatchObject({ code: 'future' })
  expect((await log({ hours: 0.3 })).status).toBe(422)
  expect((await log({ hours: 201 })).status).toBe(422)
  const { id: taskId } = (await log({})).body
  expect((await log({})).body.code).toBe('mentor_task_twice')
  expect([(await log({ title: '别的' }, office)).status, (await log({ title: '别的' }, employer)).status]).toEqual([403, 403])
  expect((await mentor.post(`/mentor-tasks/${taskId}/decision`, { decision: 'confirm', version: 1 })).status).toBe(403)
  expect((await (await world.person('mentor')).delete(`/mentor-tasks/${taskId}`)).status).toBe(404)
  expect((await mentor.delete(`/mentor-tasks/${taskId}`)).status).toBe(200)
  expect(await itemsOf(office, id)).toEqual([])
})

test('a task waits with its photos; who sees the appointment sees them', async () => {
  const { id, mentor, office } = await newMentorship(world, 'active')
  world.moveTo('2026-12-11T06:00:00Z')
  const task = (await mentor.post(`/mentorships/${id}/tasks`, course())).body
  expect((await mentor.upload(`/mentor-tasks/${task.id}/photos`, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') })).body.code).toBe('file_kind_not_allowed')
  const kept = (await mentor.upload(`/mentor-tasks/${task.id}/photos`, photo)).body
  expect([(await office.get(`/files/${kept.id}`)).status, (await (await world.person('enterprise_contact')).get(`/files/${kept.id}`)).status]).toEqual([200, 404])
  expect((await office.get(`/mentorships/${id}/tasks`)).body.rows).toMatchObject([{ photos: [{ id: kept.id }], can: { confirm: true, edit: false } }])
})

test('nothing is logged before the appointment, or after its end', async () => {
  const before = await newMentorship(world, 'contracting')
  expect((await before.mentor.post(`/mentorships/${before.id}/tasks`, course())).body.code).toBe('wrong_state')
})
