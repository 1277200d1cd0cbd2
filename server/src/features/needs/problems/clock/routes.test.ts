import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newMember } from '../../../../../test/members-world.ts'
import { newProblem, problemForm } from '../../../../../test/problems-world.ts'
import { loadCodes } from '../../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'
import { inTransaction } from '../../../../kernel/db.ts'
import { enqueue } from '../../../../kernel/outbox.ts'
import { watchProblems } from './service.ts'

let world: World
let office: Person
let official: Person
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
  office = await world.person('secretariat')
  official = await world.person('official')
  await newMember(world, official.organisationId)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const watch = () => watchProblems(world.db, world.now())
const timeline = async (id: string) => (await office.get(`/problems/${id}/history`)).body.rows.map(({ event, details }: { event: string; details: Record<string, unknown> }) => (event === 'problem.escalated' ? `${event} ${String(details['level'])}` : event))
const itemsOf = async (person: Person, id: string) => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)

test('nobody answers: the office is told after ten working days, the authority after fifteen, and each once', async () => {
  const { id } = await newProblem(world)
  world.moveTo('2026-12-07T09:59:59Z')
  await watch()
  expect(await timeline(id)).toEqual(['problem.raised', 'problem.submitted', 'problem.opened'])

  world.moveTo('2026-12-07T10:00:00Z')
  await watch()
  await watch()
  expect([(await timeline(id)).at(-1), await itemsOf(office, id), await itemsOf(official, id)]).toEqual(['problem.escalated 1', ['problem.overdue'], []])

  world.moveTo('2026-12-14T10:00:00Z')
  await Promise.all([watch(), watch()])
  expect((await timeline(id)).filter((line: string) => line.startsWith('problem.escalated'))).toEqual(['problem.escalated 1', 'problem.escalated 2'])
  expect(await itemsOf(official, id)).toEqual(['problem.escalated'])
  expect((await official.get(`/problems/${id}`)).body).toMatchObject({ escalation: 2, privateDetails: null, next: { who: 'authority' }, can: { instruct: true } })

  expect((await official.post(`/problems/${id}/instructions`, { text: '请狮山镇科技办三天内联系提出单位。' })).status).toBe(200)
  expect(await itemsOf(official, id)).toEqual([])
  const { rows } = (await official.get(`/problems/${id}/history`)).body
  expect(rows.at(-1)).toMatchObject({ event: 'problem.instructed', details: { reason: '请狮山镇科技办三天内联系提出单位。' } })
})

test('a holiday is no working day, and a Saturday worked instead of it is one', async () => {
  world.moveTo('2026-09-24T06:00:00Z')
  const { id } = await newProblem(world, 'open', { wantedBy: null, validUntil: '2027-05-31' })
  // 25 September and 1–7 October are free, Saturday 10 October is worked: 28, 29, 30, 8, 9, 10, 12, 13, 14, 15.
  expect((await office.get(`/problems/${id}`)).body.answerDueAt).toBe('2026-10-15T10:00:00.000Z')
})

test('a need verified late already has its clock from submission on', async () => {
  const { id } = await newProblem(world, 'submitted')
  world.moveTo('2026-12-07T10:00:00Z')
  await watch()
  expect([(await timeline(id)).at(-1), (await office.get(`/problems/${id}`)).body.state]).toEqual(['problem.escalated 1', 'submitted'])
})

test('an asker who does not confirm is asked about by the office, and the authority is left alone', async () => {
  const { id } = await newProblem(world, 'settling')
  world.moveTo('2027-01-15T10:00:00Z')
  await watch()
  expect([await itemsOf(office, id), await itemsOf(official, id), (await office.get(`/problems/${id}`)).body]).toMatchObject([['problem.unconfirmed'], [], { state: 'settling', escalation: 1 }])
})

test('past its day it is expired, both are told, and their decision stands in the history', async () => {
  const { id, firm } = await newProblem(world, 'open', { wantedBy: null, validUntil: '2026-11-30' })
  world.moveTo('2026-11-30T15:59:59Z')
  await watch()
  expect((await office.get(`/problems/${id}`)).body.state).toBe('open')
  world.moveTo('2026-11-30T16:00:00Z')
  await watch()
  await watch()
  expect((await firm.contact.get(`/problems/${id}`)).body).toMatchObject({ state: 'expired', escalation: 2, answerDueAt: null, can: { withdraw: false, prolong: false } })
  expect([await itemsOf(office, id), await itemsOf(official, id), (await timeline(id)).at(-1)]).toEqual([['problem.expired'], ['problem.expired'], 'problem.expired'])
  expect(await itemsOf(firm.contact, id)).toEqual(['problem.ran_out'])
  await office.post(`/problems/${id}/instructions`, { text: '已请提出单位按新目标重新提。' })
  expect([await itemsOf(office, id), await itemsOf(official, id)]).toEqual([[], ['problem.expired']])
})

test('an answered need does not expire: the talks have a clock of their own', async () => {
  const { id } = await newProblem(world, 'settling', { wantedBy: null, validUntil: '2026-11-30' })
  world.moveTo('2026-12-01T02:00:00Z')
  await watch()
  expect((await office.get(`/problems/${id}`)).body.state).toBe('settling')
})

test('nothing is decided about a need that nobody escalated, nor by an official of elsewhere', async () => {
  const { id } = await newProblem(world)
  expect((await office.post(`/problems/${id}/instructions`, { text: '督办' })).body.code).toBe('wrong_state')
  expect((await (await world.person('official')).post(`/problems/${id}/instructions`, { text: '督办' })).status).toBe(403)
})

test('a run that breaks off at one need leaves whole steps of the others, and the next run does the rest', async () => {
  const needs = [await newProblem(world), await newProblem(world), await newProblem(world)]
  world.moveTo('2026-12-07T10:00:00Z')
  const told = async () => Promise.all(needs.map(async ({ id }) => [(await timeline(id)).filter((line: string) => line.startsWith('problem.escalated')).length, (await itemsOf(office, id)).includes('problem.overdue')]))
  // The last thing that is written about the second fails, after its inbox item.
  await sql`create function breaks_off() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`.execute(world.db)
  await sql.raw(`create trigger breaks_off before update on problem for each row when (new.escalation = 1 and new.need_id = '${needs[1]!.id}') execute function breaks_off()`).execute(world.db)
  await expect(watch()).rejects.toThrow('killed')
  expect(await told()).toEqual([[1, true], [0, false], [1, true]])

  await sql`drop trigger breaks_off on problem`.execute(world.db)
  await inTransaction(world.db, (tx) => enqueue(tx, 'watch_problems', {}))
  await inTransaction(world.db, (tx) => enqueue(tx, 'watch_problems', {}))
  await world.work()
  expect(await told()).toEqual([[1, true], [1, true], [1, true]])
})

test('an alliance without an authority says so, and its office keeps it', async () => {
  const other = await world.db.insertInto('alliance').values({ code: 'ELSE', kind: 'specialty', name: '示例专业联盟', nameEn: 'Another' }).returning('id').executeTakeFirstOrThrow()
  const elsewhere = await world.person('secretariat', { allianceId: other.id })
  const firm = await world.person('enterprise_contact')
  await world.db.insertInto('membership').values({ allianceId: other.id, organisationId: firm.organisationId, state: 'active', certificateNumber: 'ELSE-1' }).execute()
  const { body } = await firm.post('/problems', problemForm())
  await firm.post(`/problems/${body.id}/moves`, { action: 'submit', version: 1 })
  await elsewhere.post(`/problems/${body.id}/moves`, { action: 'verify', version: 2 })
  world.moveTo('2026-12-21T10:00:00Z')
  await watch()
  const { rows } = (await elsewhere.get(`/problems/${body.id}/history`)).body
  expect(rows.slice(-2).map(({ details }: { details: unknown }) => details)).toMatchObject([{ level: 1 }, { level: 2, toldAuthority: false }])
  expect([await itemsOf(elsewhere, body.id), (await elsewhere.get(`/problems/${body.id}`)).body.next.who]).toEqual([['problem.overdue'], 'office'])
})
