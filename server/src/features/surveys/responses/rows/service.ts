import { say, wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Download, Upload } from '../../../../kernel/route.ts'
import { knownHeaders, parseSheet } from '../../../../kernel/sheet/parse-sheet.ts'
import { readTable } from '../../../../kernel/sheet/read-table.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import { isSurveyOffice } from '../../policy.ts'
import type { Survey } from '../../tables.ts'
import type { LineView, ResponseFilter } from '../contract.ts'
import { mostLines } from '../rules.ts'
import { answerSheet, educationChoices, gradeChoices, kindChoices, type AnswerSheetRow } from '../sheet.ts'
import { listForExport, type Response } from '../tables.ts'
import { viewAnswer } from '../view/service.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const wording = (locale: Actor['locale']) => wordsFor(locale) as unknown as (key: string) => string

const standing = ['organisation', 'speakers', 'state', 'submittedAt', 'reminded'] as const
const demand = ['outlook', 'occupationCode', 'occupation', 'people', 'education', 'skillGrade', 'experienceYears', 'skills', 'startMonth', 'payMin', 'payMax', 'kind'] as const

/** A row for each line for the office; for who speaks for a firm, only where it stands. */
export async function exportResponses(tx: Tx, actor: Actor, survey: Survey, filter: ResponseFilter): Promise<Download> {
  const office = isSurveyOffice(actor, survey)
  const rows = await listForExport(tx, actor, survey.id, filter, { withLines: office })
  const names = await codeNames(tx, 'occupation', rows.flatMap(({ line }) => (line ? [line.occupationCode] : [])))
  const word = wording(actor.locale)
  const cells = rows.map(({ organisationName, speakers, state, submittedAt, remindedCount, outlook, line }) => [
    organisationName, speakers.map(({ name }) => name).join('、'), word(`surveys:response.states.${state}`), submittedAt ? dayOf(submittedAt) : '', remindedCount,
    ...(office ? [outlook ? word(`surveys:outlooks.${outlook}`) : '', ...(line ? cellsOf(line, names.get(line.occupationCode) ?? '', word) : [])] : []),
  ])
  const header = [...standing.map((key) => word(`surveys:response.columns.${key}`)), ...(office ? demand.map((key) => word(key === 'outlook' ? 'surveys:response.columns.outlook' : key === 'occupationCode' ? 'surveys:columns.occupationCode' : `surveys:line.${key}`)) : [])]
  const name = word('surveys:response.caption')
  return { name: `${name}-${survey.year}.xlsx`, mediaType: xlsx, bytes: Buffer.from(await writeTable({ name, header, rows: cells.map((row) => [...row, ...Array<string>(header.length - row.length).fill('')]) })) }
}

type Line = Omit<LineView, 'occupationName' | 'education' | 'kind'> & { education: string; kind: string }
const cellsOf = (line: Line, occupationName: string, word: (key: string) => string) => [
  line.occupationCode, occupationName, line.people, word(`surveys:educations.${line.education}`), line.skillGrade === null ? '' : word(`surveys:skillGrades.g${line.skillGrade}`), line.experienceYears,
  line.skills.join('、'), line.startMonth, line.payMin, line.payMax, word(`surveys:kinds.${line.kind}`),
]

/** Headers in Chinese or English; what comes back is read whatever the language. */
export async function answerFile(tx: Tx, actor: Actor, response: Response, now: Date): Promise<Download> {
  const language = actor.locale === 'en' ? 'en' : 'zh-Hans'
  const { lines } = await viewAnswer(tx, actor, response, now)
  const said = <V extends string>(choices: readonly { value: V; label: Record<'zh-Hans' | 'en', string> }[], value: string | null) => choices.find((one) => one.value === value)?.label[language] ?? ''
  const rows = lines.map((line) => [
    line.occupationCode, line.people, said(educationChoices, line.education), said(gradeChoices, line.skillGrade === null ? null : String(line.skillGrade)), line.experienceYears, line.skills.join('、'), line.startMonth, line.payMin, line.payMax, said(kindChoices, line.kind),
  ])
  const name = answerSheet.title[language]
  return { name: `${name}-${response.year}.xlsx`, mediaType: xlsx, bytes: Buffer.from(await writeTable({ name, header: answerSheet.columns.map(({ header }) => header[language]), rows })) }
}

export async function readAnswer(tx: Tx, actor: Actor, upload: Upload, now: Date) {
  const table = await readTable(upload.bytes, upload.name, { known: knownHeaders(answerSheet), limits: { rows: 1000 } })
  if ('fault' in table) return refuse('sheet_unreadable', { fault: table.fault, ...table.params })
  const { rows, errors, missingColumns } = parseSheet(table, answerSheet, { today: dayOf(now) })
  const names = await codeNames(tx, 'occupation', rows.map(({ values }) => values.occupationCode))
  const unknown = rows.filter(({ values }) => !names.has(values.occupationCode))
  const sentence = (reason: string, params: Record<string, string | number>) => say(actor.locale, `sheet:${reason}`, params) ?? reason
  return {
    lines: rows.filter(({ values }) => names.has(values.occupationCode)).slice(0, mostLines).map(({ values }) => lineOf(values, names.get(values.occupationCode)!)),
    faults: [
      ...errors.map(({ row, column, value, reason, params }) => ({ row, column, value, sentence: sentence(reason, params) })),
      ...unknown.map(({ row, values }) => ({ row, column: answerSheet.columns[0].header[actor.locale === 'en' ? 'en' : 'zh-Hans'], value: values.occupationCode, sentence: sentence('no_such_code', { value: values.occupationCode }) })),
    ].sort((one, other) => one.row - other.row),
    missingColumns: [...missingColumns],
  }
}

const lineOf = ({ occupationCode, people, education, skillGrade, experienceYears, skills, startMonth, payMin, payMax, kind }: AnswerSheetRow, occupationName: string): LineView => ({
  occupationCode, occupationName, people, education, kind,
  skillGrade: skillGrade === null ? null : Number(skillGrade),
  experienceYears: experienceYears ?? 0,
  skills: [...(skills ?? [])],
  startMonth: startMonth.min!.slice(0, 7),
  payMin: payMin ?? payMax,
  payMax: payMax ?? payMin,
})
