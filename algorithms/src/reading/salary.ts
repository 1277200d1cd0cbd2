import { combine, readSpans, withoutRemarks, type Quantity, type Reading } from './spans.ts'
import { plain } from './text.ts'

export type SalaryPeriod = 'month' | 'year' | 'day' | 'hour'
export type SalaryReading = Reading<'元', number, SalaryPeriod>

const per = String.raw`(?:每|一|\/|per\s*|a\s+|an\s+)\s*(?:人\s*[/·]?\s*)?`
const period = String.raw`(?:${per}\(?(?:人\s*[·/]\s*)?(?:个?月|年(?![底终假以经半内])|天|日|小时|钟头|时|month|mo\b|m\b|year|yr\b|y\b|day|d\b|hour|hr\b|h\b)\)?(?:\/人)?)`
const salary: Quantity = {
  own: String.raw`(?:元人民币|元|块钱?|人民币|rmb|cny|yuan)\s*${period}?|${period}`,
  foreign: String.raw`(?:个?小时|钟头|个月|月(?!薪)|日|号|天|年|届|级|岁|人|名|位|薪|险|金|点|班|休|%|个|项|次|周|分|楼|号|期|餐|顿|类|hours?|days?|months?|years?)`,
  before: String.raw`¥|rmb|cny|人民币`,
}

const otherMoney = /[$€£]|美元|美金|欧元|英镑|日元|港币|港元|港纸|台币|新台币|澳门币|葡币|\b(?:usd|hkd|eur|gbp|jpy|twd|ntd|mop)\b|nt\$/
/** Paid by the week, the piece or the lesson: not one of the four periods, so nothing is said that we can compare. */
const otherPeriod = /周薪|(?:\/|[元块]\s*[每一]|per\s*)\s*(?:周|次|件|课时|节|单|场|趟|篇|张|台|套|班|吨|公里|week|piece|lesson|shift|trip)/
/** What carries numbers but is not the pay: months paid, insurance, shifts, trial pay when the later pay is named. */
const asides = [
  /[·*x×,，、;；\s/]*(?:\d{1,2}(?:\.\d)?(?:\s*[-~–—至到]\s*\d{1,2}(?:\.\d)?)?|十[二三四五六七八]|二十四?)\s*薪/g,
  /试用期?.{0,16}?(?=转正)/g,
  /(?:包吃|包住|餐补|房补|补贴|补助|奖金|年终|全勤|加班费?|绩效|提成|交通|话费|高温)[^,，;；。/+]*?(?:\d+|[一二两三四五六七八九]百)\s*元?(?:\/[月天日])?/g,
  /(?:19|20)\d\d\s*(?:年|届)|(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)/g,
  /[做上][五六]休[一二]|单双休/g,
]

/**
 * Pay in yuan (SPEC R10–R19). `min` and `max` are the numbers as written, scaled to yuan; `period` only where it is said, and
 * `10-21K·13薪` says "month", for nobody counts other pays. Other currencies and pay by week or piece read as nothing.
 */
export function readSalary(raw: string): SalaryReading {
  const nothing: SalaryReading = { raw, min: null, max: null, unit: null, period: null }
  const whole = plain(raw).replace(/(?<=\d)，(?=\d{3}(?!\d))/g, ',').replace(/(?<![\d.])(\d{1,3}) (?=\d{3}(?!\d))/g, '$1')
  if (otherMoney.test(whole) || otherPeriod.test(whole)) return nothing
  const monthsPaid = /薪/.test(whole) && /(?:\d|十[二三四五六七八])\s*薪/.test(whole)
  let text = withoutRemarks(whole.replace(/\/\s*\(?\s*人\s*[·/]\s*月\s*\)?/g, '/月').replace(/一(?=天|个月|个?小时|年(?![半以经内]))/g, '/'))
  for (const aside of asides) {
    const rest = text.replace(aside, ' ')
    if (/[\d一二两三四五六七八九百千万]/.test(rest)) text = rest // `补贴100元/天` alone is the pay
  }
  text = text.replace(/(?<![\d一二两三四五六七八九十几数])\s*(上|过|破|超|近)\s*([百千万])/g, '$1 1$2').replace(/(?<![\d一二两三四五六七八九十几数百千.])([百千万])(?=\s*元)/g, '1$1')
  text = text.replace(/(?:底薪|基本工资|保底|无责)[^\d一二两三四五六七八九]{0,4}/g, ' 底薪').replace(/(?<=上)\s*(?=1[百千万])/g, '超')

  const spans = readSpans(openEnd(text), salary).filter((span) => plausible((span.max ?? span.min)!, span.hasUnit, text))
  const found = combine(spans)
  if (!found) return nothing
  const near = spans[0]!
  return { raw, ...found, unit: '元', period: periodOf(text, near.start, near.end) ?? (monthsPaid ? 'month' : null) }
}

/** After a plus sign comes what is paid on top: the sum is open upwards. */
const openEnd = (text: string) => text.replace(/(元|块)?(\s*\/\s*[月天日年])?\s*\+\s*(?![\d一二两三四五六七八九]).*$/, '$1$2+').replace(/\+\s*(?=[\d一二两三四五六七八九]).*$/, '+')

/** A bare number below one hundred is no pay unless something says yuan or a short period. */
const plausible = (value: number, hasUnit: boolean, text: string) =>
  value >= 100 || (value > 0 && (hasUnit || /[时日天]薪/.test(text)) && /元|块|¥|rmb|yuan|时|天|日|hour|\/h|day/.test(text))

const words: [SalaryPeriod, RegExp][] = [
  ['month', /月薪|月工资|月收入|月入|月均|月综合|月底薪|按月|monthly|month/],
  ['year', /年薪|年收入|年入|年工资|年均|按年|annual|yearly|year/],
  ['day', /日薪|日工资|日均|按天|按日|日结|daily|day/],
  ['hour', /时薪|时工资|小时工|钟点|按小时|hourly|hour/],
]
const after: [SalaryPeriod, RegExp][] = [
  ['month', new RegExp(String.raw`${per}\(?(?:人\s*[·/]\s*)?(?:个?月|month|mo\b|m\b)|p\.?m\.?\b`)],
  ['year', new RegExp(String.raw`${per}(?:年(?![底终假以经半内])|year|yr\b|y\b|annum)|p\.?a\.?\b`)],
  ['day', new RegExp(String.raw`${per}(?:天|日|day|d\b)`)],
  ['hour', new RegExp(String.raw`${per}(?:个?小时|钟头|时|hour|hr\b|h\b)`)],
]

function periodOf(text: string, start: number, end: number): SalaryPeriod | null {
  const pick = (part: string, table: [SalaryPeriod, RegExp][]) => table.find(([, pattern]) => pattern.test(part))?.[0] ?? null
  return (
    pick(text.slice(start, end + 1), after) ?? pick(text.slice(end, end + 8), after) ?? pick(text.slice(0, start), words) ??
    pick(text.slice(0, start), after) ?? pick(text.slice(end), after) ?? pick(text, words)
  )
}
