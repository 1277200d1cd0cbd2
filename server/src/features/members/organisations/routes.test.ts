import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../../kernel/db.ts'
import { knownHeaders, parseSheet } from '../../../kernel/sheet/parse-sheet.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { newMember, newUscc, readyOrganisation } from '../../../../test/members-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { writeOrganisationRows } from '../rows/service.ts'
import { speaksFor, viewOrganisationBriefs } from '../service.ts'
import { organisationSheet, type OrganisationValues } from './sheet.ts'

let world: World
let officer: Person
beforeAll(async () => {
  world = await newWorld()
  officer = await world.person('secretariat')
})
afterAll(() => world.close())

const namesOf = async (person: Person, query: string) => (await person.get(`/organisations?${query}`)).body.rows.map((row: { name: string }) => row.name)

test('the secretariat registers an organisation; its code is checked and kept once', async () => {
  const uscc = newUscc()
  const form = { name: '示例新材料有限公司', kind: 'enterprise', uscc: ` ${uscc.toLowerCase()} `, contactPhone: '138 0000 0000' }

  const { status, body } = await officer.post('/organisations', form)
  expect(status).toBe(200)
  expect((await officer.get(`/organisations/${body.id}`)).body).toMatchObject({ uscc, contactPhone: '138＊＊＊＊0000', version: 1 })
  expect((await officer.post('/organisations', form)).body.code).toBe('credit_code_taken')
  expect((await officer.post('/organisations', { ...form, uscc: `${uscc.slice(0, 17)}${uscc[17] === '1' ? '2' : '1'}` })).body).toMatchObject({ code: 'credit_code_invalid', details: { fault: 'credit_code_check' } })
  expect((await (await world.person('enterprise_contact')).post('/organisations', form)).body.code).toBe('not_allowed')
})

test('two officers register the same organisation at once and one succeeds', async () => {
  const uscc = newUscc()
  const replies = await Promise.all([1, 2, 3].map(() => officer.post('/organisations', { name: '示例同名公司', kind: 'enterprise', uscc })))
  expect(replies.map((reply) => reply.body.code ?? 'registered').sort()).toEqual(['credit_code_taken', 'credit_code_taken', 'registered'])
})

test('a contact keeps the own profile, but not the number of the licence', async () => {
  const organisation = await readyOrganisation(world)
  const contact = await world.person('enterprise_contact', { organisationId: organisation.id })

  const edited = await contact.patch(`/organisations/${organisation.id}`, { town: '狮山', staffCount: 380, contactPhone: '0757-81234567', version: 1 })
  expect(edited.body).toMatchObject({ town: '狮山', staffCount: 380, contactPhone: '075＊＊＊＊4567', version: 2, name: organisation.name })
  expect((await contact.patch(`/organisations/${organisation.id}`, { town: '丹灶', version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await contact.patch(`/organisations/${organisation.id}`, { uscc: newUscc(), version: 2 })).body.code).toBe('not_allowed')
  const corrected = newUscc()
  expect((await officer.patch(`/organisations/${organisation.id}`, { uscc: corrected, version: 2 })).body.uscc).toBe(corrected)
})

test('contacts are masked for everybody; whoever may work with them opens them, and it is written down', async () => {
  const organisation = await readyOrganisation(world)
  await newMember(world, organisation.id)
  const stranger = await world.person('school_contact')

  expect((await stranger.get(`/organisations/${organisation.id}`)).body).toMatchObject({ contactName: '示＊＊＊人', contactPhone: '138＊＊＊＊0000', contactEmail: 'h＊＊＊@example.test', can: { unmask: false } })
  expect((await stranger.post(`/organisations/${organisation.id}/contacts/unmask`, { reason: '想打电话' })).body.code).toBe('not_allowed')
  expect((await officer.post(`/organisations/${organisation.id}/contacts/unmask`, { reason: '' })).status).toBe(422)
  expect((await officer.post(`/organisations/${organisation.id}/contacts/unmask`, { reason: '核查入会资料' })).body).toEqual({ contactName: '示例联系人', contactPhone: '+8613800000000', contactEmail: 'hr@example.test' })

  const entry = await world.db.selectFrom('auditEntry').selectAll().where('event', '=', 'organisation.contacts_unmasked').where('subjectId', '=', organisation.id).executeTakeFirstOrThrow()
  expect(entry).toMatchObject({ accountId: officer.accountId, details: { reason: '核查入会资料' } })
})

test('an organisation that only registered is unknown to others until it is a member', async () => {
  const organisation = await readyOrganisation(world)
  const [own, stranger] = [await world.person('enterprise_contact', { organisationId: organisation.id }), await world.person('school_contact')]

  expect([(await own.get(`/organisations/${organisation.id}`)).status, (await stranger.get(`/organisations/${organisation.id}`)).status]).toEqual([200, 404])
  await newMember(world, organisation.id)
  expect((await stranger.get(`/organisations/${organisation.id}`)).status).toBe(200)
  expect((await stranger.patch(`/organisations/${organisation.id}`, { town: '别处', version: 1 })).body.code).toBe('not_allowed')
})

test('an application under way does not show in the directory of others', async () => {
  const organisation = await readyOrganisation(world, 'enterprise', { name: '示例两次入会公司' })
  const stranger = await world.person('school_contact')
  const { id } = await newMember(world, organisation.id)
  await officer.post(`/memberships/${id}/actions/leave`, { version: 2, reason: '先退出' })
  await officer.post('/memberships', { allianceId: world.alliance.id, organisationId: organisation.id })
  const other = await world.db.insertInto('alliance').values({ code: 'ZY', kind: 'specialty', name: '示例专业联盟', nameEn: 'Specialty' }).returning('id').executeTakeFirstOrThrow()
  await world.db.insertInto('membership').values({ allianceId: other.id, organisationId: organisation.id, state: 'publicity' }).execute()

  const stateFor = async (person: Person) => (await person.get(`/organisations?text=两次入会&allianceId=${world.alliance.id}`)).body.rows[0].membership?.state ?? null
  expect([await stateFor(officer), await stateFor(stranger)]).toEqual(['draft', null])
})

test('names stand in the order of protocol, never of the alphabet', async () => {
  const town = '次序镇'
  const zuo = await world.organisation('enterprise', { name: '佐示例', town })
  await world.organisation('enterprise', { name: '阿示例', town })
  await world.organisation('park', { name: '园示例', town })
  await officer.put(`/organisations/${zuo.id}/order`, { protocolOrder: 5 })

  expect(await namesOf(officer, `town=${town}`)).toEqual(['佐示例', '园示例', '阿示例'])
  expect((await (await world.person('official')).put(`/organisations/${zuo.id}/order`, { protocolOrder: 1 })).body.code).toBe('not_allowed')
})

test('who is new stands behind the last of its kind, by hand and by sheet', async () => {
  await world.organisation('government', { name: '示例老部门', protocolOrder: 4000 })
  const { body } = await officer.post('/organisations', { name: '示例新部门', kind: 'government' })
  const written = await write([row({ kind: 'government' }), row({ kind: 'government' })])

  const orders = await Promise.all([body.id, ...written.map((one) => one.recordId)].map(async (id) => (await officer.get(`/organisations/${id}`)).body.protocolOrder))
  expect(orders).toEqual([4001, 4002, 4003])
})

test('a name is found by part of it, by its initials, in traditional characters, in English and by its code', async () => {
  const uscc = newUscc()
  const { body } = await officer.post('/organisations', { name: '丹灶示例氢能科技有限公司', nameEn: 'Danzao Hydrogen Technology (Demo)', kind: 'enterprise', uscc })
  const found = async (text: string) => (await officer.get(`/organisations?text=${encodeURIComponent(text)}`)).body.rows.map((row: { id: string }) => row.id)

  for (const text of ['氢能', 'dzslqn', '氫能科技', 'hydrogen tech', uscc, '丹灶 示例']) expect([text, await found(text)]).toEqual([text, [body.id]])
  expect(await found('100%')).toEqual([])
})

test('filters narrow the list: kind, seat, state, town and industry', async () => {
  const town = '过滤镇'
  const [chair, member, plain] = [
    await readyOrganisation(world, 'enterprise', { name: '会长示例', town, industryCode: '3484' }),
    await readyOrganisation(world, 'school', { name: '会员示例', town }),
    await readyOrganisation(world, 'enterprise', { name: '未入会示例', town, industryCode: 'C3311' }),
  ]
  await newMember(world, chair.id, 'chair')
  await newMember(world, member.id)

  expect(await namesOf(officer, `town=${town}&kind=enterprise`)).toEqual(['会长示例', '未入会示例'])
  expect(await namesOf(officer, `town=${town}&seat=chair,vice_chair`)).toEqual(['会长示例'])
  expect(await namesOf(officer, `town=${town}&state=active`)).toEqual(['会长示例', '会员示例'])
  expect(await namesOf(officer, `town=${town}&state=none`)).toEqual([plain.name])
  expect(await namesOf(officer, `town=${town}&industry=33`)).toEqual(['未入会示例'])
  expect((await officer.get('/organisations?kind=band')).status).toBe(422)
  expect((await officer.get('/organisations/towns')).body.towns).toContain(town)
})

test('a page says how many there are in all, and asks as much of the database for thirty rows as for one', async () => {
  const town = '分页镇'
  for (let i = 0; i < 30; i++) await world.organisation('enterprise', { name: `分页示例${i}`, town, industryCode: '33' })

  const { body } = await officer.get(`/organisations?town=${town}&size=20&page=2`)
  expect([body.total, body.rows.length, body.page]).toEqual([30, 10, 2])
  const counts = [await countQueries(() => officer.get(`/organisations?town=${town}&size=1`)), await countQueries(() => officer.get(`/organisations?town=${town}&size=100`))]
  expect(counts[0]).toBe(counts[1])
})

test('the export is a workbook that comes in again, without contacts', async () => {
  const town = '导出镇'
  const organisation = await readyOrganisation(world, 'association', { name: '=示例商会', town, staffCount: 12 })

  const { status, body, headers } = await officer.get(`/organisations/export?town=${town}`)
  expect([status, headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  const table = await readTable(body, '单位.xlsx', { known: knownHeaders(organisationSheet) })
  if ('fault' in table) throw new Error(table.fault)
  const { rows, errors } = parseSheet(table, organisationSheet, { today: '2026-11-23' })
  expect(errors).toEqual([])
  expect(rows.map(({ values }) => values)).toEqual([
    { ...row(), name: '=示例商会', uscc: organisation.uscc, kind: 'association', town, divisionCode: '440605', staffCount: 12, protocolOrder: 1000 },
  ])
  expect((await (await world.person('enterprise_contact')).get('/organisations/export')).body.code).toBe('not_allowed')
})

const row = (change: Partial<OrganisationValues> = {}): OrganisationValues => ({
  name: '示例表格公司', uscc: newUscc(), kind: 'enterprise', industryCode: null, town: null, divisionCode: null, address: null, staffCount: null,
  contactName: null, contactPhone: null, contactEmail: null, website: null, nameEn: null, protocolOrder: null, ...change,
})
const write = (rows: OrganisationValues[]) => inTransaction(world.db, (tx) => writeOrganisationRows(tx, { ...officer } as never, rows, world.now()))

test('rows of a sheet are written by their code: new, changed, the same, and twice in one file', async () => {
  const [one, two] = [row({ name: '示例甲公司', staffCount: 10 }), row({ name: '示例乙公司', town: '里水' })]

  expect((await write([one, two])).map(({ result }) => result)).toEqual(['created', 'created'])
  expect((await write([one, two])).map(({ result }) => result)).toEqual(['unchanged', 'unchanged'])
  const again = await write([{ ...one, staffCount: 11 }, two, { ...one, staffCount: 12 }])
  expect(again.map(({ result }) => result)).toEqual(['updated', 'unchanged', 'duplicate'])
  expect(again[2]!.recordId).toBe(again[0]!.recordId)
  expect((await officer.get(`/organisations/${again[0]!.recordId}`)).body).toMatchObject({ staffCount: 11, version: 2 })
})

test('a blank cell erases nothing', async () => {
  const full = row({ town: '桂城', contactPhone: '0757-81234567' })
  const [{ recordId } = { recordId: '' }] = await write([full])
  expect((await write([{ ...full, town: null, contactPhone: null }])).map(({ result }) => result)).toEqual(['unchanged'])
  expect((await officer.get(`/organisations/${recordId}`)).body.town).toBe('桂城')
})

test('two imports of the same file at once make every organisation once', async () => {
  const rows = Array.from({ length: 20 }, () => row())
  const settled = await Promise.allSettled([write(rows), write(rows)])
  const { total } = (await officer.get('/organisations?text=示例表格公司&size=1')).body
  expect(settled.some(({ status }) => status === 'fulfilled')).toBe(true)
  const found = await world.db.selectFrom('organisation').select('id').where('uscc', 'in', rows.map((one) => one.uscc)).execute()
  expect(found).toHaveLength(20)
  expect(total).toBeGreaterThanOrEqual(20)
})

test('the sheet understands other headers, both scripts, and names every fault', () => {
  const uscc = newUscc()
  const table = { format: 'xlsx' as const, sheetName: '1', headerRow: 1, header: ['企業名稱', '信用代碼', '類型', '员工人数', '電話', '邮箱'], rows: [{ number: 2, cells: ['示例 公司', uscc, '公司', '380人', '138 0000 0000', 'HR@Example.cn'] }, { number: 3, cells: ['', '123', '乐队', '很多', '12', 'x'] }], template: null }
  const { rows, errors } = parseSheet(table, organisationSheet, { today: '2026-11-23' })

  expect(rows).toMatchObject([{ values: { uscc, kind: 'enterprise', staffCount: 380, contactPhone: '+8613800000000', contactEmail: 'hr@example.cn', town: null } }])
  expect(errors.map(({ row: number, reason }) => [number, reason])).toEqual([
    [3, 'required'], [3, 'credit_code_length'], [3, 'not_a_choice'], [3, 'phone_form'], [3, 'email_form'],
  ])
})

test('an association may be let to speak for a firm, an enterprise may not, and either side may end it', async () => {
  const [association, enterprise, firm] = [await readyOrganisation(world, 'association'), await readyOrganisation(world), await readyOrganisation(world)]
  const [speaker, contact] = [await world.person('association_contact', { organisationId: association.id }), await world.person('enterprise_contact', { organisationId: firm.id })]
  const path = `/organisations/${firm.id}/speakers/${association.id}`

  expect((await speaker.put(path)).status).toBe(404)
  expect((await officer.put(`/organisations/${firm.id}/speakers/${enterprise.id}`)).body.code).toBe('cannot_speak')
  expect((await officer.put(path)).status).toBe(200)
  expect((await officer.put(path)).status).toBe(200)
  expect((await speaker.get(`/organisations/${firm.id}`)).body).toMatchObject({ speakers: [{ id: association.id }], can: { edit: true, apply: true } })
  expect((await speaker.get(`/organisations/${association.id}`)).body.speaksFor).toMatchObject([{ id: firm.id }])
  expect(await inTransaction(world.db, (tx) => speaksFor(tx, association.id, firm.id))).toBe(true)

  expect((await contact.delete(path)).status).toBe(200)
  expect((await speaker.get(`/organisations/${firm.id}`)).status).toBe(404)
})

test('briefs of many organisations come in one query', async () => {
  const [one, two] = [await world.organisation('park'), await world.organisation('school')]
  const briefs = await inTransaction(world.db, (tx) => viewOrganisationBriefs(tx, [one.id, two.id, one.id]))
  expect([...briefs.values()].map(({ name }) => name).sort()).toEqual([one.name, two.name].sort())
})

test('alliances are listed with their active members, and edited by their own secretariat', async () => {
  const { body } = await (await world.person('teacher')).get('/alliances')
  const [mine] = body.alliances.filter((alliance: { id: string }) => alliance.id === world.alliance.id)
  expect(mine).toMatchObject({ code: 'NH', can: { edit: false } })
  expect((await officer.patch(`/alliances/${world.alliance.id}`, { introduction: '四链相连。' })).status).toBe(200)
  expect((await (await world.person('official')).patch(`/alliances/${world.alliance.id}`, { introduction: '' })).body.code).toBe('not_allowed')
})
