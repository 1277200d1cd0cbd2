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
beforeEach(() => world.moveTo('2027-03-10T02:00:00Z'))
afterAll(() => world.close())

const form = (receiverId: string, change: Record<string, unknown> = {}) => ({ receiverId, kind: 'equipment', name: '数控车床（示例）', quantity: 3, unit: '台', value: 360_000, givenOn: '2027-03-01', ...change })
const gift = async (change: Record<string, unknown> = {}) => {
  const [firm, school] = [await made.firm(), await made.county()]
  const { id } = (await firm.contact.post('/assistance/resources', form(school.id, change))).body
  const version = async (resourceId = id) => (await world.db.selectFrom('assistanceResource').select('version').where('id', '=', resourceId).executeTakeFirstOrThrow()).version
  const move = async (person: Person, action: string, more: Record<string, unknown> = {}) => person.post(`/assistance/resources/${id}/moves`, { action, version: await version(), ...more })
  return { firm, school, id: id as string, version, move }
}
const correction = (change: Record<string, unknown> = {}) => ({ kind: 'equipment', name: '数控车床（示例）', quantity: 2, unit: '台', value: 240_000, givenOn: '2027-03-01', correction: '第三台改送到丹寨', ...change })

test('given, received in part by the receiver: only what arrived counts', async () => {
  const { firm, school, id, move } = await gift()
  expect(await kindsOf(school.contact, id)).toEqual(['assistance_resource.receive'])
  expect((await move(firm.contact, 'receive', { quantity: 3, receivedOn: '2027-03-05' })).body.code).toBe('not_allowed')
  expect((await move(school.contact, 'receive', { quantity: 4, receivedOn: '2027-02-01' })).body.details.issues).toEqual([{ path: ['quantity'], code: 'over_given' }, { path: ['receivedOn'], code: 'before_given' }])
  expect((await move(school.contact, 'receive', { quantity: 2, receivedOn: '2027-03-05' })).body.state).toBe('received')
  expect((await firm.contact.get(`/assistance/resources/${id}`)).body).toMatchObject({ receivedQuantity: 2, receivedValue: 240_000, side: 'giver', receivedBy: school.contact.name, can: { correct: true, receive: false } })
  expect(await kindsOf(school.contact, id)).toEqual([])
  expect((await move(school.contact, 'receive', { quantity: 3, receivedOn: '2027-03-05' })).body.code).toBe('wrong_state')
})

test('disputed, and set right by a new version: the old one stays, and never changes', async () => {
  const { firm, school, id, version, move } = await gift()
  expect((await move(school.contact, 'dispute')).body.code).toBe('reason_needed')
  expect((await move(school.contact, 'dispute', { reason: '只到了两台' })).body.state).toBe('disputed')
  expect([await kindsOf(school.contact, id), await kindsOf(firm.contact, id)]).toEqual([[], ['assistance_resource.correct']])
  const correct = async (person: Person, change: Record<string, unknown> = {}) => person.post(`/assistance/resources/${id}/corrections`, correction({ version: await version(), ...change }))
  expect((await correct(school.contact)).body.code).toBe('not_allowed')
  expect((await correct(firm.contact, { kind: 'money' })).body.details.issues).toEqual([{ path: ['kind'], code: 'fixed' }])
  const both = await Promise.all([correct(firm.contact), correct(firm.contact)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const fresh = both.find(({ status }) => status === 200)!.body
  expect(fresh.revision).toBe(2)
  expect([await kindsOf(firm.contact, id), await kindsOf(school.contact, fresh.id)]).toEqual([[], ['assistance_resource.receive']])

  const view = (await school.contact.get(`/assistance/resources/${fresh.id}`)).body
  expect(view).toMatchObject({ revision: 2, quantity: 2, correction: '第三台改送到丹寨', state: 'given' })
  expect(view.versions.map(({ revision, quantity, state }: Record<string, never>) => [revision, quantity, state])).toEqual([[1, 3, 'corrected'], [2, 2, 'given']])
  const numbers = (query: string) => school.contact.get(`/assistance/resources${query}`).then(({ body }) => body.rows.map(({ revision }: { revision: number }) => revision))
  expect([await numbers(''), await numbers('?all=true')]).toEqual([[2], [2, 1]])
  expect((await correct(firm.contact)).body.code).toBe('wrong_state')
  const change = (what: Record<string, unknown>, of = fresh.id) => world.db.updateTable('assistanceResource').set(what).where('id', '=', of).execute()
  await expect(change({ quantity: 5 })).rejects.toMatchObject({ constraint: 'assistance_resource_fixed' })
  await expect(change({ givenOn: '2026-01-01' })).rejects.toMatchObject({ constraint: 'assistance_resource_fixed' })
  await expect(change({ state: 'given' }, id)).rejects.toMatchObject({ constraint: expect.stringMatching(/assistance_resource_(fixed|stands)/) })
  await expect(change({ state: 'received', receivedQuantity: 3, receivedOn: '2027-03-05' })).rejects.toMatchObject({ constraint: 'assistance_resource_received' })
})

test('giver, receiver and office see it with its papers; another firm, another school, teacher, student, official do not', async () => {
  const { firm, school, id, move } = await gift()
  const paper = { name: '交接单.pdf', bytes: Buffer.from('%PDF-1.4\n%示例\n') }
  const file = (await firm.contact.upload(`/assistance/resources/${id}/evidence`, paper)).body
  const office = await world.person('secretariat')
  for (const somebody of [firm.contact, school.contact, office]) expect([(await somebody.get(`/assistance/resources/${id}`)).body.evidence.length, (await somebody.get(`/files/${file.id}`)).status]).toEqual([1, 200])
  const [rival, neighbour, official, student] = [await made.firm(), await made.county('522633'), await world.person('official'), await made.student(school)]
  for (const nobody of [rival.contact, neighbour.contact, school.escort, official, student]) expect([(await nobody.get(`/assistance/resources/${id}`)).status, (await nobody.get(`/files/${file.id}`)).status]).toEqual([404, 404])
  for (const nobody of [school.escort, official, student]) expect((await nobody.get('/assistance/resources')).body.code).toBe('not_allowed')
  expect((await rival.contact.get('/assistance/resources')).body.total).toBe(0)
  expect((await rival.contact.upload(`/assistance/resources/${id}/evidence`, paper)).status).toBe(404)
  expect((await firm.contact.upload(`/assistance/resources/${id}/evidence`, { name: '空.pdf', bytes: Buffer.from('') })).body.code).toBe('file_empty')
  expect((await move(office, 'receive', { quantity: 3, receivedOn: '2027-03-05' })).body.code).toBe('not_allowed')
  const exported = async (person: Person) => {
    const table = await readTable((await person.get('/assistance/resources/export')).body, '资源台账.xlsx', { known: ['编号', '名称', '给出单位', '接收学校'] })
    return 'fault' in table ? table.fault : table.rows.length
  }
  expect([await exported(school.contact), await exported(rival.contact)]).toEqual([1, 0])
  expect((await firm.contact.get(`/assistance/resources/${id}/history`)).body.rows.map(({ event }: { event: string }) => event)).toContain('assistance_resource.given')
})

test('a county school receives, of its own alliance; the office names who gave, and stands in where nobody has a seat', async () => {
  const [firm, school, office] = [await made.firm(), await made.county(), await world.person('secretariat')]
  const nanhai = await made.school()
  await newMember(world, nanhai.id)
  expect((await firm.contact.post('/assistance/resources', form(nanhai.id, { givenOn: '2027-03-11' }))).body.details.issues).toEqual([{ path: ['givenOn'], code: 'in_future' }, { path: ['receiverId'], code: 'not_a_county_school' }])
  const outside = await made.school({ divisionCode: '522635' })
  expect((await firm.contact.post('/assistance/resources', form(outside.id))).body.details.issues).toEqual([{ path: ['receiverId'], code: 'unknown' }])
  expect((await school.contact.post('/assistance/resources', form(school.id))).body.details.issues).toEqual([{ path: ['receiverId'], code: 'not_a_county_school' }])
  expect((await office.post('/assistance/resources', form(school.id))).body.details.issues).toEqual([{ path: ['giverId'], code: 'missing' }])
  // For an authority that has no list of its own: the office keeps its line, and hears of what is wrong.
  const bureau = await world.organisation('government')
  await newMember(world, bureau.id)
  const { id } = (await office.post('/assistance/resources', form(school.id, { giverId: bureau.id, kind: 'money', quantity: 50_000, unit: '元' }))).body
  expect((await school.contact.post(`/assistance/resources/${id}/moves`, { action: 'dispute', version: 1, reason: '只到账三万元' })).body.state).toBe('disputed')
  expect(await kindsOf(office, id)).toEqual(['assistance_resource.correct'])
  expect((await school.contact.get(`/assistance/resources/${id}`)).body).toMatchObject({ unit: '元', value: 50_000, giverName: bureau.name })
})

test('the list asks as often for twenty as for one', async () => {
  const { firm, school } = await gift()
  const list = () => firm.contact.get('/assistance/resources?size=100')
  await list()
  const one = await countQueries(list)
  for (let at = 0; at < 19; at++) await firm.contact.post('/assistance/resources', form(school.id, { name: `示例设备${at}` }))
  expect([await countQueries(list), (await list()).body.total]).toEqual([one, 20])
})
