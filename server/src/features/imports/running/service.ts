import type { Actor, Role } from '../../../kernel/actor.ts'
import { inTransaction, inTrial, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { enqueue } from '../../../kernel/outbox.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { advance } from '../../inbox/service.ts'
import type { ImportKindName } from '../contract.ts'
import { importKindOf, type WrittenRow } from '../kinds/service.ts'
import { importLife } from '../lifecycle.ts'
import { chunk, type RowFault } from '../rules.ts'
import { shownOf, type PlacedColumn } from '../sheet.ts'
import { listReady, listUnderWay, lockImport, updateImport, updateRows, type Import, type RowChange, type WaitingRow } from '../tables.ts'

/** Who writes: the seat from which the file was brought, for the school it is about. */
const seatOf = (one: Import): Actor => ({
  accountId: one.accountId,
  name: one.byName,
  role: one.role as Role,
  organisationId: one.forOrganisationId ?? one.organisationId,
  allianceId: one.allianceId,
  studentId: null,
  sessionId: '',
  locale: 'zh-Hans',
})

const valuesOf = (row: WaitingRow) => JSON.parse(unseal(row.sealed)) as unknown
const write = (tx: Tx, one: Import, rows: readonly WaitingRow[], now: Date) => importKindOf[one.kind as ImportKindName].write(tx, seatOf(one), rows.map(valuesOf), now)

/** A fault that only the records show, on the column it is about; what stood there, as far as a page may show it. */
function faultIn(one: Import, row: WaitingRow, { column, fault, params = {} }: NonNullable<WrittenRow['fault']>): RowFault {
  const placed = (one.header as PlacedColumn[]).find(({ key }) => key === column) ?? (one.header as PlacedColumn[])[0]
  const value = (valuesOf(row) as Record<string, unknown>)[placed?.key ?? '']
  const text = typeof value === 'object' && value !== null && 'number' in value ? String(value.number) : typeof value === 'object' ? '' : String(value ?? '')
  return { column: placed?.header.replace(/^\*/, '') ?? column, at: placed?.at ?? 0, ...shownOf(one.kind as ImportKindName, placed?.key ?? '', text, fault, params), reason: fault, params }
}

/** Compares the next rows with what is kept, by writing them and taking it back. Answers whether more wait. */
export async function compareNext(tx: Tx, one: Locked<Import>, now: Date): Promise<boolean> {
  const rows = await listReady(tx, one.id, one.checkedTo, chunk)
  if (rows.length === 0) return false
  const outcomes = await inTrial(tx, (trial) => write(trial, one, rows, now))
  const changes = rows.flatMap((waiting, at): RowChange[] => {
    const { row } = waiting
    const { result, fault, recordId } = outcomes[at]!
    if (result === 'created') return []
    if (result === 'unchanged') return [{ row, state: 'unchanged', recordId }]
    if (result === 'refused') return [{ row, state: 'faulty', faults: [faultIn(one, waiting, fault ?? { column: '', fault: 'refused' })] }]
    const key = (one.header as PlacedColumn[])[0]?.key ?? ''
    return [{ row, state: 'duplicate', recordId, faults: [faultIn(one, waiting, { column: key, fault: 'differs_from_record' })] }]
  })
  await updateRows(tx, one.id, changes)
  one.checkedTo = rows.at(-1)!.row
  one.doneRows += rows.length
  await updateImport(tx, one.id, { checkedTo: one.checkedTo, doneRows: one.doneRows })
  return true
}

/** Every row has been looked at: the person decides what is written. */
export async function finishCheck(tx: Tx, id: string, checkMs: number, now: Date) {
  const one = (await lockImport(tx, id))!
  const state = await advance(tx, null, importLife, 'check', one, now, { ...one.counts })
  await updateImport(tx, id, { state, checkedAt: now, checkMs, doneRows: one.totalRows })
  return state
}

/** Writes the next good rows; their state changes in the same transaction as the records, so a crash never writes a row twice. */
export async function writeNext(tx: Tx, one: Locked<Import>, now: Date): Promise<boolean> {
  const rows = await listReady(tx, one.id, 0, chunk)
  if (rows.length === 0) return false
  const outcomes = await write(tx, one, rows, now)
  const changes = rows.map((waiting, at): RowChange => {
    const { row } = waiting
    const { result, fault, recordId } = outcomes[at]!
    if (result === 'refused') return { row, state: 'faulty', faults: [faultIn(one, waiting, fault ?? { column: '', fault: 'refused' })] }
    return { row, state: result === 'unchanged' ? 'unchanged' : 'written', recordId, created: result === 'created' }
  })
  await updateRows(tx, one.id, changes)
  await updateImport(tx, one.id, { doneRows: one.doneRows + rows.length, writtenAt: now })
  return true
}

export async function finishWrite(tx: Tx, id: string, now: Date) {
  const one = (await lockImport(tx, id))!
  const state = await advance(tx, null, importLife, 'finish', one, now, { written: one.counts.written, faulty: one.counts.faulty, unchanged: one.counts.unchanged })
  await updateImport(tx, id, { state, writtenAt: now })
  return state
}

/** A piece at a time, each in a transaction of its own: progress can be seen, a cancel is heard, a crash loses one piece of work. */
async function inPieces(db: Db, id: string, state: Import['state'], step: (tx: Tx, one: Locked<Import>) => Promise<boolean>, finish: (tx: Tx) => Promise<unknown>) {
  for (let more = true; more; ) {
    more = await inTransaction(db, async (tx) => {
      const one = await lockImport(tx, id)
      if (one?.state !== state) return false
      if (await step(tx, one)) return true
      await finish(tx)
      return false
    })
  }
}

export async function checkImport(db: Db, { importId }: { importId: string }, now: () => Date) {
  const started = now()
  await inPieces(db, importId, 'reading', (tx, one) => compareNext(tx, one, now()), (tx) => finishCheck(tx, importId, now().getTime() - started.getTime(), now()))
}

export async function runImport(db: Db, { importId }: { importId: string }, now: () => Date) {
  await inPieces(db, importId, 'writing', (tx, one) => writeNext(tx, one, now()), (tx) => finishWrite(tx, importId, now()))
}

export const taskOf = { reading: 'check_import', writing: 'write_import' } as const

export const enqueueImport = (tx: Tx, id: string, state: keyof typeof taskOf) => enqueue(tx, taskOf[state], { importId: id }, { key: `import:${id}` })

/** At every start: what was under way when everything stopped goes on. */
export async function resumeImports(db: Db) {
  const left = await listUnderWay(db)
  if (left.length > 0) await inTransaction(db, async (tx) => {
    for (const { id, state } of left) await enqueueImport(tx, id, state as keyof typeof taskOf)
  })
  return left.length
}
