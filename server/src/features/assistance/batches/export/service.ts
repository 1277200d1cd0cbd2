import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { workbook } from '../../service.ts'
import { firmOf, pageOfBatches, type Batch, type Filter } from '../tables.ts'
import { listMembers } from '../members/tables.ts'
import { batchesTable, membersTable } from '../sheet.ts'
import { rowView, viewMembers } from '../view/service.ts'

const most = 20_000

export async function exportBatches(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const { rows } = await pageOfBatches(tx, actor, { ...filter, page: 1, size: most })
  return workbook(batchesTable(actor.locale, rows.map(rowView)), dayOf(now))
}

/** The students of a batch, with the steps they lack; a firm gets those placed with it, without. */
export async function exportBatch(tx: Tx, actor: Actor, batch: Batch, now: Date) {
  const firmId = firmOf(actor)
  const people = await viewMembers(tx, await listMembers(tx, batch.id, firmId), firmId, now)
  return workbook(membersTable(actor.locale, batch.number, people, firmId === null), dayOf(now))
}
