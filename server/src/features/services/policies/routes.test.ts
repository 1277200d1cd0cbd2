import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyRows } from '../../../../test/many-rows.ts'
import { newMember } from '../../../../test/members-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let office: Person
let firm: Person
beforeAll(async () => {
  world = await newWorld()
  office = await world.person('secretariat')
  firm = await world.person('enterprise_contact')
  await world.db.updateTable('organisation').set({ industryCode: '3311', staffCount: 86, size: null, divisionCode: '440605' }).where('id', '=', firm.organisationId).execute()
  await newMember(world, firm.organisationId)
})
afterAll(() => world.close())

const required = (text: string, ...conditions: Record<string, unknown>[]) => ({ text, role: 'required', conditions })
const form = (title: string, ...sentences: Record<string, unknown>[]) => ({ title: `示例：${title}`, issuer: '示例主管部门', sentences })
async function shown(title: string, ...sentences: Record<string, unknown>[]) {
  const { body } = await office.post('/support-policies', form(title, ...sentences))
  await office.post(`/support-policies/${body.id}/moves`, { action: 'publish', version: 1 })
  return body.id as string
}

test('a firm reads what fits first, with the sentence that matched and the fact that is missing', async () => {
  await shown('对不上', required('食品企业。', { fact: 'industry', prefixes: ['14'] }))
  await shown('缺资料', required('小微企业。', { fact: 'size', in: ['small', 'micro'] }))
  await shown('对得上', required('本区制造业。', { fact: 'industry', prefixes: ['C'] }, { fact: 'division', prefixes: ['440605'] }), required('联盟成员。', { fact: 'member', is: true }))
  const { rows } = (await firm.get(`/firms/${firm.organisationId}/policies`)).body
  expect(rows.map(({ title, verdict, missing }: Record<string, unknown>) => [title, verdict, missing])).toEqual([['示例：对得上', 'fits', []], ['示例：缺资料', 'unknown', ['size']], ['示例：对不上', 'does_not', []]])
  expect(rows[0].sentences[0]).toMatchObject({ text: '本区制造业。', verdict: 'fits', conditions: [{ has: '3311', verdict: 'fits' }, { has: '440605', verdict: 'fits' }] })
})

test('who speaks for the firm and the office read it for the firm, others do not', async () => {
  const speaker = await world.person('association_contact')
  await newMember(world, speaker.organisationId)
  const path = `/firms/${firm.organisationId}/policies`
  expect([(await office.get(path)).status, (await speaker.get(path)).status, (await (await world.person('school_contact')).get(path)).status, (await (await world.person('official')).get(path)).status]).toEqual([200, 403, 403, 403])
  await world.db.insertInto('representation').values({ speakerId: speaker.organisationId, organisationId: firm.organisationId }).execute()
  expect((await speaker.get(path)).status).toBe(200)
})

test('a draft is the office’s alone, and without a condition it is not shown', async () => {
  const { body } = await office.post('/support-policies', form('草稿', { text: '只有说明。', role: 'plain', conditions: [] }))
  expect((await firm.get(`/support-policies/${body.id}`)).status).toBe(404)
  expect((await office.post(`/support-policies/${body.id}/moves`, { action: 'publish', version: 1 })).body.code).toBe('policy_without_condition')
  expect((await office.patch(`/support-policies/${body.id}`, { ...form('草稿', required('企业。', { fact: 'kind', in: ['enterprise'] })), version: 1 })).body.version).toBe(2)
  expect((await office.patch(`/support-policies/${body.id}`, { ...form('草稿'), version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await office.post(`/support-policies/${body.id}/moves`, { action: 'close', version: 2 })).body.code).toBe('wrong_state')
  await office.post(`/support-policies/${body.id}/moves`, { action: 'publish', version: 2 })
  expect((await firm.get(`/support-policies/${body.id}`)).body).toMatchObject({ state: 'open', inForce: true, can: { edit: false, publish: false } })
  expect((await office.post(`/support-policies/${body.id}/moves`, { action: 'close', version: 3 })).body.state).toBe('closed')
  const found = (await firm.get(`/firms/${firm.organisationId}/policies`)).body.rows.map(({ id }: { id: string }) => id)
  expect(found).not.toContain(body.id)
})

test('past its days a policy is no longer matched', async () => {
  const { body } = await office.post('/support-policies', { ...form('过期', required('企业。', { fact: 'kind', in: ['enterprise'] })), validUntil: '2026-11-22' })
  await office.post(`/support-policies/${body.id}/moves`, { action: 'publish', version: 1 })
  expect((await firm.get(`/firms/${firm.organisationId}/policies`)).body.rows.some(({ id }: { id: string }) => id === body.id)).toBe(false)
  expect((await office.post('/support-policies', { ...form('倒'), validFrom: '2026-12-01', validUntil: '2026-11-01' })).body).toMatchObject({ details: { issues: [{ path: ['validUntil'], code: 'out_of_order' }] } })
})

test('the preview says how many firms it would fit and which fact is missing most, and stores nothing', async () => {
  const before = (await office.get('/support-policies')).body.total
  const sentences = [required('小微企业。', { fact: 'size', in: ['small'] }), required('二十人以上。', { fact: 'staff', min: 20 })]
  expect((await office.post('/support-policies/preview', { sentences })).body).toMatchObject({ firms: 1, fits: 0, unknown: 1, doesNot: 0, missing: [{ fact: 'size', firms: 1 }], examples: [{ organisationId: firm.organisationId, verdict: 'unknown' }] })
  expect((await office.get('/support-policies')).body.total).toBe(before)
  expect((await firm.post('/support-policies/preview', { sentences })).status).toBe(403)
  expect((await firm.post('/support-policies', form('企业写的'))).status).toBe(403)
})

test.each([
  ['a condition nobody knows', { fact: 'luck', is: true }],
  ['bounds upside down', { fact: 'staff', min: 9, max: 3 }],
  ['bounds without any', { fact: 'staff' }],
  ['an empty list', { fact: 'kind', in: [] }],
])('%s is not stored', async (_sentence, condition) => {
  expect((await office.post('/support-policies', form('坏', required('条件。', condition)))).status).toBe(422)
})

test('the list, and what fits a firm, take the same number of queries for one policy and for thirty', async () => {
  const other = await newWorld()
  const desk = await other.person('secretariat')
  const asker = await other.person('enterprise_contact')
  await newMember(other, asker.organisationId)
  const { body } = await desk.post('/support-policies', form('许多', required('本区制造业。', { fact: 'industry', prefixes: ['C'] })))
  await desk.post(`/support-policies/${body.id}/moves`, { action: 'publish', version: 1 })
  const read = async () => [await asker.get('/support-policies?size=50'), await asker.get(`/firms/${asker.organisationId}/policies`)]
  const one = await countQueries(read)
  await copyRows(other, 'support_policy', { column: 'id', value: body.id }, 29)
  expect([await countQueries(read), (await read()).map((reply) => reply.body.rows.length)]).toEqual([one, [30, 30]])
  await other.close()
})
