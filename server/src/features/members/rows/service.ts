import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { nextOrder, searchTextOf } from '../organisations/service.ts'
import type { OrganisationValues } from '../organisations/sheet.ts'
import { deleteUnused, insertOrganisations, listLastOrders, lockByUscc } from '../organisations/tables.ts'
import { updateByRows, type RowChange } from './tables.ts'

export type WrittenRow = { recordId: string; result: 'created' | 'updated' | 'unchanged' | 'duplicate' }

type Stored = Awaited<ReturnType<typeof lockByUscc>>[number]

/** Whether the row says anything new. A blank cell says nothing: it does not erase what is known. */
const changes = (row: OrganisationValues, stored: Stored) => Object.entries(row).some(([field, value]) => value !== null && stored[field as keyof Stored] !== value)

/**
 * Writes rows of an organisations sheet, one answer a row in the same order. The credit code is the key, so the same file
 * twice changes nothing; a code that stands twice in one file is written once, the later row is a duplicate.
 */
export async function writeOrganisationRows(tx: Tx, actor: Actor, rows: readonly OrganisationValues[], now: Date): Promise<WrittenRow[]> {
  const stored = new Map((await lockByUscc(tx, [...new Set(rows.map((row) => row.uscc))])).map((one) => [one.uscc!, one]))
  const firstRows = new Map<string, OrganisationValues>()
  for (const row of rows) if (!firstRows.has(row.uscc)) firstRows.set(row.uscc, row)

  const fresh = [...firstRows.values()].filter((row) => !stored.has(row.uscc))
  const lastOrders = await listLastOrders(tx)
  const ids = await insertOrganisations(
    tx,
    fresh.map((row) => ({ ...row, protocolOrder: row.protocolOrder ?? nextOrder(lastOrders, row.kind), searchText: searchTextOf(row.name, row.nameEn), createdAt: now, updatedAt: now })),
  )
  const written = new Map<string, WrittenRow>(fresh.map((row, at) => [row.uscc, { recordId: ids[at]!, result: 'created' }]))

  const changed: RowChange[] = []
  for (const [uscc, row] of firstRows) {
    const known = stored.get(uscc)
    if (!known) continue
    const isNew = changes(row, known)
    if (isNew) changed.push({ ...row, id: known.id, searchText: searchTextOf(row.name, row.nameEn ?? known.nameEn) })
    written.set(uscc, { recordId: known.id, result: isNew ? 'updated' : 'unchanged' })
  }
  await updateByRows(tx, changed, now)
  for (const { recordId, result } of written.values()) {
    if (result === 'unchanged') continue
    audit(tx, actor, now, { event: result === 'created' ? 'organisation.registered' : 'organisation.edited', subjectType: 'organisation', subjectId: recordId, details: { by: 'import' } })
  }
  return rows.map((row) => {
    const own = written.get(row.uscc)!
    return firstRows.get(row.uscc) === row ? own : { recordId: own.recordId, result: 'duplicate' }
  })
}

/** Undo of an import: those whom nothing refers to. Answers the ids that are gone. */
export const removeOrganisations = (tx: Tx, ids: readonly string[]) => deleteUnused(tx, ids)
