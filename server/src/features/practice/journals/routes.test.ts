import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newPlan, photo, scan } from '../../../../test/practice-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)
const monday = '2026-12-07'
const words = { days: [monday, '2026-12-08'], work: '跟班调试，处理两次夹具故障。', learnt: '', version: 0 }

test('a week is kept, sent, sent back, mended and confirmed', async () => {
  const { id, teacher, firm } = await newPlan(world, 'practising')
  world.moveTo('2026-12-11T10:00:00Z')
  const at = `/practice/plans/${id}/weeks/${monday}`
  const kept = (await teacher.put(at, words)).body
  expect((await firm.contact.get(`/practice/plans/${id}/weeks`)).body.rows).toEqual([])
  expect((await teacher.put(at, words)).body.code).toBe('changed_meanwhile')
  expect((await teacher.post(`${at}/moves`, { action: 'send', version: kept.version })).body.state).toBe('sent')
  expect(await itemsOf(firm.contact, id)).toEqual(['practice_plan.confirm_weeks'])
  expect((await teacher.put(at, { ...words, version: 2 })).body.code).toBe('wrong_state')
  expect((await firm.contact.post(`${at}/moves`, { action: 'return', version: 2 })).body.code).toBe('reason_needed')
  await firm.contact.post(`${at}/moves`, { action: 'return', version: 2, reason: '周二没有来。' })
  expect([await itemsOf(firm.contact, id), await itemsOf(teacher, id)]).toEqual([[], ['practice_plan.mend_week']])
  expect((await teacher.get(`/practice/plans/${id}/weeks`)).body.rows[0]).toMatchObject({ state: 'returned', reason: '周二没有来。', can: { write: true } })
  await teacher.put(at, { ...words, days: [monday], version: 3 })
  await teacher.post(`${at}/moves`, { action: 'send', version: 4 })
  expect(await itemsOf(teacher, id)).toEqual([])
  expect((await firm.contact.post(`${at}/moves`, { action: 'confirm', version: 5 })).body.state).toBe('confirmed')
  expect((await firm.contact.get(`/practice/plans/${id}/weeks`)).body.rows).toMatchObject([{ days: [monday], state: 'confirmed', confirmedBy: firm.contact.name }])
  expect((await teacher.put(at, { ...words, version: 6 })).body.code).toBe('wrong_state')
})

test('a week in two tabs is sent once', async () => {
  const { id, teacher } = await newPlan(world, 'practising')
  world.moveTo('2026-12-11T10:00:00Z')
  const at = `/practice/plans/${id}/weeks/${monday}`
  const first = await Promise.all([teacher.put(at, words), teacher.put(at, words)])
  expect(first.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'changed_meanwhile'])
  const replies = await Promise.all([1, 2].map(() => teacher.post(`${at}/moves`, { action: 'send', version: 1 })))
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'changed_meanwhile'])
})

test('bad weeks are refused: another week, outside, in the future, too thin, no Monday', async () => {
  const { id, teacher } = await newPlan(world, 'practising')
  world.moveTo('2026-12-08T10:00:00Z')
  const put = (week: string, days: string[]) => teacher.put(`/practice/plans/${id}/weeks/${week}`, { ...words, days })
  expect((await put(monday, ['2026-12-14'])).body.details.issues[0]).toMatchObject({ path: ['days'], code: 'other_week' })
  expect((await put(monday, ['2026-12-09'])).body.details.issues[0]).toMatchObject({ code: 'future' })
  expect((await put('2026-12-08', [])).status).toBe(404)
  expect((await put('2026-11-30', [])).status).toBe(404)
  expect((await put('2027-01-04', [])).status).toBe(404)
  const { version } = (await teacher.put(`/practice/plans/${id}/weeks/${monday}`, { ...words, days: [], work: '短' })).body
  expect((await teacher.post(`/practice/plans/${id}/weeks/${monday}/moves`, { action: 'send', version })).body.details.issues.map(({ path }: { path: string[] }) => path[0])).toEqual(['days', 'work'])
})

test('a photo is a photo, six at most, seen by whoever sees the plan, and gone when it is taken away', async () => {
  const { id, teacher, firm } = await newPlan(world, 'practising')
  const at = `/practice/plans/${id}/weeks/${monday}`
  expect((await teacher.upload(`${at}/photos`, { name: '现场.jpg', bytes: Buffer.from('<html>不是照片</html>') })).body.code).toBe('file_kind_not_allowed')
  const kept = (await teacher.upload(`${at}/photos`, photo)).body
  for (let more = 0; more < 5; more++) await teacher.upload(`${at}/photos`, photo)
  expect((await teacher.upload(`${at}/photos`, photo)).body.code).toBe('too_many_photos')
  expect((await firm.contact.get(`/files/${kept.id}`)).status).toBe(200)
  expect((await (await world.person('enterprise_contact')).get(`/files/${kept.id}`)).status).toBe(404)
  expect((await teacher.delete(`${at}/photos/${kept.id}`)).status).toBe(200)
  expect((await firm.contact.get(`/files/${kept.id}`)).status).toBe(404)
  expect((await teacher.get(`/practice/plans/${id}/weeks`)).body.rows[0].photos).toHaveLength(5)
})

test('nobody but the firm confirms, unless it answers on paper and the sheets are kept', async () => {
  const { id, teacher, faculty, firm } = await newPlan(world, 'practising')
  world.moveTo('2026-12-11T10:00:00Z')
  const at = `/practice/plans/${id}/weeks/${monday}`
  await teacher.put(at, words)
  await teacher.post(`${at}/moves`, { action: 'send', version: 1 })
  for (const person of [teacher, faculty.head.person, faculty.office]) expect((await person.post(`${at}/moves`, { action: 'confirm', version: 2 })).status).toBe(403)
  await world.db.updateTable('practicePlan').set({ onPaper: true }).where('id', '=', id).execute()
  expect((await faculty.office.post(`${at}/moves`, { action: 'confirm', version: 2 })).body.code).toBe('paper_needed')
  await faculty.office.upload(`/practice/plans/${id}/papers`, scan, { part: 'journals' })
  expect((await faculty.office.post(`${at}/moves`, { action: 'confirm', version: 2 })).body.state).toBe('confirmed')
  expect((await firm.contact.get(`/practice/plans/${id}`)).body.papers).toEqual([])
})

test('a week of a plan that does not run is not written', async () => {
  const { id, teacher } = await newPlan(world, 'accepted')
  expect((await teacher.put(`/practice/plans/${id}/weeks/${monday}`, words)).body.code).toBe('wrong_state')
  const ended = await newPlan(world, 'passed')
  expect((await ended.teacher.put(`/practice/plans/${ended.id}/weeks/2026-12-28`, { ...words, days: ['2026-12-28'] })).body.code).toBe('wrong_state')
})
