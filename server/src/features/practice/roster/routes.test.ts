import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFaculty, newPlan } from '../../../../test/practice-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

/** Credits days without the way that leads there: only the constraints look. */
async function credited(teacherId: string, schoolId: string, from: string, days: number) {
  const last = new Date(Date.parse(from) + (days - 1) * 86_400_000).toISOString().slice(0, 10)
  const file = await world.db.insertInto('file').values({ sha256: Buffer.alloc(32), size: 1, mediaType: 'application/pdf', name: '证明.pdf', subjectType: 'practice_claim', subjectId: teacherId }).returning('id').executeTakeFirstOrThrow()
  const claim = await world.db.insertInto('practiceClaim').values({ schoolId, teacherId, organisationName: '示例企业', startsOn: from, endsOn: last, days, state: 'confirmed', evidenceId: file.id, createdAt: world.now(), decidedAt: world.now() }).returning('id').executeTakeFirstOrThrow()
  const rows = Array.from({ length: days }, (_, at) => ({ teacherId, day: new Date(Date.parse(from) + at * 86_400_000).toISOString().slice(0, 10), kind: 'claimed', claimId: claim.id, firstOn: from, lastOn: last }))
  await world.db.insertInto('practiceDay').values(rows).execute()
  return claim.id
}

test('the school sees who falls short first; totals stay whatever the filter says', async () => {
  const faculty = await newFaculty(world, { size: 5 })
  const { school, office, teacher, head, others } = faculty
  await credited(teacher.id, school.id, '2022-01-10', 190)
  await credited(head.id, school.id, '2024-03-01', 183)
  await office.put(`/practice/teachers/${others[0]}/profile`, { departmentId: faculty.departmentId, kind: 'specialist', employedOn: '2026-09-01', experienced: false })
  await office.put(`/practice/teachers/${others[1]}/profile`, { departmentId: null, kind: 'general', employedOn: '2010-09-01', experienced: null })
  const all = (await office.get('/practice/standings?size=50')).body
  expect(all.rows.map(({ name, state, shortOn, missing }: Record<string, unknown>) => [name, state, shortOn, missing])).toEqual([
    ['示例同事4', 'short', '2017-09-01', 183],
    ['示例同事2', 'first', '2026-09-01', 183],
    ['示例教师', 'enough', '2027-01-17', 0],
    ['示例主任', 'enough', '2029-03-01', 0],
    ['示例同事3', 'free', null, 0],
  ])
  expect(all.counts).toEqual({ short: 1, first: 1, soon: 1, growing: 0, enough: 2, free: 1, unset: 0 })
  const soon = (await office.get('/practice/standings?state=soon')).body
  expect([soon.rows.map(({ name }: { name: string }) => name), soon.counts]).toEqual([['示例教师'], all.counts])
  expect((await office.get('/practice/standings?state=unplanned&q=示例教')).body.rows).toMatchObject([{ name: '示例教师', plan: null }])
})

test('what is approved moves the forecast, and nothing else', async () => {
  const { faculty } = await newPlan(world, 'approved')
  const { office, teacher, school } = faculty
  await credited(teacher.id, school.id, '2024-01-01', 183)
  expect((await office.get(`/practice/teachers/${teacher.id}`)).body).toMatchObject({ days: 183, months: 6, state: 'enough', shortOn: '2029-01-01', shortOnPlanned: '2029-01-29', plan: { state: 'approved' }, leaving: [] })
})

test('a counter is seen by its teacher, the head and the office, and by nobody else', async () => {
  const faculty = await newFaculty(world)
  const { teacher, head, office, school } = faculty
  const at = `/practice/teachers/${teacher.id}`
  expect([(await teacher.person.get(at)).status, (await head.person.get(at)).status, (await office.get(at)).status]).toEqual([200, 200, 200])
  expect((await teacher.person.get(`/practice/teachers/${head.id}`)).status).toBe(404)
  const colleague = await world.person('teacher', { organisationId: school.id })
  for (const person of [colleague, await world.person('school_contact'), await world.person('secretariat'), await world.person('official'), await world.person('enterprise_contact')]) expect((await person.get(at)).status).toBe(404)
  expect((await colleague.get('/my/practice')).body).toEqual({ teacher: null, heads: [] })
  expect((await colleague.post('/practice/plans', { startsOn: '2027-01-01', endsOn: '2027-01-02' })).body.code).toBe('teacher_not_linked')
  expect((await head.person.get('/my/practice')).body.heads).toEqual(['智能制造系'])
  expect((await teacher.person.get('/practice/standings')).body.total).toBe(1)
  expect((await head.person.get('/practice/standings')).body.total).toBe(10)
})

test('an account is linked once, to somebody who sits at the school', async () => {
  const { office, teacher, others, departmentId, school } = await newFaculty(world)
  const profile = { departmentId, kind: 'specialist', employedOn: null, experienced: null }
  expect((await office.put(`/practice/teachers/${others[0]}/profile`, { ...profile, accountId: teacher.person.accountId })).body.code).toBe('account_linked')
  const stranger = await world.person('teacher')
  expect((await office.put(`/practice/teachers/${others[0]}/profile`, { ...profile, accountId: stranger.accountId })).body.details.issues[0]).toMatchObject({ path: ['accountId'], code: 'unknown' })
  const late = await world.person('teacher', { organisationId: school.id })
  expect((await office.get('/practice/accounts')).body.rows.find(({ accountId }: { accountId: string }) => accountId === late.accountId)).toMatchObject({ teacherId: null })
  expect((await office.put(`/practice/teachers/${others[0]}/profile`, { ...profile, accountId: late.accountId })).status).toBe(200)
  expect((await late.get('/my/practice')).body.teacher.name).toBe('示例同事2')
  expect((await teacher.person.put(`/practice/teachers/${others[0]}/profile`, profile)).status).toBe(403)
  expect((await (await world.person('school_contact')).put(`/practice/teachers/${others[0]}/profile`, profile)).status).toBe(404)
})

test('a new head is asked what lay with the old one', async () => {
  const { id, faculty } = await newPlan(world, 'applied')
  const { office, departmentId, head, others } = faculty
  const itemsOf = async (person: typeof office) => (await person.get('/inbox?size=100')).body.rows.filter((row: { subjectId: string }) => row.subjectId === id).map(({ kind }: { kind: string }) => kind)
  expect(await itemsOf(head.person)).toEqual(['practice_plan.endorse'])
  await office.put(`/practice/departments/${departmentId}`, { name: '智能制造系', headId: others[0] })
  expect([await itemsOf(head.person), await itemsOf(office)]).toEqual([[], ['practice_plan.endorse']])
  expect((await office.post('/practice/departments', { name: '智能制造系' })).body.code).toBe('department_exists')
  expect((await office.get('/practice/setting')).body).toMatchObject({ departments: [{ name: '智能制造系', headName: '示例同事2', headSignsIn: false, teachers: 10, away: 0 }], setting: { awayPercent: 15, restDays: true } })
  expect((await head.person.put('/practice/setting', { awayPercent: 50, generalMonths: 0, needsAgreement: false, restDays: true })).status).toBe(403)
})

test('office and authority see totals by school, and no name', async () => {
  const { school, teacher } = await newFaculty(world, { size: 3 })
  await credited(teacher.id, school.id, '2024-01-01', 183)
  const { body } = await (await world.person('secretariat')).get('/practice/coverage')
  expect(body.rows.find(({ schoolId }: { schoolId: string }) => schoolId === school.id)).toEqual({ schoolId: school.id, schoolName: school.name, specialists: 3, enough: 1, growing: 0, short: 2, first: 0, practising: 0 })
  expect(JSON.stringify(body)).not.toContain('示例教师')
  expect((await (await world.person('school_contact')).get('/practice/coverage')).status).toBe(403)
})

test('a day counts once, inside its dates, and only out of what was accepted: the database refuses the rest', async () => {
  const { faculty, id, firm } = await newPlan(world, 'practising')
  const { school, teacher } = faculty
  const claimId = await credited(teacher.id, school.id, '2024-01-01', 10)
  const day = (change: Record<string, unknown>) => world.db.insertInto('practiceDay').values({ teacherId: teacher.id, day: '2024-02-01', kind: 'claimed', claimId, firstOn: '2024-01-01', lastOn: '2024-01-10', ...change } as never).execute().then(() => 'kept', (error: { constraint: string }) => error.constraint)
  expect(await day({ day: '2024-01-05' })).toBe('practice_day_once')
  expect(await day({})).toBe('practice_day_inside')
  expect(await day({ lastOn: '2024-03-01' })).toBe('practice_day_of_claim')
  expect(await day({ teacherId: faculty.head.id, day: '2024-01-05' })).toBe('practice_day_of_claim')
  await faculty.teacher.person.put(`/practice/plans/${id}/weeks/2026-12-07`, { days: ['2026-12-07'], work: '跟班调试，处理故障。', learnt: '', version: 0 })
  const { id: journalId } = await world.db.selectFrom('practiceJournal').select('id').where('planId', '=', id).executeTakeFirstOrThrow()
  const ofPlan = { day: '2026-12-07', kind: 'attended', claimId: null, planId: id, journalId, firstOn: '2026-12-07', lastOn: '2027-01-03' }
  // Neither the week nor the stay has been accepted.
  expect(['practice_day_of_journal', 'practice_day_of_credited']).toContain(await day(ofPlan))
  await faculty.teacher.person.post(`/practice/plans/${id}/weeks/2026-12-07/moves`, { action: 'send', version: 1 })
  await firm.contact.post(`/practice/plans/${id}/weeks/2026-12-07/moves`, { action: 'confirm', version: 2 })
  expect(await day(ofPlan)).toBe('practice_day_of_credited')
  expect(await world.db.updateTable('practiceClaim').set({ state: 'claimed', decidedAt: null }).where('id', '=', claimId).execute().then(() => 'kept', (error: { constraint: string }) => error.constraint)).toBe('practice_day_of_claim')
})

test('the list asks the database as often for 30 teachers as for three', async () => {
  const small = await newFaculty(world, { size: 3 })
  const large = await newFaculty(world, { size: 30 })
  const count = (office: typeof small.office) => countQueries(() => office.get('/practice/standings?size=50'))
  expect(await count(large.office)).toBe(await count(small.office))
})
