import { chance } from './chance.ts'
import { dayAfter } from './days.ts'
import type { ExampleCell, ExampleSheet } from './examples.ts'
import { residentNumber } from './numbers.ts'
import { parentName, personName, type Sex } from './people.ts'
import { rowsOf } from './rows-of.ts'

const headers = ['学号', '姓名', '性别', '证件类型', '身份证件号码', '专业代码', '班级', '入学年月', '毕业年份', '手机', '监护人姓名', '与监护人关系', '监护人手机', '学业成绩', '技能证书']

const classes = [
  ['660103', '数控技术应用'],
  ['660303', '工业机器人技术应用'],
  ['710102', '物联网技术应用'],
] as const

/** A school's list: sixty students of three new classes, three years before they leave. */
export function exampleStudents(now: Date): ExampleSheet {
  const luck = chance('example students')
  const year = Number(dayAfter(now, 0).slice(0, 4))
  const entryYear = year - 2
  const entryAsWritten = [`${entryYear}-09-01`, `${entryYear}年9月`, `${entryYear}.9`, `${String(entryYear).slice(2)}.9`, `${entryYear}09`]
  const cells = Array.from({ length: 60 }, (_, index): ExampleCell[] => {
    const sex: Sex = luck.happens(0.3) ? 'female' : 'male'
    const birthDate = `${entryYear - 16 + (index % 2)}-${String(1 + (index % 8)).padStart(2, '0')}-${String(1 + ((index * 7) % 28)).padStart(2, '0')}`
    const name = oddNames[index] ?? personName(luck, sex, 'nanhai')
    const number = residentNumber('44', birthDate, 701 + index * 2 + (sex === 'female' ? 1 : 0))
    const [major, majorName] = classes[Math.floor(index / 20)]!
    const relation = luck.pick(['父亲', '母亲'] as const)
    const plain = name.replaceAll(/\s/g, '')
    return [
      `${entryYear}9${String(index + 1).padStart(3, '0')}`,
      name,
      sex === 'male' ? luck.pick(['男', '男', '男性']) : luck.pick(['女', '女', '女性']),
      '居民身份证',
      asWritten(number, index),
      index % 5 === 3 ? `${major} ${majorName}` : major,
      `${entryYear} 级${majorName} 9 班`,
      entryAsWritten[index % entryAsWritten.length]!,
      entryYear + 3,
      phoneAsWritten(6100 + index),
      parentName(luck, plain, relation, 'nanhai'),
      relation,
      phoneAsWritten(6300 + index * 2),
      index % 6 === 5 ? '８２．５分' : luck.between(130, 190) / 2,
      index % 4 === 0 ? '电工（中级）、数控车铣加工（初级）' : '',
    ]
  })
  return { kind: 'students', importedBy: 'school', headers, rows: rowsOf(headers, spoil(cells)), merges: [], faulty }
}

const oddNames: Record<number, string> = { 2: '陈 䶮', 9: '阿依古丽·买买提', 16: '　司徒颖', 23: '𠮷田明', 31: '欧阳 文' }
const fullWidth = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const asWritten = (number: string, index: number) =>
  [number, number, number.toLowerCase(), `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}`, `'${number}`, fullWidth(number), number][index % 7]!
const phoneAsWritten = (serial: number) => [`1540000${serial}`, `154-0000-${serial}`, `+86 154 0000 ${serial}`, `154 0000 ${serial}`][serial % 4]!

const faulty: ExampleSheet['faulty'] = [
  { row: 12, header: '身份证件号码', why: 'Excel cut the last three digits' },
  { row: 27, header: '专业代码', why: 'no such programme' },
  { row: 45, header: '监护人姓名', why: 'a minor without a guardian' },
  { row: 51, header: '身份证件号码', why: 'the letter O in place of a zero' },
]

/** The mistakes that every list has: said in `faulty`. */
function spoil(cells: ExampleCell[][]): ExampleCell[][] {
  const set = (row: number, header: string, value: ExampleCell) => {
    cells[row]![headers.indexOf(header)] = value
  }
  const plainNumber = (row: number) => String(cells[row]![headers.indexOf('身份证件号码')]).replaceAll(/[\s']/g, '').normalize('NFKC')
  set(12, '身份证件号码', `${plainNumber(12).slice(0, 15)}000`)
  set(27, '专业代码', '990103')
  set(45, '监护人姓名', '')
  set(45, '监护人手机', '')
  set(51, '身份证件号码', plainNumber(51).replace(/0(?=\d*.$)/, 'O'))
  return cells
}
