import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { newMember } from '../../../../test/members-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newFirm, newPost } from '../../../../test/needs-world.ts'
import { newProvider, newServiceNeed } from '../../../../test/services-world.ts'
import { loadCodes } from '../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { inTransaction } from '../../../kernel/db.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { noteContact } from './service.ts'

let world: World
let office: Person
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  office = await world.person('secretariat')
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

async function memberFirm() {
  const firm = await newFirm(world)
  await newMember(world, firm.id)
  return firm
}
const visit = (person: Person, organisationId: string, more: Record<string, unknown> = {}) => person.post('/firm-contacts', { organisationId, kind: 'visit', happenedOn: '2026-11-23', purpose: '看实习岗位', ...more })
const burden = async (person: Person, organisationId: string) => (await person.get(`/firms/${organisationId}/burden`)).body

test('what the product asks of a firm counts by itself, and what the firm set going does not', async () => {
  const firm = await newFirm(world)
  const post = await newPost(world, firm, 'submitted')
  expect(await burden(firm.contact, firm.id)).toMatchObject({ forms: 0, visits: 0, calls: 0, rows: [] })
  await office.post(`/needs/${post.id}/moves`, { action: 'return', reason: '请写清班次。', version: post.version })
  expect(await burden(firm.contact, firm.id)).toMatchObject({ forms: 1, rows: [{ kind: 'form', asked: 'need.repair', source: 'product', happenedOn: '2026-11-23', by: null, purpose: null }] })
})

test('another room tells what does not go through the inbox, once for each thing and day', async () => {
  const firm = await newFirm(world)
  const contact = { organisationId: firm.id, kind: 'form' as const, asked: 'survey.answer' as const, subject: { type: 'survey', id: firm.id } }
  for (let time = 0; time < 2; time++) await inTransaction(world.db, (tx) => noteContact(tx, null, contact, world.now()))
  expect(await burden(firm.contact, firm.id)).toMatchObject({ forms: 1, rows: [{ asked: 'survey.answer' }] })
})

test('past the threshold one more needs a reason, and the threshold is the office’s', async () => {
  const firm = await memberFirm()
  const college = await newProvider(world, 'school_contact')
  expect((await college.put('/burden/threshold', { monthly: 2 })).status).toBe(403)
  expect((await office.put('/burden/threshold', { monthly: 2 })).body).toEqual({ monthly: 2 })
  expect((await visit(college, firm.id)).status).toBe(200)
  expect((await visit(office, firm.id, { kind: 'call' })).status).toBe(200)
  expect((await visit(college, firm.id)).body).toMatchObject({ code: 'contact_reason_needed', details: { threshold: 2, firms: [{ id: firm.id, visits: 1, calls: 1, forms: 0 }] } })
  // Announced for the month after, it is that month's.
  expect((await visit(college, firm.id, { happenedOn: '2026-12-01' })).status).toBe(200)
  expect((await visit(college, firm.id, { reason: '学生要换宿舍，等不到下月。' })).status).toBe(200)
  expect(await burden(firm.contact, firm.id)).toMatchObject({ visits: 2, calls: 1, threshold: 2, rows: expect.arrayContaining([expect.objectContaining({ reason: '学生要换宿舍，等不到下月。' })]) })
  await office.put('/burden/threshold', { monthly: 4 })
})

test('a need routed to an enterprise counts for it, and past the threshold says why', async () => {
  const firm = await memberFirm()
  for (let time = 0; time < 4; time++) await visit(office, firm.id, { kind: 'call' })
  const need = await newServiceNeed(world)
  const route = (more: Record<string, unknown> = {}) => office.post(`/problems/${need.id}/service-requests`, { targets: [{ providerId: firm.id }], ...more })
  expect((await route()).body).toMatchObject({ code: 'contact_reason_needed', details: { firms: [{ id: firm.id, calls: 4 }] } })
  expect((await route({ reason: '只有这家能做。' })).status).toBe(200)
  expect(await burden(firm.contact, firm.id)).toMatchObject({ forms: 1, calls: 4, rows: expect.arrayContaining([expect.objectContaining({ asked: 'service_request.answer', by: world.alliance.name, reason: '只有这家能做。' })]) })
})

test('everybody who works here looks before asking, but only those it concerns read what it was about', async () => {
  const firm = await memberFirm()
  const college = await newProvider(world, 'school_contact')
  const other = await newProvider(world, 'association_contact')
  const { body: { id } } = await visit(college, firm.id)
  const purposes = async (person: Person) => (await burden(person, firm.id)).rows.map(({ purpose, by }: { purpose: string | null; by: string }) => [purpose, by !== null])
  expect([await purposes(firm.contact), await purposes(college), await purposes(office), await purposes(other)]).toEqual([[['看实习岗位', true]], [['看实习岗位', true]], [['看实习岗位', true]], [[null, true]]])
  expect((await (await world.person('enterprise_contact')).get(`/firms/${firm.id}/burden`)).status).toBe(404)
  expect((await other.get('/firm-contacts')).body.total).toBe(0)
  expect((await other.delete(`/firm-contacts/${id}`)).status).toBe(404)
  expect((await firm.contact.delete(`/firm-contacts/${id}`)).status).toBe(403)
  expect((await college.delete(`/firm-contacts/${id}`)).status).toBe(200)
  expect((await college.delete(`/firm-contacts/${id}`)).body.code).toBe('wrong_state')
  expect((await burden(firm.contact, firm.id)).visits).toBe(0)
})

test('a firm writes down who came from elsewhere, for itself alone', async () => {
  const firm = await memberFirm()
  const other = await memberFirm()
  expect((await visit(firm.contact, firm.id)).body).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: ['byName'] }] } })
  expect((await visit(firm.contact, other.id, { byName: '示例街道办' })).body.code).toBe('invalid_input')
  expect((await visit(firm.contact, firm.id, { byName: '示例街道办' })).status).toBe(200)
  expect((await burden(office, firm.id)).rows).toMatchObject([{ by: '示例街道办', source: 'hand' }])
  expect((await visit(office, firm.id, { happenedOn: '2027-03-01' })).body).toMatchObject({ details: { issues: [{ path: ['happenedOn'], code: 'too_far' }] } })
  expect((await visit(office, firm.id, { happenedOn: '2026-01-01' })).body).toMatchObject({ details: { issues: [{ path: ['happenedOn'], code: 'past' }] } })
  expect((await visit(office, (await world.organisation('school')).id)).body.code).toBe('invalid_input')
})

test('the office and the authority of its alliance see the spread over its firms, and nobody else does', async () => {
  const other = await newWorld()
  const officer = await other.person('secretariat')
  const firms = await Promise.all([1, 2, 3].map(async () => {
    const firm = await other.organisation('enterprise')
    await other.db.insertInto('membership').values({ allianceId: other.alliance.id, organisationId: firm.id, state: 'active', certificateNumber: firm.id.slice(-12) }).execute()
    return firm
  }))
  for (const reason of ['一', '二', '三', '四', '五']) await visit(officer, firms[0]!.id, { reason })
  await visit(officer, firms[1]!.id, { kind: 'call' })
  const { body } = await officer.get('/burden')
  expect(body).toMatchObject({ month: '2026-11', threshold: 4, firms: 3, forms: 0, visits: 5, calls: 1, above: [{ organisationId: firms[0]!.id, visits: 5 }] })
  expect(body.spread.filter((row: { firms: number }) => row.firms > 0)).toEqual([{ contacts: 0, firms: 1 }, { contacts: 1, firms: 1 }, { contacts: 5, firms: 1 }])
  const bureau = await other.organisation('government')
  const official = await other.person('official', { organisationId: bureau.id })
  expect([(await official.get('/burden')).status, (await official.get('/burden/export')).status, (await (await other.person('enterprise_contact', { organisationId: firms[0]!.id })).get('/burden')).status]).toEqual([403, 403, 403])
  await other.db.insertInto('membership').values({ allianceId: other.alliance.id, organisationId: bureau.id, state: 'active', certificateNumber: 'bureau-1' }).execute()
  expect([body.can, (await official.get('/burden')).body]).toEqual([{ setThreshold: true }, { ...body, can: { setThreshold: false } }])
  expect([(await official.get('/burden/export')).status, (await official.put('/burden/threshold', { monthly: 2 })).status]).toEqual([200, 403])
  await other.close()
})

test('exports: a row a contact with what its reader may know, a row a firm for the office', async () => {
  const firm = await memberFirm()
  const visitor = await newProvider(world)
  await visit(visitor, firm.id)
  await visit(office, firm.id, { purpose: '秘书处走访' })
  const read = async (person: Person, path: string) => JSON.stringify(await readTable((await person.get(path)).body, 'a.xlsx'))
  const [own, theirs, all] = [await read(firm.contact, '/firm-contacts/export?month=2026-11'), await read(visitor, '/firm-contacts/export?month=2026-11&mine=true'), await read(office, '/burden/export?month=2026-11')]
  expect([own.includes('看实习岗位'), own.includes('秘书处走访'), theirs.includes('看实习岗位'), theirs.includes('秘书处走访')]).toEqual([true, true, true, false])
  expect([all.includes(firm.name), all.includes('是否到提醒线')]).toEqual([true, true])
  expect((await visitor.get('/burden/export')).status).toBe(403)
})

test('list and overview take the same number of queries for one contact and for thirty', async () => {
  const firm = await memberFirm()
  await visit(office, firm.id)
  const read = async () => [await firm.contact.get('/firm-contacts?size=50'), await firm.contact.get(`/firms/${firm.id}/burden`), await office.get('/burden')]
  const one = await countQueries(read)
  await copyRows(world, 'firm_contact', { column: 'organisation_id', value: firm.id }, 29)
  expect([await countQueries(read), (await read())[0]!.body.rows.length]).toEqual([one, 30])
})
