import { afterAll, beforeAll, expect, test } from 'vitest'
import { items, newAssessmentWorld, schoolMarks, summary, unitMarks } from '../../../../test/assessment-world.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
let made: PlacementsWorld
let assess: ReturnType<typeof newAssessmentWorld>
beforeAll(async () => {
  world = await newWorld({ now: '2027-08-31T02:00:00Z' })
  made = newPlacementsWorld(world)
  assess = newAssessmentWorld(world)
})
afterAll(() => world.close())

test('a scheme is written by one and approved by another; of attendance alone it never is', async () => {
  const school = await made.school()
  const only = await school.contact.post('/assessment-schemes', { title: '只看出勤', items: [{ code: 'days', title: '出勤', part: 'unit', kind: 'attendance', weight: 100 }] })
  expect((await school.second.get('/assessment-schemes')).body.rows[0]).toMatchObject({ faults: [{ code: 'attendance_only', rule: '1.43' }, { code: 'school_missing' }, { code: 'process_missing' }, { code: 'result_missing' }], can: { approve: false } })
  expect(await school.second.post(`/assessment-schemes/${only.body.id}/approval`, { minutesNumber: '纪要 1', version: 1 })).toMatchObject({ status: 409, body: { code: 'attendance_only', details: { rule: '1.43' } } })
  // Not even past the service.
  await expect(world.db.updateTable('assessmentScheme').set({ state: 'approved', minutesNumber: '纪要', approvedAt: world.now() }).where('id', '=', only.body.id).execute()).rejects.toThrow('assessment_scheme_not_attendance')

  const { id } = (await school.contact.post('/assessment-schemes', { title: '机电方案', items: items.map((item) => ({ ...item, weight: 20 })) })).body
  expect(await school.second.post(`/assessment-schemes/${id}/approval`, { minutesNumber: '纪要 2', version: 1 })).toMatchObject({ status: 409, body: { code: 'scheme_faulty', details: { faults: [{ code: 'weights' }] } } })
  expect((await school.contact.patch(`/assessment-schemes/${id}`, { title: '机电方案', items, version: 1 })).body).toEqual({ version: 2 })
  expect(await school.contact.post(`/assessment-schemes/${id}/approval`, { minutesNumber: '纪要 2', version: 2 })).toMatchObject({ status: 409, body: { code: 'second_person_needed' } })
  expect((await school.second.post(`/assessment-schemes/${id}/approval`, { minutesNumber: '纪要 2', version: 2 })).body).toEqual({ state: 'approved' })
  expect(await school.contact.patch(`/assessment-schemes/${id}`, { title: '再改', items, version: 3 })).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  const next = await assess.scheme(school)
  const states = (await school.contact.get('/assessment-schemes')).body.rows.map((row: { id: string; state: string }) => [row.id === next ? 'new' : row.id === id ? 'old' : 'only', row.state])
  expect(states).toEqual([['only', 'draft'], ['new', 'approved'], ['old', 'retired']])
})

test('unit and school mark apart, the student sums up, and the result explains itself', async () => {
  const placement = await made.placement()
  expect(await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks })).toMatchObject({ status: 409, body: { code: 'no_scheme' } })
  await assess.scheme(placement.school)
  world.moveTo('2027-08-16T02:00:00Z')
  expect(await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks })).toMatchObject({ status: 409, body: { code: 'too_early_to_mark', details: { opensOn: '2027-08-17' } } })
  world.moveTo('2027-08-31T02:00:00Z')
  expect(await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: { work: 80 } })).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
  expect(await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: { ...unitMarks, work: 101 } })).toMatchObject({ status: 422 })
  expect((await placement.unit.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks, words: '肯学' })).status).toBe(200)
  expect([(await placement.unit.put(`/placements/${placement.id}/assessment/marks/school`, { marks: schoolMarks })).status, (await placement.student.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks })).status]).toEqual([403, 403])
  await placement.supervisor.put(`/placements/${placement.id}/assessment/marks/school`, { marks: schoolMarks, words: '认真' })
  // Neither the unit sees the school's marks, nor the student any, before the result.
  expect((await placement.unit.get(`/placements/${placement.id}/assessment`)).body).toMatchObject({ unit: { marks: unitMarks }, school: null, total: null })
  expect((await placement.student.get(`/placements/${placement.id}/assessment`)).body).toMatchObject({ unit: null, school: null, missing: ['summary'] })
  expect(await placement.contact.post(`/placements/${placement.id}/assessment/publication`)).toMatchObject({ status: 409, body: { code: 'assessment_incomplete', details: { missing: ['summary'] } } })
  expect(await placement.student.put(`/placements/${placement.id}/texts/summary`, { text: '短', handIn: true })).toMatchObject({ status: 422 })
  await placement.student.put(`/placements/${placement.id}/texts/summary`, { text: '先存着' })
  expect((await placement.contact.get(`/placements/${placement.id}/assessment`)).body.summary).toBeNull()
  await placement.student.put(`/placements/${placement.id}/texts/summary`, { text: summary, handIn: true })
  expect((await placement.contact.post(`/placements/${placement.id}/assessment/publication`)).body).toEqual({ total: 83, passed: true })
  expect((await placement.student.get(`/placements/${placement.id}/assessment`)).body).toMatchObject({
    state: 'published', total: 83, passed: true, certificate: { number: expect.stringMatching(/^SZ-2027-\d{4}$/) }, lines: [{ code: 'work', weight: 50, mark: 80, points: 40 }, { points: 10 }, { points: 18 }, { points: 15 }], school: { words: '认真' }, can: { object: true },
  })
  expect((await placement.student.get(`/placements/${placement.id}`)).body.state).toBe('assessed')
})

test('a mentor with a seat marks the students put into their care, and no others', async () => {
  const placement = await made.placement()
  const other = await made.placement('active', { school: placement.school, firm: placement.firm })
  await assess.scheme(placement.school)
  const mentor = await world.person('mentor', { organisationId: placement.firm.id })
  await world.db.insertInto('placementMentor').values({ placementId: placement.id, accountId: mentor.accountId, givenAt: world.now() }).execute()
  expect((await mentor.get('/assessments')).body.rows.map((row: { placementId: string }) => row.placementId)).toEqual([placement.id])
  expect((await mentor.get(`/placements/${placement.id}/assessment`)).body.can).toMatchObject({ markUnit: true, markSchool: false })
  expect([(await mentor.put(`/placements/${placement.id}/assessment/marks/unit`, { marks: unitMarks })).status, (await mentor.put(`/placements/${other.id}/assessment/marks/unit`, { marks: unitMarks })).status]).toEqual([200, 404])
})

test('an objection is made once, within five working days; upheld, it changes result and certificate', async () => {
  const placement = await made.placement()
  expect((await assess.published(placement)).body).toEqual({ total: 83, passed: true })
  const old = (await placement.student.get(`/placements/${placement.id}/assessment`)).body.certificate
  expect((await placement.unit.post(`/placements/${placement.id}/assessment/objection`, { reason: '不应该这么高' })).status).toBe(403)
  const replies = await Promise.all([1, 2].map(() => placement.student.post(`/placements/${placement.id}/assessment/objection`, { reason: '日志交齐了，少算了两周。' })))
  expect(replies.map(({ status, body }) => [status, body.code]).toSorted()).toEqual([[200, undefined], [409, 'objected_already']])
  expect((await placement.contact.get('/inbox?tab=todo')).body.rows.map((row: { kind: string }) => row.kind)).toContain('placement.answer_objection')
  expect(await placement.contact.post(`/placements/${placement.id}/assessment/objection/answer`, { uphold: true, answer: '确实漏记。' })).toMatchObject({ status: 422 })
  expect((await placement.supervisor.post(`/placements/${placement.id}/assessment/objection/answer`, { uphold: true, answer: '确实漏记。', schoolMarks })).status).toBe(403)
  expect((await placement.contact.post(`/placements/${placement.id}/assessment/objection/answer`, { uphold: true, answer: '确实漏记。', schoolMarks: { log: 100, report: 75 } })).body).toEqual({ total: 85, passed: true })
  const after = (await placement.student.get(`/placements/${placement.id}/assessment`)).body
  expect(after).toMatchObject({ total: 85, objection: { state: 'upheld', totalBefore: 83, totalAfter: 85 } })
  expect((await world.nobody.get(`/public/certificates?number=${old.number}&code=${old.code}`)).body).toEqual({ found: false, certificate: null })
  const late = await made.placement()
  await assess.published(late)
  world.moveTo('2027-09-07T10:00:00Z')
  expect(await late.student.post(`/placements/${late.id}/assessment/objection`, { reason: '来不及了吗' })).toMatchObject({ status: 409, body: { code: 'deadline_passed' } })
  world.moveTo('2027-08-31T02:00:00Z')
})

test('the certificate is a PDF; whoever holds it can check it, and learns no more than stands on it', async () => {
  const placement = await made.placement()
  expect(await placement.student.get(`/placements/${placement.id}/certificate.pdf`)).toMatchObject({ status: 404, body: { code: 'no_certificate' } })
  await assess.published(placement)
  const file = await placement.student.get(`/placements/${placement.id}/certificate.pdf`)
  expect([file.status, file.headers['content-type'], (file.body as Buffer).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
  const { number, code } = (await placement.student.get(`/placements/${placement.id}/assessment`)).body.certificate
  const found = await world.nobody.get(`/public/certificates?number=${number}&code=${code}`)
  expect(found.body).toEqual({ found: true, certificate: { number, name: expect.stringMatching(/^示\*+\d$/), schoolName: placement.school.name, unitName: placement.firm.name, title: '机电装调实习生', startsOn: '2027-03-01', endsOn: '2027-08-31', on: '2027-08-31' } })
  for (const [wrongNumber, wrongCode] of [[number, 'AAAA-BBBB-CCCC'], ['SZ-2027-9999', code], [number, ''], ['', code]]) expect((await world.nobody.get(`/public/certificates?number=${wrongNumber}&code=${wrongCode}`)).body).toEqual({ found: false, certificate: null })
})

test('below the pass mark there is a result and no certificate', async () => {
  const low = await made.placement()
  await assess.scheme(low.school, { passMark: 95 })
  await low.unit.put(`/placements/${low.id}/assessment/marks/unit`, { marks: unitMarks })
  await low.supervisor.put(`/placements/${low.id}/assessment/marks/school`, { marks: schoolMarks })
  await low.student.put(`/placements/${low.id}/texts/summary`, { text: summary, handIn: true })
  expect((await low.contact.post(`/placements/${low.id}/assessment/publication`)).body).toEqual({ total: 83, passed: false })
  expect((await low.student.get(`/placements/${low.id}/assessment`)).body).toMatchObject({ passed: false, certificate: null })
})

test('the list asks as much for one row as for thirty', async () => {
  const school = await made.school()
  const firm = await made.firm()
  await made.placement('active', { school, firm })
  const one = await countQueries(() => school.contact.get('/assessments'))
  for (let n = 0; n < 29; n++) await made.placement('ended_early', { school, firm })
  const reply = await school.contact.get('/assessments?size=50&waiting=unit')
  expect([await countQueries(() => school.contact.get('/assessments?size=50')), reply.body.total]).toEqual([one, 30])
})
