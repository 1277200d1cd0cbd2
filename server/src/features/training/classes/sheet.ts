import { t } from '@silian/words'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'
import type { PlaceRow } from '../places/contract.ts'

type Locale = 'zh-Hans' | 'zh-Hant' | 'en'
const columns = ['studentNumber', 'name', 'cohort', 'state', 'enrolledOn', 'leftOn', 'leaveCode', 'schoolMark', 'firmMark', 'finalMark', 'offerPay', 'offerAnswer', 'offerReason', 'retention6', 'retention12'] as const

/** The roll of a class: one line a place, those who left among them. */
export function rollTable(locale: Locale, title: string, rows: readonly PlaceRow[]): ExportTable {
  const word = (key: string) => t(locale, `training:${key}` as never) as string
  const code = (group: string, value: string | null | undefined) => (value ? word(`${group}.${value}`) : '')
  const kept = (row: PlaceRow, months: number) => {
    const one = row.retentions.find((retention) => retention.months === months)
    return !one || one.stays === null ? '' : word(one.stays ? 'roll.stays' : 'roll.gone')
  }
  return {
    name: title,
    header: columns.map((column) => word(`roll.columns.${column}`)),
    rows: rows.map((row) => [
      row.studentNumber, row.name, row.cohortName, code('placeStates', row.state), row.enrolledOn, row.leftOn, code('leaveCodes', row.leaveCode), row.schoolMark, row.firmMark, row.finalMark,
      row.offer?.pay ?? null, code('roll.answers', row.offer?.answer), code('answerCodes', row.offer?.reasonCode), kept(row, 6), kept(row, 12),
    ]),
  }
}
