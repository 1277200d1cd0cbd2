import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { examples } from '../../demo/examples.ts'
import { exampleDay } from '../../demo/write-examples.ts'
import { writeTable, type ExportTable } from '../kernel/sheet/write-table.ts'

const project = resolve(import.meta.dirname, '../../..')
const given = (name: string) => join(project, 'docs/examples', name)
vi.setConfig({ testTimeout: 30_000 })
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'silian-workbooks-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function silian(args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(project, 'bin/silian.mjs'), ...args], { cwd: folder })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (piece: Buffer) => out.push(piece))
    child.stderr.on('data', (piece: Buffer) => err.push(piece))
    child.on('error', fail)
    child.on('close', (code) => done({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }))
  })
}

type Read = { rows: Record<string, unknown>[]; errors: { row: number; column: string; value: string; reason: string }[] }

describe('silian sheet', () => {
  test.each(examples(exampleDay).map((sheet) => [sheet.kind, sheet] as const))('the example of %s has exactly the faults it is meant to have', async (kind, sheet) => {
    const { code, out, err } = await silian(['sheet', '--as', kind, given(`${kind}.xlsx`), '--json'])
    expect([code, err]).toEqual([0, ''])
    const { rows, errors } = JSON.parse(out) as Read
    const place = (row: number, column: string) => `${row} ${column}`
    expect(errors.map(({ row, column }) => place(row, column)).sort()).toEqual(sheet.faulty.map(({ row, header }) => place(row + 2, header)).sort())
    const filled = sheet.rows.filter((row) => Object.values(row).some((cell) => cell !== '')).length
    expect(rows).toHaveLength(filled - new Set(sheet.faulty.map(({ row }) => row)).size)
    for (const error of errors) {
      expect(Object.keys(error)).toEqual(['row', 'column', 'value', 'reason'])
      expect(error.reason).toMatch(/[\u4e00-\u9fff].*。$/)
    }
  })

  test('a text file in GB 18030 is read as well', async () => {
    writeFileSync(join(folder, 'gb.csv'), Buffer.concat([Buffer.from([0xb9, 0xa4, 0xba, 0xc5]), Buffer.from(','), Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), Buffer.from('\nT001,'), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), Buffer.from('\n')]))
    expect(JSON.parse((await silian(['sheet', '--as', 'teachers', 'gb.csv', '--json'])).out)).toMatchObject({ rows: [{ row: 2, number: 'T001', name: '张三' }], errors: [] })
  })

  test('a missing column is an error in the row of the headers', async () => {
    writeFileSync(join(folder, 'short.csv'), '姓名\n张三\n')
    expect(JSON.parse((await silian(['sheet', '--as', 'teachers', 'short.csv', '--json'])).out)).toMatchObject({ rows: [], errors: [{ row: 1, column: '工号' }] })
  })

  test('a file that is no sheet ends with 2 and one sentence', async () => {
    writeFileSync(join(folder, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    expect(await silian(['sheet', '--as', 'students', 'old.xls', '--json'])).toEqual({ code: 2, out: '', err: '这是旧版 .xls 文件。请在 Excel 或 WPS 里另存为 .xlsx，再上传。\n' })
    expect(await silian(['sheet', '--as', 'cows', given('students.xlsx')])).toMatchObject({ code: 2, out: '' })
  })
})

const rowsOf = async (name: string) => Object.fromEntries((await readXlsx(readFileSync(join(folder, name)))).sheets.map((sheet) => [sheet.name, sheet.rows]))
const book = async (name: string, ...tables: ExportTable[]) => {
  writeFileSync(join(folder, name), await writeTable(...tables))
  return name
}

describe('silian match', () => {
  const both = ['--students', given('match-students.xlsx'), '--posts', given('match-posts.xlsx')]

  test('writes result, letters and seat report in one workbook, and the same again with the same seed', async () => {
    const { code, out, err } = await silian(['match', ...both, '--out', 'a.xlsx', '--seed', '示例种子', '--export', 'round.json'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('30 名学生，6 个岗位：安排 24 名，未安排 6 名。')
    const sheets = await rowsOf('a.xlsx')
    expect(Object.keys(sheets)).toEqual(['结果', '通知书', '岗位报告'])
    expect([sheets['结果']!.length, sheets['通知书']!.length]).toEqual([31, 31])
    const letter = sheets['通知书']!.find((row) => String(row[3]).startsWith('本次没有'))!
    expect(String(letter[4]).split('\n')).toContainEqual(expect.stringMatching(/^\d\. 未能安排到“/))

    await silian(['match', ...both, '--out', 'b.xlsx', '--seed', '示例种子'])
    expect(await rowsOf('b.xlsx')).toEqual(sheets)
    expect(await silian(['verify', 'round.json'])).toMatchObject({ code: 0, out: expect.stringMatching(/^一致\n/) as string })
  })

  test('without a seed it draws one and says which, with its commitment', async () => {
    const { out } = await silian(['match', ...both, '--out', 'c.xlsx'])
    const [, seed] = /抽签种子：([0-9a-f]{32})（当场抽取）/.exec(out)!
    const [, commitment] = /种子承诺（SHA-256）：([0-9a-f]{64})/.exec(out)!
    const { commitmentOf } = await import('@silian/matching')
    expect(commitmentOf(seed!)).toBe(commitment)
    const facts = (await rowsOf('c.xlsx'))['岗位报告']!
    expect(facts.find((row) => row[0] === '抽签种子')![1]).toBe(seed)
  })

  test('wishes and scores may stand on sheets of their own', async () => {
    const students = await book('s.xlsx', { name: '学生', header: ['学号', '姓名'], rows: [['A1', '示例甲'], ['A2', '示例乙']] }, { name: '志愿', header: ['学号', '顺序', '岗位'], rows: [['A1', 1, '焊工'], ['A2', 1, '焊工'], ['A2', 2, '钳工']] })
    const posts = await book('p.xlsx', { name: '岗位', header: ['岗位名称', '单位', '人数'], rows: [['焊工', '示例厂', '1人'], ['钳工', '示例厂', 2]] }, { name: '评分', header: ['学号', '岗位', '分数'], rows: [['A1', '焊工', 70], ['A2', '焊工', 65.5]] })
    expect(await silian(['match', '--students', students, '--posts', posts, '--out', 'd.xlsx', '--seed', 'x'])).toMatchObject({ code: 0 })
    expect((await rowsOf('d.xlsx'))['结果']!.slice(1).map((row) => [row[0], row[5], row[7]])).toEqual([['A1', '焊工', 1], ['A2', '钳工', 2]])
  })

  test('an error is told with its row and nothing is written, unless only the good rows are wanted', async () => {
    const students = await book('s2.xlsx', { name: '学生', header: ['学号', '成绩', '第一志愿', '第二志愿'], rows: [['A1', 80, '焊工', '木工'], ['A2', 70, '焊工', '']] })
    const posts = await book('p2.xlsx', { name: '岗位', header: ['岗位', '名额'], rows: [['焊工', 1], ['钳工', '若干']] })
    const args = ['match', '--students', students, '--posts', posts, '--out', 'e.xlsx']
    const { code, err } = await silian(args)
    expect(code).toBe(1)
    expect(err.split('\n').slice(0, 2)).toEqual([expect.stringMatching(/^岗位名额 第 3 行 名额 “若干”/), expect.stringMatching(/^学生志愿 第 2 行 志愿2 “木工”：岗位表里没有“木工”。/)])
    expect(existsSync(join(folder, 'e.xlsx'))).toBe(false)
    expect(await silian([...args, '--keep-good'])).toMatchObject({ code: 0, out: expect.stringContaining('1 名学生，1 个岗位：安排 1 名') as string })
    expect((await rowsOf('e.xlsx'))['未使用的行']).toHaveLength(3)
  })

  test('a workbook without its required columns is refused', async () => {
    const students = await book('s3.xlsx', { name: '学生', header: ['姓名', '志愿1'], rows: [['示例甲', 'P01']] })
    expect(await silian(['match', '--students', students, '--posts', given('match-posts.xlsx'), '--out', 'f.xlsx'])).toMatchObject({ code: 2, err: 's3.xlsx：缺少必填的列：学号。\n' })
  })
})
