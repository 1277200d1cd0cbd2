import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Download } from '../../../kernel/route.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { writeCsv, writeTable } from '../../../kernel/sheet/write-table.ts'
import type { ReturnColumn, ReturnForm } from './contract.ts'
import { mayKeepReturn, mayWriteReturns } from './policy.ts'
import { cellOf, faultsOfForm, opensSecrets, type CellFault, type Facts } from './rules.ts'
import { insertForm, listFacts, listForms, updateForm, type FactRow, type Filter, type Form, type Maps } from './tables.ts'

const previewRows = 20
const mostFaults = 500

export function viewForm(actor: Actor, form: Form): ReturnForm {
  const { id, title, columns, maps, note, updatedAt, updatedByName, version, demo } = form
  return { id, title, columns: columns as ReturnColumn[], maps, note, updatedAt, updatedBy: updatedByName, version, demo, can: { edit: mayKeepReturn(actor, form) } }
}
export const viewForms = async (tx: Tx, actor: Actor) => ({ rows: (await listForms(tx, actor)).map((form) => viewForm(actor, form)), can: { write: mayWriteReturns(actor) } })

type Wish = { title: string; columns: readonly ReturnColumn[]; maps: Maps; note: string }
function refuseFaults(wish: Wish) {
  const issues = faultsOfForm(wish.columns, wish.maps)
  if (issues.length > 0) refuse('invalid_input', { issues })
}
export async function writeForm(tx: Tx, actor: Actor, wish: Wish, now: Date, demo = false) {
  refuseFaults(wish)
  const id = await insertForm(tx, wish, { allianceId: actor.allianceId!, updatedBy: actor.accountId, updatedAt: now, createdAt: now, demo })
  audit(tx, actor, now, { event: 'return_form.written', subjectType: 'return_form', subjectId: id, details: { title: wish.title } })
  return { id }
}
export async function changeForm(tx: Tx, actor: Actor, form: Locked<Form>, { version, ...wish }: Wish & { version: number }, now: Date) {
  if (form.version !== version) refuse('changed_meanwhile')
  refuseFaults(wish)
  const next = await updateForm(tx, form.id, wish, { updatedBy: actor.accountId, updatedAt: now })
  audit(tx, actor, now, { event: 'return_form.changed', subjectType: 'return_form', subjectId: form.id, details: { title: wish.title, columns: wish.columns.length } })
  return { version: next }
}

/** The facts of a row; what identifies a person stays masked unless the file itself is written. */
function factsOf({ sealedIdNumber, idNumberMask, studentId: _, ...row }: FactRow, open: boolean): Facts {
  const phone = (value: string | null) => (value && !open ? maskMobile(value) : (value?.replace(/^\+86/, '') ?? null))
  return {
    ...row,
    idNumber: open ? (sealedIdNumber && unseal(sealedIdNumber)) : idNumberMask,
    phone: phone(row.phone), guardianPhone: phone(row.guardianPhone), supervisorPhone: phone(row.supervisorPhone), mentorPhone: phone(row.mentorPhone),
  }
}

type RowFault = { row: number; number: string; studentName: string; heading: string; code: CellFault; value: string }
function written(form: Form, rows: readonly FactRow[], open: boolean) {
  const faults: RowFault[] = []
  const cells = rows.map((row, index) => {
    const facts = factsOf(row, open)
    return form.columns.map((column) => {
      const { text, fault } = cellOf(column, facts, form.maps)
      if (fault) faults.push({ row: index + 1, number: row.number, studentName: row.studentName, heading: column.heading, code: fault, value: text })
      return text
    })
  })
  return { cells, faults }
}

export async function preview(tx: Tx, actor: Actor, form: Form, filter: Filter) {
  const { cells, faults } = written(form, await listFacts(tx, actor, filter), false)
  return { total: cells.length, headings: form.columns.map(({ heading }) => heading), rows: cells.slice(0, previewRows), faults: faults.slice(0, mostFaults), faultyRows: new Set(faults.map(({ row }) => row)).size }
}

/** The file. Where it opens numbers of persons there is a reason, and a line for each student. */
export async function write(tx: Tx, actor: Actor, form: Form, { format, reason, ...filter }: Filter & { format: 'xlsx' | 'csv'; reason: string }, now: Date): Promise<Download> {
  const secrets = opensSecrets(form.columns)
  if (secrets && reason.length < 5) refuse('reason_needed', { field: 'reason' })
  const rows = await listFacts(tx, actor, filter)
  if (rows.length === 0) refuse('nothing_to_export')
  const { cells, faults } = written(form, rows, true)
  if (secrets) for (const studentId of new Set(rows.map((row) => row.studentId))) audit(tx, actor, now, { event: 'student.unmasked', subjectType: 'student', subjectId: studentId, details: { reason, form: form.title } })
  audit(tx, actor, now, { event: 'return_form.exported', subjectType: 'return_form', subjectId: form.id, details: { title: form.title, rows: rows.length, faults: faults.length, from: filter.from, until: filter.until } })
  const header = form.columns.map(({ heading }) => heading)
  const name = `${form.title}-${dayOf(now)}`
  if (format === 'csv') return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(writeCsv({ header, rows: cells })) }
  return { name: `${name}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(await writeTable({ name: form.title, header, rows: cells })) }
}
