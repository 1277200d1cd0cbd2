import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import { listForExport, type Filter } from '../view/tables.ts'

const columns = ['number', 'title', 'organisation', 'state', 'fields', 'level', 'levelConfirmed', 'ways', 'price', 'disclosure', 'description', 'verifiedAt'] as const

/** The list as a workbook. Public columns only, whoever asks: a file travels further than a page. */
export async function exportAchievements(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const rows = await listForExport(tx, actor, filter)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const cells = rows.map((row) => [
    row.number, row.title, row.organisationName, word(`technology:states.${row.state}`), row.fieldCodes.map((code) => names.get(code) ?? code).join('、'), row.level, row.levelConfirmed ?? '',
    row.ways.map((way) => word(`technology:ways.${way}`)).join('、'), row.price ?? word('technology:negotiable'), word(`technology:disclosures.${row.disclosure}`), row.description, row.verifiedAt ? dayOf(row.verifiedAt) : '',
  ])
  const bytes = await writeTable({ name: word('technology:title'), header: columns.map((column) => word(`technology:columns.${column}`)), rows: cells })
  return { name: `${word('technology:title')}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
