import { afterAll, beforeAll, expect, test } from 'vitest'
import { newMember } from '../../../../test/members-world.ts'
import { newPlacementsWorld, type PlacementsWorld } from '../../../../test/placements-world.ts'
import { countQueries } from '../../../../test/queries.ts'
import { newWorld, type Person, type World } from '../../../../test/world.ts'
import { digestOf, seal } from '../../../kernel/secrets.ts'

let world: World
let made: PlacementsWorld
let office: Person
beforeAll(async () => {
  world = await newWorld({ now: '2027-09-01T02:00:00Z' })
  made = newPlacementsWorld(world)
  office = await world.person('secretariat')
})
afterAll(() => world.close())

const form = {
  title: '示例全国实习备案数据',
  columns: [
    { heading: '姓名', source: 'studentName', required: true }, { heading: '身份证号', source: 'idNumber', required: true }, { heading: '性别码', source: 'sex', map: '性别' },
    { heading: '单位', source: 'unitName', most: 200 }, { heading: '开始', source: 'startsOn', days: '20270301' }, { heading: '类别', source: 'fixed', fixed: '岗位实习' },
  ],
  maps: { 性别: { male: '1' } },
}
const span = 'from=2027-01-01&until=2027-12-31'
const idNumber = '110101200803056016'
const make = (school: Awaited<ReturnType<PlacementsWorld['school']>>, change = {}) => made.placement('active', { school, student_: { idNumber: seal(idNumber), idNumberDigest: digestOf(crypto.randomUUID()), idNumberMask: '110＊＊＊＊6016', ...change } })

test('the office writes the form as data; the preview shows rows, masks numbers and names every fault', async () => {
  const school = await made.school()
  await newMember(world, school.id)
  const first = await make(school)
  const second = await make(school, { sex: 'female', idNumber: null, idNumberDigest: null, idNumberMask: null })
  await made.placement('signed', { school })
  const { id } = (await office.post('/return-forms', form)).body
  const preview = (await school.contact.get(`/return-forms/${id}/preview?${span}`)).body
  expect(preview).toMatchObject({
    total: 2, faultyRows: 1, headings: ['姓名', '身份证号', '性别码', '单位', '开始', '类别'], rows: [[first.student.name, '110＊＊＊＊6016', '1', first.firm.name, '20270301', '岗位实习'], [second.student.name, '', 'female', second.firm.name, '20270301', '岗位实习']],
    faults: [{ row: 2, heading: '身份证号', code: 'missing' }, { row: 2, heading: '性别码', code: 'unmapped', value: 'female' }],
  })
  // A new code is data, too.
  expect((await office.patch(`/return-forms/${id}`, { ...form, maps: { 性别: { male: '1', female: '2' } }, version: 1 })).body).toEqual({ version: 2 })
  expect((await school.contact.get(`/return-forms/${id}/preview?${span}`)).body.faults.map(({ code }: { code: string }) => code)).toEqual(['missing'])
  expect(await office.patch(`/return-forms/${id}`, { ...form, version: 1 })).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } })
})

test('the file opens identity numbers only with a reason, which each student can be shown', async () => {
  const school = await made.school()
  await newMember(world, school.id)
  const placement = await make(school)
  const { id } = (await office.post('/return-forms', { ...form, title: '示例乙表' })).body
  const body = { from: '2027-01-01', until: '2027-12-31', format: 'csv' }
  expect(await school.contact.post(`/return-forms/${id}/export`, body)).toMatchObject({ status: 422, body: { code: 'reason_needed' } })
  const file = await school.contact.post(`/return-forms/${id}/export`, { ...body, reason: '报部里备案' })
  expect([file.status, String(file.body)]).toEqual([200, expect.stringContaining(idNumber)])
  expect(String(file.body)).toContain(placement.student.name)
  expect((await school.contact.get(`/students/${placement.student.studentId}/unmaskings`)).body.rows).toMatchObject([{ reason: '报部里备案' }])
  const book = await school.contact.post(`/return-forms/${id}/export`, { ...body, format: 'xlsx', reason: '报部里备案' })
  expect([book.status, (book.body as Buffer).subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect(await school.contact.post(`/return-forms/${id}/export`, { ...body, from: '2020-01-01', until: '2020-12-31', reason: '报部里备案' })).toMatchObject({ status: 409, body: { code: 'nothing_to_export' } })
})

test('a school writes no forms and reads no other school’s rows; faults of a form are named', async () => {
  const school = await made.school()
  await newMember(world, school.id)
  const other = await made.school()
  await make(other)
  const { id } = (await office.post('/return-forms', { ...form, title: '示例丙表' })).body
  expect((await school.contact.post('/return-forms', { ...form, title: '自己写' })).status).toBe(403)
  expect((await school.contact.get(`/return-forms/${id}/preview?${span}&schoolId=${other.id}`)).body.total).toBe(0)
  expect((await other.contact.get(`/return-forms/${id}`)).status).toBe(404)
  const firm = await made.firm()
  expect((await firm.contact.get('/return-forms')).status).toBe(403)
  expect(await office.post('/return-forms', { ...form, title: '坏表', maps: {} })).toMatchObject({ status: 422, body: { details: { issues: [{ path: ['columns', 2, 'map'], code: 'unknown' }] } } })
  expect(await office.post('/return-forms', { ...form, title: '示例丙表' })).toMatchObject({ status: 409, body: { code: 'return_form_exists' } })
})

test('the preview asks as much for one row as for thirty', async () => {
  const school = await made.school()
  await newMember(world, school.id)
  const firm = await made.firm()
  await made.placement('active', { school, firm })
  const { id } = (await office.post('/return-forms', { ...form, title: '示例丁表' })).body
  const one = await countQueries(() => school.contact.get(`/return-forms/${id}/preview?${span}`))
  for (let n = 0; n < 29; n++) await made.placement('active', { school, firm })
  expect([await countQueries(() => school.contact.get(`/return-forms/${id}/preview?${span}`)), (await school.contact.get(`/return-forms/${id}/preview?${span}`)).body.total]).toEqual([one, 30])
})
