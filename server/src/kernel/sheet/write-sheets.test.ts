import { openXlsx, readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { sheet as words } from '@silian/words/zh-Hans/sheet'
import { sheetKind } from './columns.ts'
import { knownHeaders, parseSheet } from './parse-sheet.ts'
import { choiceColumn } from './readers.ts'
import { readTable } from './read-table.ts'
import { people } from './sheet-for-tests.ts'
import type { Table } from './table.ts'
import { writeMarked } from './write-marked.ts'
import { writeCsv, writeTable } from './write-table.ts'
import { writeTemplate } from './write-template.ts'
import { rewriteEntry } from './zip.ts'

const known = knownHeaders(people)
const today = '2026-09-01'
const markWords = { heading: '错误原因', reason: ({ reason }: { reason: keyof typeof words }) => words[reason] }
const tableOf = async (bytes: Uint8Array, name = 'a.xlsx') => (await readTable(bytes, name, { known })) as Table

test.each(['zh-Hans', 'en'] as const)('the template in %s is read back as itself, and its sample is skipped', async (language) => {
  const table = await tableOf(await writeTemplate(people, language))
  expect(table).toMatchObject({ sheetName: people.title[language], headerRow: 1, template: { name: 'people', version: 3 } })
  expect(table.header).toEqual(people.columns.map((column) => (column.required ? '*' : '') + column.header[language]))
  expect(parseSheet(table, people, { today })).toEqual({ rows: [], errors: [], unknownColumns: [], missingColumns: [], rowCount: 0 })
})

test('the sample of the template is a good row once its mark is gone', async () => {
  const table = await tableOf(await writeTemplate(people))
  table.rows[0]!.cells[0] = table.rows[0]!.cells[0]!.replace('【示例】', '')
  expect(parseSheet(table, people, { today })).toMatchObject({ rows: [{ row: 2 }], errors: [] })
})

test('the template has drop-downs, text columns, a frozen header and a sheet of rules', async () => {
  const workbook = await readXlsx(await writeTemplate(people), { readStyles: true })
  const [data, notes] = workbook.sheets
  expect(data!.dataValidations).toMatchObject([{ type: 'list', range: 'D2:D10001', values: ['男', '女'] }])
  expect(data!.freezePane).toMatchObject({ rows: 1 })
  expect(notes!.name).toBe('填写说明')
  expect(notes!.rows.find((row) => row[0] === '性别')).toEqual(['性别', '选填', '从下拉中选一项；男、女', '男'])
})

test('whole columns of codes, dates and ranges are text, so that Excel cuts no number typed below the sample', async () => {
  const bytes = await writeTemplate(people)
  const [sheet, styles] = ['xl/worksheets/sheet1.xml', 'xl/styles.xml'].map((name) => textOf(bytes, name)) as [string, string]
  const formats = [...sheet.matchAll(/<col (?:style="(\d+)" )?min="(\d+)"/g)].map(([, style]) => style)
  expect(formats.map((style) => style !== undefined)).toEqual(people.columns.map(({ kind }) => ['code', 'contact', 'range', 'date'].includes(kind)))
  const cellXfs = [.../<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].matchAll(/<xf [^>]*numFmtId="(\d+)"/g)].map(([, id]) => id)
  expect(styles).toContain(`<numFmt numFmtId="${cellXfs[Number(formats[1])]}" formatCode="@"/>`)
  expect(sheet).not.toContain('<row r="3"')
})

test('a long list of choices stands on a hidden sheet', async () => {
  const choices = Array.from({ length: 60 }, (_, at) => ({ value: `v${at}`, label: { 'zh-Hans': `很长的选项名称${at}`, en: `choice ${at}` } }))
  const kind = sheetKind({ name: 'long', version: 1, title: { 'zh-Hans': '长', en: 'Long' }, columns: [choiceColumn({ key: 'a', header: { 'zh-Hans': '甲', en: 'A' }, synonyms: [], required: true, sample: '', choices })] })
  const workbook = await readXlsx(await writeTemplate(kind))
  expect(workbook.sheets[0]!.dataValidations).toMatchObject([{ formula1: "'选项'!$A$1:$A$60" }])
  expect(workbook.sheets[2]).toMatchObject({ name: '选项', hidden: true })
  expect(workbook.sheets[2]!.rows).toHaveLength(60)
})

function textOf(bytes: Uint8Array, name: string): string {
  let found = ''
  rewriteEntry(bytes, name, (text) => (found = text))
  return found
}

const faulty = [['某校名单', null], ['姓名', '学号', '手机号', '公式'], ['张三', '20260001', '12800000000', 1], ['', '20260001', '', 2], ['赵六', '20260003', '', 3]]

test('the marked workbook keeps what it had, fills faulty cells red and says why in a last column', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: '名单', rows: faulty, columns: [{ width: 33 }], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }] }, { name: '别的', rows: [['留着']] }],
  })
  const table = await tableOf(bytes)
  const { errors } = parseSheet(table, people, { today })
  const marked = await readXlsx(await writeMarked(bytes, table, errors, markWords), { readStyles: true })
  const [sheet, other] = marked.sheets
  expect(other!.rows).toEqual([['留着']])
  expect(sheet!.merges).toEqual([{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }])
  expect(sheet!.rows.map((row) => row[4] ?? null)).toEqual([null, '错误原因', '手机号：手机号不会以 {{prefix}} 开头。', '姓名：必填，这里是空的。\n学号：与第 {{row}} 行重复。', null])
  const red = [...sheet!.cells!].filter(([, cell]) => cell.style?.fill?.type === 'pattern' && cell.style.fill.fgColor?.rgb?.endsWith('FFC7CE')).map(([key]) => key)
  expect(red.sort()).toEqual(['2,2', '3,0', '3,1'])
  expect(sheet!.cells!.get('3,0')!.style!.numFmt).toBe('@')
  expect(sheet!.rows[3]!.slice(0, 4)).toEqual([expect.toBeOneOf([null, '']), '20260001', expect.toBeOneOf([null, '']), 2])
})

test('a marked file that was repaired is read again without its old reasons', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '名单', rows: faulty }] })
  const table = await tableOf(bytes)
  const marked = await writeMarked(bytes, table, parseSheet(table, people, { today }).errors, markWords)
  const again = await tableOf(marked)
  expect(again.header).toEqual(['姓名', '学号', '手机号', '公式', '错误原因'])
  const twice = await tableOf(await writeMarked(marked, again, [], markWords))
  expect(twice.header).toEqual(again.header)
  expect(twice.rows.map(({ cells }) => cells[4] ?? '')).toEqual(['', '', ''])
})

test('a marked text file comes back as a workbook', async () => {
  const bytes = new TextEncoder().encode('姓名,学号\n,20260001\n')
  const table = await tableOf(bytes, 'a.csv')
  const marked = await tableOf(await writeMarked(bytes, table, parseSheet(table, people, { today }).errors, markWords))
  expect(marked).toMatchObject({ format: 'xlsx', header: ['姓名', '学号', '错误原因'], rows: [{ number: 2, cells: ['', '20260001', '姓名：必填，这里是空的。'] }] })
})

test('an export is read back exactly, and nothing in it is a formula', async () => {
  const risky = ['=1+1', '+8613800000000', '-5', '@SUM(A1)', '\t=2', '00123', '㙍𠮷䶮', '']
  const bytes = await writeTable({ name: '导出：a/b', header: ['姓名', '数'], rows: risky.map((text, at) => [text, at]) })
  const workbook = await openXlsx(bytes, { readStyles: true })
  expect(workbook.sheets[0]!.rows.slice(1).map((row) => row[0] ?? '')).toEqual(risky)
  expect([...workbook.sheets[0]!.cells!.values()].filter((cell) => cell.formula !== undefined)).toEqual([])
  expect(workbook.sheets[0]!.cells!.get('1,0')!.style!.numFmt).toBe('@')
})

test('a text export carries a BOM, quotes what needs it and disarms formulas', () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv({ header: ['姓名', 'b'], rows: [['=1+1', 2], ['一,"二"', null]] }))
  expect(text).toBe('\uFEFF姓名,b\r\n\'=1+1,2\r\n"一,""二""",\r\n')
})

test('ten thousand rows of twenty columns are parsed and marked without effort', async () => {
  const extra = Array.from({ length: 10 }, (_, at) => `别的${at}`)
  const header = ['姓名', '学号', '身份证号', '性别', '手机号', '邮箱', '开始日期', '结束日期', '期望薪酬', '成绩', ...extra]
  const rows = Array.from({ length: 10_000 }, (_, at) => [
    `张三${at}`, String(20_260_000 + at), at % 10 === 0 ? '110105194912310021' : '', '男', `138${String(at).padStart(8, '0')}`, `a${at}@example.com`, '2027年3月1日', '2027.8.31', '3.5-6千/月', at % 101, ...extra,
  ])
  const bytes = await writeXlsx({ sheets: [{ name: '名单', rows: [header, ...rows] }] })
  const table = await tableOf(bytes)
  const started = process.cpuUsage()
  const parsed = parseSheet(table, people, { today })
  expect(process.cpuUsage(started).user).toBeLessThan(6_000_000) // about 0.8 s on a quiet machine
  expect([parsed.rows.length, parsed.errors.length]).toEqual([9000, 1000])
  const marked = await tableOf(await writeMarked(bytes, table, parsed.errors, markWords))
  expect(marked.rows.filter(({ cells }) => (cells[20] ?? '') !== '')).toHaveLength(1000)
}, 60_000)
