import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-04-06T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const items = async (person: Person) => (await person.get('/inbox?tab=todo')).body.rows.map((row: { kind: string }) => row.kind)
const problem = { topic: 'papers', text: '宿管收走了我的身份证。' }

test('a student reports a problem; the school answers within 24 hours; the student says whether it is solved', async () => {
  const placement = await made.placement()
  const sent = await placement.student.post('/my/reports', { placementId: placement.id, ...problem })
  expect(sent).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^FY-2027-\d{4}$/) } })
  expect([await items(placement.contact), await items(placement.supervisor)]).toEqual([['placement_report.answer'], ['placement_report.answer']])
  const [row] = (await placement.contact.get('/placement-reports')).body.rows
  expect(row).toMatchObject({ topic: 'papers', state: 'open', dueAt: '2027-04-07T02:00:00.000Z', can: { answer: true } })
  expect((await placement.supervisor.post(`/placement-reports/${row.id}/answer`, { answer: '已要回，下午给你。' })).body).toEqual({ state: 'answered' })
  expect([await items(placement.contact), await items(placement.supervisor)]).toEqual([[], []])
  expect((await placement.student.post(`/my/reports/${row.id}/moves`, { action: 'reopen' })).body).toEqual({ state: 'open' })
  expect((await placement.contact.get('/placement-reports?state=open')).body.rows[0]).toMatchObject({ reopened: 1 })
  await placement.contact.post(`/placement-reports/${row.id}/answer`, { answer: '证件已当面归还。' })
  expect((await placement.student.post(`/my/reports/${row.id}/moves`, { action: 'solve' })).body).toEqual({ state: 'closed' })
  expect(await placement.contact.post(`/placement-reports/${row.id}/answer`, { answer: '再答' + '一次' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
})

test('the firm reads nothing of it, and its history of the placement says nothing', async () => {
  const placement = await made.placement()
  const before = (await placement.unit.get(`/placements/${placement.id}/history`)).body
  const { id } = (await placement.student.post('/my/reports', { placementId: placement.id, ...problem })).body
  expect((await placement.contact.get('/placement-reports')).body.total).toBe(1)
  expect([(await placement.unit.get('/placement-reports')).status, (await placement.unit.post(`/placement-reports/${id}/answer`, { answer: '没有的事' })).status]).toEqual([403, 404])
  expect([(await placement.unit.get(`/placements/${placement.id}/history`)).body, await items(placement.unit)]).toEqual([before, []])
})

test('on the way out a student finds the place, whom to call, and only their own', async () => {
  const placement = await made.placement()
  const other = await made.placement('active', { school: placement.school })
  await other.student.post('/my/reports', { placementId: other.id, ...problem })
  const home = (await placement.student.get('/my/way-out')).body
  expect(home).toMatchObject({ places: [{ id: placement.id, live: true, unitName: placement.firm.name }], reports: [], changes: [], unread: 0 })
  expect(home.contacts.map(({ role }: { role: string }) => role)).toEqual(['supervisor', 'school', 'mentor', 'secretariat'])
  expect((await other.student.get('/my/way-out')).body.reports).toHaveLength(1)
  expect((await placement.student.post('/my/reports', { placementId: other.id, ...problem })).status).toBe(404)
  expect(await placement.student.post('/my/reports', { placementId: placement.id, topic: 'papers', text: '短' })).toMatchObject({ status: 422 })
  expect((await placement.contact.get('/my/way-out')).status).toBe(403)
})

test('the list asks as much for one row as for thirty', async () => {
  const placement = await made.placement()
  await placement.student.post('/my/reports', { placementId: placement.id, ...problem })
  const one = await countQueries(() => placement.contact.get('/placement-reports'))
  for (let n = 0; n < 29; n++) await placement.student.post('/my/reports', { placementId: placement.id, ...problem })
  expect(await countQueries(() => placement.contact.get('/placement-reports?size=50'))).toBe(one)
})
