import { afterAll, beforeAll, expect, test } from 'vitest'
import { countQueries } from '../../../../../test/queries.ts'
import { answer, lathe, line, machiningCentre, newSurveyWorld, openSurvey, responseOf, type SurveyWorld } from '../../../../../test/surveys-world.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'

let world: SurveyWorld
let id: string
beforeAll(async () => {
  world = await newSurveyWorld()
  id = await openSurvey(world)
  await world.firms[0].put(`/surveys/${id}/answer`, answer({ lines: [line({ skillGrade: 3, startMonth: '2027-04' }), line({ occupationCode: lathe, payMin: null, payMax: null })] }))
})
afterAll(() => world.close())

const textOf = async (bytes: unknown) => JSON.stringify(await readTable(Buffer.from(bytes as Buffer), 'a.xlsx'))

test('a workbook goes out with what was sent and comes back as the same lines', async () => {
  const [firm] = world.firms
  const bytes = Buffer.from((await firm.get(`/surveys/${id}/answer/sheet`)).body)
  const { body } = await firm.upload(`/surveys/${id}/answer/sheet`, { name: '需求.xlsx', bytes })

  expect(body).toMatchObject({ faults: [], missingColumns: [] })
  expect(body.lines).toEqual((await firm.get(`/surveys/${id}/answer`)).body.lines)
})

test('a bad cell is named with its row; the good rows are read; nothing is stored', async () => {
  const [, firm] = world.firms
  const bytes = Buffer.from('职业代码,人数,学历,到岗月份,方式\n6-18-01-01,八个,中专,2027-05,招聘\n6-18-01-01,几个,中专,2027-05,招聘\n9-99-99-99,3,中专,2027-05,招聘\n')
  const { body } = await firm.upload(`/surveys/${id}/answer/sheet`, { name: 'a.csv', bytes })

  expect(body.lines).toMatchObject([{ occupationName: '车工', people: 8, education: 'secondary', kind: 'hire', startMonth: '2027-05' }])
  expect(body.faults.map(({ row, column, value }: Record<string, unknown>) => [row, column, value])).toEqual([[3, '人数', '几个'], [4, '职业代码', '9-99-99-99']])
  expect((await responseOf(world, id, firm)).state).toBe('waiting')
})

test('a file that is no sheet is refused', async () => {
  const { status, body } = await world.firms[1].upload(`/surveys/${id}/answer/sheet`, { name: 'a.xlsx', bytes: Buffer.from('no') })
  expect([status, body.code]).toEqual([422, 'sheet_unreadable'])
})

test('the office takes out every line; who speaks for a firm only where it stands', async () => {
  const office = await textOf((await world.office.get(`/surveys/${id}/responses/export`)).body)
  const association = await textOf((await world.association.get(`/surveys/${id}/responses/export`)).body)

  for (const text of [office, association]) expect(text).toContain('待核对')
  expect(office).toContain('多工序数控机床操作调整工')
  for (const secret of ['数控机床', '6-18-01', '增员', '数控编程']) expect(association).not.toContain(secret)
  expect((await world.firms[0].get(`/surveys/${id}/responses/export`)).status).toBe(403)
})

test('a firm reads no sheet of another: each gets its own', async () => {
  expect(await textOf((await world.firms[1].get(`/surveys/${id}/answer/sheet`)).body)).not.toContain(machiningCentre)
  expect((await world.office.get(`/surveys/${id}/answer/sheet`)).status).toBe(404)
})

test('lines of one occupation are counted as another until the answers are scored', async () => {
  const merge = (from: string, to: string) => world.office.post(`/surveys/${id}/merges`, { from, to })
  expect((await merge(lathe, '6-99-99-99')).body.code).toBe('invalid_input')
  expect((await merge('6-18-01-02', lathe)).body.code).toBe('invalid_input')
  expect((await world.association.post(`/surveys/${id}/merges`, { from: lathe, to: machiningCentre })).status).toBe(403)
  expect((await merge(lathe, machiningCentre)).body).toEqual({ lines: 1 })
  expect((await world.firms[0].get(`/surveys/${id}/answer`)).body.lines.map(({ occupationCode }: { occupationCode: string }) => occupationCode)).toEqual([machiningCentre, machiningCentre])
})

test('being asked is a form that the firm received, and being reminded a call, once a day', async () => {
  const { organisationId } = world.firms[2]
  const contacts = () => world.db.selectFrom('firmContact').select('kind').where('organisationId', '=', organisationId).orderBy('kind').execute()
  expect(await contacts()).toEqual([{ kind: 'form' }])
  await world.association.post(`/surveys/${id}/reminders`)
  await world.office.post(`/surveys/${id}/reminders`)
  expect(await contacts()).toEqual([{ kind: 'call' }, { kind: 'form' }])
})

test('four answers ask the database no more often than one', async () => {
  const one = await countQueries(() => world.office.get(`/surveys/${id}/responses?size=1`))
  expect(await countQueries(() => world.office.get(`/surveys/${id}/responses?size=100`))).toBe(one)
})
