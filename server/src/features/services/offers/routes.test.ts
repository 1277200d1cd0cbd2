import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newOffer, newProvider, newRequest, offerForm } from '../../../../test/services-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { refreshOffers } from './clock/service.ts'

let world: World
let office: Person
beforeAll(async () => {
  world = await newWorld()
  office = await world.person('secretariat')
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)
const move = (person: Person, id: string, action: string, version: number, more: Record<string, unknown> = {}) => person.post(`/service-offers/${id}/moves`, { action, version, ...more })

test('an offer is written, sent back, repaired, opened and closed', async () => {
  const provider = await newProvider(world)
  const { body: { id } } = await provider.post('/service-offers', offerForm({ description: '太短' }))
  expect((await move(provider, id, 'submit', 1)).body).toMatchObject({ code: 'need_incomplete', details: { gaps: [{ field: 'description', reason: 'too_short' }] } })
  expect((await provider.patch(`/service-offers/${id}`, { ...offerForm(), version: 1 })).body.version).toBe(2)
  expect((await provider.patch(`/service-offers/${id}`, { ...offerForm(), version: 1 })).body.code).toBe('changed_meanwhile')
  await move(provider, id, 'submit', 2)
  expect(await itemsOf(office, id)).toEqual(['service_offer.verify'])
  expect((await move(office, id, 'return', 3)).body).toMatchObject({ code: 'reason_needed' })
  await move(office, id, 'return', 3, { reason: '请写清地点。' })
  expect([await itemsOf(provider, id), (await provider.get(`/service-offers/${id}`)).body]).toMatchObject([['service_offer.repair'], { state: 'draft', reason: '请写清地点。', can: { edit: true, submit: true } }])
  await move(provider, id, 'submit', 4)
  await move(office, id, 'verify', 5)
  expect((await provider.patch(`/service-offers/${id}`, { ...offerForm(), version: 6 })).body.code).toBe('wrong_state')
  expect((await move(office, id, 'close', 6)).body.code).toBe('reason_needed')
  expect((await move(provider, id, 'close', 6)).body.state).toBe('closed')
  expect((await move(provider, id, 'confirm', 7, { validUntil: '2027-06-30' })).body.code).toBe('wrong_state')
  expect((await move(provider, id, 'revise', 7)).body.state).toBe('draft')
})

test('nobody offers for others, a government not at all, and an officer does not verify what an officer wrote', async () => {
  const provider = await newProvider(world)
  const other = await newProvider(world)
  const write = (person: Person, more: Record<string, unknown> = {}) => person.post('/service-offers', offerForm(more))
  expect((await write(await world.person('official'))).status).toBe(403)
  expect((await write(await world.person('teacher'))).status).toBe(403)
  expect((await write(provider, { organisationId: other.organisationId })).body.code).toBe('cannot_speak')
  expect((await write(office, { organisationId: (await world.organisation('government')).id })).body.code).toBe('cannot_speak')
  expect((await write(provider, { pricing: 'priced', price: null })).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['price'] }] } })
  const { body: { id } } = await write(office, { organisationId: provider.organisationId })
  await move(office, id, 'submit', 1)
  expect((await move(office, id, 'verify', 2)).status).toBe(403)
  expect((await move(await world.person('secretariat'), id, 'verify', 2)).status).toBe(200)
})

test('a draft is its owner’s, what was submitted the office’s, what is open everybody’s who works here', async () => {
  const provider = await newProvider(world)
  const { body: { id } } = await provider.post('/service-offers', offerForm({ title: '示例：别人看不到的草稿' }))
  const firm = await world.person('enterprise_contact')
  const statuses = async () => [(await firm.get(`/service-offers/${id}`)).status, (await office.get(`/service-offers/${id}`)).status]
  expect(await statuses()).toEqual([404, 404])
  await move(provider, id, 'submit', 1)
  expect(await statuses()).toEqual([404, 200])
  await move(office, id, 'verify', 2)
  expect(await statuses()).toEqual([200, 200])
  expect((await firm.get(`/service-offers/${id}`)).body).toMatchObject({ can: { edit: false, close: false, verify: false } })
  expect((await move(firm, id, 'close', 3)).status).toBe(403)
  expect((await firm.get(`/service-offers/${id}/history`)).body.rows.map(({ event, by }: { event: string; by: string | null }) => [event, by])).toEqual([['service_offer.written', null], ['service_offer.submitted', null], ['service_offer.opened', null]])
})

test('an offer is asked about two weeks ahead, closes past its day, and one word opens it again', async () => {
  const { id, contact } = await newOffer(world, { validUntil: '2026-12-31' })
  world.moveTo('2026-12-16T18:00:00Z')
  await refreshOffers(world.db, world.now())
  expect(await itemsOf(contact, id)).toEqual(['service_offer.confirm'])
  expect((await move(contact, id, 'confirm', 3, { validUntil: '2029-01-01' })).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['validUntil'], code: 'too_far' }] } })
  expect((await move(contact, id, 'confirm', 3, { validUntil: '2027-03-31' })).body.state).toBe('open')
  expect(await itemsOf(contact, id)).toEqual([])

  world.moveTo('2027-04-01T18:00:00Z')
  await refreshOffers(world.db, world.now())
  expect((await contact.get(`/service-offers/${id}`)).body).toMatchObject({ state: 'closed', closeCode: 'expired', can: { confirm: true } })
  expect(await itemsOf(contact, id)).toEqual(['service_offer.confirm'])
  expect((await move(contact, id, 'confirm', 5, { validUntil: '2027-12-31' })).body.state).toBe('open')
})

test('the list counts what runs and what was said', async () => {
  const { offer, provider } = await newRequest(world, 'routed')
  const one = (await office.get(`/service-offers?q=${offer.number}`)).body
  expect(one).toMatchObject({ total: 1, rows: [{ id: offer.id, running: 1, rating: { count: 0, average: null } }] })
  expect((await provider.get('/service-offers?mine=true')).body.total).toBe(1)
  expect((await office.get('/service-offers?family=industrial_support')).body.total).toBe(0)
})

test('the export holds what the list holds', async () => {
  await newOffer(world, { title: '示例：导出看得到' })
  const table = await readTable((await office.get(`/service-offers/export?q=${encodeURIComponent('导出看得到')}`)).body, 'a.xlsx')
  expect(table).toMatchObject({ header: expect.arrayContaining(['编号', '服务项目', '提供单位']), rows: [{ cells: expect.arrayContaining(['管理创新', '示例：导出看得到', '开放', '免费']) }] })
})

test('the list takes the same number of queries for one offer and for thirty', async () => {
  const { id, contact } = await newOffer(world)
  const list = () => contact.get('/service-offers?mine=true&size=50')
  const one = await countQueries(list)
  await copyRows(world, 'service_offer', { column: 'id', value: id }, 29)
  expect([await countQueries(list), (await list()).body.rows.length]).toEqual([one, 30])
})
