import type { Download } from '../../kernel/route.ts'
import { writeTable, type ExportTable } from '../../kernel/sheet/write-table.ts'

/** A table as the file somebody keeps. */
export async function workbook(table: ExportTable, today: string): Promise<Download> {
  return { name: `${table.name}-${today}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(await writeTable(table)) }
}
