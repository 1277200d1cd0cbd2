import { residentNumber } from '../demo/numbers.ts'
import { writeTable } from '../src/kernel/sheet/write-table.ts'

export const studentHeader = ['学号', '姓名', '身份证号', '专业代码', '班级', '入学年份', '毕业年份', '手机号', '学业成绩'] as const

type Cells = Partial<Record<(typeof studentHeader)[number], string | number>>

/** A line of a school's list; adults, so that no guardian is needed. Serials below 56,700 give different people. */
export const studentLine = (serial: number, change: Cells = {}) => {
  const month = String(1 + (serial % 12)).padStart(2, '0')
  const day = String(1 + (serial % 28)).padStart(2, '0')
  const line: Cells = {
    学号: `S${String(serial).padStart(6, '0')}`,
    姓名: `示例${'甲乙丙丁戊己庚辛'[serial % 8]}${'金木水火土'[serial % 5]}`,
    身份证号: residentNumber('44', `${1999 + (Math.floor(serial / 6300) % 9)}-${month}-${day}`, (serial % 900) + 1),
    专业代码: '660103',
    班级: `2024 级 ${serial % 20} 班`,
    入学年份: 2024,
    毕业年份: 2027,
    手机号: `138${String(serial).padStart(8, '0')}`,
    学业成绩: 60 + (serial % 40),
    ...change,
  }
  return studentHeader.map((header) => line[header] ?? '')
}

export const studentFile = async (lines: readonly (string | number)[][], name = '学生.xlsx', header: readonly string[] = studentHeader) => ({
  name,
  bytes: Buffer.from(await writeTable({ name: '名册', header, rows: lines })),
})
