import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
beforeAll(async () => {
  world = await newWorld({ now: '2027-01-20T02:00:00Z' })
  made = newPlacementsWorld(world)
})
afterAll(() => world.close())

const words = '实地看过，情况属实，记录在案。'
const visit = (change: Record<string, unknown> = {}) => ({
  visitedOn: '2027-01-10', visitors: '示例老师、示例科长', qualifications: words, credit: words, management: words, work: words, hours: words, workplace: words, living: words, healthSafety: words, conclusion: 'suitable', ...change,
})
const decision = (change: Record<string, unknown> = {}) => ({ decision: 'list', body: 'party_committee', decidedOn: '2027-01-18', minutesNumber: '示例党委纪要〔2027〕3号', ...change })
const jpeg = Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==', 'base64')

async function proposed() {
  const school = await made.school()
  const firm = await made.firm()
  const { id } = (await school.contact.post('/units', { organisationId: firm.id })).body
  return { school, firm, id: id as string }
}
const keys = (reply: { body: { details?: { findings?: { key: string }[] } } }) => reply.body.details?.findings?.map(({ key }) => key)

test('a unit nobody visited is not listed; visited, looked up and decided it is, with the number of the minutes', async () => {
  const { school, id } = await proposed()
  expect(keys(await school.contact.post(`/units/${id}/decisions`, decision()))).toEqual(['r1_10_never', 'r1_11_unchecked'])

  await school.supervisor.post(`/units/${id}/visits`, visit())
  expect(keys(await school.contact.post(`/units/${id}/decisions`, decision()))).toEqual(['r1_11_unchecked'])
  await school.contact.post(`/units/${id}/checks`, { checkedOn: '2027-01-12', sources: '信用中国、应急管理部门公示' })
  expect((await school.contact.post(`/units/${id}/decisions`, decision())).body).toMatchObject({ state: 'listed', moved: 0 })

  const view = (await school.contact.get(`/units/${id}`)).body
  expect(view).toMatchObject({ state: 'listed', minutesNumber: '示例党委纪要〔2027〕3号', listedOn: '2027-01-18', visitedOn: '2027-01-10', obstacles: [], can: { list: true, visit: true } })
  expect([view.visits.length, view.checks.length, view.decisions.length]).toEqual([1, 1, 1])
})

test('all eight headings are written, or the report names the empty ones', async () => {
  const { school, id } = await proposed()
  const reply = await school.contact.post(`/units/${id}/visits`, visit({ living: '', healthSafety: '好' }))
  expect([reply.status, reply.body.details.issues.map(({ path }: { path: string[] }) => path[0])]).toEqual([422, ['living', 'healthSafety']])
})

test('a visit that says no, one that asks for repairs, and one of last year keep a unit off the list', async () => {
  const { school, id } = await proposed()
  await school.contact.post(`/units/${id}/checks`, { checkedOn: '2027-01-12', sources: '信用中国' })
  const after = async (change: Record<string, unknown>) => {
    await school.contact.post(`/units/${id}/visits`, visit(change))
    return keys(await school.contact.post(`/units/${id}/decisions`, decision()))
  }
  expect(await after({ visitedOn: '2026-01-19' })).toEqual(['r1_10_old'])
  expect(await after({ visitedOn: '2027-01-14', conclusion: 'unsuitable' })).toEqual(['r1_10_unsuitable'])
  expect(await after({ visitedOn: '2027-01-15', conclusion: 'after_repair' })).toEqual(['r1_10_repair'])
  // Written late about an earlier day, it does not undo the last one.
  expect(await after({ visitedOn: '2027-01-13' })).toEqual(['r1_10_repair'])
  expect(await after({ visitedOn: '2027-01-16' })).toBe(undefined)
})

test('a negative record that was found keeps it off, too, and takes nobody’s word for the future', async () => {
  const { school, id } = await proposed()
  await school.contact.post(`/units/${id}/visits`, visit())
  expect((await school.contact.post(`/units/${id}/checks`, { checkedOn: '2027-01-21', sources: '信用中国' })).body.details.issues).toEqual([{ path: ['checkedOn'], code: 'in_future' }])
  await school.contact.post(`/units/${id}/checks`, { checkedOn: '2027-01-12', safetyViolationOn: '2024-05-01', sources: '应急管理部门公示' })
  expect(keys(await school.contact.post(`/units/${id}/decisions`, decision()))).toEqual(['r1_11_safety'])
})

test('photos hang on the report for the school’s people alone, and a text file is no photo', async () => {
  const { school, firm, id } = await proposed()
  const { id: visitId } = (await school.contact.post(`/units/${id}/visits`, visit())).body
  const path = `/units/${id}/visits/${visitId}/photos`
  const kept = await school.supervisor.upload(path, { name: '车间.jpg', bytes: jpeg })
  expect(kept.status).toBe(200)
  expect((await school.contact.upload(path, { name: '车间.jpg', bytes: Buffer.from('not a picture') })).body.code).toBe('file_kind_not_allowed')
  expect((await school.contact.get(`/units/${id}`)).body.visits[0].photos).toHaveLength(1)
  expect([(await school.contact.get(`/files/${kept.body.id}`)).status, (await firm.contact.get(`/files/${kept.body.id}`)).status]).toEqual([200, 404])
})

test('off the list with a reason; the unit stays known, and the drafts that wait there do not go on', async () => {
  const placement = await made.placement('draft')
  const { contact, unitId } = placement
  expect((await contact.post(`/units/${unitId}/decisions`, decision({ decision: 'remove' }))).body.code).toBe('reason_needed')
  expect((await contact.post(`/units/${unitId}/decisions`, decision({ decision: 'remove', reason: '拖欠学生报酬，经会议研究移出' }))).body.state).toBe('removed')
  expect((await contact.post('/placements/checks', { placementIds: [placement.id] })).body).toEqual({ moved: 0 })
})

test('another school sees nothing of it; a teacher may visit but not decide', async () => {
  const { school, id } = await proposed()
  const other = await made.school()
  expect([(await other.contact.get(`/units/${id}`)).status, (await school.supervisor.post(`/units/${id}/decisions`, decision())).status, (await school.supervisor.post(`/units/${id}/visits`, visit())).status]).toEqual([404, 403, 200])
})

test('the list asks as often for thirty units as for one', async () => {
  const school = await made.school()
  await made.unit(school, (await made.firm()).id)
  const list = () => school.contact.get('/units?size=50')
  await list()
  const one = await countQueries(list)
  for (let index = 0; index < 29; index++) await made.unit(school, (await made.firm()).id)
  expect((await list()).body.total).toBe(30)
  expect(await countQueries(list)).toBe(one)
})
