import { afterAll, beforeAll, expect, test } from 'vitest'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { inTransaction } from '../../kernel/db.ts'
import { unseal } from '../../kernel/secrets.ts'
import { templateMark } from '../../kernel/sheet/template-mark.ts'
import { studentFile, studentHeader, studentLine } from '../../../test/imports-world.ts'
import { newWorld } from '../../../test/world.ts'
import { checkImport, resumeImports, runImport } from './running/service.ts'
import { lockImport, updateImport } from './tables.ts'
import { writeNext } from './running/service.ts'

let world: Awaited<ReturnType<typeof newWorld>>
beforeAll(async () => { world = await newWorld() })
afterAll(() => world.close())

const lines = (count: number, from = 1) => Array.from({ length: count }, (_, at) => studentLine(from + at))
type Person = Awaited<ReturnType<typeof world.person>>

async function upload(person: Person, file: { name: string; bytes: Buffer }, kind = 'students', more: Record<string, string> = {}) {
  const { status, body } = await person.upload('/imports', file, { kind, ...more })
  expect({ status, body }).toEqual({ status: 200, body: { id: expect.any(String) as string, state: expect.any(String) as string } })
  return (body as { id: string }).id
}
const view = async (person: Person, id: string) => (await person.get(`/imports/${id}`)).body as Record<string, never>
const students = async (person: Person) => Number((await world.db.selectFrom('student').select(({ fn }) => fn.countAll().as('n')).where('schoolId', '=', person.organisationId).executeTakeFirstOrThrow()).n)

test('a school uploads its list, sees that nothing is written, writes it, and finds the students', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(30)))
  expect(await view(school, id)).toMatchObject({ state: 'checked', total: 30, figures: { ready: 30, faulty: 0, duplicate: 0, unchanged: 0, written: 0 }, can: { write: true, cancel: true, undo: false, confirm: false } })
  expect(await students(school)).toBe(0)

  expect((await school.post(`/imports/${id}/write`)).body).toEqual({ id, state: 'written' })
  expect(await view(school, id)).toMatchObject({ state: 'written', figures: { ready: 0, written: 30 }, can: { write: false, cancel: false, undo: true } })
  expect(await students(school)).toBe(30)
})

test('all faults of all rows come at once, grouped by reason, and only the good rows are written', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile([
    studentLine(101),
    studentLine(102, { 姓名: '', 手机号: '12800000000' }),
    studentLine(103, { 身份证号: studentLine(103)[2]!.toString().slice(0, 17) }),
    studentLine(104, { 学业成绩: 101 }),
    studentLine(105, { 学业成绩: 102, 专业代码: '990103' }),
    studentLine(106),
  ]))
  const seen = await view(school, id)
  expect(seen).toMatchObject({ figures: { ready: 2, faulty: 4 }, strip: { from: 2, to: 7 } })
  expect((seen.groups as unknown as { column: string; letter: string; reason: string; count: number }[]).map(({ letter, column, reason, count }) => `${letter} ${column} ${reason} ${count}`)).toEqual(
    expect.arrayContaining(['I 学业成绩 too_large 2', 'B 姓名 required 1', 'H 手机号 phone_form 1', 'C 身份证号 identity_17_digits 1']),
  )
  await school.post(`/imports/${id}/write`)
  expect(await students(school)).toBe(2)
  const { body } = await school.get(`/imports/${id}/rows?state=faulty&reason=too_large`)
  expect((body as { rows: { row: number }[]; total: number }).rows.map(({ row }) => row)).toEqual([5, 6])
})

test('an identity number lies nowhere in clear and is shown with its faulty part pointed at', async () => {
  const school = await world.person('school_contact')
  const good = studentLine(201)[2]!.toString()
  const wrong = good.slice(0, 17) + (good[17] === '1' ? '2' : '1')
  const id = await upload(school, await studentFile([studentLine(201), studentLine(202, { 身份证号: wrong, 手机号: '1380000000' })]))
  const stored = await world.db.selectFrom('sheetImportRow').selectAll().where('importId', '=', id).orderBy('rowNumber').execute()
  const text = JSON.stringify(stored.map((row) => ({ ...row, sealed: null })))
  for (const secret of [good, wrong, good.slice(6, 17), '1380000000']) expect(text).not.toContain(secret)
  expect(unseal(stored[0]!.sealed!)).toContain(good)
  const { rows } = (await school.get(`/imports/${id}/rows?state=faulty`)).body as { rows: { label: string; faults: { value: string; mark: number[] | null; reason: string }[] }[] }
  expect(rows[0]!.label).toMatch(/^示＊/)
  expect(rows[0]!.faults[0]).toMatchObject({ reason: 'identity_check', value: `${wrong.slice(0, 4)}***********${wrong.slice(15)}`, mark: [17, 18] })
})

test('the same file twice changes nothing, and it is said', async () => {
  const school = await world.person('school_contact')
  const file = await studentFile(lines(5, 300))
  const first = await upload(school, file)
  await school.post(`/imports/${first}/write`)
  const second = await upload(school, file)
  expect(await view(school, second)).toMatchObject({ figures: { ready: 0, unchanged: 5 }, earlier: { id: first, number: expect.stringMatching(/^I-/) as string }, can: { write: false } })
  expect(await school.post(`/imports/${second}/write`)).toMatchObject({ status: 409, body: { code: 'nothing_to_write' } })
  expect(await students(school)).toBe(5)
})

test('a row that differs from what is kept waits for a confirmation, and then replaces it', async () => {
  const school = await world.person('school_contact')
  await school.post(`/imports/${await upload(school, await studentFile(lines(3, 400)))}/write`)
  const id = await upload(school, await studentFile([studentLine(400, { 学业成绩: 99.5 }), studentLine(401), studentLine(409)]))
  expect(await view(school, id)).toMatchObject({ figures: { ready: 1, unchanged: 1, duplicate: 1 }, groups: [{ reason: 'differs_from_record', state: 'duplicate' }], can: { confirm: true } })
  await school.post(`/imports/${id}/write`)
  const mark = async () => (await world.db.selectFrom('student').select('schoolMark').where('schoolId', '=', school.organisationId).where('studentNumber', '=', 'S000400').executeTakeFirstOrThrow()).schoolMark
  expect(await mark()).toBe(60_000)

  expect((await school.post(`/imports/${id}/duplicates/confirm`)).body).toEqual({ id, confirmed: 1 })
  await school.post(`/imports/${id}/write`)
  expect(await mark()).toBe(99_500)
  expect(await view(school, id)).toMatchObject({ state: 'written', figures: { written: 2, unchanged: 1, duplicate: 0 } })
})

test('a key that stands twice in the file: once when the rows agree, asked about when they do not', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile([studentLine(500), studentLine(500), studentLine(501), studentLine(501, { 学业成绩: 77 })]))
  expect(await view(school, id)).toMatchObject({ figures: { ready: 2, unchanged: 1, duplicate: 1, faulty: 0 } })
})

test('a row of another school is a fault', async () => {
  const school = await world.person('school_contact')
  const { name } = await world.db.selectFrom('organisation').select('name').where('id', '=', school.organisationId).executeTakeFirstOrThrow()
  const file = await studentFile([[name, ...studentLine(600)], ['别的示例学校', ...studentLine(601)]], 'a.xlsx', ['学校', ...studentHeader])
  const id = await upload(school, file)
  expect(await view(school, id)).toMatchObject({ figures: { ready: 1, faulty: 1 }, groups: [{ column: '学校', reason: 'other_school' }] })
})

test('the identity number of a student elsewhere is refused without telling whose it is', async () => {
  const [one, other] = [await world.person('school_contact'), await world.person('school_contact')]
  await one.post(`/imports/${await upload(one, await studentFile(lines(1, 650)))}/write`)
  const id = await upload(other, await studentFile([studentLine(650, { 学号: 'X1' }), studentLine(651)]))
  expect(await view(other, id)).toMatchObject({ figures: { ready: 1, faulty: 1 }, groups: [{ column: '身份证号', reason: 'identity_taken' }] })
  const { rows } = (await other.get(`/imports/${id}/rows?state=faulty`)).body as { rows: { faults: { value: string; params: unknown }[] }[] }
  expect(rows[0]!.faults[0]).toMatchObject({ value: expect.stringMatching(/^4499\*{11}...$/) as string, params: { number: '—' } })
})

test('the office names the school; others may not bring what is not theirs', async () => {
  const [office, school, firm] = [await world.person('secretariat'), await world.person('school_contact'), await world.person('enterprise_contact')]
  const file = await studentFile(lines(2, 700))
  expect(await office.upload('/imports', file, { kind: 'students' })).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
  await office.post(`/imports/${await upload(office, file, 'students', { organisationId: school.organisationId })}/write`)
  expect(await students(school)).toBe(2)
  expect(await firm.upload('/imports', file, { kind: 'students' })).toMatchObject({ status: 403 })
  expect(await school.upload('/imports', file, { kind: 'posts' })).toMatchObject({ status: 403 })
  expect(await school.upload('/imports', file, { kind: 'organisations' })).toMatchObject({ status: 403 })
})

test('an import exists for nobody but who brought it', async () => {
  const [school, colleague] = [await world.person('school_contact'), await world.person('school_contact')]
  const id = await upload(school, await studentFile(lines(2, 720)))
  for (const path of ['', '/rows', '/marked.xlsx']) expect((await colleague.get(`/imports/${id}${path}`)).status).toBe(404)
  for (const action of ['write', 'cancel', 'undo', 'duplicates/confirm']) expect((await colleague.post(`/imports/${id}/${action}`)).status).toBe(404)
  expect(((await colleague.get('/imports')).body as { total: number }).total).toBe(0)
  expect(((await school.get('/imports')).body as { total: number }).total).toBe(1)
})

test('what cannot be read is refused with its reason, and leaves nothing behind', async () => {
  const school = await world.person('school_contact')
  const send = async (name: string, bytes: Buffer) => (await school.upload('/imports', { name, bytes }, { kind: 'students' })).body
  const bomb = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['学号']] }] }))
  bomb.writeUInt32LE(0x7fffffff, bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  const old = await writeXlsx({ sheets: [{ name: '学生', rows: [[...studentHeader], studentLine(1)] }], properties: { custom: templateMark({ name: 'students', version: 99 }) } })
  const other = await writeXlsx({ sheets: [{ name: '学生', rows: [[...studentHeader], studentLine(1)] }], properties: { custom: templateMark({ name: 'teachers', version: 1 }) } })
  expect(await send('a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toMatchObject({ code: 'sheet_unreadable', details: { fault: 'sheet_is_xls' } })
  expect(await send('a.xlsx', Buffer.from('%PDF-1.7\n%\xff\xff\x00\x01'))).toMatchObject({ code: 'sheet_unreadable' })
  expect(await send('a.xlsx', Buffer.alloc(0))).toMatchObject({ code: 'sheet_unreadable', details: { fault: 'sheet_is_empty' } })
  expect(await send('a.xlsx', bomb)).toMatchObject({ code: 'sheet_unreadable' })
  expect(await send('a.xlsx', Buffer.from(old))).toMatchObject({ code: 'template_outdated', details: { found: 99 } })
  expect(await send('a.xlsx', Buffer.from(other))).toMatchObject({ code: 'template_of_other_kind' })
  expect(await send('a.csv', Buffer.from('学号,姓名\n20260001,张三\n'))).toMatchObject({ code: 'columns_missing', details: { columns: '证件号码、专业代码、班级、入学年份、毕业年份' } })
  expect(await send('a.csv', Buffer.from('学号,姓名,身份证号,专业代码,班级,入学年份,毕业年份\n'))).toMatchObject({ code: 'sheet_unreadable', details: { fault: 'sheet_is_empty' } })
  expect(((await school.get('/imports')).body as { total: number }).total).toBe(0)
})

test('the template comes back as itself, without its sample', async () => {
  const school = await world.person('school_contact')
  const { status, body } = await school.get('/imports/templates/students.xlsx')
  expect(status).toBe(200)
  const workbook = await readXlsx(body as Buffer)
  expect(workbook.sheets[0]!.rows[0]).toContain('*学号')
  expect((await school.upload('/imports', { name: 'a.xlsx', bytes: body as Buffer }, { kind: 'students' })).body).toMatchObject({ code: 'sheet_unreadable', details: { fault: 'sheet_is_empty' } })
  expect((await school.get('/imports/templates/posts.xlsx')).status).toBe(403)
})

test('the marked file says in a last column what is wrong, in the row it is wrong', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile([studentLine(750), studentLine(751, { 学业成绩: 'A+' })]))
  const { body } = await school.get(`/imports/${id}/marked.xlsx`)
  const [sheet] = (await readXlsx(body as Buffer)).sheets
  expect(sheet!.rows.map((row) => row.at(studentHeader.length) ?? '')).toEqual(['错误原因', '', '学业成绩：“A+”不是数字。'])
})

test('a large file is compared and written by the worker, and arrives in the inbox', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(5001, 10_000)))
  expect(await view(school, id)).toMatchObject({ state: 'reading', progress: { done: 0, total: 5001 }, can: { write: false, cancel: true } })
  await world.work()
  expect(await view(school, id)).toMatchObject({ state: 'checked', figures: { ready: 5001 } })
  const inbox = async () => ((await school.get('/inbox?tab=todo')).body as { rows: { kind: string; subjectId: string; params: unknown }[] }).rows.filter(({ subjectId }) => subjectId === id)
  expect(await inbox()).toMatchObject([{ kind: 'import.decide', params: { ready: 5001, faulty: 0 } }])

  expect((await school.post(`/imports/${id}/write`)).body).toEqual({ id, state: 'writing' })
  expect(await inbox()).toEqual([])
  await world.work()
  expect(await view(school, id)).toMatchObject({ state: 'written', figures: { written: 5001 } })
  expect(await students(school)).toBe(5001)
})

test('a cancel in the middle is heard at the next piece; what was written may be undone', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(2500, 20_000)))
  await school.post(`/imports/${id}/write`)
  await inTransaction(world.db, async (tx) => writeNext(tx, (await lockImport(tx, id))!, world.now()))
  expect(await view(school, id)).toMatchObject({ state: 'writing', figures: { written: 1000, ready: 1500 }, progress: { done: 1000, total: 2500 } })

  expect((await school.post(`/imports/${id}/cancel`)).body).toEqual({ id, state: 'cancelled' })
  await world.work()
  expect(await students(school)).toBe(1000)
  expect(await view(school, id)).toMatchObject({ state: 'cancelled', can: { undo: true, write: false } })
  expect((await school.post(`/imports/${id}/undo`)).body).toEqual({ id, removed: 1000 })
  expect(await students(school)).toBe(0)
})

test('a crash between two pieces loses nothing and writes nothing twice: the next start goes on', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(2500, 30_000)))
  await school.post(`/imports/${id}/write`)
  await inTransaction(world.db, async (tx) => writeNext(tx, (await lockImport(tx, id))!, world.now()))
  const crash = inTransaction(world.db, async (tx) => {
    await writeNext(tx, (await lockImport(tx, id))!, world.now())
    throw new Error('killed')
  })
  await expect(crash).rejects.toThrow('killed')
  expect(await students(school)).toBe(1000)

  expect(await resumeImports(world.db)).toBe(1)
  await world.work()
  expect(await view(school, id)).toMatchObject({ state: 'written', figures: { written: 2500, ready: 0 } })
  expect(await students(school)).toBe(2500)
})

test('a check that stopped in the middle goes on where it stopped', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(5200, 40_000)))
  await inTransaction(world.db, (tx) => updateImport(tx, id, { checkedTo: 3001, doneRows: 3000 }))
  await checkImport(world.db, { importId: id }, world.now)
  expect(await view(school, id)).toMatchObject({ state: 'checked', figures: { ready: 5200 } })
  await checkImport(world.db, { importId: id }, world.now)
  await runImport(world.db, { importId: id }, world.now)
  expect(await view(school, id)).toMatchObject({ state: 'checked', figures: { ready: 5200 } })
  await world.work()
})

test('an undo is refused whole when one record is used, and after a day', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(3, 800)))
  expect(await school.post(`/imports/${id}/undo`)).toMatchObject({ status: 409, body: { code: 'wrong_state' } })
  await school.post(`/imports/${id}/write`)
  const someone = await world.person('teacher', { organisationId: school.organisationId })
  await world.db.updateTable('student').set({ accountId: someone.accountId }).where('schoolId', '=', school.organisationId).where('studentNumber', '=', 'S000801').execute()
  expect(await school.post(`/imports/${id}/undo`)).toMatchObject({ status: 409, body: { code: 'records_in_use', details: { count: 1 } } })
  expect(await students(school)).toBe(3)

  await world.db.updateTable('student').set({ accountId: null }).where('schoolId', '=', school.organisationId).execute()
  world.moveTo({ hours: 24 })
  expect(await school.post(`/imports/${id}/undo`)).toMatchObject({ status: 409, body: { code: 'too_late_to_undo' } })
})

test('two who press the button at once write once', async () => {
  const school = await world.person('school_contact')
  const id = await upload(school, await studentFile(lines(20, 900)))
  const replies = await Promise.all([1, 2, 3].map(() => school.post(`/imports/${id}/write`)))
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(await students(school)).toBe(20)
})

test('an organisation list comes from the office, and its codes are the key', async () => {
  const office = await world.person('secretariat')
  const { creditCode } = await import('../../../demo/numbers.ts')
  const header = '单位名称,统一社会信用代码,单位类型,从业人数\n'
  const row = (serial: number, staff: string) => `示例导入企业${serial},${creditCode('91', '440605', 8000 + serial)},企业,${staff}\n`
  const id = await upload(office, { name: '单位.csv', bytes: Buffer.from(header + row(1, '约150人') + row(2, '若干')) }, 'organisations')
  await office.post(`/imports/${id}/write`)
  const again = await upload(office, { name: '单位.csv', bytes: Buffer.from(header + row(1, '150') + row(2, '30')) }, 'organisations')
  expect(await view(office, again)).toMatchObject({ figures: { unchanged: 1, duplicate: 1 } })
  expect((await office.post(`/imports/${id}/undo`)).body).toEqual({ id, removed: 2 })
})
