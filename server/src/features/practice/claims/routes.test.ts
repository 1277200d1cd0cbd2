import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newFaculty, newPlan, scan, type Faculty } from '../../../../test/practice-world.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import { faultsOfClaim } from './rules.ts'

let world: World
let faculty: Faculty
beforeAll(async () => {
  world = await newWorld()
  faculty = await newFaculty(world, { size: 6 })
})
beforeEach(() => world.moveTo('2026-11-23T06:00:00Z'))
afterAll(() => world.close())

const claim = (change: Record<string, unknown> = {}) => ({ organisationName: '示例精密机械', startsOn: '2024-07-08', endsOn: '2024-08-16', days: 40, source: '人事系统', ...change })

test.each([
  ['forty days in forty', {}, null],
  ['forty-one days do not fit', { days: 41 }, 'too_many'],
  ['the end comes after the beginning', { endsOn: '2024-07-01', days: 1 }, 'before_start'],
  ['what is not over is not past', { endsOn: '2026-12-01' }, 'future'],
] as const)('%s', (_sentence, change, expected) => {
  expect(faultsOfClaim({ startsOn: '2024-07-08', endsOn: '2024-08-16', days: 40, ...change }, '2026-11-23')[0]?.code ?? null).toBe(expected)
})

test('what a teacher claims stands apart, and counts when the school has seen the evidence', async () => {
  const { teacher, office } = faculty
  const { id } = (await teacher.person.post('/practice/claims', claim())).body
  expect((await teacher.person.get('/my/practice')).body.teacher).toMatchObject({ days: 0, claimed: 40 })
  expect((await office.post(`/practice/claims/${id}/decision`, { decision: 'confirm', version: 1 })).body.code).toBe('evidence_needed')
  const evidence = (await teacher.person.upload(`/practice/claims/${id}/evidence`, scan)).body
  expect((await office.get('/inbox?size=50')).body.rows.filter(({ subjectId }: { subjectId: string }) => subjectId === id).map(({ kind }: { kind: string }) => kind)).toEqual(['practice_claim.look'])
  expect([(await office.get(`/files/${evidence.id}`)).status, (await (await world.person('school_contact')).get(`/files/${evidence.id}`)).status]).toEqual([200, 404])
  expect((await teacher.person.post(`/practice/claims/${id}/decision`, { decision: 'confirm', version: 2 })).status).toBe(403)
  expect((await office.post(`/practice/claims/${id}/decision`, { decision: 'confirm', version: 2 })).body).toMatchObject({ state: 'confirmed', creditedDays: 40 })
  expect((await teacher.person.get('/my/practice')).body.teacher).toMatchObject({ days: 40, claimed: 0, stretches: [{ kind: 'claim', days: 40, title: '示例精密机械' }] })
  expect((await office.post(`/practice/claims/${id}/decision`, { decision: 'reject', reason: '重复', version: 3 })).body.code).toBe('wrong_state')
})

test('the same days are claimed once; what is rejected says why and makes room', async () => {
  const { office, others } = faculty
  const add = (change: Record<string, unknown>) => office.post('/practice/claims', claim({ teacherId: others[0], ...change }))
  const { id } = (await add({})).body
  expect((await add({ startsOn: '2024-08-16', endsOn: '2024-08-20', days: 5 })).body.code).toBe('claim_overlaps')
  expect((await office.post(`/practice/claims/${id}/decision`, { decision: 'reject', version: 1 })).body.code).toBe('reason_needed')
  expect((await office.post(`/practice/claims/${id}/decision`, { decision: 'reject', reason: '没有证明材料。', version: 1 })).body.state).toBe('rejected')
  expect((await add({})).status).toBe(200)
  expect((await office.post('/practice/claims', claim())).body.details.issues[0]).toMatchObject({ path: ['teacherId'], code: 'missing' })
})

test('a claim over days that were credited here is refused by the constraint', async () => {
  const at = await newPlan(world, 'credited', { faculty })
  world.moveTo('2027-02-01T06:00:00Z')
  const { id } = (await faculty.office.post('/practice/claims', claim({ teacherId: faculty.teacher.id, startsOn: '2026-12-20', endsOn: '2027-01-20', days: 10 }))).body
  await faculty.office.upload(`/practice/claims/${id}/evidence`, scan)
  expect((await faculty.office.post(`/practice/claims/${id}/decision`, { decision: 'confirm', version: 2 })).body.code).toBe('practice_day_taken')
  expect((await at.view(at.teacher)).creditedDays).toBe(21)
})

const header = ['工号', '姓名', '实践企业', '开始日期', '结束日期', '天数', '来源']
const sheetOf = async (...rows: (string | number)[][]) => ({ name: '以往实践.xlsx', bytes: Buffer.from(await writeXlsx({ sheets: [{ name: '1', rows: [header, ...rows] }] })) })

test('a sheet is read whole: all faults at once, the marked file back, good rows kept, twice changes nothing', async () => {
  const school = await newFaculty(world, { size: 5 })
  const file = await sheetOf(
    ['T示例教师', '示例教师', '示例一厂', '2023-07-10', '2023-08-18', 40, '人事系统'],
    ['T示例教师', '示例教师', '示例二厂', '2023-08-01', '2023-08-30', 10, ''],
    ['T示例主任', '张冠李戴', '示例三厂', '2023-07-10', '2023-08-18', '', ''],
    ['T不存在', '', '示例四厂', '2023-07-10', '2023-07-01', 5, ''],
    ['T示例主任', '示例主任', '示例五厂', '2026-11-01', '2026-12-30', 5, ''],
    ['T示例主任', '', '示例六厂', '2022-07-01', '2022-07-10', '', ''],
  )
  const looked = (await school.office.upload('/practice/claims/sheet', file)).body
  expect(looked).toMatchObject({ rows: 6, ready: 2, unchanged: 0, written: 0, missingColumns: [] })
  expect(looked.faults.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([[3, '开始日期'], [4, '工号'], [5, '结束日期'], [6, '结束日期']])
  const marked = await readTable(Buffer.from(looked.marked, 'base64'), 'a.xlsx', { known: header })
  expect('rows' in marked && marked.rows[1]!.cells.at(-1)).toContain('同一天只算一次')
  expect((await school.office.get('/practice/claims')).body.total).toBe(0)

  expect((await school.office.upload('/practice/claims/sheet', file, { write: 'true' })).body.written).toBe(2)
  expect((await school.office.upload('/practice/claims/sheet', file, { write: 'true' })).body).toMatchObject({ ready: 0, unchanged: 2, written: 0 })
  expect((await school.office.get('/practice/claims?q=示例六厂')).body.rows).toMatchObject([{ days: 10, state: 'claimed', evidence: null }])
  expect((await school.teacher.person.upload('/practice/claims/sheet', file)).status).toBe(403)
  expect((await school.office.upload('/practice/claims/sheet', { name: 'a.xlsx', bytes: Buffer.from('不是表格') })).body.code).toBe('sheet_unreadable')
  const template = await readTable((await school.office.get('/practice/claims/template.xlsx')).body, 'a.xlsx', { known: header })
  expect('header' in template && template.header.slice(0, 2)).toEqual(['*工号', '姓名'])
})
