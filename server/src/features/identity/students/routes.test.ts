import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, tokenOf, visitor } from '../../../../test/identity-world.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'

let world: World
let school: Person
let cohortId: string
beforeAll(async () => {
  world = await newWorld()
  school = await world.person('school_contact')
  const programme = await world.db.insertInto('programme').values({ schoolId: school.organisationId, majorCode: '710204', name: '计算机应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  cohortId = (await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '24计算机1班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()).id
})
afterAll(() => world.close())

let counter = 100
async function newStudent(change: Record<string, unknown> = {}) {
  const row = { schoolId: school.organisationId, cohortId, studentNumber: `2024A${++counter}`, name: '示例学生', birthDate: '2009-03-01', ...change }
  return world.db.insertInto('student').values(row).returning(['id', 'studentNumber']).executeTakeFirstOrThrow()
}
const codesFor = async (...ids: string[]) => (await school.post('/student-codes', { studentIds: ids })).body.rows.map(({ code }: { code: string }) => code) as string[]
const slip = (student: { studentNumber: string }, code: string) => ({ schoolId: school.organisationId, studentNumber: student.studentNumber, code })
const look = (body: Record<string, unknown>, address = '203.0.113.1') => world.request('POST', '/student-code', null, body, { remoteAddress: address })
const use = (body: Record<string, unknown>) => world.nobody.post('/student-account', { password, ...body })

test('a school prints codes for a class; a student opens an account with one and is signed in', async () => {
  const one = await newStudent()
  const two = await newStudent()
  const { body } = await school.post('/student-codes', { studentIds: [two.id, one.id] })
  expect(body).toMatchObject({ address: 'http://silian.test/app/student', expiresAt: '2026-12-23T06:00:00.000Z' })
  expect(body.rows.map(({ studentNumber }: { studentNumber: string }) => studentNumber)).toEqual([one.studentNumber, two.studentNumber])
  expect(body.rows[0]).toMatchObject({ cohortName: '24计算机1班', hasAccount: false, code: expect.stringMatching(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/) })

  const code = body.rows[0].code
  expect((await world.nobody.get('/student-schools')).body.rows.map(({ id }: { id: string }) => id)).toContain(school.organisationId)
  expect((await look(slip(one, code))).body).toEqual({ name: '示例学生', schoolName: expect.any(String), cohortName: '24计算机1班', login: null })
  const opened = await use({ ...slip({ studentNumber: one.studentNumber.toLowerCase() }, code.toLowerCase().replace('-', ' ')) })
  expect(opened).toMatchObject({ status: 200, body: { login: one.studentNumber.toLowerCase() } })
  const session = (await visitor(world, tokenOf(opened)!).get('/session')).body
  expect(session).toMatchObject({ secondFactor: 'done', account: { name: '示例学生' }, seat: { role: 'student', studentId: one.id, organisationId: school.organisationId } })
  expect(await world.db.selectFrom('student').select('accountId').where('id', '=', one.id).executeTakeFirstOrThrow()).toEqual({ accountId: session.account.id })
})

test('only the school’s contact gets codes, and only for own students', async () => {
  const { id } = await newStudent()
  const rival = await world.person('school_contact')
  const teacher = await world.person('teacher', { organisationId: school.organisationId })
  expect((await rival.post('/student-codes', { studentIds: [id] })).status).toBe(404)
  expect((await teacher.post('/student-codes', { studentIds: [id] })).status).toBe(403)
  expect((await (await world.person('secretariat')).post('/student-codes', { studentIds: [id] })).status).toBe(404)
  expect((await school.post('/student-codes', { studentIds: [id, '00000000-0000-7000-8000-000000000000'] })).status).toBe(404)
})

test('a whole class gets codes: those without an account, and on request the others too', async () => {
  const programme = await world.db.insertInto('programme').values({ schoolId: school.organisationId, majorCode: '730101', name: '电子商务', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const small = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '24电商1班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
  const numbersOf = (reply: { body: { rows: { studentNumber: string }[] } }) => reply.body.rows.map(({ studentNumber }) => studentNumber)
  const one = await newStudent({ cohortId: small.id, studentNumber: 'EC01' })
  await newStudent({ cohortId: small.id, studentNumber: 'EC02' })
  const [code] = await codesFor(one.id)
  await use(slip(one, code!))

  expect(numbersOf(await school.post('/student-codes', { cohortId: small.id }))).toEqual(['EC02'])
  expect(numbersOf(await school.post('/student-codes', { cohortId: small.id, withAccount: true }))).toEqual(['EC01', 'EC02'])
  expect((await (await world.person('school_contact')).post('/student-codes', { cohortId: small.id })).status).toBe(404)
})

test('codes are not in the database', async () => {
  const student = await newStudent()
  const [code] = await codesFor(student.id)
  const rows = await world.db.selectFrom('invitation').selectAll().where('studentId', '=', student.id).execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(code!.replace('-', ''))
})

test('a code works once, for its student only, and not after 30 days or a newer one', async () => {
  const student = await newStudent()
  const neighbour = await newStudent()
  const [first] = await codesFor(student.id)
  expect((await look(slip(neighbour, first!))).body.code).toBe('student_code_wrong')
  const [second] = await codesFor(student.id)
  expect((await look(slip(student, first!))).body.code).toBe('student_code_wrong')
  expect((await use(slip(student, second!))).status).toBe(200)
  expect((await use(slip(student, second!))).body.code).toBe('student_code_wrong')

  const [late] = await codesFor(neighbour.id)
  world.moveTo({ hours: 30 * 24 })
  expect((await look(slip(neighbour, late!))).body.code).toBe('student_code_wrong')
})

test('of five requests with one code one opens the account', async () => {
  const student = await newStudent()
  const [code] = await codesFor(student.id)
  const replies = await Promise.all(Array.from({ length: 5 }, (_, index) => use({ ...slip(student, code!), login: `race-${index}` })))
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await world.db.selectFrom('roleGrant').select('id').where('studentId', '=', student.id).execute()).toHaveLength(1)
})

test('after five wrong codes for a number the right one has to wait as well', async () => {
  const student = await newStudent()
  const [code] = await codesFor(student.id)
  for (const left of [4, 3, 2, 1, 0]) expect((await look(slip(student, 'AAAA-AAAA'))).body).toEqual({ code: 'student_code_wrong', details: { triesLeft: left } })
  expect((await look(slip(student, code!))).body.code).toBe('tries_used_up')
  world.moveTo({ hours: 0.25 })
  expect((await look(slip(student, code!))).status).toBe(200)
})

test('a number that nobody has shuts too', async () => {
  for (let tries = 0; tries < 5; tries++) await look(slip({ studentNumber: 'NOBODY-1' }, 'AAAA-AAAA'))
  expect((await look(slip({ studentNumber: 'NOBODY-1' }, 'AAAA-AAAA'))).body.code).toBe('tries_used_up')
})

test('an address that walks through the numbers is stopped after a hundred', async () => {
  for (let round = 0; round < 10; round++) {
    await Promise.all(Array.from({ length: 10 }, (_, index) => look(slip({ studentNumber: `WALK-${round}-${index}` }, 'AAAA-AAAA'), '203.0.113.99')))
  }
  const student = await newStudent()
  const [code] = await codesFor(student.id)
  expect((await look(slip(student, code!), '203.0.113.99')).body.code).toBe('tries_used_up')
  expect((await look(slip(student, code!), '203.0.113.98')).status).toBe(200)
})

test('a student who forgot the password gets a new code from the school and keeps login and account', async () => {
  const student = await newStudent()
  const [first] = await codesFor(student.id)
  const opened = await use({ ...slip(student, first!), login: 'li-hua' })
  const before = visitor(world, tokenOf(opened)!)
  const [second] = await codesFor(student.id)
  expect((await look(slip(student, second!))).body.login).toBe('li-hua')
  const again = await use({ ...slip(student, second!), password: 'Another-9-good-word', login: 'other-name' })
  expect(again.body).toEqual({ login: 'li-hua' })
  expect((await before.get('/session')).status).toBe(401)
  expect((await visitor(world, tokenOf(again)!).get('/session')).status).toBe(200)
  expect((await world.nobody.post('/session', { login: 'li-hua', password: 'Another-9-good-word' })).status).toBe(200)
})

test('under fourteen a guardian has to agree first', async () => {
  const child = await newStudent({ birthDate: '2013-12-24' })
  const [code] = await codesFor(child.id)
  expect(await use(slip(child, code!))).toMatchObject({ status: 409, body: { code: 'guardian_needed' } })
})

test('two schools may use the same number; the second student chooses another login', async () => {
  const other = await world.person('school_contact')
  const programme = await world.db.insertInto('programme').values({ schoolId: other.organisationId, majorCode: '710204', name: '计算机应用', level: 'secondary', lengthYears: 3 }).returning('id').executeTakeFirstOrThrow()
  const cohort = await world.db.insertInto('cohort').values({ programmeId: programme.id, name: '1班', entryYear: 2024, leaveYear: 2027 }).returning('id').executeTakeFirstOrThrow()
  const ours = await newStudent({ studentNumber: '777001' })
  const theirs = await newStudent({ studentNumber: '777001', schoolId: other.organisationId, cohortId: cohort.id })
  const [code] = await codesFor(ours.id)
  expect((await use(slip(ours, code!))).status).toBe(200)
  const [{ code: second }] = (await other.post('/student-codes', { studentIds: [theirs.id] })).body.rows
  const theirSlip = { ...slip(theirs, second), schoolId: other.organisationId }
  expect((await use(theirSlip)).body.code).toBe('login_taken')
  expect((await use({ ...theirSlip, login: '777001b' })).status).toBe(200)
})
