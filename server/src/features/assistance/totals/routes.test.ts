import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { allYes, newAssistanceWorld, type AssistanceWorld } from '../../../../test/assistance-world.ts'
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
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

// A test looks into rows freely; the contract is what proves their shape.
type Row = ReturnType<typeof JSON.parse>
const totals = async (person: Person, query = '') => (await person.get(`/assistance/totals${query}`)).body
const rowOf = async (person: Person, county: string, year = 2027) => (await totals(person, `?year=${year}`)).rows.find((row: Row) => row.county === county)

test('every figure comes from records: seats, students, consents, filings, checks, stays, teachers, resources', async () => {
  const batch = await made.batch('filled', { students: 3, asked: 5 })
  const { school, firm, placements, students, id } = batch
  const of = (person: Person) => rowOf(person, '522632')
  expect(await of(school.contact)).toMatchObject({ batches: 1, seatsAsked: 5, seatsConfirmed: 5, members: 3, placed: 0, consented: 0, filed: 0, checksDue: 0, open: true })
  const { filingId } = (await school.contact.post(`/assistance/batches/${id}/filing`)).body
  await world.db.updateTable('placementFiling').set({ state: 'filed', filingNumber: '示例备〔2027〕1 号', filedOn: '2027-01-20', consentNumber: '示例函〔2027〕1 号', consentOn: '2027-01-15' }).where('id', '=', filingId).execute()
  await made.begin(placements)
  expect(await of(school.contact)).toMatchObject({ placed: 3, consented: 3, filed: 3 })

  // Two weeks are over: six checks owed, three made, one of them late.
  const write = (placementId: string, weekOn: string) => school.escort.put(`/assistance/placements/${placementId}/checks/${weekOn}`, { answers: allYes, level: 'fine', version: 0 })
  world.moveTo('2027-03-05T02:00:00Z')
  for (const one of placements.slice(0, 2)) expect((await write(one, '2027-03-01')).status).toBe(200)
  world.moveTo('2027-03-15T02:00:00Z')
  expect((await write(placements[2]!, '2027-03-08')).status).toBe(200)
  expect(await of(school.contact)).toMatchObject({ checksDue: 6, checksOnTime: 2 })

  world.moveTo('2027-09-02T02:00:00Z')
  await world.task('watch_assistance')
  const stays = await world.db.selectFrom('assistanceStay').select(['id', 'studentId']).where('batchId', '=', id).where('months', '=', 6).execute()
  const stayOf = (at: number) => stays.find(({ studentId }) => studentId === students[at]!.studentId)!.id
  await students[0]!.post(`/my/stays/${stayOf(0)}`, { answer: 'employed' })
  await students[1]!.post(`/my/stays/${stayOf(1)}`, { answer: 'left', code: 'distance' })
  expect((await of(school.contact)).stay6).toEqual({ due: 3, asked: 3, answered: 2, stayed: 1 })

  const nanhai = await made.school()
  await newMember(world, nanhai.id)
  world.moveTo('2027-09-06T02:00:00Z')
  const exchange = (await nanhai.contact.post('/assistance/exchanges', { teacherId: nanhai.teacherId, hostId: school.id, purpose: 'teaching', subject: '数控车削实训', startsOn: '2027-09-06', endsOn: '2027-09-20' })).body.id
  const move = async (person: Person, action: string, version: number, more = {}) => expect((await person.post(`/assistance/exchanges/${exchange}/moves`, { action, version, ...more })).status).toBe(200)
  await move(school.contact, 'accept', 1)
  await move(school.contact, 'start', 2)
  expect(await of(school.contact)).toMatchObject({ teachersTo: 1, daysTo: 0, teachersFrom: 0 })
  await nanhai.supervisor.put(`/assistance/exchanges/${exchange}/report`, { report: '带了两个班的数控车削实训。', version: 3 })
  world.moveTo('2027-09-21T02:00:00Z')
  await move(school.contact, 'finish', 4, { days: 11 })
  const give = async (change: Record<string, unknown>) => (await firm.contact.post('/assistance/resources', { receiverId: school.id, kind: 'equipment', name: '示例设备', quantity: 3, unit: '台', value: 90_000, givenOn: '2027-09-10', ...change })).body.id
  const [lathes] = [await give({}), await give({ kind: 'courseware', unit: '套' })]
  expect((await of(school.contact)).resourcesReceived).toBe(0)
  await school.contact.post(`/assistance/resources/${lathes}/moves`, { action: 'receive', version: 1, quantity: 2, receivedOn: '2027-09-12' })
  expect(await of(school.contact)).toMatchObject({ teachersTo: 1, daysTo: 11, resourcesReceived: 1, resourcesValue: 60_000, resources: [{ kind: 'equipment', count: 1, value: 60_000 }] })
})

test('one or two people are told only to those who may open the rows; no sum gives them away', async () => {
  const [small, large] = [await made.batch('begun', { school: await made.county('522633'), students: 2 }), await made.batch('begun', { school: await made.county('522635'), students: 3 })]
  const [office, official] = [await world.person('secretariat'), await world.person('official')]
  const placed = async (person: Person) => {
    const { rows, sum } = await totals(person, '?year=2027')
    const of = (county: string) => rows.find((row: Row) => row.county === county)
    return [of('522633').placed, of('522633').open, of('522635').placed, of('522635').open, sum.placed === null]
  }
  expect(await placed(office)).toEqual([2, true, 3, true, false])
  expect(await placed(official)).toEqual([null, false, 3, false, true])
  expect(await placed(small.school.contact)).toEqual([2, true, 3, false, false])
  expect(await placed(large.school.contact)).toEqual([null, false, 3, true, true])
  // A teacher of the school and the firm see what is shared.
  expect(await placed(small.school.escort)).toEqual([null, false, 3, false, true])
  expect(await placed(small.firm.contact)).toEqual([null, false, 3, false, true])
  for (const nobody of [small.students[0]!, await world.person('mentor', { organisationId: small.firm.id })]) expect((await totals(nobody)).code).toBe('not_allowed')
  // A second school of the county, and neither opens what is of both.
  await made.batch('asked', { school: await made.county('522633') })
  expect((await placed(small.school.contact)).slice(0, 2)).toEqual([null, false])

  const cells = async (person: Person) => {
    const table = await readTable((await person.get('/assistance/totals/export?year=2027')).body, '总览.xlsx', { known: ['县', '年份', '已到岗'] })
    return JSON.stringify('fault' in table ? table.fault : table.rows)
  }
  expect([(await cells(official)).includes('少于 3'), (await cells(office)).includes('少于 3')]).toEqual([true, false])
})

test('who may do what stands beside the figures', async () => {
  const batch = await made.batch('agreed')
  const can = async (person: Person) => Object.entries((await totals(person)).can).flatMap(([what, may]) => (may ? [what] : []))
  expect(await can(batch.school.contact)).toEqual(['batches', 'checks', 'stays', 'exchanges', 'resources', 'planBatch', 'proposeExchange', 'giveResource'])
  expect(await can(batch.school.escort)).toEqual(['batches', 'checks', 'stays', 'exchanges', 'care'])
  expect(await can(batch.firm.contact)).toEqual(['batches', 'resources', 'giveResource'])
  expect(await can(await world.person('official'))).toEqual([])
  expect(await can((await made.school()).contact)).toEqual(['exchanges', 'resources', 'proposeExchange', 'giveResource'])
})

test('the figures ask as often for many batches as for one', async () => {
  const office = await world.person('secretariat')
  await totals(office)
  const one = await countQueries(() => totals(office))
  const school = await made.county('522636')
  const firm = await made.firm()
  for (let at = 0; at < 4; at++) await made.batch('asked', { school, firms: [firm] })
  expect(await countQueries(() => totals(office))).toBe(one)
})
