import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFaculty, newHost, newOpening, newPlan, openingForm } from '../../../../test/practice-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { watchPractice } from '../plans/clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

test('an opening is written, published, taken back, closed; what is missing is said at once', async () => {
  const firm = await newHost(world)
  const { id } = (await firm.contact.post('/practice/openings', { title: '示例：只有题目' })).body
  const move = (action: string, version: number) => firm.contact.post(`/practice/openings/${id}/moves`, { action, version })
  expect((await move('publish', 1)).body.details.gaps.map(({ field }: { field: string }) => field)).toEqual(['tasks', 'startsOn', 'endsOn', 'contactName', 'costs'])
  expect((await firm.contact.patch(`/practice/openings/${id}`, { ...openingForm(), version: 1 })).body.version).toBe(2)
  expect((await firm.contact.patch(`/practice/openings/${id}`, { ...openingForm(), version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await move('publish', 2)).body.state).toBe('open')
  expect((await firm.contact.patch(`/practice/openings/${id}`, { ...openingForm(), version: 3 })).body.code).toBe('wrong_state')
  expect((await move('revise', 3)).body.state).toBe('draft')
  await move('publish', 4)
  expect((await move('close', 4)).body.code).toBe('changed_meanwhile')
  expect((await move('close', 5)).body.state).toBe('closed')
})

test('a draft is its firm’s, what is published everybody’s who works here; nobody keeps another’s', async () => {
  const firm = await newHost(world)
  const { id } = (await firm.contact.post('/practice/openings', openingForm({ title: '示例：别人看不到的草稿' }))).body
  const { teacher } = await newFaculty(world)
  const rival = await newHost(world)
  expect([(await teacher.person.get(`/practice/openings/${id}`)).status, (await rival.contact.get(`/practice/openings/${id}`)).status]).toEqual([404, 404])
  await firm.contact.post(`/practice/openings/${id}/moves`, { action: 'publish', version: 1 })
  expect((await teacher.person.get(`/practice/openings/${id}`)).body).toMatchObject({ taken: 0, can: { plan: true, edit: false, close: false } })
  expect((await rival.contact.post(`/practice/openings/${id}/moves`, { action: 'close', version: 2 })).status).toBe(403)
  expect((await teacher.person.post('/practice/openings', openingForm())).status).toBe(403)
  const office = await world.person('secretariat')
  expect((await office.post('/practice/openings', openingForm({ organisationId: (await world.organisation('school')).id }))).body.code).toBe('cannot_speak')
  expect((await office.post('/practice/openings', openingForm({ organisationId: firm.id }))).status).toBe(200)
})

test('who was accepted holds a place, and what they came for is not taken back; past its last day it closes by itself', async () => {
  const opening = await newOpening(world, { endsOn: '2027-01-10' })
  await newPlan(world, 'accepted', { host: opening.firm, change: { openingId: opening.id } })
  const seen = (await opening.firm.contact.get(`/practice/openings/${opening.id}`)).body
  expect(seen).toMatchObject({ taken: 1, can: { revise: false, close: true } })
  expect((await opening.firm.contact.post(`/practice/openings/${opening.id}/moves`, { action: 'revise', version: seen.version })).body.code).toBe('wrong_state')
  world.moveTo('2027-01-10T18:00:00Z')
  await watchPractice(world.db, world.now())
  expect((await opening.firm.contact.get(`/practice/openings/${opening.id}`)).body.state).toBe('closed')
})

test('the list finds what is free, and asks as often for 30 as for one', async () => {
  const { firm, id, number } = await newOpening(world, { places: 1 })
  const count = () => countQueries(() => firm.contact.get('/practice/openings?size=50'))
  const one = await count()
  for (let more = 0; more < 3; more++) await newOpening(world, {}, firm)
  expect(await count()).toBe(one)
  expect((await firm.contact.get(`/practice/openings?q=${number}`)).body.rows.map((row: { id: string }) => row.id)).toEqual([id])
  await newPlan(world, 'accepted', { host: firm, change: { openingId: id } })
  expect((await firm.contact.get(`/practice/openings?q=${number}&free=true`)).body.total).toBe(0)
  expect((await firm.contact.get('/practice/openings?mine=true')).body.total).toBe(4)
})
