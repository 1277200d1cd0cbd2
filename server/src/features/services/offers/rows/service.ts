import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { ratingSumOf } from '../../ratings/rules.ts'
import { listForExport, type Filter } from '../view/tables.ts'

const columns = ['number', 'family', 'title', 'organisation', 'state', 'audience', 'description', 'pricing', 'price', 'capacity', 'answerDays', 'validUntil', 'ratings', 'average'] as const

/** The list as a workbook. */
export async function exportOffers(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const cells = (await listForExport(tx, actor, filter)).map((row) => {
    const { count, average } = ratingSumOf(row.rated)
    return [
      row.number, word(`problems:families.${row.family}`), row.title, row.organisationName, word(`services:offer.states.${row.state}`), row.audience, row.description,
      word(`services:offer.pricings.${row.pricing}`), row.price === null ? '' : `${row.price}${row.priceUnit ? `/${row.priceUnit}` : ''}`, row.capacity ?? '', row.answerDays, row.validUntil ?? '', count, average ?? '',
    ]
  })
  const title = word('services:offer.title')
  const bytes = await writeTable({ name: title, header: columns.map((column) => word(`services:offer.columns.${column}`)), rows: cells })
  return { name: `${title}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
