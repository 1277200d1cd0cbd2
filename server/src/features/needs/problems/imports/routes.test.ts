import { afterAll, beforeAll, expect, test } from 'vitest'
import { newFirm } from '../../../../../test/needs-world.ts'
import { loadCodes } from '../../../../../test/talent-world.ts'
import { newWorld, type Person, type World } from '../../../../../test/world.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { problemSheet } from '../sheet.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
  await loadCodes(world)
})
afterAll(() => world.close())

const header = problemSheet.columns.map((column) => column.header['zh-Hans'])
const whole: Record<string, string> = {
  kind: '技术需求', title: '示例：氧化线色差', description: '铝型材阳极氧化同一批次色差明显，试过换槽液和控温，仍有一成要返工。', presentValue: '返工 10%', wantedValue: '返工 2% 以下', fields: '3252、金属表面处理及热处理加工', budget: '50', secrecy: '须签保密协议', privateDetails: '槽液配方', wantedBy: '2027-06-30', validUntil: '2027-05-31',
}
async function send(person: Person, lines: Record<string, string>[]) {
  const bytes = await writeTable({ name: '需求', header, rows: lines.map((line) => problemSheet.columns.map(({ key }) => line[key] ?? '')) })
  const { body, status } = await person.upload('/imports', { name: '需求.xlsx', bytes: Buffer.from(bytes) }, { kind: 'problems' })
  expect([status, body]).toEqual([200, expect.objectContaining({ id: expect.any(String) })])
  await person.post(`/imports/${body.id}/write`)
  return body.id as string
}
const listed = async (person: Person) => (await person.get('/problems?mine=true&sort=createdAt')).body.rows.map((row: { title: string; state: string }) => [row.title, row.state])

test('needs of a sheet are written by firm and title; whole ones are submitted, half ones wait as drafts, and the sheet again changes nothing', async () => {
  const firm = await newFirm(world)
  const lines = [whole, { ...whole, title: '示例：还没写完', wantedValue: '' }, { ...whole, kind: '服务需求', family: '人才培训', title: '示例：精益培训', fields: '' }]
  await send(firm.contact, lines)
  expect(await listed(firm.contact)).toEqual([['示例：精益培训', 'submitted'], ['示例：氧化线色差', 'submitted'], ['示例：还没写完', 'draft']])
  const { rows } = (await firm.contact.get('/problems?mine=true&sort=createdAt')).body
  expect((await firm.contact.get(`/problems/${rows[1].id}`)).body).toMatchObject({ budgetMax: 500_000, secrecy: 'nda', privateDetails: '槽液配方', fields: [{ code: '3252' }, { code: '3360' }] })

  const again = await send(firm.contact, lines)
  expect((await firm.contact.get(`/imports/${again}`)).body.figures).toMatchObject({ unchanged: 3, written: 0 })
  const changed = await send(firm.contact, [{ ...whole, wantedValue: '返工 1% 以下' }, { ...whole, title: '示例：还没写完' }])
  expect((await firm.contact.get(`/imports/${changed}/rows`)).body.rows.flatMap(({ faults }: { faults: { reason: string }[] }) => faults.map(({ reason }) => reason))).toEqual(['need_submitted', 'differs_from_record'])
  await firm.contact.post(`/imports/${changed}/duplicates/confirm`)
  await firm.contact.post(`/imports/${changed}/write`)
  expect((await listed(firm.contact))[2]).toEqual(['示例：还没写完', 'submitted'])
})

test('an undo takes back what nobody has touched, with what was asked about it', async () => {
  const firm = await newFirm(world)
  const id = await send(firm.contact, [{ ...whole, title: '示例：撤销导入' }])
  const { rows } = (await firm.contact.get('/problems?mine=true')).body
  expect((await firm.contact.post(`/imports/${id}/undo`)).body.removed).toBe(1)
  expect(await listed(firm.contact)).toEqual([])
  expect(await world.db.selectFrom('inboxItem').select('id').where('subjectId', '=', rows[0].id).where('closedAt', 'is', null).execute()).toEqual([])
})

test('a row for somebody else’s firm, of no known industry, or a service without its kind is named', async () => {
  const firm = await newFirm(world)
  const stranger = await newFirm(world)
  const id = await send(firm.contact, [{ ...whole, title: '示例：别家的', organisation: stranger.uscc! }, { ...whole, title: '示例：没有这行业', fields: '炼丹' }, { ...whole, title: '示例：没写类别', kind: '服务需求' }])
  const { rows } = (await firm.contact.get(`/imports/${id}/rows`)).body
  expect(rows.flatMap(({ faults }: { faults: { reason: string }[] }) => faults.map(({ reason }) => reason)).sort()).toEqual(['no_such_code', 'organisation_not_yours', 'required'])
})

test('who asks may take the template; a school may not', async () => {
  const firm = await newFirm(world)
  expect((await firm.contact.get('/imports/templates/problems.xlsx')).status).toBe(200)
  expect((await (await world.person('school_contact')).get('/imports/templates/problems.xlsx')).status).toBe(403)
})
