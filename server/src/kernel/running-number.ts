import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** The next number of a series and year, such as X-2026-0317. Gap-free: a rolled-back transaction gives its number back. */
export async function nextNumber(tx: Tx, series: string, now: Date): Promise<string> {
  const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(now))
  const { rows } = await sql<{ last: number }>`
    insert into running_number (series, year, last) values (${series}, ${year}, 1)
    on conflict (series, year) do update set last = running_number.last + 1 returning last`.execute(tx)
  return `${series}-${year}-${String(rows[0]!.last).padStart(4, '0')}`
}
