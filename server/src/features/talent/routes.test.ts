import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../kernel/db.ts'
import { parseSheet } from '../../kernel/sheet/parse-sheet.ts'
import { idNumber, loadCodes, newSchool, studentForm } from '../../../test/talent-world.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { writeStudentRows } from './students/rows/service.ts'
import { studentSheet } from './students/sheet.ts'
import { studentsByCohorts } from './students/service.ts'
import { writeTeacherRows } from './teachers/service.ts'

let world: World
beforeAll(async () => {
  world = await newWorld({ now: '2026-11-23T06:00:00Z' })
  await loadCodes(world)
})
afterAll(() => world.close())

async function enrolled(change: Record<string, unknown> = {}, schoolChange: Record<string, unknown> = {}) {
  const school = await newSchool(world, schoolChange)
  const form = studentForm(school.cohortId, change)
  const { body, status } = await school.contact.post('/students', form)
  expect(status).toBe(200)
  return { school, form, id: body.id as string }
}

test('a school enters a student and reads them back with the identity number masked', async () => {
  const { school, form, id } = await enrolled()

  const { body } = await school.contact.get(`/students/${id}`)

  expect(body).toMatchObject({ name: '示例学生', sex: 'female', birthDate: '2008-03-05', schoolMark: 81.5, phone: '+8613800000000', minor: false, tags: [], cohortName: '机器人 2401 班', version: 1 })
  expect(body.idNumberMask).toBe(`${form.idNumber.slice(0, 4)}${'＊'.repeat(11)}${form.idNumber.slice(-3)}`)
  expect(JSON.stringify(body)).not.toContain(form.idNumber)
})

test('the number is not in the database in any readable form', async () => {
  const { form } = await enrolled()

  const rows = await world.db.selectFrom('student').selectAll().execute()

  expect(JSON.stringify(rows.map((row) => ({ ...row, idNumber: row.idNumber?.toString('latin1') })))).not.toContain(form.idNumber)
})

test('whoever unmasks a student says why, and everybody who sees the student sees that', async () => {
  const { school, form, id } = await enrolled()
  const office = await world.person('secretariat', { name: '陈敏' })

  expect((await office.get(`/students/${id}`)).body.phone).toBe('138＊＊＊＊0000')
  expect((await office.post(`/students/${id}/unmask`, { reason: '投保' })).status).toBe(422)
  expect((await office.post(`/students/${id}/unmask`, { reason: `号码是 ${form.idNumber}` })).status).toBe(422)
  const { body } = await office.post(`/students/${id}/unmask`, { reason: '办理实习责任保险' })

  expect(body).toEqual({ idNumber: form.idNumber, phone: '+8613800000000', guardianPhone: null })
  expect((await school.contact.get(`/students/${id}/unmaskings`)).body.rows).toEqual([{ at: '2026-11-23T06:00:00.000Z', name: '陈敏', organisationName: null, reason: '办理实习责任保险' }])
})

test('a student is seen by the own school, the office and the student, and does not exist for others', async () => {
  const { school, id } = await enrolled()
  const member = await newSchool(world)
  const sight = async (person: { get: (path: string) => Promise<{ status: number; body: { total?: number } }> }) => [
    (await person.get(`/students/${id}`)).status,
    ((await person.get(`/students?q=&schoolId=${school.id}`)).body.total ?? 0) > 0,
  ]

  expect(await sight(school.contact)).toEqual([200, true])
  expect(await sight(await world.person('teacher', { organisationId: school.id }))).toEqual([200, true])
  expect(await sight(await world.person('secretariat'))).toEqual([200, true])
  expect(await sight(await world.person('student', { organisationId: school.id, studentId: id }))).toEqual([200, true])
  expect(await sight(member.contact)).toEqual([404, false])
  expect(await sight(await world.person('enterprise_contact'))).toEqual([404, false])
  expect(await sight(await world.person('official'))).toEqual([404, false])
})

test('the office of a specialty alliance sees only the schools that belong to it', async () => {
  const { school, id } = await enrolled()
  const specialty = await world.db.insertInto('alliance').values({ code: 'SP1', kind: 'specialty', name: '示例专业联盟', nameEn: 'Specialty' }).returning('id').executeTakeFirstOrThrow()
  const office = await world.person('secretariat', { allianceId: specialty.id })

  expect((await office.get(`/students/${id}`)).status).toBe(404)
  await world.db.insertInto('membership').values({ allianceId: specialty.id, organisationId: school.id, state: 'active', certificateNumber: 'SP1-1' }).execute()
  expect((await office.get(`/students/${id}`)).status).toBe(200)
})

test('a teacher reads but neither writes nor unmasks', async () => {
  const { school, id } = await enrolled()
  const teacher = await world.person('teacher', { organisationId: school.id })

  expect((await teacher.post('/students', studentForm(school.cohortId))).status).toBe(403)
  expect((await teacher.post(`/students/${id}/unmask`, { reason: '想看一下号码' })).status).toBe(403)
})

test('one identity number is one student, whichever school asks', async () => {
  const { form } = await enrolled()
  const other = await newSchool(world)

  const reply = await other.contact.post('/students', studentForm(other.cohortId, { idNumber: form.idNumber }))

  expect(reply).toMatchObject({ status: 409, body: { code: 'identity_taken' } })
})

test('a minor without a guardian is not entered; all faults come at once', async () => {
  const school = await newSchool(world)
  const elsewhere = await newSchool(world)

  const { status, body } = await school.contact.post('/students', studentForm(elsewhere.cohortId, { idNumber: idNumber('2010-03-05', 7) }))

  expect(status).toBe(422)
  expect(body.details.issues.map(({ path, code }: { path: string[]; code: string }) => [path[0], code])).toEqual([['guardianName', 'guardian_needed'], ['cohortId', 'unknown']])
})

test('a wrong check digit is named', async () => {
  const school = await newSchool(world)
  const { body } = await school.contact.post('/students', studentForm(school.cohortId, { idNumber: '110105194912310021' }))
  expect(body.details.issues).toEqual([{ path: ['idNumber'], code: 'identity_check', params: {} }])
})

test('two people change one student and the second is told', async () => {
  const { school, form, id } = await enrolled()
  const change = { ...form, idNumber: undefined, phone: '13900000000', version: 1 }

  const replies = await Promise.all([school.contact.patch(`/students/${id}`, change), school.contact.patch(`/students/${id}`, change)])

  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await school.contact.get(`/students/${id}`)).body).toMatchObject({ phone: '+8613900000000', version: 2, birthDate: '2008-03-05' })
})

test('a student who has left is out of the list and of rounds, and can come back', async () => {
  const { school, id } = await enrolled()
  const inRound = () => inTransaction(world.db, async (tx) => (await studentsByCohorts(tx, [school.cohortId])).map((one) => one.id))
  expect(await inRound()).toEqual([id])

  await school.contact.post(`/students/${id}/leave`, { left: true, version: 1 })

  expect((await school.contact.get('/students')).body.total).toBe(0)
  expect((await school.contact.get('/students?left=true')).body.total).toBe(1)
  expect(await inRound()).toEqual([])
  expect((await school.contact.post(`/students/${id}/leave`, { left: false, version: 2 })).status).toBe(200)
  expect(await inRound()).toEqual([id])
})

test('students are found by the start and the end of a name and by number', async () => {
  const school = await newSchool(world)
  for (const name of ['欧阳示例', '杨示例', '杨样本']) await school.contact.post('/students', studentForm(school.cohortId, { name }))
  const found = async (q: string) => (await school.contact.get(`/students?sort=name&q=${encodeURIComponent(q)}`)).body.rows.map(({ name }: { name: string }) => name)

  expect(await found('杨')).toEqual(['杨样本', '杨示例'].sort())
  expect((await found('示例')).sort()).toEqual(['杨示例', '欧阳示例'].sort())
  expect(await found('%')).toEqual([])
  expect(await found('S1')).toHaveLength(3)
})

test('a school of the paired counties gives its students the tag that reserved seats name', async () => {
  const { school, id } = await enrolled({}, { divisionCode: '522634' })
  expect((await school.contact.get(`/students/${id}`)).body.tags).toEqual(['paired_county'])
})

const header = ['学號', '姓名', '身份证号', '专业代码', '班级', '入学年份', '毕业年份', '指导教师', '监护人', '监护人电话', '成绩', '证书']
const sheetRows = (rows: string[][]) =>
  parseSheet({ format: 'xlsx', sheetName: 's', headerRow: 1, header, rows: rows.map((cells, at) => ({ number: at + 2, cells })), template: null }, studentSheet, { today: '2026-11-23' })

test('a sheet makes programmes, classes and students; the same sheet twice changes nothing', async () => {
  const school = await newSchool(world, { divisionCode: '522633' })
  const actor = { accountId: school.contact.accountId, organisationId: school.id }
  await inTransaction(world.db, (tx) => writeTeacherRows(tx, actor, [{ number: 'T1', name: '示例教师', phone: null, subject: null }], world.now()))
  const { rows, errors } = sheetRows([
    ['2401', '示例甲', idNumber('2009-05-01', 11), '660302', '电气 2401 班', '2024级', '2027届', '示例教师', '家长', '13900000001', '90', '电工、焊工'],
    ['2402', '示例乙', idNumber('2008-05-01', 12), '660302', '电气 2401 班', '2024', '2027年7月', '', '', '', '', ''],
  ])
  expect(errors).toEqual([])
  const write = () => inTransaction(world.db, (tx) => writeStudentRows(tx, actor, rows.map(({ values }) => values), world.now()))

  expect((await write()).map(({ result }) => result)).toEqual(['created', 'created'])
  expect((await write()).map(({ result }) => result)).toEqual(['unchanged', 'unchanged'])

  const { body } = await school.contact.get('/students')
  expect(body.rows.map(({ studentNumber, programmeName, cohortName, tags }: Record<string, unknown>) => [studentNumber, programmeName, cohortName, tags])).toEqual([
    ['2401', '电气设备运行与控制', '电气 2401 班', ['paired_county']],
    ['2402', '电气设备运行与控制', '电气 2401 班', ['paired_county']],
  ])
  expect((await school.contact.get('/cohorts?q=电气')).body.rows[0]).toMatchObject({ teacherName: '示例教师', students: 2, leaveYear: 2027 })
})

test('a row with somebody else’s identity number is refused and the others are written', async () => {
  const { form } = await enrolled()
  const school = await newSchool(world)
  const { rows } = sheetRows([
    ['101', '示例甲', idNumber('2007-05-01', 21), '660302', '甲班', '2024', '2027'],
    ['102', '示例乙', form.idNumber, '660302', '甲班', '2024', '2027'],
  ].map((row) => [...row, '', '', '', '', '']))

  const outcomes = await inTransaction(world.db, (tx) => writeStudentRows(tx, { accountId: school.contact.accountId, organisationId: school.id }, rows.map(({ values }) => values), world.now()))

  expect(outcomes.map(({ result, fault }) => [result, fault?.fault ?? null])).toEqual([['created', null], ['refused', 'identity_taken']])
})

test('the list comes out as a workbook without numbers of persons', async () => {
  const { school, form } = await enrolled()
  const { status, headers, body } = await school.contact.get('/students/export')
  expect([status, String(headers['content-disposition']).startsWith('attachment'), (body as Buffer).includes(form.idNumber)]).toEqual([200, true, false])
})

test('a code is found by its number, by its name, and in traditional characters', async () => {
  const person = await world.person('enterprise_contact')
  const first = async (system: string, q: string) => (await person.get(`/codes/${system}?q=${encodeURIComponent(q)}`)).body.rows[0]

  expect(await first('major', '660303')).toMatchObject({ code: '660303', name: '工业机器人技术应用', level: '中职' })
  expect((await first('major', '工業機器人')).name).toContain('工业机器人')
  expect(await first('division', '南海')).toMatchObject({ code: '440605', parentName: '佛山市' })
})

const csv = (text: string) => ({ name: 'codes.csv', bytes: Buffer.from(text) })

test('a table whose counts differ from the official ones is refused until somebody signs', async () => {
  const office = await world.person('secretariat')
  const file = csv('code,name,level,parent\nA,农、林、牧、渔业,门类,\n01,农业,大类,A\n')
  const fields = { version: '试版', source: '示例' }

  const refused = await office.upload('/code-systems/industry/import', file, fields)
  expect(refused).toMatchObject({ status: 409, body: { code: 'code_counts_differ' } })
  expect(refused.body.details.levels).toContainEqual({ level: '大类', count: 1, official: 97 })

  world.moveTo({ hours: 1 })
  const signed = await office.upload('/code-systems/industry/import', file, { ...fields, sign: 'true' })
  expect(signed.status).toBe(200)
  expect(signed.body.superseded).toBeGreaterThan(300)
  const rows = await world.db.selectFrom('code').select('code').where('system', '=', 'industry').execute()
  expect(rows.length).toBeGreaterThan(400)
  expect((await office.get('/code-systems')).body.rows.find(({ id }: { id: string }) => id === 'industry').signedBy).not.toBeNull()
})

test('only the office imports a code table', async () => {
  const reply = await (await world.person('school_contact')).upload('/code-systems/industry/import', csv('code\n'), { version: '1', source: '1' })
  expect(reply).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
})

test('a school names a programme by its official code and cannot name it twice', async () => {
  const school = await newSchool(world)

  expect((await school.contact.post('/programmes', { majorCode: '660301' })).status).toBe(200)
  expect(await school.contact.post('/programmes', { majorCode: '660301' })).toMatchObject({ status: 409, body: { code: 'programme_exists' } })
  expect(await school.contact.post('/programmes', { majorCode: '999999' })).toMatchObject({ status: 422, body: { code: 'major_unknown' } })
  expect((await school.contact.get(`/programmes?schoolId=${school.id}`)).body.rows.map(({ name }: { name: string }) => name)).toEqual(['机电技术应用', '工业机器人技术应用'])
})
