import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { kindsOf, newAssistanceWorld, type AssistanceWorld } from '../../../../test/assistance-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

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

test('from the plan to the last day: firms answer, placements are drafted by law, the rest is read from them', async () => {
  const [school, firm, shy] = [await made.county(), await made.firm(), await made.firm()]
  const batch = await made.batch('planning', { school, firms: [firm, shy] })
  expect((await school.contact.get(`/assistance/batches/${batch.id}`)).body).toMatchObject({ state: 'planning', asked: 8, confirmed: 0, side: 'school', can: { ask: true, cancel: true, addSeat: true, file: false } })
  // Nobody was asked: a firm knows nothing of it.
  expect((await firm.contact.get(`/assistance/batches/${batch.id}`)).status).toBe(404)

  expect((await batch.move(school.contact, 'ask')).body.state).toBe('asked')
  const seat = await made.seatOf(firm.contact, batch.id)
  expect([await kindsOf(firm.contact, seat.id), seat.can.answer, seat.answerDueAt]).toEqual([['assistance_seat.answer'], true, '2026-12-07T10:00:00.000Z'])
  const fewer = (await batch.answer(firm, made.yes(2))).body
  expect([fewer.code, fewer.details.issues]).toEqual(['invalid_input', [{ path: ['reason'], code: 'missing' }]])
  expect((await batch.answer(firm, made.yes(2, { reason: '宿舍只有一间空着' }))).body).toMatchObject({ state: 'confirmed', batchState: 'asked' })
  expect((await batch.answer(shy, { answer: 'decline' })).body.details.issues).toEqual([{ path: ['reason'], code: 'missing' }])
  expect((await batch.answer(shy, { answer: 'decline', reason: '这一季订单不足' })).body.batchState).toBe('agreed')
  expect([await kindsOf(firm.contact, seat.id), await kindsOf(school.contact, seat.id)]).toEqual([[], ['assistance_seat.fill']])

  const students = [await made.student(school), await made.student(school)]
  const filled = await school.contact.post(`/assistance/seats/${seat.id}/members`, { studentIds: students.map(({ studentId }) => studentId) })
  expect(filled.body.made).toBe(2)
  expect(await kindsOf(school.contact, seat.id)).toEqual([])
  const before = await made.view(school.contact, batch.id)
  expect(before).toMatchObject({ members: 2, confirmed: 2, can: { file: true, cancel: true } })
  const steps = Object.fromEntries(before.people[0].steps.map(({ step, done }: Row) => [step, done]))
  expect(steps).toEqual({ vet: false, consent: false, sign: false, file: false, insure: false, train: false, activate: false })
  expect(before.people[0].steps.find(({ step }: Row) => step === 'file').missing).toMatchObject([{ ruleId: '1.42', who: 'authority', severity: 'block' }])

  const { filingId } = (await school.contact.post(`/assistance/batches/${batch.id}/filing`)).body
  const filing = (await school.contact.get(`/placement-filings/${filingId}`)).body
  expect([filing.kind, filing.escortId, filing.authority, filing.placements.length]).toEqual(['cross_province', school.escortId, '示例县教育和科技局', 2])
  expect((await school.contact.post(`/assistance/batches/${batch.id}/filing`)).body.code).toBe('nothing_to_file')
  expect((await made.view(school.contact, batch.id)).filings).toMatchObject([{ id: filingId, state: 'preparing', members: 2 }])

  const ids = filled.body.placements.map(({ id }: { id: string }) => id)
  await made.begin(ids)
  world.moveTo('2027-03-01T01:05:00Z')
  await world.task('follow_batches')
  expect(await made.view(school.contact, batch.id)).toMatchObject({ state: 'running', escortSignsIn: true, can: { cancel: false, file: false } })
  await world.db.updateTable('placement').set({ state: 'ended_early', reason: '示例', endedOn: '2027-05-31', endedAt: world.now() }).where('id', '=', ids[0]).execute()
  await world.task('watch_assistance')
  expect((await made.view(school.contact, batch.id)).state).toBe('running')
  await world.db.updateTable('placement').set({ state: 'assessed', assessedAt: world.now() }).where('id', '=', ids[1]).execute()
  await world.task('watch_assistance')
  expect((await made.view(school.contact, batch.id)).state).toBe('finished')
  const events = (await school.contact.get(`/assistance/batches/${batch.id}/history`)).body.rows.map(({ event }: { event: string }) => event)
  expect(events.filter((event: string) => event.startsWith('assistance_batch'))).toEqual(['assistance_batch.planned', 'assistance_batch.asked', 'assistance_batch.agreed', 'assistance_batch.filing_opened', 'assistance_batch.started', 'assistance_batch.finished'])
  expect(events).toContain('assistance_seat.declined')
})

test('each side sees its own: another firm, another county, another teacher, the official and the student see none of it', async () => {
  const [firm, rival] = [await made.firm(), await made.firm()]
  const batch = await made.batch('filled', { firms: [firm, rival] })
  const paths = [`/assistance/batches/${batch.id}`, `/assistance/batches/${batch.id}/export`]
  const statuses = async (person: Person) => Promise.all(paths.map(async (path) => (await person.get(path)).status))
  const [neighbour, official, student, stranger] = [await made.county('522633'), await world.person('official'), batch.students[0]!, await made.firm()]
  for (const nobody of [neighbour.contact, neighbour.escort, batch.school.other, official, student, stranger.contact, await world.person('mentor', { organisationId: firm.id })]) expect(await statuses(nobody)).toEqual([404, 404])
  const office = await world.person('secretariat')
  for (const somebody of [batch.school.contact, batch.school.escort, firm.contact, office]) expect(await statuses(somebody)).toEqual([200, 200])

  const found = async (person: Person) => (await person.get(`/assistance/batches?q=${batch.number}`)).body
  expect((await found(neighbour.contact)).total).toBe(0)
  expect((await found(batch.school.other)).total).toBe(0)
  expect([(await found(official)).code, (await found(student)).code]).toEqual(['not_allowed', 'not_allowed'])
  // A firm: its line, its students, no step, no filing, no check, and not what the others do.
  const [ours, theirs] = [await made.view(firm.contact, batch.id), await made.view(rival.contact, batch.id)]
  expect([ours.seats.length, ours.asked, ours.members, ours.people.length]).toEqual([1, 4, 2, 2])
  expect([theirs.seats.length, theirs.asked, theirs.members, theirs.people]).toEqual([1, 4, 0, []])
  expect(ours.people[0]).toMatchObject({ steps: [], filing: null, lastCheck: null })
  expect(JSON.stringify(ours)).not.toContain('guardian')
  expect((await firm.contact.get(`/assistance/batches/${batch.id}/history`)).body.code).toBe('not_allowed')
  expect((await found(firm.contact)).rows).toMatchObject([{ asked: 4, confirmed: 4, members: 2 }])
  for (const person of [neighbour.contact, rival.contact, official]) expect(JSON.stringify((await person.get(`/search?q=${encodeURIComponent(batch.students[0]!.name)}`)).body)).not.toContain(batch.placements[0])

  // Nor does anybody but the two sides act on a line.
  const seat = await made.seatOf(batch.school.contact, batch.id)
  for (const person of [neighbour.contact, rival.contact, official]) expect((await person.post(`/assistance/seats/${seat.id}/answer`, { answer: 'decline', reason: '示例原因', version: 1 })).status).toBe(404)
  for (const person of [office, batch.school.contact]) expect((await person.post(`/assistance/seats/${seat.id}/answer`, { answer: 'decline', reason: '示例原因', version: 1 })).body.code).toBe('not_allowed')
  for (const person of [office, firm.contact, batch.school.escort]) expect((await person.post(`/assistance/seats/${seat.id}/members`, { studentIds: [student.studentId] })).body.code).toBe('not_allowed')
  expect((await firm.contact.get(`/assistance/seats/${seat.id}/candidates`)).body.code).toBe('not_allowed')
})

test('only a county school plans, with its own teacher, published posts and days in order; all faults at once', async () => {
  const [school, firm] = [await made.county(), await made.firm()]
  const nanhai = await made.school()
  expect((await nanhai.contact.post('/assistance/batches', made.form({ escortId: nanhai.teacherId }))).body.code).toBe('not_a_county_school')
  expect((await firm.contact.post('/assistance/batches', made.form(school))).body.code).toBe('not_allowed')
  expect((await school.contact.post('/assistance/batches', made.form({ escortId: nanhai.teacherId }, { endsOn: '2027-02-01' }))).body.details.issues).toEqual([{ path: ['endsOn'], code: 'out_of_order' }, { path: ['escortId'], code: 'unknown' }])
  const closed = await made.post(firm)
  await world.db.updateTable('need').set({ state: 'closed', closeReason: 'filled', closedAt: world.now() } as never).where('id', '=', closed).execute()
  const seats = [{ postId: firm.postId, asked: 2 }, { postId: firm.postId, asked: 1 }, { postId: closed, asked: 1 }]
  expect((await school.contact.post('/assistance/batches', made.form(school, { seats }))).body.details.issues).toEqual([{ path: ['seats', 1, 'postId'], code: 'twice' }, { path: ['seats', 2, 'postId'], code: 'unknown' }])
  const posts = (await school.contact.get(`/assistance/posts?q=${encodeURIComponent(firm.name)}`)).body
  expect(posts.rows.map(({ id }: { id: string }) => id)).toEqual([firm.postId])
  expect((await nanhai.contact.get('/assistance/posts')).body.code).toBe('not_a_county_school')
})

test('a line that is answered stays answered; what waits for whom moves with it', async () => {
  const [school, firm, late] = [await made.county(), await made.firm(), await made.firm()]
  const empty = await made.batch('planning', { school, firms: [] })
  expect((await empty.move(school.contact, 'ask')).body.code).toBe('batch_without_seats')
  const past = await made.batch('planning', { school, firms: [firm], change: { startsOn: '2026-11-23' } })
  expect((await past.move(school.contact, 'ask')).body).toEqual({ code: 'batch_start_past', details: { startsOn: '2026-11-23' } })

  const batch = await made.batch('asked', { school, firms: [firm] })
  expect((await school.contact.patch(`/assistance/batches/${batch.id}`, { startsOn: '2027-03-08', version: await batch.version() })).body.code).toBe('wrong_state')
  expect((await school.contact.patch(`/assistance/batches/${batch.id}`, { contactName: '示例主任', version: await batch.version() })).status).toBe(200)
  expect((await school.contact.patch(`/assistance/batches/${batch.id}`, { contactName: '示例主任', version: 1 })).body.code).toBe('changed_meanwhile')
  expect((await school.contact.post(`/assistance/batches/${batch.id}/seats`, { postId: firm.postId, asked: 1 })).body.code).toBe('seat_exists')
  // Declined: the school is told, and asks another; that firm is asked at once.
  const seat = await made.seatOf(firm.contact, batch.id)
  expect((await batch.answer(firm, { answer: 'decline', reason: '这一季订单不足' })).body).toMatchObject({ state: 'declined', batchState: 'asked' })
  expect((await batch.answer(firm, made.yes(4))).body.code).toBe('wrong_state')
  expect(await kindsOf(school.contact, seat.id)).toEqual(['assistance_seat.declined'])
  const { id: second } = (await school.contact.post(`/assistance/batches/${batch.id}/seats`, { postId: late.postId, asked: 3 })).body
  expect([await kindsOf(school.contact, seat.id), await kindsOf(late.contact, second)]).toEqual([[], ['assistance_seat.answer']])
  const changed = await school.contact.patch(`/assistance/seats/${second}`, { asked: 5, version: (await made.seatOf(late.contact, batch.id)).version })
  expect(changed.status).toBe(200)
  // The firm reads what is asked of it now, until the same day as before.
  const item = (await late.contact.get('/inbox?size=100')).body.rows.find(({ subjectId }: Row) => subjectId === second)
  expect([item.params.asked, item.dueAt]).toEqual([5, '2026-12-07T10:00:00.000Z'])
  expect((await late.contact.post(`/assistance/seats/${second}/answer`, { ...made.yes(3), version: changed.body.version - 1 })).body.code).toBe('changed_meanwhile')
  expect((await batch.answer(late, made.yes(6))).body.details.issues).toEqual([{ path: ['confirmed'], code: 'over_asked' }])

  // Ten working days, and the office is told; the answer closes it.
  const office = await world.person('secretariat')
  world.moveTo('2026-12-07T18:25:00Z')
  await world.task('watch_assistance')
  expect(await kindsOf(office, second)).toEqual(['assistance_seat.overdue'])
  expect((await batch.answer(late, { ...made.yes(5), contactPhone: undefined })).body.details.issues).toEqual([{ path: ['contactPhone'], code: 'missing' }])
  expect((await batch.answer(late, made.yes(5))).body.batchState).toBe('agreed')
  expect(await kindsOf(office, second)).toEqual([])
  expect((await school.contact.post(`/assistance/batches/${batch.id}/seats`, { postId: firm.postId, asked: 1 })).body.code).toBe('wrong_state')

  expect((await batch.move(school.contact, 'cancel')).body.code).toBe('reason_needed')
  expect((await batch.move(school.contact, 'cancel', { reason: '学校停办这个班' })).body.state).toBe('cancelled')
  expect((await made.view(school.contact, batch.id)).seats.map(({ state }: Row) => state)).toEqual(['declined', 'withdrawn'])
})

test('the last of a batch’s lines may be taken back: then what was answered is what was agreed', async () => {
  const [school, firm, silent] = [await made.county(), await made.firm(), await made.firm()]
  const batch = await made.batch('asked', { school, firms: [firm, silent] })
  await batch.answer(firm, made.yes(4))
  const seat = (await made.view(school.contact, batch.id)).seats.find(({ organisationId }: Row) => organisationId === silent.id)
  expect((await school.contact.post(`/assistance/seats/${seat.id}/withdrawal`, { version: seat.version })).body.code).toBe('reason_needed')
  expect((await school.contact.post(`/assistance/seats/${seat.id}/withdrawal`, { version: seat.version, reason: '一直联系不上' })).body).toMatchObject({ state: 'withdrawn', batchState: 'agreed' })
  expect(await kindsOf(silent.contact, seat.id)).toEqual([])
})
