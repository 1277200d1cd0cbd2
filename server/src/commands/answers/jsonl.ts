import type { Entry } from '@silian/algorithms/answer-matching/entry'
import { bytesOf } from '../files.ts'

/** A line that cannot be used, and why. All of them are listed at once. */
export type Fault = { file: string; line: number; code: FaultCode; value?: string }
export type FaultCode = 'not_json' | 'not_an_object' | 'id_missing' | 'title_missing' | 'description_not_text' | 'codes_not_a_list' | 'repeated_id' | 'key_missing' | 'grade_not_0_to_3' | 'graded_twice' | 'no_rows'

type Row = { line: number; value: Record<string, unknown> }
type Read<T> = { rows: T[]; faults: Fault[] }

/** Each line an object; empty lines are passed over. */
function linesOf(file: string): Read<Row> {
  const rows: Row[] = []
  const faults: Fault[] = []
  const lines = bytesOf(file).toString('utf8').replace(/^\uFEFF/, '').split(/\r?\n/)
  lines.forEach((text, at) => {
    if (text.trim() === '') return
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      faults.push({ file, line: at + 1, code: 'not_json', value: text.slice(0, 40) })
      return
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) faults.push({ file, line: at + 1, code: 'not_an_object' })
    else rows.push({ line: at + 1, value: value as Record<string, unknown> })
  })
  if (rows.length === 0 && faults.length === 0) faults.push({ file, line: 1, code: 'no_rows' })
  return { rows, faults }
}

const keyOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' && Number.isFinite(value) ? String(value) : '')

/** `{ id, title, description?, codes? }`; other keys are left alone. */
export function entriesOf(file: string): Read<Entry> {
  const { rows, faults } = linesOf(file)
  const seen = new Set<string>()
  const entries: Entry[] = []
  for (const { line, value } of rows) {
    const wrong = (code: FaultCode, shown?: string) => void faults.push({ file, line, code, ...(shown === undefined ? {} : { value: shown }) })
    const id = keyOf(value.id)
    const before = faults.length
    if (id === '') wrong('id_missing')
    else if (seen.has(id)) wrong('repeated_id', id)
    seen.add(id)
    if (typeof value.title !== 'string' || value.title.trim() === '') wrong('title_missing')
    if (value.description !== undefined && value.description !== null && typeof value.description !== 'string') wrong('description_not_text')
    if (value.codes !== undefined && !(Array.isArray(value.codes) && value.codes.every((code) => typeof code === 'string'))) wrong('codes_not_a_list')
    if (faults.length === before) entries.push({ id, title: value.title as string, description: (value.description as string | null | undefined) ?? '', codes: (value.codes as string[] | undefined) ?? [] })
  }
  return { rows: entries, faults }
}

export type Judgement = { need: string; answer: string; grade: number }

/** `{ need_id, achievement_id, grade }` or whatever the two keys are called. */
export function judgementsOf(file: string, needKey: string, answerKey: string): Read<Judgement> {
  const { rows, faults } = linesOf(file)
  const seen = new Set<string>()
  const judgements: Judgement[] = []
  for (const { line, value } of rows) {
    const need = keyOf(value[needKey])
    const answer = keyOf(value[answerKey])
    const before = faults.length
    if (need === '') faults.push({ file, line, code: 'key_missing', value: needKey })
    if (answer === '') faults.push({ file, line, code: 'key_missing', value: answerKey })
    const { grade } = value
    if (typeof grade !== 'number' || !(grade >= 0 && grade <= 3)) faults.push({ file, line, code: 'grade_not_0_to_3', value: String(grade) })
    if (seen.has(`${need}\n${answer}`)) faults.push({ file, line, code: 'graded_twice', value: `${need} ${answer}` })
    seen.add(`${need}\n${answer}`)
    if (faults.length === before) judgements.push({ need, answer, grade: grade as number })
  }
  return { rows: judgements, faults }
}
