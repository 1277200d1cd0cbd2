import { dayOfSerial, iso, period } from './calendar.ts'
import type { Reading } from './spans.ts'
import { plain } from './text.ts'

export type DateReading = Reading<'date', string>

type Days = { min: string; max: string }
type Found = Days & { year: number; month?: number; day?: number; start: number; end: number }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthName = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`
const quarters: Record<string, [number, number]> = {
  上半年: [1, 6], 下半年: [7, 12], 一季度: [1, 3], 二季度: [4, 6], 三季度: [7, 9], 四季度: [10, 12],
  '1季度': [1, 3], '2季度': [4, 6], '3季度': [7, 9], '4季度': [10, 12], q1: [1, 3], q2: [4, 6], q3: [7, 9], q4: [10, 12],
}

type Form = { pattern: RegExp; read: (parts: (string | undefined)[]) => [number, number?, number?] | Days | null }

const forms: Form[] = [
  { pattern: /(\d{4}|\d{2})年(?:的|第)*(上半年|下半年|[一二三四1-4]季度|q[1-4])|(\d{4})\s*[- ]?(q[1-4])/y, read: ([, year, part, year2, part2]) => {
    const [from, to] = quarters[(part ?? part2)!]!
    return { min: iso(fullYear(year ?? year2), from, 1), max: period(fullYear(year ?? year2), to)!.max }
  } },
  { pattern: /(\d{4}|\d{2})年\s*(\d{1,2})月?(上|中|下)旬|(\d{4})[.\-/](\d{1,2})月?(上|中|下)旬/y, read: ([, a, b, c, d, e, f]) => {
    const [year, month, third] = [fullYear(a ?? d), Number(b ?? e), c ?? f]
    const all = period(year, month)
    if (!all) return null
    return { min: iso(year, month, third === '上' ? 1 : third === '中' ? 11 : 21), max: third === '下' ? all.max : iso(year, month, third === '上' ? 10 : 20) }
  } },
  { pattern: /(\d{4}|\d{2})年\s*(\d{1,2})(?:月份?|[.\-/])\s*(\d{1,2})(?:日|号|(?![\d月]))/y, read: ([, y, m, d]) => [fullYear(y), Number(m), Number(d)] },
  { pattern: /(\d{4}|\d{2})年\s*(\d{1,2})(?:月份?|(?!\d))/y, read: ([, y, m]) => [fullYear(y), Number(m)] },
  { pattern: /(\d{4})年(?!级)|((?:19|20)\d\d)(?!\d)(?=$|\s*[-~–—至到]\s*(?:(?:19|20)\d\d(?:年|$)|至?今|now|present))/y, read: ([, y, y2]) => [Number(y ?? y2)] },
  { pattern: /(\d{4})\s*([.\-/,、])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)日?/y, read: ([, y, , m, d]) => [Number(y), Number(m), Number(d)] },
  { pattern: /(\d{4}) (\d{1,2}) (\d{1,2})(?!\d)/y, read: ([, y, m, d]) => [Number(y), Number(m), Number(d)] },
  { pattern: /(\d{4})\s*[.\-/,、]\s*(\d{1,2})月?(?!\d)/y, read: ([, y, m]) => [Number(y), Number(m)] },
  { pattern: /((?:19|20|21)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y, read: ([, y, m, d]) => [Number(y), Number(m), Number(d)] },
  { pattern: /((?:19|20|21)\d\d)(0[1-9]|1[0-2])(?!\d)/y, read: ([, y, m]) => [Number(y), Number(m)] },
  { pattern: /(\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)/y, read: ([, y, m, d]) => [fullYear(y), Number(m), Number(d)] },
  { pattern: new RegExp(String.raw`${monthName}\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s*(\d{4})(?!\d)`, 'y'), read: ([, m, d, y]) => [Number(y), monthOf(m), Number(d)] },
  { pattern: new RegExp(String.raw`(\d{1,2})(?:st|nd|rd|th)?[\s\-]*(?:of\s+)?${monthName}[\s\-,]*(\d{4}|\d{2})(?!\d)`, 'y'), read: ([, d, m, y]) => [fullYear(y), monthOf(m), Number(d)] },
  { pattern: new RegExp(String.raw`(\d{4})\s*${monthName}\s*(\d{1,2})(?!\d)`, 'y'), read: ([, y, m, d]) => [Number(y), monthOf(m), Number(d)] },
  { pattern: new RegExp(String.raw`${monthName}[\s\-,]*(\d{4})(?!\d)`, 'y'), read: ([, m, y]) => [Number(y), monthOf(m)] },
  { pattern: new RegExp(String.raw`${monthName}[\-'](\d\d)(?!\d)`, 'y'), read: ([, m, y]) => [fullYear(y), monthOf(m)] },
  // day and month before a four-digit year: read only when one of them cannot be a month
  { pattern: /(\d{1,2})([.\-/])(\d{1,2})\2(\d{4})(?!\d)/y, read: ([, a, , b, y]) => dayAndMonth(Number(y), Number(a), Number(b)) },
  // two-digit years: 24.9.1 and 05.9.1 are years, 9.1 is not
  { pattern: /'?(\d\d)([.\-/])(\d{1,2})\2(\d{1,2})(?!\d)/y, read: ([, y, , m, d]) => (isYearLike(y!) ? [fullYear(y), Number(m), Number(d)] : null) },
  { pattern: /'?(\d\d)[./](\d{1,2})(?!\d|[./]\d)/y, read: ([, y, m]) => (Number(y) > 12 ? [fullYear(y), Number(m)] : null) },
]

const isYearLike = (two: string) => Number(two) > 12 || two.startsWith('0')
const monthOf = (name: string | undefined) => months.indexOf(name!.slice(0, 3)) + 1
const dayAndMonth = (year: number, a: number, b: number): [number, number, number] | null =>
  a > 12 ? [year, b, a] : b > 12 || a === b ? [year, a, b] : null

/** Two digits: 70–99 are of the last century, the rest of this one. */
function fullYear(written: string | undefined): number {
  const year = Number(written)
  return year >= 100 ? year : year >= 70 ? 1900 + year : 2000 + year
}

const separator = /^\s*(?:日|号|起|开始|\(含\))*\s*(?:-+|~+|[–—―−‐‑﹣]+|〜+|至|到|to\b|until\b|and\b|\/)+\s*$/
const openSeparator = /^\s*(?:日|号|起|开始)*\s*(?:-+|~+|[–—―−]+|至|到|to)?\s*(?:至?今|现在|目前|now|present|长期)|^\s*(?:日|号)?\s*(?:-+|~+|[–—―]+|至|到)\s*$/
const since = /^\s*(?:日|号|[初中底末])?\s*(?:\(含\)|含)?\s*(?:及以?后|以后|之后|起|开始|后|以来|onwards?|or later)/
const sinceBefore = /(?:自|从|since|after|from|不早于|(?<!不)晚于|>=?|≥)\s*$/
const until = /^\s*(?:日|号|[初中底末])?\s*(?:\(含\)|含)?\s*(?:及以?前|以前|之前|前|止|截止|为止|or earlier)/
const untilBefore = /(?:截至|截止|至|到|止于|不晚于|不迟于|(?<!不)早于|until|before|by|till|<=?|≤)\s*(?:于|日期|时间)?\s*:?\s*$/

/**
 * A day or a span of days (SPEC R50–R69). A month is its first to last day. What has no year, or could be two days, reads as
 * nothing: a date is never guessed.
 */
export function readDate(raw: string): DateReading {
  const answer = (min: string | null, max: string | null): DateReading =>
    min === null && max === null ? { raw, min: null, max: null, unit: null, period: null } : { raw, min, max, unit: 'date', period: null }
  const text = withArabicDates(plain(raw)).replace(/(?<=\d)[t ]\s*\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:z|[ap]m|[+-]\d\d:?\d\d)?/g, ' ')
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const day = dayOfSerial(Number(text))
    return answer(day, day)
  }
  if (/学年/.test(text)) return answer(null, null)

  const found = findDates(text)
  const first = found[0]
  if (!first) return answer(null, null)
  const rest = text.slice(first.end)
  const second = found[1]
  if (second && separator.test(text.slice(first.end, second.start))) return ordered(first, second, answer)
  const short = shortEnd(rest, first)
  if (short === 'wrong') return answer(null, null)
  if (short) return ordered(first, short, answer)
  if (openSeparator.test(rest)) return answer(first.min, null)
  const before = text.slice(0, first.start)
  if (until.test(rest)) return answer(null, first.max)
  if (since.test(rest)) return answer(first.min, null)
  if (untilBefore.test(before)) return answer(null, first.max)
  if (sinceBefore.test(before)) return answer(first.min, null)
  return answer(first.min, first.max)
}

function ordered(from: Days, to: Days, answer: (min: string | null, max: string | null) => DateReading) {
  return from.min <= to.max ? answer(from.min, to.max) : answer(to.min, from.max)
}

function findDates(text: string): Found[] {
  const found: Found[] = []
  for (let at = 0; at < text.length; at++) {
    const isStart = /[\d'jfmasond]/.test(text[at]!) && !/[\d.]/.test(text[at - 1] ?? ' ')
    if (!isStart) continue
    for (const { pattern, read } of forms) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      if (!match) continue
      const parts = read([...match])
      const days = Array.isArray(parts) ? period(...parts) : parts
      if (!days) return found // no such day, or two readings: nothing after it can be trusted
      const [year, month, day] = Array.isArray(parts) ? parts : [Number(days.min.slice(0, 4))]
      found.push({ ...days, year, month, day, start: at, end: at + match[0].length })
      at += match[0].length - 1
      break
    }
  }
  return found
}

/** The second half of `2027年3月至8月`, `2027.3.1-8.31`, `2027年3月1日—15日`: it takes what is missing from the first. */
function shortEnd(rest: string, first: Found): Days | 'wrong' | null {
  const match = /^\s*(?:起|开始)?\s*(?:-+|~+|[–—―−‐]+|〜+|至|到|to\b)\s*(次年|翌年|第二年)?\s*(?:(\d{1,2})(?:月份?|[.\-/])\s*(\d{1,2})(?:日|号|(?!\d|[.年\-/]))|(0\d|1[0-2])([0-3]\d)(?!\d)|(\d{1,2})月份?|(\d{1,2})(?:日|号)|(\d{1,2})(?![\d年:]))/.exec(rest)
  if (!match) return null
  const [, nextYear, monthOfTwo, dayOfTwo, twoDigits, dayDigits, onlyMonth, onlyDay, bare] = match
  const [month, day] = [monthOfTwo ?? twoDigits, dayOfTwo ?? dayDigits]
  const year = first.year + (nextYear ? 1 : 0)
  if (first.month === undefined) return null
  const end = month ? period(year, Number(month), Number(day))
    : onlyMonth ? period(year, Number(onlyMonth))
    : onlyDay ? period(year, first.month, Number(onlyDay))
    : first.day === undefined ? period(year, Number(bare)) : period(year, first.month, Number(bare))
  if (!end) return 'wrong'
  return end.max < first.min ? 'wrong' : end // 2027年9月至6月 without 次年: two readings
}

const digit = '零〇一二三四五六七八九十'

/** `二〇二七年三月十五日` and `民国113年` to digits; `元月` is January. */
function withArabicDates(text: string): string {
  return text
    .replace(/([零〇一二三四五六七八九]{2,4})(?=年)/g, (years) => [...years].map((one) => valueOf(one)).join(''))
    .replace(/民国\s*(\d{1,3})(?=年|[.\-/])/g, (_, years: string) => String(Number(years) + 1911))
    .replace(/元(?=月)/g, '1')
    .replace(/([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g, (written) => {
      if (!written.includes('十')) return String(valueOf(written))
      const [tens, ones] = written.split('十') as [string, string]
      return String((tens ? valueOf(tens) : 1) * 10 + (ones ? valueOf(ones) : 0))
    })
    .replace(/(?<=\d)\s+(?=[年月日号])|(?<=[年月])\s+(?=\d)/g, '')
}

const valueOf = (one: string) => Math.max(0, digit.indexOf(one) - 1)
