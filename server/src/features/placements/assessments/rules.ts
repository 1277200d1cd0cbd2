import type { Fault } from '../rules.ts'

export type Item = { code: string; title: string; part: 'unit' | 'school'; kind: 'process' | 'result' | 'attendance'; weight: number; guide: string }
export type Marks = Readonly<Record<string, number>>

/** Days before the last one from which marks are taken; working days to object, and to answer. */
export const marksFromDays = 14
export const objectWithin = 5
export const answerMarkObjectionWithin = 5
/** Characters of a summary or report that is handed in. */
export const textLeast = { summary: 200, report: 500 }

export type SchemeFault = { code: 'attendance_only' | 'weights' | 'unit_missing' | 'school_missing' | 'process_missing' | 'result_missing' | 'code_twice'; rule: '1.43' | null }

/** What keeps a scheme from being approved. Rule 1.43: school and unit together, process and result, and no copy of staff attendance. */
export function faultsOfScheme(items: readonly Item[]): SchemeFault[] {
  const counted = items.filter(({ weight }) => weight > 0)
  const faults: SchemeFault[] = []
  const add = (code: SchemeFault['code'], rule: SchemeFault['rule'] = '1.43') => void faults.push({ code, rule })
  if (counted.every(({ kind }) => kind === 'attendance')) add('attendance_only')
  // In hundredths, so that 33.3 + 33.3 + 33.4 is a hundred.
  if (items.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0) !== 10_000) add('weights', null)
  if (!counted.some(({ part }) => part === 'unit')) add('unit_missing')
  if (!counted.some(({ part }) => part === 'school')) add('school_missing')
  if (!counted.some(({ kind }) => kind === 'process')) add('process_missing')
  if (!counted.some(({ kind }) => kind === 'result')) add('result_missing')
  if (new Set(items.map(({ code }) => code)).size < items.length) add('code_twice', null)
  return faults
}

/** Marks of one part: each of its items once, and nothing else. */
export function faultsOfMarks(items: readonly Item[], part: 'unit' | 'school', marks: Marks): Fault[] {
  const mine = items.filter((item) => item.part === part).map(({ code }) => code)
  return [
    ...mine.filter((code) => marks[code] === undefined).map((code) => ({ path: ['marks', code], code: 'missing' })),
    ...Object.keys(marks).filter((code) => !mine.includes(code)).map((code) => ({ path: ['marks', code], code: 'unknown' })),
  ]
}

export type Line = { code: string; title: string; part: 'unit' | 'school'; weight: number; mark: number; points: number }
const inHundredths = (value: number) => Math.round(value * 100) / 100

/** The result: each mark times its weight; the sum is rounded once, to hundredths. */
export function resultOf(items: readonly Item[], marks: Marks): { lines: Line[]; total: number } {
  const lines = items.map(({ code, title, part, weight }) => ({ code, title, part, weight, mark: marks[code] ?? 0, points: inHundredths(((marks[code] ?? 0) * weight) / 100) }))
  return { lines, total: inHundredths(items.reduce((sum, { code, weight }) => sum + Math.round((marks[code] ?? 0) * 100) * Math.round(weight * 100), 0) / 1_000_000) }
}

export type Missing = 'scheme' | 'unit' | 'school' | 'summary' | 'over'
export function missingForResult(facts: { scheme: boolean; unit: boolean; school: boolean; summary: boolean; lastDay: string; today: string }): Missing[] {
  const { scheme, unit, school, summary, lastDay, today } = facts
  return [...(scheme ? [] : ['scheme' as const]), ...(unit ? [] : ['unit' as const]), ...(school ? [] : ['school' as const]), ...(summary ? [] : ['summary' as const]), ...(today < lastDay ? ['over' as const] : [])]
}

/** As much of a name as tells the holder that it is theirs: 王*明, 李*. */
export function maskedName(name: string): string {
  const letters = [...name]
  return letters.length <= 2 ? `${letters[0] ?? ''}*` : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}
