import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { kindsOf, newAssistanceWorld, type AssistanceWorld } from '../../../../test/assistance-world.ts'
import { newMember } from '../../../../test/members-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'

let world: World
let made: AssistanceWorld
beforeAll(async () => {
  world = await newWorld()
  made = newAssistanceWorld(world)
})
beforeEach(() => world.moveTo('2027-02-22T02:00:00Z'))
afterAll(() => world.close())

const nanhai = async () => {
  const school = await made.school()
  await newMember(world, school.id)
  return school
}
const form = (teacherId: string, hostId: string, change: Record<string, unknown> = {}) => ({ teacherId, hostId, purpose: 'teaching', subject: '数控车削实训', startsOn: '2027-03-01', endsOn: '2027-04-30', ...change })
const pair = async () => {
  const [home, host] = [await nanhai(), await made.county()]
  const { id } = (await home.contact.post('/assistance/exchanges', form(home.teacherId, host.id))).body
  const version = async () => (await world.db.selectFrom('teacherExchange').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/assistance/exchanges/${id}/moves`, { action, version: await version(), ...more })
  return { home, host, id: id as string, version, move, teacher: home.supervisor }
}
const report = '带了两个班的数控车削实训，留下六个工件的任务书和评分表。'

test('a teacher goes across: proposed, accepted, begun, reported, and the host says how many days', async () => {
  const { home, host, id, version, move, teacher } = await pair()
  expect(await kindsOf(host.contact, id)).toEqual(['teacher_exchange.accept'])
  expect((await move(home.contact, 'accept')).body.code).toBe('not_allowed')
  expect((await move(host.contact, 'accept', { hostContact: '示例教研组长 13800000000' })).body.state).toBe('accepted')
  expect([await kindsOf(host.contact, id), await kindsOf(home.contact, id)]).toEqual([[], ['teacher_exchange.start']])
  expect((await move(home.contact, 'start')).body).toEqual({ code: 'too_early', details: { from: '2027-03-01' } })
  world.moveTo('2027-03-01T02:00:00Z')
  expect((await move(host.contact, 'start')).body.state).toBe('under_way')
  expect((await teacher.get(`/assistance/exchanges/${id}`)).body).toMatchObject({ side: 'teacher', direction: 'to_county', can: { report: true, finish: false } })

  world.moveTo('2027-05-04T02:00:00Z')
  expect((await move(host.contact, 'finish', { days: 40 })).body.code).toBe('report_missing')
  expect((await host.contact.put(`/assistance/exchanges/${id}/report`, { report, version: await version() })).body.code).toBe('not_allowed')
  expect((await teacher.put(`/assistance/exchanges/${id}/report`, { report, version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await teacher.put(`/assistance/exchanges/${id}/report`, { report, version: await version() })).status).toBe(200)
  expect((await move(home.contact, 'finish', { days: 40 })).body.code).toBe('not_allowed')
  expect((await move(host.contact, 'finish', { days: 62 })).body.details.issues).toEqual([{ path: ['days'], code: 'too_many' }])
  expect((await move(host.contact, 'finish', { days: 40 })).body.state).toBe('finished')
  expect((await home.contact.get(`/assistance/exchanges/${id}`)).body).toMatchObject({ days: 40, endedOn: '2027-04-30', report, side: 'home' })
  expect((await move(home.contact, 'withdraw', { reason: '示例原因' })).body.code).toBe('wrong_state')
  expect((await home.contact.get(`/assistance/exchanges/${id}/history`)).body.rows.map(({ event }: { event: string }) => event.split('.')[1])).toEqual(['proposed', 'accepted', 'started', 'reported', 'finished'])
})

test('home, host, the teacher and the office see it; another school, a firm, an official, a student do not', async () => {
  const { home, host, id, teacher } = await pair()
  const office = await world.person('secretariat')
  for (const somebody of [home.contact, host.contact, teacher, office]) expect((await somebody.get(`/assistance/exchanges/${id}`)).status).toBe(200)
  const [neighbour, firm, official, student] = [await made.county('522633'), await made.firm(), await world.person('official'), await made.student(host)]
  for (const nobody of [neighbour.contact, neighbour.escort, host.escort, firm.contact, official, student]) expect((await nobody.get(`/assistance/exchanges/${id}`)).status).toBe(404)
  for (const nobody of [firm.contact, official, student]) expect((await nobody.get('/assistance/exchanges')).body.code).toBe('not_allowed')
  for (const nobody of [neighbour.contact, host.escort]) expect((await nobody.get('/assistance/exchanges')).body.total).toBe(0)
  expect((await office.post(`/assistance/exchanges/${id}/moves`, { action: 'accept', version: 1 })).body.code).toBe('not_allowed')
  const schools = (await home.contact.get('/assistance/schools')).body.rows
  expect(schools.find((one: { id: string }) => one.id === host.id).county).toBe('522632')
  expect(schools.find((one: { id: string }) => one.id === home.id).county).toBeNull()

  const { body } = await host.contact.get('/assistance/exchanges/export?direction=to_county')
  const table = await readTable(body, '教师交流.xlsx', { known: ['编号', '教师', '派出学校', '接收学校'] })
  expect('fault' in table ? table.fault : table.rows.length).toBe(1)
  expect((await host.contact.get('/assistance/exchanges?direction=from_county')).body.total).toBe(0)
  expect((await firm.contact.get('/assistance/exchanges/export')).status).toBe(403)
})

test('across means one county school and one that is none; the teacher is one’s own, and in one place at a time', async () => {
  const { home, host, id, move } = await pair()
  const [other, second, stranger] = [await nanhai(), await made.county('522633'), await made.school()]
  const propose = (change: Record<string, unknown>, teacherId = home.teacherId) => home.contact.post('/assistance/exchanges', form(teacherId, host.id, change))
  expect((await propose({ hostId: other.id })).body.code).toBe('exchange_not_across')
  expect((await second.contact.post('/assistance/exchanges', form(second.escortId, host.id))).body.code).toBe('exchange_not_across')
  expect((await propose({ hostId: stranger.id, endsOn: '2027-02-01' }, other.teacherId)).body.details.issues).toEqual([{ path: ['endsOn'], code: 'out_of_order' }, { path: ['hostId'], code: 'unknown' }, { path: ['teacherId'], code: 'unknown' }])
  expect((await propose({ startsOn: '2027-04-30', endsOn: '2027-06-30', hostId: second.id })).body.code).toBe('exchange_overlaps')
  const both = await Promise.all([host.id, second.id].map((hostId) => propose({ hostId, startsOn: '2027-06-01', endsOn: '2027-06-30' })))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])

  expect((await move(host.contact, 'decline')).body).toMatchObject({ code: 'reason_needed', details: { field: 'reason' } })
  expect((await move(host.contact, 'decline', { reason: '这学期课已排满' })).body.state).toBe('declined')
  // What was declined takes up no time.
  expect((await propose({ startsOn: '2027-04-30', endsOn: '2027-05-20', hostId: second.id })).status).toBe(200)
  expect((await home.contact.get(`/assistance/exchanges/${id}`)).body.reason).toBe('这学期课已排满')
})

test('the list asks as often for twenty as for one', async () => {
  const [home, host] = [await nanhai(), await made.county()]
  const list = () => home.contact.get('/assistance/exchanges?size=100')
  await home.contact.post('/assistance/exchanges', form(home.teacherId, host.id))
  await list()
  const one = await countQueries(list)
  const teachers = await world.db.insertInto('teacher').values(Array.from({ length: 19 }, (_, at) => ({ schoolId: home.id, number: `L${at}`, name: `示例教师${at}` }))).returning('id').execute()
  for (const { id } of teachers) expect((await home.contact.post('/assistance/exchanges', form(id, host.id))).status).toBe(200)
  expect([await countQueries(list), (await list()).body.total]).toEqual([one, 20])
})
