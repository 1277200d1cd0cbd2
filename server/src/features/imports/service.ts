import { createHash } from 'node:crypto'
import { say, t, type Locale } from '@silian/words'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { dayOf } from '../../kernel/calendar.ts'
import type { Locked, Tx } from '../../kernel/db.ts'
import { canMove } from '../../kernel/lifecycle.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Download, Upload } from '../../kernel/route.ts'
import { nextNumber } from '../../kernel/running-number.ts'
import { seal } from '../../kernel/secrets.ts'
import { columnName } from '../../kernel/sheet/read-workbook.ts'
import { writeTemplate } from '../../kernel/sheet/write-template.ts'
import { inThread } from '../../kernel/thread.ts'
import { keepFile, readFile } from '../files/service.ts'
import { advance } from '../inbox/service.ts'
import { viewOrganisationBrief } from '../members/service.ts'
import { importKinds, type ImportKindName } from './contract.ts'
import { importKindOf } from './kinds/service.ts'
import { importLife } from './lifecycle.ts'
import { mayHandleImport, mayImportKind } from './policy.ts'
import { chunk, rowsInRequest, undoUntil, whyNotUndo, whyNotWrite } from './rules.ts'
import { compareNext, enqueueImport, finishCheck, finishWrite, writeNext } from './running/service.ts'
import { markFile, readImport, sheetKinds, type Mark } from './sheet.ts'
import * as tables from './tables.ts'
import type { Import } from './tables.ts'

/** A short list is read in less time than a thread takes to start; a long one must not hold up the others. */
const longFrom = 100_000
const away = <Work extends (bytes: Uint8Array, ...rest: never[]) => Promise<unknown>>(name: string, work: Work) =>
  (async (bytes, ...rest) => (bytes.length < longFrom ? work(bytes, ...rest) : inThread('../features/imports/sheet.ts', name, bytes, ...rest))) as Work
type Template = { name: string; version: number } | null
const read = away('readImport', readImport)
const mark = away('markFile', markFile)
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Target = { kind: ImportKindName; forOrganisation: { id: string; name: string } | null }

/** Whose records the file becomes: the own school, or the one the office names. */
export async function findTarget(tx: Tx, actor: Actor, { kind, organisationId }: { kind: ImportKindName; organisationId?: string | undefined }): Promise<Target> {
  if (!importKindOf[kind].ofSchool) return { kind, forOrganisation: null }
  const id = actor.role === 'secretariat' ? organisationId : actor.organisationId
  const school = id ? await viewOrganisationBrief(tx, id) : undefined
  if (actor.role === 'secretariat' && school?.kind !== 'school') refuse('invalid_input', { issues: [{ path: ['organisationId'], code: id ? 'unknown' : 'missing' }] })
  return { kind, forOrganisation: school ? { id: school.id, name: school.name } : null }
}

/** Reads and checks a file. Nothing is written; a small one is compared with what is kept at once, a large one by the worker. */
export async function takeFile(tx: Tx, actor: Actor, { kind, forOrganisation }: Target, upload: Upload, clock: { now: Date; started: number }) {
  const { now } = clock
  const found = await read(upload.bytes, upload.name, kind, dayOf(now), forOrganisation?.name ?? null)
  if ('fault' in found) return refuse('sheet_unreadable', { fault: found.fault, ...found.params })
  refuseOddTemplate(found.template, kind)
  if (found.missingColumns.length > 0) refuse('columns_missing', { columns: found.missingColumns.join('、') })
  if (found.rows.length === 0) refuse('sheet_unreadable', { fault: 'sheet_is_empty' })

  const number = await nextNumber(tx, 'I', now)
  const { id } = await tables.insertImport(tx, {
    number, kind, state: 'reading', fileName: upload.name.slice(0, 200), createdAt: now,
    accountId: actor.accountId, role: actor.role, organisationId: actor.organisationId, allianceId: actor.allianceId,
    forOrganisationId: forOrganisation?.id ?? null,
    sha256: createHash('sha256').update(upload.bytes).digest(),
    templateVersion: found.template?.version ?? null,
    header: JSON.stringify(found.header), unknownColumns: JSON.stringify(found.unknownColumns),
    totalRows: found.rows.filter(({ state }) => state === 'ready').length,
  })
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'import', subjectId: id, allow: ['xlsx', 'csv', 'txt'] }, now)
  await tables.updateImport(tx, id, { fileId: file.id, fileName: file.name })
  for (let start = 0; start < found.rows.length; start += chunk) {
    await tables.insertRows(tx, id, found.rows.slice(start, start + chunk).map(({ values, ...row }) => ({ ...row, sealed: values && seal(JSON.stringify(values)) })))
  }
  audit(tx, actor, now, { event: 'import.uploaded', subjectType: 'import', subjectId: id, details: { number, kind, rows: found.rows.length } })
  if (found.rows.length > rowsInRequest.check) {
    await enqueueImport(tx, id, 'reading')
    return { id, state: 'reading' as const }
  }
  const one = (await tables.lockImport(tx, id))!
  while (await compareNext(tx, one, now));
  return { id, state: await finishCheck(tx, id, Math.round(performance.now() - clock.started), now) }
}

function refuseOddTemplate(template: Template, kind: ImportKindName) {
  if (!template) return
  const { name, version } = sheetKinds[kind]
  if (template.name !== name) refuse('template_of_other_kind', { found: template.name, kind })
  if (template.version !== version) refuse('template_outdated', { found: template.version, current: version })
}

const briefOf = (one: Import) => ({
  id: one.id, number: one.number, kind: one.kind as ImportKindName, state: one.state, fileName: one.fileName, createdAt: one.createdAt,
  total: Object.values(one.counts).reduce((sum, count) => sum + count, 0), figures: one.counts, forOrganisation: one.forOrganisation,
})

export async function viewImports(tx: Tx, actor: Actor, query: { page: number; size: number }) {
  const page = await tables.pageOfImports(tx, actor, query)
  return { ...page, rows: page.rows.map(briefOf), can: { import: importKinds.filter((kind) => mayImportKind(actor, { kind })) } }
}

export async function viewImport(tx: Tx, actor: Actor, one: Import, now: Date) {
  const can = canMove(importLife, actor, one)
  const groups = await tables.listGroups(tx, one.id)
  return {
    ...briefOf(one),
    byName: one.byName,
    templateVersion: one.templateVersion,
    unknownColumns: one.unknownColumns as string[],
    progress: { done: one.doneRows, total: one.totalRows },
    checkMs: one.checkMs,
    checkedAt: one.checkedAt,
    writtenAt: one.writtenAt,
    undoUntil: one.writtenAt && undoUntil(one.writtenAt),
    groups: groups.map(({ at, ...group }) => ({ ...group, letter: columnName(at) })),
    strip: await tables.listStrip(tx, one.id, 200),
    earlier: (await tables.findSameFile(tx, one)) ?? null,
    can: {
      write: can.write && whyNotWrite(one) === null,
      confirm: (one.state === 'checked' || one.state === 'written') && one.counts.duplicate > 0 && mayHandleImport(actor, one),
      cancel: can.cancel,
      undo: can.undo && whyNotUndo(one, now) === null,
    },
  }
}

export async function viewRows(tx: Tx, one: Import, query: Parameters<typeof tables.pageOfRows>[2]) {
  const page = await tables.pageOfRows(tx, one.id, query)
  return { ...page, rows: page.rows.map(({ faults, ...row }) => ({ ...row, faults: faults.map(({ at, ...fault }) => ({ ...fault, letter: columnName(at) })) })) }
}

/** Writes the good rows: few at once, many by the worker. */
export async function writeGoodRows(tx: Tx, actor: Actor, one: Locked<Import>, now: Date) {
  const state = await advance(tx, actor, importLife, 'write', one, now, { rows: one.counts.ready })
  await tables.updateImport(tx, one.id, { state, doneRows: 0, totalRows: one.counts.ready })
  if (one.counts.ready > rowsInRequest.write) {
    await enqueueImport(tx, one.id, 'writing')
    return { id: one.id, state }
  }
  const going = { ...one, state, doneRows: 0 }
  while (await writeNext(tx, going, now));
  return { id: one.id, state: await finishWrite(tx, one.id, now) }
}

export async function confirm(tx: Tx, actor: Actor, one: Locked<Import>, now: Date) {
  if (one.state !== 'checked' && one.state !== 'written') refuse('wrong_state', { state: one.state, action: 'confirm' })
  const confirmed = await tables.confirmRows(tx, one.id)
  audit(tx, actor, now, { event: 'import.duplicates_confirmed', subjectType: 'import', subjectId: one.id, details: { confirmed } })
  return { id: one.id, confirmed }
}

export async function cancel(tx: Tx, actor: Actor, one: Locked<Import>, now: Date) {
  const state = await advance(tx, actor, importLife, 'cancel', one, now, { written: one.counts.written })
  await tables.updateImport(tx, one.id, { state })
  await tables.forgetValues(tx, one.id)
  return { id: one.id, state }
}

/** All or nothing: when something refers to one of the records, none goes. */
export async function undo(tx: Tx, actor: Actor, one: Locked<Import>, now: Date) {
  const { remove } = importKindOf[one.kind as ImportKindName]
  const state = await advance(tx, actor, importLife, 'undo', one, now)
  const ids = await tables.listCreated(tx, one.id)
  const gone = await remove(tx, ids, now)
  if (gone.length < ids.length) refuse('records_in_use', { count: ids.length - gone.length })
  await tables.updateImport(tx, one.id, { state, undoneAt: now })
  await tables.forgetValues(tx, one.id)
  return { id: one.id, removed: gone.length }
}

export async function sendTemplate(kind: ImportKindName, locale: Locale): Promise<Download> {
  const language = locale === 'en' ? 'en' : 'zh-Hans'
  const bytes = await writeTemplate(sheetKinds[kind], language)
  return { name: `${sheetKinds[kind].title[language]}-v${sheetKinds[kind].version}.xlsx`, mediaType: xlsx, bytes: Buffer.from(bytes) }
}

export async function sendMarked(tx: Tx, one: Import, locale: Locale): Promise<Download> {
  const kept = (one.fileId ? await readFile(tx, one.fileId) : undefined) ?? refuse('not_found')
  const rows = await tables.listFaulty(tx, one.id)
  const marks = rows.flatMap(({ row, faults }) => faults.map(({ column, at, reason, params }): Mark => ({ row, column, at, sentence: reasonText(locale, reason, params) })))
  const bytes = await mark(kept.bytes, one.fileName, one.kind as ImportKindName, marks, t(locale, 'imports:markHeading'))
  return { name: `${one.fileName.replace(/\.\w+$/, '')}-${t(locale, 'imports:markName')}.xlsx`, mediaType: xlsx, bytes: Buffer.from(bytes) }
}

const reasonText = (locale: Locale, reason: string, params: Record<string, string | number>) => say(locale, `sheet:${reason}`, params) ?? say(locale, `imports:reasons.${reason}`, params) ?? reason
