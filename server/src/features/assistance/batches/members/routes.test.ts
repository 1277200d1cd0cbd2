import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newAssistanceWorld, type AssistanceWorld } from '../../../../../test/assistance-world.ts'
import { countQueries } from '../../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'

let world: World
let made: AssistanceWorld
beforeAll(async () => {
  world = await newWorld()
  made = newAssistanceWorld(world)
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const fill = async (person: Person, seatId: string, studentIds: readonly string[]) => person.post(`/assistance/seats/${seatId}/members`, { studentIds: [...studentIds] })
const placementsOf = async (studentIds: readonly string[]) => (await world.db.selectFrom('placement').select('id').where('studentId', 'in', [...studentIds]).where('state', '<>', 'cancelled').execute()).length
// A test looks into rows freely; the contract is what proves their shape.
type Row = ReturnType<typeof JSON.parse>

test('who is placed, in the batch or too young is left out and said so', async () => {
  const batch = await made.batch('filled', { asked: 6 })
  const { school } = batch
  const [free, minor, young, away] = [await made.student(school), await made.student(school, { birthDate: '2010-01-10' }), await made.student(school, { birthDate: '2011-03-02' }), await made.student(school)]
  const elsewhere = await made.placement('draft', { school, student: away })
  const seat = await made.seatOf(school.contact, batch.id)
  const { rows, leftOut, cohorts, free: seats } = (await school.contact.get(`/assistance/seats/${seat.id}/candidates`)).body
  expect(rows.map(({ studentId, minor: isMinor, hasGuardian, hasAccount }: Row) => [studentId, isMinor, hasGuardian, hasAccount])).toEqual([[free.studentId, false, true, true], [minor.studentId, true, true, true]])
  expect(Object.fromEntries(leftOut.map(({ studentId, code }: Row) => [studentId, code]))).toEqual({ [batch.students[0]!.studentId]: 'in_batch', [batch.students[1]!.studentId]: 'in_batch', [young.studentId]: 'under_16', [away.studentId]: 'placed' })
  expect(leftOut.find(({ code }: Row) => code === 'placed').placementNumber).toBe(elsewhere.number)
  expect([seats, cohorts.map(({ id }: Row) => id)]).toEqual([4, [school.cohortId]])
  expect((await school.contact.get(`/assistance/seats/${seat.id}/candidates?q=${minor.name}`)).body.rows.length).toBe(1)
  expect((await school.contact.get(`/assistance/seats/${seat.id}/candidates?cohortId=00000000-0000-7000-8000-000000000000`)).body.rows).toEqual([])
})

test('what the law says is said of everybody at once, and nothing is half made', async () => {
  const batch = await made.batch('agreed', { asked: 6 })
  const { school } = batch
  const [good, young, away] = [await made.student(school), await made.student(school, { birthDate: '2011-03-02' }), await made.student(school)]
  await made.placement('draft', { school, student: away })
  const seat = await made.seatOf(school.contact, batch.id)
  const no = (await fill(school.contact, seat.id, [good, young, away].map(({ studentId }) => studentId))).body
  expect([no.code, no.details.count]).toEqual(['batch_students_refused', 2])
  const of = (id: string) => no.details.students.find(({ studentId }: Row) => studentId === id)
  expect(of(young.studentId)).toMatchObject({ code: 'rule_forbids', studentName: young.name, findings: [{ ruleId: '1.5', severity: 'block' }] })
  expect(of(away.studentId)).toMatchObject({ code: 'placement_exists' })
  expect(of(good.studentId)).toBeUndefined()
  expect(await placementsOf([good.studentId, young.studentId])).toBe(0)

  const strange = await made.student(await made.county())
  expect((await fill(school.contact, seat.id, [good.studentId, strange.studentId])).body.details.issues).toEqual([{ path: ['studentIds'], code: 'unknown' }])
  expect((await fill(school.contact, seat.id, [good.studentId])).body.made).toBe(1)
  expect((await fill(school.contact, seat.id, [good.studentId])).body.details.students).toMatchObject([{ code: 'in_batch' }])
  const terms = await world.db.selectFrom('placement').select(['startsOn', 'endsOn', 'postId', 'supervisorId']).where('studentId', '=', good.studentId).executeTakeFirstOrThrow()
  expect(terms).toEqual({ startsOn: '2027-03-01', endsOn: '2027-08-27', postId: batch.firm.postId, supervisorId: school.escortId })
  // Who has a seat keeps the batch from being cancelled, and the line from being taken back.
  expect((await batch.move(school.contact, 'cancel', { reason: '示例原因' })).body).toEqual({ code: 'batch_has_members', details: { members: 1 } })
  const now = await made.seatOf(school.contact, batch.id)
  expect((await school.contact.post(`/assistance/seats/${seat.id}/withdrawal`, { version: now.version, reason: '示例原因' })).body.code).toBe('batch_has_members')
})

test('confirmed seats are never exceeded, however many fill at once', async () => {
  const batch = await made.batch('agreed', { asked: 3 })
  const { school } = batch
  const students = await Promise.all([0, 1, 2, 3, 4, 5].map(() => made.student(school)))
  const seat = await made.seatOf(school.contact, batch.id)
  expect((await fill(school.contact, seat.id, students.slice(0, 4).map(({ studentId }) => studentId))).body).toEqual({ code: 'seats_short', details: { left: 3, wanted: 4 } })
  const replies = await Promise.all([0, 1, 2].map((at) => fill(school.contact, seat.id, students.slice(at * 2, at * 2 + 2).map(({ studentId }) => studentId))))
  expect(replies.map(({ status, body }) => (status === 200 ? 'made' : body.code)).toSorted()).toEqual(['made', 'seats_short', 'seats_short'])
  expect([(await made.view(school.contact, batch.id)).members, await placementsOf(students.map(({ studentId }) => studentId))]).toEqual([2, 2])

  // The same student for two batches at once: in one place at a time.
  const [one, other] = [await made.batch('agreed', { school }), await made.batch('agreed', { school })]
  const seats = [await made.seatOf(school.contact, one.id), await made.seatOf(school.contact, other.id)]
  const free = await made.student(school)
  const both = await Promise.all(seats.map(({ id }) => fill(school.contact, id, [free.studentId])))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(await placementsOf([free.studentId])).toBe(1)

  // Two people of the firm answer at once: one answer stands.
  const asked = await made.batch('asked', { school, firms: [batch.firm] })
  const answers = await Promise.all([made.yes(4), { answer: 'decline', reason: '示例原因' }].map((given) => asked.answer(batch.firm, given)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
  // Filled while it is cancelled: one of both, and never a student in a cancelled batch.
  const late = await made.student(school)
  const line = await made.seatOf(school.contact, other.id)
  const [cancelled, filled] = await Promise.all([other.move(school.contact, 'cancel', { reason: '示例原因' }), fill(school.contact, line.id, [late.studentId])])
  expect([cancelled.status, filled.status].toSorted()).toEqual([200, 409])
  // Two firms answer the two lines of a batch at once: it is agreed.
  const pair = await made.batch('asked', { school, firms: [batch.firm, await made.firm()] })
  await Promise.all(pair.firms.map((firm) => pair.answer(firm, made.yes(4))))
  expect((await made.view(school.contact, pair.id)).state).toBe('agreed')
  // Two tabs open the filing: once.
  const tabs = await Promise.all([0, 1].map(() => school.contact.post(`/assistance/batches/${batch.id}/filing`)))
  expect(tabs.map(({ status, body }) => (status === 200 ? 'opened' : body.code)).toSorted()).toEqual(['nothing_to_file', 'opened'])
})

test('the database itself refuses what must never be', async () => {
  const batch = await made.batch('filled', { asked: 2 })
  const seat = await made.seatOf(batch.school.contact, batch.id)
  const other = await made.batch('agreed', { school: batch.school, firms: [batch.firm], asked: 1 })
  const otherSeat = await made.seatOf(batch.school.contact, other.id)
  const now = world.now()
  const one = await made.placement('draft', { school: batch.school, firm: batch.firm, postId: batch.firm.postId })
  const elsewhere = await made.placement('draft', { school: batch.school, firm: batch.firm })
  const member = (placement: { id: string; studentId: string }, of: { batchId: string; seatId: string }) => world.db.insertInto('assistanceMember').values({ placementId: placement.id, studentId: placement.studentId, createdAt: now, ...of }).execute()
  await expect(member(one, { batchId: batch.id, seatId: seat.id })).rejects.toMatchObject({ constraint: 'assistance_member_seats' })
  await expect(member(elsewhere, { batchId: other.id, seatId: otherSeat.id })).rejects.toMatchObject({ constraint: 'assistance_member_placement' })
  await expect(member({ id: batch.placements[0]!, studentId: batch.students[0]!.studentId }, { batchId: other.id, seatId: otherSeat.id })).rejects.toMatchObject({ constraint: 'assistance_member_pkey' })
  await expect(world.db.updateTable('assistanceSeat').set({ confirmed: 3 }).where('id', '=', seat.id).execute()).rejects.toMatchObject({ constraint: 'assistance_seat_confirmed' })
  await expect(world.db.updateTable('assistanceSeat').set({ confirmed: 1, reason: '示例原因' }).where('id', '=', seat.id).execute()).rejects.toMatchObject({ constraint: 'assistance_member_seats' })
  await expect(world.db.updateTable('assistanceSeat').set({ confirmed: 1 }).where('id', '=', otherSeat.id).execute()).resolves.toBeDefined()
  await expect(world.db.updateTable('assistanceBatch').set({ schoolId: (await made.school()).id }).where('id', '=', batch.id).execute()).rejects.toMatchObject({ constraint: 'assistance_batch_county' })
})

test('who is cancelled gives the seat back; who changes to another firm goes on in the batch, without a line', async () => {
  const batch = await made.batch('filled', { asked: 2 })
  const { school, placements, students } = batch
  const seat = await made.seatOf(school.contact, batch.id)
  await world.db.updateTable('placement').set({ state: 'cancelled', reason: '示例' }).where('id', '=', placements[0]!).execute()
  // At once, not only by night: the school fills the seat again, also with the same student.
  expect((await fill(school.contact, seat.id, [students[0]!.studentId])).body.made).toBe(1)
  expect((await made.view(school.contact, batch.id)).members).toBe(2)

  await made.begin([placements[1]!])
  const away = await made.firm()
  await world.db.updateTable('placement').set({ state: 'changed', reason: '示例', endedOn: '2027-04-30', endedAt: world.now() }).where('id', '=', placements[1]!).execute()
  const next = await made.placement('active', { school, firm: away, student: students[1]!, placement: { previousId: placements[1]! } })
  world.moveTo('2027-05-03T18:25:00Z')
  await world.task('watch_assistance')
  const people = (await made.view(school.contact, batch.id)).people
  expect(people.find(({ studentId }: Row) => studentId === students[1]!.studentId)).toMatchObject({ placementId: next.id, seatId: null, firmName: away.name })
  // The firm where they are now was never asked in this batch.
  expect((await away.contact.get(`/assistance/batches/${batch.id}`)).status).toBe(404)
  expect((await made.view(batch.firm.contact, batch.id)).people.map(({ studentId }: Row) => studentId)).toEqual([students[0]!.studentId])
})

test('the list and the students come out as workbooks, as far as one may see', async () => {
  const batch = await made.batch('filled', { asked: 3 })
  const read = async (person: Person, path: string, known: string[]) => {
    const { status, body } = await person.get(path)
    if (status !== 200) return status
    const table = await readTable(body, '批次.xlsx', { known })
    if ('fault' in table) throw new Error(table.fault)
    return [table.rows.length, known.every((column) => JSON.stringify(table).includes(column))]
  }
  const inside = ['实习编号', '学生', '学号', '还缺', '备案文号']
  expect(await read(batch.school.contact, `/assistance/batches/${batch.id}/export`, inside)).toEqual([2, true])
  expect(await read(batch.firm.contact, `/assistance/batches/${batch.id}/export`, inside)).toEqual([2, false])
  expect(await read(batch.school.contact, '/assistance/batches/export', ['批次', '编号', '学校', '状态'])).toEqual([1, true])
  expect(await read((await made.county()).contact, '/assistance/batches/export', ['批次'])).toEqual([0, true])
  expect(await read(await world.person('official'), '/assistance/batches/export', [])).toBe(403)
})

test('list and page ask as often for thirty as for one', async () => {
  const batch = await made.batch('filled', { asked: 30, students: 1 })
  const { school } = batch
  const page = () => made.view(school.contact, batch.id)
  const list = () => school.contact.get('/assistance/batches?size=100')
  await page()
  await list()
  const [one, first] = [await countQueries(page), await countQueries(list)]
  const seat = await made.seatOf(school.contact, batch.id)
  const more = await Promise.all(Array.from({ length: 29 }, () => made.student(school)))
  expect((await fill(school.contact, seat.id, more.map(({ studentId }) => studentId))).body.made).toBe(29)
  for (let at = 0; at < 5; at++) await made.batch('planning', { school, firms: [batch.firm] })
  expect([await countQueries(page), await countQueries(list)]).toEqual([one, first])
})
