import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { knownHeaders } from './parse-sheet.ts'
import { readTable } from './read-table.ts'
import { people } from './sheet-for-tests.ts'

const known = knownHeaders(people)
const utf8 = (text: string) => new TextEncoder().encode(text)
const sheet = (rows: (string | number | Date | boolean | null)[][], more: object = {}) => writeXlsx({ sheets: [{ name: '名单', rows, ...more }] })

test('a workbook gives text as text, dates as ISO days and numbers without exponents', async () => {
  const bytes = await sheet([
    ['姓名', '学号', '日期', '数', '是'],
    ['㙍𠮷䶮', '0012', new Date('2024-09-01T00:00:00Z'), 123456789012345680, true],
    ['', '', new Date('2024-09-01T08:30:00Z'), 0.1 + 0.2, null],
    ['', '', '2024.9', 0.0000001, null],
  ], { columns: [{}, { numFmt: '@' }, { numFmt: 'yyyy-mm-dd' }] })
  expect(await readTable(bytes, 'a.xlsx', { known })).toEqual({
    format: 'xlsx', sheetName: '名单', headerRow: 1, template: null,
    header: ['姓名', '学号', '日期', '数', '是'],
    rows: [
      { number: 2, cells: ['㙍𠮷䶮', '0012', '2024-09-01', '123456789012346000', 'TRUE'] },
      { number: 3, cells: ['', '', '2024-09-01 08:30', '0.3', ''] },
      { number: 4, cells: ['', '', '2024.9', '0.0000001', ''] },
    ],
  })
})

test('the header is found under a title, blank rows are left out and keep the numbers of the others', async () => {
  const bytes = await sheet([['某校学生名单'], [], ['填表人：某某', '', '2026年'], ['姓名', '学号'], [], ['张三', '1'], ['  ', null], ['李四', '2']])
  expect(await readTable(bytes, 'a.xlsx', { known })).toMatchObject({ headerRow: 4, header: ['姓名', '学号'], rows: [{ number: 6, cells: ['张三', '1', ''] }, { number: 8, cells: ['李四', '2', ''] }] })
})

test('merged cells are filled down and right, also in a header of two rows', async () => {
  const bytes = await sheet(
    [['学校', '姓名', '联系方式', null], [null, null, '手机号', '邮箱'], ['某校', '张三', '138', 'a'], [null, '李四', '139', null]],
    { merges: [[0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 0, 3], [2, 0, 3, 0], [3, 2, 3, 3]].map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })) },
  )
  expect(await readTable(bytes, 'a.xlsx', { known })).toMatchObject({
    headerRow: 2, header: ['学校', '姓名', '手机号', '邮箱'],
    rows: [{ number: 3, cells: ['某校', '张三', '138', 'a'] }, { number: 4, cells: ['某校', '李四', '139', '139'] }],
  })
})

test('of several sheets the visible one with most known headers is read', async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: '说明', rows: [['请填写姓名']] }, { name: '隐藏', rows: [['姓名', '学号', '性别']], hidden: true }, { name: '数据', rows: [['姓名', '学号'], ['张三', '1']] }],
  })
  expect(await readTable(bytes, 'a.xlsx', { known })).toMatchObject({ sheetName: '数据', rows: [{ number: 2 }] })
})

const csv = '姓名,学号,备注\r\n㙍𠮷䶮,0012,"一,二\r\n三"\r\n\r\n李四,0013,\r\n'
const expected = { format: 'csv', header: ['姓名', '学号', '备注'], rows: [{ number: 2, cells: ['㙍𠮷䶮', '0012', '一,二\r\n三'] }, { number: 4, cells: ['李四', '0013', ''] }] }

test.each([
  ['UTF-8', utf8(csv)],
  ['UTF-8 with BOM', utf8(`\uFEFF${csv}`)],
  ['GB18030', new Uint8Array(iconv.encode(csv, 'gb18030'))],
  ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${csv}`, 'utf16le'))],
  ['tabs', utf8(csv.replace(/,(?!二)/g, '\t'))],
  ['semicolons', utf8(csv.replace(/,(?!二)/g, ';'))],
])('a text file in %s is read, rare characters too', async (_how, bytes) => {
  expect(await readTable(bytes, 'a.csv', { known })).toMatchObject(expected)
})

const ole = new Uint8Array(600)
ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const protectedFile = new Uint8Array(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))
const whole = await sheet([['姓名', '学号'], ['张三', '1']])
const encrypted = await writeXlsx({ sheets: [{ name: '1', rows: [['姓名']] }], encryption: { password: '示例', spinCount: 1000 } })

test.each([
  ['an old .xls', ole, 'a.xls', 'sheet_is_xls'],
  ['an old .xls under another name', ole, 'a.xlsx', 'sheet_is_xls'],
  ['a file with a password', protectedFile, 'a.xlsx', 'sheet_is_protected'],
  ['a workbook that was really encrypted', encrypted, 'a.xlsx', 'sheet_is_protected'],
  ['a web page named .xls', utf8('<html><table><tr><td>姓名</td></tr></table></html>'), 'a.xls', 'sheet_is_web_page'],
  ['an XML of Excel 2003', utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), 'a.xls', 'sheet_is_xls'],
  ['nothing', new Uint8Array(), 'a.xlsx', 'sheet_is_empty'],
  ['a text of blanks', utf8(' \r\n\r\n'), 'a.csv', 'sheet_is_empty'],
  ['an empty workbook', await sheet([]), 'a.xlsx', 'sheet_is_empty'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'a.csv', 'sheet_is_not_a_sheet'],
  ['half a workbook', whole.slice(0, whole.length / 2), 'a.xlsx', 'sheet_is_damaged'],
  ['a workbook without its middle', new Uint8Array([...whole.slice(0, 400), ...whole.slice(900)]), 'a.xlsx', 'sheet_is_damaged'],
  ['a text that is no table of ours', utf8('a,b\n1,2'), 'a.csv', 'sheet_has_no_header'],
])('%s is refused with its reason', async (_what, bytes, name, fault) => {
  expect(await readTable(bytes, name, { known })).toMatchObject({ fault })
})

test('a file over the limits is refused before it costs anything', async () => {
  const bytes = await sheet([['姓名', '学号', '性别'], ...Array.from({ length: 20 }, (_, at) => [`甲${at}`, at, '男'])])
  expect(await readTable(bytes, 'a.xlsx', { known, limits: { bytes: 500 } })).toMatchObject({ fault: 'sheet_is_too_large' })
  expect(await readTable(bytes, 'a.xlsx', { known, limits: { rows: 19 } })).toEqual({ fault: 'sheet_has_too_many_rows', params: { most: 19 } })
  expect(await readTable(bytes, 'a.xlsx', { known, limits: { rows: 20 } })).toHaveProperty('rows')
  expect(await readTable(bytes, 'a.xlsx', { known, limits: { columns: 2 } })).toEqual({ fault: 'sheet_has_too_many_columns', params: { most: 2 } })
  expect(await readTable(bytes, 'a.xlsx', { known, limits: { columns: 3 } })).toHaveProperty('rows')
  const text = utf8(`姓名,学号,性别\n${'甲,1,男\n'.repeat(20)}`)
  expect(await readTable(text, 'a.csv', { known, limits: { rows: 19 } })).toEqual({ fault: 'sheet_has_too_many_rows', params: { most: 19 } })
  expect(await readTable(text, 'a.csv', { known, limits: { columns: 2 } })).toEqual({ fault: 'sheet_has_too_many_columns', params: { most: 2 } })
})

/** A ZIP of one entry that says it unpacks to `declared` bytes. */
function zip(name: string, content: Uint8Array, declared = content.length) {
  const packed = deflateRawSync(content)
  const file = Buffer.from(name)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(declared, 22)
  local.writeUInt16LE(file.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(declared, 24)
  entry.writeUInt16LE(file.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + file.length, 12)
  end.writeUInt32LE(local.length + file.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, file, packed, entry, file, end]))
}

test('a bomb is refused by what it declares, and cannot hide what it is', async () => {
  const million = new Uint8Array(1_000_000)
  expect(await readTable(zip('xl/workbook.xml', million), 'a.xlsx', { known, limits: { unpackedBytes: 999_999 } })).toMatchObject({ fault: 'sheet_is_too_large' })
  expect(await readTable(zip('xl/workbook.xml', million, 0), 'a.xlsx', { known })).toEqual({ fault: 'sheet_is_damaged' })
  expect(await readTable(zip('[Content_Types].xml', million, 1000), 'a.xlsx', { known })).toEqual({ fault: 'sheet_is_not_a_sheet' })
  expect(await readTable(zip('word/document.xml', million), 'a.xlsx', { known })).toEqual({ fault: 'sheet_is_not_a_sheet' })
})

test('a lone cell in the last corner of the sheet is outside what is read', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '1', rows: [['姓名', '学号'], ['张三', '1']], cells: new Map([['1048575,16383', { value: 'x', type: 'string' as const }]]) }] })
  expect(await readTable(bytes, 'a.xlsx', { known })).toMatchObject({ rows: [{ number: 2, cells: ['张三', '1'] }] })
})

test('a merge over the whole sheet costs no more than the rows that are there', async () => {
  const bytes = await sheet([['姓名', '学号'], ['张三', '1']], { merges: [{ startRow: 1, startCol: 0, endRow: 1_048_575, endCol: 16_383 }] })
  const table = await readTable(bytes, 'a.xlsx', { known })
  expect(table).toMatchObject({ header: ['姓名', '学号'], rows: [{ number: 2 }] })
})

test('random bytes, and a workbook with random bytes changed, give a table or a fault, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.xlsx', 'a.csv', 'a.xls', 'a'), async (bytes, name) => {
      const answer = await readTable(bytes, name, { known })
      expect('fault' in answer || 'rows' in answer).toBe(true)
    }),
    { numRuns: 200 },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), async (changes) => {
      const bytes = new Uint8Array(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      const answer = await readTable(bytes, 'a.xlsx', { known })
      expect('fault' in answer || 'rows' in answer).toBe(true)
    }),
    { numRuns: 200 },
  )
})
