import { say, t } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Download, Upload } from '../../../../kernel/route.ts'
import type { SheetReason } from '../../../../kernel/sheet/reasons.ts'
import { knownHeaders, parseSheet, type SheetError } from '../../../../kernel/sheet/parse-sheet.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'
import { writeMarked } from '../../../../kernel/sheet/write-marked.ts'
import { writeTemplate } from '../../../../kernel/sheet/write-template.ts'
import { claimSheet, type ClaimSheetRow } from '../sheet.ts'
import { insertClaims, listClaimsOf, listTeachersOf, type NewClaim } from '../tables.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const languageOf = (actor: Actor) => (actor.locale === 'en' ? ('en' as const) : ('zh-Hans' as const))

export async function claimTemplate(actor: Actor): Promise<Download> {
  const language = languageOf(actor)
  return { name: `${claimSheet.title[language]}-v${claimSheet.version}.xlsx`, mediaType: xlsx, bytes: Buffer.from(await writeTemplate(claimSheet, language)) }
}

const lengthOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1

/** All faults at once; the same sheet twice changes nothing; with `write` the good rows become claims, the others wait for a better sheet. */
export async function readClaims(tx: Tx, actor: Actor, upload: Upload, write: boolean, now: Date) {
  const table = await readTable(upload.bytes, upload.name, { known: knownHeaders(claimSheet), limits: { rows: 5000 } })
  if ('fault' in table) return refuse('sheet_unreadable', { fault: table.fault, ...table.params })
  const { rows, errors, missingColumns, unknownColumns, rowCount } = parseSheet(table, claimSheet, { today: dayOf(now) })
  const { good, unchanged, faults } = await compare(tx, actor, rows, table.header)
  const all = [...errors, ...faults].sort((one, other) => one.row - other.row || one.columnIndex - other.columnIndex)
  const sentence = ({ reason, params }: SheetError) => say(actor.locale, `sheet:${reason}`, params) ?? reason
  if (write && good.length > 0) {
    await insertClaims(tx, good.map((claim) => ({ ...claim, schoolId: actor.organisationId!, writtenBy: actor.accountId, createdAt: now })))
    audit(tx, actor, now, { event: 'practice_claim.imported', subjectType: 'organisation', subjectId: actor.organisationId!, details: { rows: good.length } })
  }
  return {
    rows: rowCount, ready: good.length, unchanged, written: write ? good.length : 0,
    faults: all.map((one) => ({ row: one.row, column: one.column, value: one.value, sentence: sentence(one) })),
    missingColumns: [...missingColumns], unknownColumns: [...unknownColumns],
    marked: all.length > 0 ? Buffer.from(await writeMarked(upload.bytes, table, all, { heading: t(actor.locale, 'imports:markHeading'), reason: sentence })).toString('base64') : null,
  }
}

type Read = readonly { row: number; values: ClaimSheetRow }[]
/** What only the records show: nobody of this number, or days that are there already. */
async function compare(tx: Tx, actor: Actor, rows: Read, header: readonly string[]) {
  const teachers = new Map((await listTeachersOf(tx, actor.organisationId!)).map((one) => [one.number, one]))
  const known = Map.groupBy(await listClaimsOf(tx, actor.organisationId!), ({ teacherId }) => teacherId)
  const good: Omit<NewClaim, 'schoolId' | 'writtenBy' | 'createdAt'>[] = []
  const faults: SheetError[] = []
  let unchanged = 0
  for (const { row, values } of rows) {
    const { number, name, organisation, startsOn, endsOn } = values
    const wrong = (key: string, value: string, reason: SheetReason) => void faults.push({ row, ...placeOf(header, key), value, reason, params: {} })
    const teacher = teachers.get(number)
    if (!teacher || (name !== null && name !== teacher.name)) {
      wrong('number', number, 'teacher_unknown')
      continue
    }
    const days = values.days ?? lengthOf(values)
    const overlapping = (known.get(teacher.id) ?? []).filter((one) => one.startsOn <= endsOn && one.endsOn >= startsOn)
    if (overlapping.some((one) => one.startsOn === startsOn && one.endsOn === endsOn && one.days === days && one.organisationName === organisation)) unchanged++
    else if (overlapping.length > 0) wrong('startsOn', startsOn, 'days_taken')
    else {
      const claim = { teacherId: teacher.id, organisationName: organisation, startsOn, endsOn, days, source: values.source ?? '' }
      good.push(claim)
      known.set(teacher.id, [...(known.get(teacher.id) ?? []), claim])
    }
  }
  return { good, unchanged, faults }
}

/** Where a column stands in this file. */
function placeOf(header: readonly string[], key: string) {
  const column = claimSheet.columns.find((one) => one.key === key)!
  const names = [column.header['zh-Hans'], column.header.en, ...column.synonyms]
  const at = Math.max(0, header.findIndex((one) => names.some((name) => one.replace(/^\*/, '').trim() === name)))
  return { column: header[at] ?? column.header['zh-Hans'], columnIndex: at }
}
