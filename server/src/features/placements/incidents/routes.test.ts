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
const accident = { kind: 'injury', severity: 'light', happenedAt: '2027-04-06T01:00:00Z', place: '二车间 3 号冲床', text: '右手食指被夹伤，已包扎。' }
const call = (whom: string, toldAt = '2027-04-06T01:30:00Z') => ({ whom, name: '示例某人', channel: 'call', toldAt })

test('an accident: 24 hours run until all who have to know are told, then measures, then it is closed', async () => {
  const placement = await made.placement()
  const { id } = (await placement.unit.post(`/placements/${placement.id}/incidents`, accident)).body
  expect(await items(placement.contact)).toEqual(['incident.tell'])
  expect((await placement.contact.get(`/incidents/${id}`)).body).toMatchObject({ state: 'open', dueAt: '2027-04-07T02:00:00.000Z', owed: ['guardian', 'school', 'unit', 'insurer'], can: { tell: true, close: false } })
  expect((await placement.student.get(`/incidents/${id}`)).body).toMatchObject({ can: { tell: false, measure: false, claim: false, close: false }, policies: [] })
  expect(await placement.contact.post(`/incidents/${id}/notices`, call('guardian', '2027-04-06T00:00:00Z'))).toMatchObject({ status: 422 })
  expect(await placement.contact.post(`/incidents/${id}/notices`, call('guardian', '2027-04-07T00:00:00Z'))).toMatchObject({ status: 422 })
  for (const whom of ['guardian', 'school', 'unit']) expect((await placement.supervisor.post(`/incidents/${id}/notices`, call(whom))).body).toEqual({ state: 'open' })
  expect((await placement.contact.post(`/incidents/${id}/notices`, call('insurer'))).body).toEqual({ state: 'told' })
  expect(await items(placement.contact)).toEqual(['incident.close'])
  expect(await placement.contact.post(`/incidents/${id}/closing`, { conclusion: '皮外伤，已上班。' })).toMatchObject({ status: 409, body: { code: 'incident_without_measure' } })
  expect((await placement.unit.post(`/incidents/${id}/measures`, { text: '冲床加装双手按钮。', doneOn: '2027-04-06' })).status).toBe(200)
  expect((await placement.contact.post(`/incidents/${id}/closing`, { conclusion: '皮外伤，已上班。' })).body).toEqual({ state: 'closed' })
  expect((await placement.contact.get(`/incidents/${id}`)).body).toMatchObject({ state: 'closed', late: false, toldAt: '2027-04-06T01:30:00.000Z', measures: [{ text: '冲床加装双手按钮。' }] })
  expect(await placement.contact.post(`/incidents/${id}/notices`, call('police'))).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
})

test('told after the 24 hours stays written as late', async () => {
  const placement = await made.placement()
  const { id } = (await placement.student.post(`/placements/${placement.id}/incidents`, { ...accident, kind: 'conflict' })).body
  world.moveTo('2027-04-07T04:00:00Z')
  for (const whom of ['guardian', 'school', 'unit']) await placement.contact.post(`/incidents/${id}/notices`, call(whom, '2027-04-07T03:00:00Z'))
  expect((await placement.contact.get('/incidents')).body.rows[0]).toMatchObject({ state: 'told', late: true })
  world.moveTo('2027-04-06T02:00:00Z')
})

test('an insurance claim goes step by step to its settlement', async () => {
  const placement = await made.placement()
  const { id } = (await placement.contact.post(`/placements/${placement.id}/incidents`, accident)).body
  const [policy] = (await placement.contact.get(`/incidents/${id}`)).body.policies
  const elsewhere = await made.placement()
  const other = await made.insurance(elsewhere)
  expect(await placement.contact.post(`/incidents/${id}/claims`, { policyId: other, reportedOn: '2027-04-06' })).toMatchObject({ status: 409, body: { code: 'policy_not_covering' } })
  const replies = await Promise.all([1, 2].map(() => placement.contact.post(`/incidents/${id}/claims`, { policyId: policy.id, claimed: 1200, reportedOn: '2027-04-06' })))
  expect(replies.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([[200, undefined], [409, 'claim_exists']])
  const claimId = replies.find(({ status }) => status === 200)!.body.id
  const step = (body: object) => placement.contact.post(`/incidents/${id}/claims/${claimId}/steps`, { onDay: '2027-04-06', ...body })
  expect(await step({ to: 'settled', paid: 1, payee: 'student' })).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  expect((await step({ to: 'documented', claimNumber: '示例案号 1' })).body).toEqual({ state: 'documented' })
  expect(await step({ to: 'assessed' })).toMatchObject({ status: 422 })
  await step({ to: 'assessed', approved: 1100 })
  await placement.contact.post(`/incidents/${id}/measures`, { text: '陪同就医。', doneOn: '2027-04-06' })
  for (const whom of ['guardian', 'school', 'unit', 'insurer']) await placement.contact.post(`/incidents/${id}/notices`, call(whom))
  expect(await placement.contact.post(`/incidents/${id}/closing`, { conclusion: '等赔付。。。' })).toMatchObject({ status: 409, body: { code: 'claim_open' } })
  expect((await step({ to: 'settled', paid: 1100, payee: 'student' })).body).toEqual({ state: 'settled' })
  expect((await placement.contact.get(`/incidents/${id}`)).body.claims).toMatchObject([{ state: 'settled', claimed: 1200, approved: 1100, paid: 1100, paidOn: '2027-04-06', payee: 'student', claimNumber: '示例案号 1', steps: [{ state: 'reported' }, { state: 'documented' }, { state: 'assessed' }, { state: 'settled' }], next: [] }])
  expect((await placement.unit.post(`/incidents/${id}/claims`, { policyId: policy.id, reportedOn: '2027-04-06' })).status).toBe(403)
})

test('nothing happens in the future or before the first day; a stranger sees nothing; as much is asked for one as for thirty', async () => {
  const placement = await made.placement()
  expect(await placement.student.post(`/placements/${placement.id}/incidents`, { ...accident, happenedAt: '2027-04-06T03:00:00Z' })).toMatchObject({ status: 422 })
  expect(await placement.student.post(`/placements/${placement.id}/incidents`, { ...accident, happenedAt: '2027-01-06T03:00:00Z' })).toMatchObject({ status: 422 })
  const { id } = (await placement.student.post(`/placements/${placement.id}/incidents`, accident)).body
  const stranger = await made.school()
  expect((await stranger.contact.get(`/incidents/${id}`)).status).toBe(404)
  const one = await countQueries(() => placement.contact.get('/incidents'))
  for (let n = 0; n < 29; n++) await placement.student.post(`/placements/${placement.id}/incidents`, accident)
  expect(await countQueries(() => placement.contact.get('/incidents?size=50'))).toBe(one)
})
