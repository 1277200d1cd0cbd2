import { wordsFor } from '@silian/words'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'
import type { BatchRow, MemberView } from './contract.ts'

type Locale = 'zh-Hans' | 'zh-Hant' | 'en'
const wordIn = (locale: Locale) => wordsFor(locale) as unknown as (key: string) => string

const batchColumns = ['number', 'title', 'school', 'state', 'startsOn', 'endsOn', 'escort', 'asked', 'confirmed', 'members'] as const
export function batchesTable(locale: Locale, rows: readonly Omit<BatchRow, 'updatedAt'>[]): ExportTable {
  const word = wordIn(locale)
  return {
    name: word('assistanceOffice:batches.title'),
    header: batchColumns.map((column) => word(`assistanceOffice:batches.columns.${column}`)),
    rows: rows.map((row) => [row.number, row.title, row.schoolName, word(`assistanceOffice:batchStates.${row.state}`), row.startsOn, row.endsOn, row.escortName, row.asked, row.confirmed, row.members]),
  }
}

const memberColumns = ['placement', 'student', 'studentNumber', 'cohort', 'firm', 'post', 'placementState', 'startsOn', 'endsOn'] as const
const inside = ['missing', 'filing', 'lastCheck'] as const
/** Of a firm without what concerns the school: steps, filing, checks. */
export function membersTable(locale: Locale, name: string, rows: readonly MemberView[], whole: boolean): ExportTable {
  const word = wordIn(locale)
  return {
    name,
    header: [...memberColumns, ...(whole ? inside : [])].map((column) => word(`assistanceOffice:batches.columns.${column}`)),
    rows: rows.map((row) => [
      row.placementNumber, row.studentName, row.studentNumber, row.cohortName, row.firmName, row.postTitle, word(`placements:states.${row.placementState}`), row.startsOn, row.endsOn,
      ...(whole
        ? [
            row.steps.filter(({ missing }) => missing.length > 0).map(({ step }) => word(`assistanceOffice:stepNames.${step}`)).join('、'),
            row.filing?.filingNumber ?? '',
            row.lastCheck ? `${row.lastCheck.weekOn} ${word(`assistance:levels.${row.lastCheck.level}`)}` : '',
          ]
        : []),
    ]),
  }
}
