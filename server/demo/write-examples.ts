import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { writeTable } from '../src/kernel/sheet/write-table.ts'
import { examples, type ExampleSheet } from './examples.ts'
import { matchPosts, matchStudents } from './example-match.ts'

/** Writes docs/examples anew: `node server/demo/write-examples.ts`. A fixed day, so that the files change only when their rows do. */
const folder = resolve(import.meta.dirname, '../../docs/examples')
export const exampleDay = new Date('2026-11-24T09:00:00+08:00')

const titles: Record<ExampleSheet['kind'], string> = { organisations: '单位名单', students: '学生名册', posts: '岗位需求' }

export function workbookOf(sheet: ExampleSheet): Promise<Uint8Array> {
  const rows = sheet.rows.map((row) => sheet.headers.map((header) => (row[header] === '' ? null : (row[header] ?? null))))
  const data: WriteSheet = {
    name: titles[sheet.kind],
    rows: [[...sheet.headers], ...rows],
    columns: sheet.headers.map((header) => ({ width: Math.max(10, header.length * 2 + 4) })),
    merges: sheet.merges.map(({ header, from, to }) => {
      const column = sheet.headers.indexOf(header)
      return { startRow: from + 1, endRow: to + 1, startCol: column, endCol: column }
    }),
    freezePane: { rows: 1 },
  }
  return writeXlsx({ sheets: [data] })
}

if (import.meta.main) {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes)
  for (const sheet of examples(exampleDay)) write(`${sheet.kind}.xlsx`, await workbookOf(sheet))
  write('match-students.xlsx', await writeTable(...matchStudents()))
  write('match-posts.xlsx', await writeTable(matchPosts()))
}
