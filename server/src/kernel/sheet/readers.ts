import { readCreditCode, readIdentityNumber, readMobile, type Identity } from '@silian/algorithms/identifiers'
import { readAge, type AgeReading } from '@silian/algorithms/reading/age'
import { readDate, type DateReading } from '@silian/algorithms/reading/date'
import { readExperience, type ExperienceReading } from '@silian/algorithms/reading/experience'
import { readHeadcount, type HeadcountReading } from '@silian/algorithms/reading/headcount'
import { readNumerals } from '@silian/algorithms/reading/numerals'
import { readSalary, type SalaryReading } from '@silian/algorithms/reading/salary'
import { cleanName, toHalfWidth, wordKey } from '@silian/algorithms/reading/text'
import type { Choice, Column, ColumnKind } from './columns.ts'
import type { CellFault } from './reasons.ts'

/** Ready columns for what these sheets are made of. Each takes the common part of a `Column` and adds kind and reader. */
type Common<Key extends string, Required extends boolean> = Omit<Column<Key>, 'kind' | 'read' | 'required'> & { required: Required }
type Made<Key extends string, Value, Required extends boolean> = Column<Key, Value> & { required: Required }

function make<Key extends string, Value, Required extends boolean>(
  common: Common<Key, Required>,
  kind: ColumnKind,
  read: Column<Key, Value>['read'],
): Made<Key, Value, Required> {
  return { ...common, kind, read }
}

const tooLong = (text: string, most: number): CellFault | null => ([...text].length > most ? { fault: 'too_long', params: { most } } : null)

export const textColumn = <const K extends string, const R extends boolean>(common: Common<K, R> & { most?: number }) =>
  make<K, string, R>(common, 'text', (cell) => tooLong(cell, common.most ?? 200) ?? cell)

/** A person's name: one name, without stray spaces, to 50 characters. */
export const nameColumn = <const K extends string, const R extends boolean>(common: Common<K, R> & { most?: number }) =>
  make<K, string, R>(common, 'name', (cell) => severalIn(cell, /[、,，;；/\n]/) ?? tooLong(cleanName(cell), common.most ?? 50) ?? cleanName(cell))

/** An organisation's name: a line break in it is only wrapping. */
export const organisationColumn = <const K extends string, const R extends boolean>(common: Common<K, R> & { most?: number }) =>
  make<K, string, R>(common, 'name', (cell) => tooLong(cleanName(cell), common.most ?? 100) ?? cleanName(cell))

function severalIn(cell: string, separator: RegExp): CellFault | null {
  const parts = cell.split(separator).filter((part) => part.trim() !== '')
  return parts.length > 1 ? { fault: 'two_values', params: { count: parts.length, first: parts[0]!.trim() } } : null
}

/** A code that is never calculated with: text format in the template, spaces removed, half width. */
export const codeColumn = <const K extends string, const R extends boolean>(common: Common<K, R> & { form?: RegExp; upper?: boolean }) =>
  make<K, string, R>(common, 'code', (cell) => {
    const several = severalIn(cell, /[、,，;；\n]/)
    if (several) return several
    const compact = toHalfWidth(cell).replace(/^['’`]/, '').replace(/\s+/g, '')
    const code = common.upper ? compact.toUpperCase() : compact
    if (/^\d(?:\.\d+)?e\+\d+$/i.test(code)) return { fault: 'wrong_form', params: { value: code } }
    if (!common.form || common.form.test(code)) return tooLong(code, 60) ?? code
    // `660103 数控技术应用`: the code, and what it means
    const bare = /^([0-9A-Za-z-]+)[:：-]*\p{Script=Han}/u.exec(code)?.[1]
    return bare && common.form.test(bare) ? bare : { fault: 'wrong_form', params: { value: code } }
  })

export function choiceColumn<const K extends string, const R extends boolean, const V extends string>(
  common: Omit<Common<K, R>, 'choices'> & { choices: readonly Choice<V>[] },
) {
  const byWord = new Map<string, V>()
  for (const { value, label, synonyms } of common.choices) {
    for (const word of [value, label['zh-Hans'], label.en, ...(synonyms ?? [])]) byWord.set(wordKey(word), value)
  }
  return make<K, V, R>(common, 'choice', (cell): V | CellFault => {
    const value = byWord.get(wordKey(cell))
    if (value !== undefined) return value
    const several = cell.split(/[、,，;；/|\n]/).filter((part) => byWord.has(wordKey(part)))
    if (several.length > 1) return { fault: 'two_values', params: { count: several.length, first: several[0]!.trim() } }
    return { fault: 'not_a_choice', params: { choices: common.choices.slice(0, 12).map(({ label }) => label['zh-Hans']).join('、') } }
  })
}

/** One day, as an ISO string. A month is no day; two days are two values. */
export const dayColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, string, R>(common, 'date', (cell): string | CellFault => {
    const { min, max } = readDate(cell)
    if (min === null || min !== max) return { fault: 'not_a_day', params: { value: cell } }
    const days = cell.split(/[、,，;；\n]/).filter((part) => readDate(part).unit !== null)
    return days.length > 1 ? { fault: 'two_values', params: { count: days.length, first: days[0]!.trim() } } : min
  })

/** A day, a month or a span of days: `2027年3月` is its first to last day. */
export const daysColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, DateReading, R>(common, 'date', (cell) => {
    const reading = readDate(cell)
    return reading.unit === null ? { fault: 'unreadable', params: { value: cell } } : reading
  })

export const numberColumn = <const K extends string, const R extends boolean>(common: Common<K, R> & { min?: number; max?: number; whole?: boolean }) =>
  make<K, number, R>(common, 'number', (cell): number | CellFault => {
    const written = toHalfWidth(cell).replace(/(?<=\d),(?=\d{3})/g, '').replace(/(?<=[\d一二两三四五六七八九十百千万])\s*(?:分|元|人|名|岁|年|个|%|㎡|平方米|(?:个?小时|时|h)(?:\/?[天日周])?)$/i, '')
    const text = /^[零〇一二两三四五六七八九十百千万]+$/.test(written) ? String(readNumerals(written)[0]?.value ?? written) : written
    if (isDate(cell)) return { fault: 'turned_into_date', params: { value: cell } }
    if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) return { fault: 'not_a_number', params: { value: cell } }
    const number = Number(text)
    if (common.whole && !Number.isInteger(number)) return { fault: 'not_whole', params: { value: cell } }
    if (common.min !== undefined && number < common.min) return { fault: 'too_small', params: { least: common.min } }
    if (common.max !== undefined && number > common.max) return { fault: 'too_large', params: { most: common.max } }
    return number
  })

type Readings = { salary: SalaryReading; headcount: HeadcountReading; age: AgeReading; experience: ExperienceReading }
const reads: { [Kind in keyof Readings]: (raw: string) => Readings[Kind] } = {
  salary: readSalary, headcount: readHeadcount, age: readAge, experience: readExperience,
}
const saysNothing = /^(?:不限|不拘|无|无要求|面议|若干|不要求|待定|经验不限|年龄不限|[-—/])$/

/** Pay, people, age or years as people write them. A text that should say a number and does not is a fault when `mustSay`. */
export const rangeColumn = <const K extends string, const R extends boolean, const Kind extends keyof Readings>(
  common: Common<K, R> & { of: Kind; mustSay?: boolean },
) =>
  make<K, Readings[Kind], R>(common, 'range', (cell) => {
    if (isDate(cell)) return { fault: 'turned_into_date', params: { value: cell } }
    const reading = reads[common.of](cell)
    const silent = reading.unit === null
    return silent && (common.mustSay || (/\d/.test(cell) && !saysNothing.test(cell))) ? { fault: 'unreadable', params: { value: cell } } : reading
  })

const separators = /[、,，;；/|\n]|\s{2,}/

/** Two of them in one cell are told apart from one wrong one. */
function one<Value extends object>(cell: string, read: (part: string) => Value | CellFault): Value | CellFault {
  const reading = read(cell)
  if (!('fault' in reading)) return reading
  const parts = cell.split(separators).concat(cell.split(/\s+/)).filter((part) => part.trim() !== '' && !('fault' in read(part)))
  const different = [...new Set(parts)]
  return different.length > 1 ? { fault: 'two_values', params: { count: different.length, first: different[0]!.trim() } } : reading
}

export const creditCodeColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, string, R>(common, 'code', (cell) => {
    const reading = one(cell, readCreditCode)
    return 'fault' in reading ? reading : reading.code
  })

export const identityColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, Identity, R>(common, 'code', (cell, row) => one(cell, (part) => readIdentityNumber(part, row.today)))

export const mobileColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, string, R>(common, 'contact', (cell) => {
    const reading = one(cell, readMobile)
    return 'fault' in reading ? reading : reading.mobile
  })

/** A mobile number or a landline, kept as written but tidy. */
export const phoneColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, string, R>(common, 'contact', (cell) => {
    const reading = one(cell, readPhone)
    return 'fault' in reading ? reading : reading.phone
  })

function readPhone(written: string): { phone: string } | CellFault {
  const reading = readMobile(written)
  if (!('fault' in reading)) return { phone: reading.mobile }
  const landline = /^(?:0\d{2,3}-?\d{7,8}|[2-9]\d{6,7})(?:-\d{1,6})?$/.exec(toHalfWidth(written).replace(/[\s()（）]/g, '').replace(/转/g, '-'))
  return landline ? { phone: landline[0] } : { fault: 'phone_form', params: { value: written } }
}

export const emailColumn = <const K extends string, const R extends boolean>(common: Common<K, R>) =>
  make<K, string, R>(common, 'contact', (cell): string | CellFault => {
    const email = toHalfWidth(cell).replace(/。/g, '.').replace(/\s+/g, '')
    if (/^[^@\s,;、]+@[^@\s,;、]+\.[a-z]{2,}$/i.test(email)) return email.toLowerCase()
    const count = (email.match(/@/g) ?? []).length
    return count > 1 ? { fault: 'two_values', params: { count, first: email.split(/[,;、/]/)[0]! } } : { fault: 'email_form', params: { value: cell } }
  })

/** Several values of one cell; the first that cannot be read is the fault. */
export function listColumn<const K extends string, const R extends boolean, Value>(
  common: Common<K, R>,
  readOne: (part: string) => Value | CellFault,
): Made<K, Value[], R> {
  return make({ ...common, many: true }, 'text', (cell) => {
    const values: Value[] = []
    for (const part of cell.split(/[、,，;；|\n]/)) {
      if (part.trim() === '') continue
      const value = readOne(part.trim())
      if (typeof value === 'object' && value !== null && 'fault' in value) return value
      if (!values.includes(value)) values.push(value)
    }
    return values
  })
}

/** What a date cell of a workbook reads as: a range such as 3-5 that Excel took for a day ends so. */
const isDate = (cell: string) => /^\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?$/.test(cell)
