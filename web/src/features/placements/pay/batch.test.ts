import { expect, test } from 'vitest'
import { giveReceipts, readPayroll } from './batch.ts'

const rows = [
  { placementId: 'a', studentName: '示例王小' },
  { placementId: 'b', studentName: '示例王小明' },
  { placementId: 'c', studentName: '示例李雷' },
  { placementId: 'd', studentName: '示例李雷' },
  { placementId: 'e', studentName: 'Example Li Hua' },
]

test.each([
  ['two columns of a sheet', '示例王小\t3400\n示例王小明\t3500.50', { a: 3400, b: 3500.5 }, []],
  ['a heading and empty lines say nothing', '姓名\t实发\n\n示例王小\t3400\n', { a: 3400 }, []],
  ['more columns: the last number is the amount', '1\t示例王小\t3600\t200\t3,400.00', { a: 3400 }, []],
  ['full-width figures, spaces and the unit', '示例王小　３４００元', { a: 3400 }, []],
  ['a name of several words', 'Example Li Hua, 3000', { e: 3000 }, []],
  ['somebody who is not there, and two of one name, are told', '示例张三\t1\n示例李雷\t2', {}, ['示例张三', '示例李雷']],
])('%s', (_sentence, text, amounts, strangers) => {
  expect(readPayroll(text, rows)).toEqual({ amounts, strangers })
})

test('a receipt goes to the one whose name its file bears; the longer name wins, two of one name are told', () => {
  const files = ['回单-示例王小.pdf', '2026-10 示例王小明.png', '示例李雷.pdf', 'scan.pdf'].map((name) => ({ name }))
  expect(giveReceipts(files, rows)).toEqual({ given: { a: files[0], b: files[1] }, strangers: ['示例李雷.pdf', 'scan.pdf'] })
})
