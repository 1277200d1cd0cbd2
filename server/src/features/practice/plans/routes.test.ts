import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { appraisal, fourWeeks, newFaculty, newHost, newOpening, newPlan, planForm, scan, summary } from '../../../../test/practice-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { heedAgreement, watchPractice } from './clock/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const itemsOf = async (person: Person, id: string): Promise<string[]> => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)

test('a plan goes from the wish to credited days, and everybody is asked in turn', async () => {
  const { id, faculty, firm, teacher, move, view, week } = await newPlan(world)
  const { office, head } = faculty
  expect((await view(teacher)).can).toMatchObject({ apply: true, edit: true, withdraw: true, approve: false })
  await move(teacher, 'apply')
  expect([await itemsOf(head.person, id), await itemsOf(office, id)]).toEqual([['practice_plan.endorse'], []])
  await move(head.person, 'endorse')
  expect([await itemsOf(head.person, id), await itemsOf(office, id)]).toEqual([[], ['practice_plan.approve']])
  expect((await view(office)).share).toEqual({ away: 1, of: 10, percent: 15, over: false, on: '2026-12-07' })
  await move(office, 'approve')
  expect([await itemsOf(office, id), await itemsOf(firm.contact, id)]).toEqual([[], ['practice_plan.accept']])
  await move(firm.contact, 'accept', { guideName: '示例师傅' })
  expect((await move(teacher, 'start')).body.code).toBe('too_early')

  world.moveTo('2026-12-07T01:00:00Z')
  expect((await move(teacher, 'start')).body.state).toBe('practising')
  world.moveTo('2027-01-03T10:00:00Z')
  const versions = new Map<string, number>()
  for (const { weekOn, days } of fourWeeks) versions.set(weekOn, await week(weekOn, days))
  expect(await itemsOf(firm.contact, id)).toEqual(['practice_plan.confirm_weeks'])
  await move(teacher, 'finish', { endedOn: '2027-01-03', summary })
  await move(firm.contact, 'appraise', appraisal)
  expect((await move(office, 'pass', { words: '合格' })).body).toEqual({ code: 'weeks_open', details: { count: 3 } })
  for (const [weekOn, version] of versions) expect((await firm.contact.post(`/practice/plans/${id}/weeks/${weekOn}/moves`, { action: 'confirm', version })).status).toBe(200)
  expect(await itemsOf(firm.contact, id)).toEqual([])
  expect((await move(office, 'pass', { words: '合格' })).body.state).toBe('passed')
})

test('the whole way, to the archive', async () => {
  const { id, faculty, teacher, move, view, firm } = await newPlan(world, 'appraised')
  const { office } = faculty
  expect((await view(office)).worth).toEqual({ attended: 15, rest: 6, waiting: 0, planned: 28 })
  expect(await itemsOf(office, id)).toEqual(['practice_plan.assess'])
  expect((await move(office, 'pass', { words: '材料齐全。' })).body.state).toBe('passed')
  expect((await teacher.get('/my/practice')).body.teacher).toMatchObject({ days: 0, state: 'short' })
  expect((await move(office, 'credit')).body).toMatchObject({ state: 'credited', creditedDays: 21 })
  expect((await teacher.get('/my/practice')).body.teacher).toMatchObject({ days: 21, months: 0.6, missing: 162, stretches: [{ days: 21, inWindow: 21, kind: 'plan', title: firm.name, from: '2026-12-07', to: '2026-12-27' }] })
  expect((await move(office, 'archive')).body.state).toBe('archived')
  expect(await itemsOf(office, id)).toEqual([])
  expect((await teacher.get(`/practice/plans/${id}/history`)).body.rows.map(({ event }: { event: string }) => event.split('.')[1])).toEqual([
    'written', 'applied', 'endorsed', 'approved', 'accepted', 'started', 'week_sent', 'week_confirmed', 'week_sent', 'week_confirmed', 'week_sent', 'week_confirmed', 'finished', 'appraised', 'passed', 'credited', 'archived',
  ])
  expect((await firm.contact.get(`/practice/plans/${id}/history`)).body.rows.map(({ event }: { event: string }) => event.split('.')[1])).not.toContain('passed')
})

test('no step of a teacher credits a day', async () => {
  const { faculty, teacher, move } = await newPlan(world, 'passed')
  for (const action of ['credit', 'archive', 'pass', 'appraise', 'accept', 'approve', 'endorse']) expect([action, (await move(teacher, action, { ...appraisal, guideName: '我' })).status]).toEqual([action, 403])
  expect((await move(faculty.head.person, 'credit')).status).toBe(403)
  const { n } = await world.db.selectFrom('practiceDay').select((row) => row.fn.countAll<number>().as('n')).where('teacherId', '=', faculty.teacher.id).executeTakeFirstOrThrow()
  expect(n).toBe(0)
})

test('nobody decides about himself: not the head about the own plan, not a contact who is the teacher', async () => {
  const faculty = await newFaculty(world)
  const firm = await newHost(world)
  const own = (await faculty.head.person.post('/practice/plans', planForm(firm.id))).body
  const move = async (person: Person, action: string, version: number) => person.post(`/practice/plans/${own.id}/moves`, { action, version })
  await move(faculty.head.person, 'apply', 1)
  expect([await itemsOf(faculty.head.person, own.id), await itemsOf(faculty.office, own.id)]).toEqual([[], ['practice_plan.endorse']])
  expect((await move(faculty.head.person, 'endorse', 3)).status).toBe(403)

  const twice = await world.person('school_contact', { organisationId: faculty.school.id })
  await world.db.updateTable('teacher').set({ accountId: twice.accountId }).where('id', '=', faculty.others[0]!).execute()
  const { body } = await faculty.office.post('/practice/plans', { ...planForm(firm.id, { startsOn: '2027-03-01', endsOn: '2027-03-28' }), teacherId: faculty.others[0] })
  expect((await twice.post(`/practice/plans/${body.id}/moves`, { action: 'apply', version: 1 })).status).toBe(403)
})

test('more than its share of a department away at once needs a reason, which is kept', async () => {
  const faculty = await newFaculty(world, { size: 6 })
  const { move, view, id } = await newPlan(world, 'endorsed', { faculty })
  expect((await view(faculty.office)).share).toEqual({ away: 1, of: 6, percent: 15, over: true, on: '2026-12-07' })
  expect((await move(faculty.office, 'approve')).body).toEqual({ code: 'share_reason_needed', details: { away: 1, of: 6, percent: 15, on: '2026-12-07' } })
  expect((await move(faculty.office, 'approve', { awayReason: '课程已调开。' })).status).toBe(200)
  expect((await view(faculty.office)).awayReason).toBe('课程已调开。')
  expect(await world.db.selectFrom('practicePlan').select(['awayCount', 'awayOf', 'approvedBy']).where('id', '=', id).executeTakeFirstOrThrow()).toEqual({ awayCount: 1, awayOf: 6, approvedBy: faculty.office.accountId })
  await faculty.office.put('/practice/setting', { awayPercent: 20, generalMonths: 0, needsAgreement: false, restDays: true })
  const second = await faculty.office.post('/practice/plans', { ...planForm((await newHost(world)).id), teacherId: faculty.others[0] })
  for (const [action, version] of [['apply', 1], ['endorse', 3]] as const) await faculty.office.post(`/practice/plans/${second.body.id}/moves`, { action, version })
  expect((await faculty.office.post(`/practice/plans/${second.body.id}/moves`, { action: 'approve', version: 4 })).body.details).toEqual({ away: 2, of: 6, percent: 20, on: '2026-12-07' })
})

test('two approvals at once do not both slip under the share', async () => {
  const faculty = await newFaculty(world, { size: 7 })
  await faculty.office.put('/practice/setting', { awayPercent: 15, generalMonths: 0, needsAgreement: false, restDays: true })
  const firm = await newHost(world)
  const ids = await Promise.all(faculty.others.slice(0, 2).map(async (teacherId) => {
    const { body } = await faculty.office.post('/practice/plans', { ...planForm(firm.id), teacherId })
    for (const [action, version] of [['apply', 1], ['endorse', 3]] as const) await faculty.office.post(`/practice/plans/${body.id}/moves`, { action, version })
    return body.id as string
  }))
  const replies = await Promise.all(ids.map((id) => faculty.office.post(`/practice/plans/${id}/moves`, { action: 'approve', version: 4 })))
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'share_reason_needed'])
})

test('an opening takes as many as it has places, however many are accepted at once', async () => {
  const opening = await newOpening(world, { places: 1 })
  const plans = []
  for (let at = 0; at < 2; at++) plans.push(await newPlan(world, 'approved', { host: opening.firm, change: { openingId: opening.id } }))
  const replies = await Promise.all(plans.map(({ move }) => move(opening.firm.contact, 'accept', { guideName: '示例师傅' })))
  expect(replies.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([200, 'opening_full'])
  const third = await newFaculty(world)
  expect((await third.teacher.person.post('/practice/plans', planForm(opening.firm.id, { openingId: opening.id }))).body.code).toBe('opening_full')
  await opening.firm.contact.post(`/practice/openings/${opening.id}/moves`, { action: 'close', version: 2 })
  expect((await third.teacher.person.post('/practice/plans', planForm(opening.firm.id, { openingId: opening.id }))).body.code).toBe('opening_closed')
})

test('a plan keeps to the dates of its opening, to a firm, and to the calendar', async () => {
  const opening = await newOpening(world, { startsOn: '2026-12-01', endsOn: '2026-12-31' })
  const { teacher } = await newFaculty(world)
  const write = (change: Record<string, unknown>) => teacher.person.post('/practice/plans', planForm(opening.firm.id, change))
  const issues = async (change: Record<string, unknown>) => (await write(change)).body.details.issues.map(({ path, code }: { path: string[]; code: string }) => `${path.join()} ${code}`)
  expect(await issues({ openingId: opening.id })).toEqual(['endsOn outside'])
  expect(await issues({ openingId: opening.id, startsOn: '2026-11-30', endsOn: '2026-12-20' })).toEqual(['startsOn outside'])
  expect(await issues({ endsOn: '2026-12-01' })).toEqual(['endsOn before_start'])
  expect(await issues({ endsOn: '2029-12-31' })).toEqual(['endsOn too_far'])
  expect(await issues({ organisationId: (await world.organisation('school')).id })).toEqual(['organisationId unknown'])
  expect(await issues({ organisationId: null })).toEqual(['organisationId missing'])
  const { body } = await write({ startsOn: '2026-11-01', endsOn: '2026-11-20', goal: '太短' })
  expect((await teacher.person.post(`/practice/plans/${body.id}/moves`, { action: 'apply', version: 1 })).body).toMatchObject({ code: 'need_incomplete', details: { gaps: [{ field: 'goal', reason: 'too_short' }, { field: 'startsOn', reason: 'past' }] } })
  expect((await teacher.person.patch(`/practice/plans/${body.id}`, { ...planForm(opening.firm.id), version: 1 })).body.version).toBe(2)
  expect((await teacher.person.patch(`/practice/plans/${body.id}`, { ...planForm(opening.firm.id), version: 1 })).body.code).toBe('changed_meanwhile')
})

test('nobody is at two firms at once: the second plan is refused by the constraint', async () => {
  const faculty = await newFaculty(world)
  await newPlan(world, 'applied', { faculty })
  const second = await newPlan(world, 'planned', { faculty, change: { startsOn: '2027-01-03', endsOn: '2027-01-30' } })
  expect((await second.move(second.teacher, 'apply')).body.code).toBe('practice_overlaps')
  const third = await newPlan(world, 'planned', { faculty, change: { startsOn: '2027-01-04', endsOn: '2027-01-30' } })
  expect((await third.move(third.teacher, 'apply')).status).toBe(200)
})

test('sent back, declined, refused by the firm, withdrawn: each with its reason', async () => {
  const back = await newPlan(world, 'applied')
  expect((await back.move(back.faculty.head.person, 'return')).body.code).toBe('reason_needed')
  await back.move(back.faculty.head.person, 'return', { reason: '请避开考试周。' })
  expect([await itemsOf(back.teacher, back.id), (await back.view(back.teacher)).reason]).toEqual([['practice_plan.repair'], '请避开考试周。'])
  expect((await back.move(back.teacher, 'apply')).body.state).toBe('applied')
  expect((await back.move(back.faculty.head.person, 'decline', { reason: '本学期不安排。' })).body.state).toBe('declined')

  const no = await newPlan(world, 'approved')
  expect((await no.move(no.firm.contact, 'refuse', { reason: '车间改造，暂不接待。' })).body.state).toBe('declined')
  expect((await no.view(no.teacher)).reason).toBe('车间改造，暂不接待。')

  const gone = await newPlan(world, 'accepted')
  expect((await gone.move(gone.teacher, 'withdraw')).body.code).toBe('reason_needed')
  expect((await gone.move(gone.teacher, 'withdraw', { reason: '身体原因。' })).body.state).toBe('withdrawn')
  expect((await gone.move(gone.teacher, 'start')).body.code).toBe('wrong_state')
})

test('a firm on paper: the school records its answer, and only with the paper in its hands', async () => {
  const { id, faculty, move, view } = await newPlan(world, 'approved')
  const { office } = faculty
  expect((await move(office, 'accept', { guideName: '示例师傅', paper: true })).body.code).toBe('paper_needed')
  expect((await office.upload(`/practice/plans/${id}/papers`, { name: '回执.exe', bytes: Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]) }, { part: 'acceptance' })).body.code).toBe('file_kind_not_allowed')
  expect((await office.upload(`/practice/plans/${id}/papers`, scan, { part: 'acceptance' })).status).toBe(200)
  expect((await move(office, 'accept', { guideName: '示例师傅' })).body.code).toBe('paper_needed')
  expect((await move(office, 'accept', { guideName: '示例师傅', paper: true })).body.state).toBe('accepted')
  const seen = await view(office)
  expect(seen).toMatchObject({ onPaper: true, papers: [{ part: 'acceptance' }] })
  expect((await office.get(`/files/${seen.papers[0].id}`)).status).toBe(200)
  expect((await (await world.person('teacher')).get(`/files/${seen.papers[0].id}`)).status).toBe(404)
})

test('a stay that ends early counts to its last day; what is missing is said at once', async () => {
  const { move, teacher, faculty, firm, week, id } = await newPlan(world, 'practising')
  world.moveTo('2026-12-16T10:00:00Z')
  expect((await move(teacher, 'finish', { endedOn: '2026-12-20', summary: '短' })).body.details.issues.map(({ path, code }: { path: string[]; code: string }) => `${path.join()} ${code}`)).toEqual(['summary too_short', 'endedOn future'])
  const version = await week('2026-12-14', ['2026-12-14', '2026-12-15', '2026-12-16'])
  await firm.contact.post(`/practice/plans/${id}/weeks/2026-12-14/moves`, { action: 'confirm', version })
  await move(teacher, 'finish', { endedOn: '2026-12-15', summary })
  expect((await move(firm.contact, 'appraise', {})).body.details.issues.map(({ path }: { path: string[] }) => path[0])).toEqual(['grade', 'words'])
  await move(firm.contact, 'appraise', appraisal)
  await move(faculty.office, 'pass', { words: '可以。' })
  // Monday and Tuesday: the Wednesday lies after the last day.
  expect((await move(faculty.office, 'credit')).body.creditedDays).toBe(2)
})

test('a failed stay credits nothing, and is archived all the same', async () => {
  const { faculty, move, teacher } = await newPlan(world, 'appraised')
  expect((await move(faculty.office, 'fail')).body.code).toBe('reason_needed')
  expect((await move(faculty.office, 'fail', { words: '没有完成任务。' })).body.state).toBe('failed')
  expect((await move(faculty.office, 'credit')).body.code).toBe('wrong_state')
  expect((await move(faculty.office, 'archive')).body.state).toBe('archived')
  expect((await teacher.get('/my/practice')).body.teacher.days).toBe(0)
})

test('the night begins stays, asks for weeks, tells the school of silence, of a look that is due and of a firm that does not answer', async () => {
  const { id, faculty, teacher, firm, view, move } = await newPlan(world, 'accepted')
  const { office } = faculty
  const night = async (day: string) => {
    world.moveTo(`${day}T18:00:00Z`)
    await watchPractice(world.db, world.now())
  }
  await night('2026-12-06')
  expect((await view(teacher)).state).toBe('practising')
  await night('2026-12-13')
  expect(await itemsOf(teacher, id)).toEqual(['practice_plan.write_week'])
  await night('2026-12-21')
  await night('2026-12-28')
  expect((await itemsOf(office, id)).toSorted()).toEqual(['practice_plan.check', 'practice_plan.silent'])
  expect((await office.post(`/practice/plans/${id}/checks`, { checkedOn: '2026-12-29', how: 'visit', finding: '在岗，周志补写中。', good: true })).status).toBe(200)
  expect(await itemsOf(office, id)).toEqual([])
  await night('2027-01-03')
  expect(await itemsOf(teacher, id)).toContain('practice_plan.finish')
  await move(teacher, 'finish', { endedOn: '2027-01-03', summary })
  await night('2027-01-20')
  expect([await itemsOf(office, id), await itemsOf(firm.contact, id)]).toEqual([['practice_plan.late'], ['practice_plan.appraise']])
})

test('a teacher short of days is told once, until a plan is handed in', async () => {
  const faculty = await newFaculty(world)
  const { id, person } = faculty.teacher
  await watchPractice(world.db, world.now())
  await watchPractice(world.db, world.now())
  expect(await itemsOf(person, id)).toEqual(['practice.plan_ahead'])
  await newPlan(world, 'applied', { faculty })
  expect(await itemsOf(person, id)).toEqual([])
  await watchPractice(world.db, world.now())
  expect(await itemsOf(person, id)).toEqual([])
})

test('where the school wants one, nobody begins without a signed agreement', async () => {
  const faculty = await newFaculty(world)
  await faculty.office.put('/practice/setting', { awayPercent: 15, generalMonths: 0, needsAgreement: true, restDays: true })
  const { id, firm, teacher, move, view } = await newPlan(world, 'accepted', { faculty })
  expect((await teacher.post(`/practice/plans/${id}/agreement`)).status).toBe(403)
  const { id: agreementId } = (await faculty.office.post(`/practice/plans/${id}/agreement`)).body
  expect((await faculty.office.post(`/practice/plans/${id}/agreement`)).body.code).toBe('agreement_exists')
  const draft = (await faculty.office.get(`/agreements/${agreementId}`)).body
  expect([draft.kind, draft.faults, draft.parties.map(({ role, name }: { role: string; name: string }) => [role, name])]).toEqual(['practice', [], [['school', faculty.school.name], ['unit', firm.name], ['teacher', '示例教师']]])
  world.moveTo('2026-12-07T18:00:00Z')
  expect((await move(teacher, 'start')).body.code).toBe('agreement_unsigned')
  await watchPractice(world.db, world.now())
  expect([(await view(teacher)).state, await itemsOf(faculty.office, id)]).toEqual(['accepted', ['practice_plan.agreement']])
  await world.db.updateTable('agreement').set({ state: 'signing', text: '示例', textHash: createHash('sha256').update('示例').digest() }).where('id', '=', agreementId).execute()
  for (const { id: partyId } of draft.parties) await world.db.insertInto('agreementSignature').values({ partyId, agreementId, name: '示例', method: 'code', textHash: createHash('sha256').update('示例').digest(), signedOn: '2026-12-07', signedAt: world.now() }).execute()
  await world.db.updateTable('agreement').set({ state: 'concluded', concludedAt: world.now(), signedOn: '2026-12-07' }).where('id', '=', agreementId).execute()
  await heedAgreement(world.db, agreementId, world.now())
  expect([(await view(teacher)).state, await itemsOf(faculty.office, id)]).toEqual(['practising', []])
})

test('colleagues, other schools, other firms and the alliance’s office find nothing; a firm only what the school agreed to', async () => {
  const { id, faculty, firm } = await newPlan(world, 'endorsed')
  const colleague = await world.person('teacher', { organisationId: faculty.school.id })
  for (const person of [colleague, firm.contact, await world.person('school_contact'), await world.person('enterprise_contact'), await world.person('secretariat'), await world.person('official'), await world.person('mentor')]) {
    expect((await person.get(`/practice/plans/${id}`)).status).toBe(404)
    expect((await person.get('/practice/plans')).body.total).toBe(0)
  }
  expect((await faculty.head.person.get('/practice/plans')).body.total).toBe(1)
})

test('the list asks the database as often for 30 plans as for one, and goes out as a workbook', async () => {
  const { faculty } = await newPlan(world, 'archived')
  const count = () => countQueries(() => faculty.office.get('/practice/plans?size=50'))
  const one = await count()
  const { teacherId, organisationId, allianceId, schoolId } = await world.db.selectFrom('practicePlan').selectAll().where('schoolId', '=', faculty.school.id).executeTakeFirstOrThrow()
  await world.db.insertInto('practicePlan').values(Array.from({ length: 29 }, (_, at) => ({ number: `SJ-T-${at}`, allianceId, schoolId, teacherId, organisationId, form: 'post', startsOn: '2027-06-01', endsOn: '2027-06-10', createdAt: world.now(), updatedAt: world.now() }))).execute()
  expect(await count()).toBe(one)
  const file = await faculty.office.get('/practice/plans/export?state=archived')
  expect(await readTable(file.body, 'a.xlsx', { known: ['编号', '教师', '系部'] })).toMatchObject({ rows: [{ number: 2 }] })
})
