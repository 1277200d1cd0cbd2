import { openPairs, readNumerals, round, type Numeral } from './numerals.ts'

/** What a reader understood. Keys stand in this order in every answer; null where nothing is said. */
export type Reading<Unit extends string = string, Value = number, Period = null> = {
  raw: string
  min: Value | null
  max: Value | null
  unit: Unit | null
  period: Period | null
}

/** A number, a range or a bound found in a text. */
export type Span = {
  min: number | null
  max: number | null
  /** Something says that this number is of our kind: its unit. */
  hasUnit: boolean
  bounded: boolean
  start: number
  end: number
}

/** How one kind of quantity is written. The patterns are sources of regular expressions. */
export type Quantity = {
  /** Words that may stand between a number and its unit or bound: `元/月`, `名`, `周岁`. */
  own: string
  /** Words directly after a number that make it another kind of thing: `cm`, `届`, `人`. */
  foreign: string
  /** Words directly before a number that belong to it: `¥`, `rmb`. */
  before?: string
}

const separator = String.raw`(?:-+|~+|[–—―−‐‑﹣﹘]+|〜+|∼|至|到|\bto\b|或)`
const lowerBefore =
  /(?:不低于|不少于|不小于|不得低于|不得少于|不得小于|(?<!不|不得|未)(?:高于|超过|多于|大于|超|过|破)|至少|最低|最少|最小|起码|起薪|起点|保底|底薪|基本工资|无责|下限|年满|已满|须满|需满|(?<!未|不)满|>=|>|≥|＞|﹥|at least|min(?:imum)?|over|above|from|(?:more|(?<!no |not )older) than|no(?:t)? less than|starting(?: at| from)?)\s*(?:为|是|:|，|在|约)?\s*$/
const upperBefore =
  /(?:不超过|不超|不高于|不多于|不大于|不得超过|不得高于|未超过|未满|不满|(?<!不|不得)(?:低于|少于|小于)|不足|不到|最高|最多|最大|至多|顶多|上限|封顶|<=|<|≤|＜|﹤|up to|max(?:imum)?|under|below|less than|(?:no|not) (?:more|older) than|younger than|at most|within)\s*(?:为|是|:|，|在|约|可?达到?|可到|能到)?\s*$/
const included = String.raw`(?:\s*\(?\s*(?:不?含|包含|包括|含本数|inclusive)\s*\)?\s*)?`
const joining = String.raw`(?:\s*(?:及其?|或者?|和|and|or)\s*)?`
const lowerAfter = `^${included}${joining}\\s*(?:以上|之上|以后|往上|朝上|向上|起步?|开外|\\+|plus|and (?:above|up|over)|or (?:more|above|over|older)|older|over\\b|more|above|minimum|min\\b|up\\b|(?:-+|~+|[–—]+|至|到)\\s*(?:不限|$))`
const upperAfter = `^${included}${joining}\\s*(?:以下|之下|以内|之内|以里|内|封顶|往下|及以下|为上限|or (?:less|below|under)|and below|below|max(?:imum)?\\b|止)`
const someMore = /^(?:余|多|几|来余)(?![\d个月]{0,2}薪)/

type Patterns = { gap: RegExp; own: RegExp; foreign: RegExp; lowerAfter: RegExp; upperAfter: RegExp }
const patternsOf = new Map<Quantity, Patterns>()

function compile(quantity: Quantity): Patterns {
  const own = `(?:\\s*(?:${quantity.own}))?`
  return {
    gap: new RegExp(`^${own}${included}\\s*${separator}\\s*(?:${quantity.before ?? '(?!)'})?\\s*$|^\\s*、\\s*$`),
    own: new RegExp(`^\\s*(?:余|多|几)?\\s*(?:${quantity.own})`),
    foreign: new RegExp(`^\\s*(?:${quantity.foreign})`),
    lowerAfter: new RegExp(lowerAfter),
    upperAfter: new RegExp(upperAfter),
  }
}

/** Every number, range and bound of the kind in a `plain` text, from left to right. */
export function readSpans(written: string, quantity: Quantity): Span[] {
  let patterns = patternsOf.get(quantity)
  if (!patterns) patternsOf.set(quantity, (patterns = compile(quantity)))
  const text = openPairs(written)
    .replace(/(?<=\bbetween\s*\S{1,12}\s*)\band\b/g, '-')
    .replace(/(?<=[\d十百千万岁元人名年]\s*)[和与](?=[^和与]{1,12}之间)/g, '-')
  const numerals = readNumerals(text)
  const spans: Span[] = []
  for (let index = 0; index < numerals.length; index++) {
    const first = numerals[index]!
    const second = numerals[index + 1]
    const isRange = second && patterns.gap.test(text.slice(first.end, second.start)) && !isForeign(text, second, patterns)
    const last = isRange ? second : first
    const before = text.slice(index > 0 ? numerals[index - 1]!.end : 0, first.start)
    if (isRange) index++
    else if (isForeign(text, first, patterns)) continue
    const after = text.slice(last.end)
    const unit = patterns.own.exec(after)?.[0] ?? ''
    const gapUnit = isRange ? patterns.own.test(text.slice(first.end, second.start)) : false
    const currency = quantity.before !== undefined && new RegExp(`(?:${quantity.before})\\s*$`).test(before)
    const tail = after.slice(unit.length)
    const some = someMore.test(after.trimStart()) || someMore.test(tail.trimStart())
    const upper = upperBefore.test(before) || patterns.upperAfter.test(tail) || patterns.upperAfter.test(after)
    const lower = !upper && (lowerBefore.test(before) || some || patterns.lowerAfter.test(tail) || patterns.lowerAfter.test(after))
    const hasUnit = unit !== '' || gapUnit || currency
    const alone = first.start === 0 && last.end === text.length
    if (last.weak && first.weak && !hasUnit && !(upper || lower) && !alone) continue
    const [low, high] = isRange ? shareScale(first, second) : [first.value, first.value]
    spans.push({
      min: upper && !isRange ? null : low,
      max: lower && !isRange ? null : high,
      hasUnit,
      bounded: isRange || upper || lower,
      start: first.start,
      end: last.end + unit.length,
    })
  }
  return spans
}

const isForeign = (text: string, numeral: Numeral, patterns: Patterns) => patterns.foreign.test(text.slice(numeral.end))

/** `6-8千` shares the thousand, `5000-1万` does not, `8-1.2万` means eight thousand; the smaller one always comes first. */
function shareScale(first: Numeral, second: Numeral): [number, number] {
  let low = first.value
  let high = second.value
  if (first.scale === 1 && second.scale > 1) {
    const mantissa = second.value / second.scale
    if (low <= mantissa) low *= second.scale
    else if (low < 100 && second.scale === 10_000 && low * 1000 <= high) low *= 1000
  } else if (second.scale === 1 && first.scale >= 1000 && high < low && high >= first.value / first.scale) {
    high *= first.scale
  }
  ;[low, high] = [round(low), round(high)]
  return low <= high ? [low, high] : [high, low]
}

/**
 * One answer from several spans: those with a unit before bare ones, the first range or number decides; a lower bound and an
 * upper bound said apart (`18岁以上、35岁以下`) meet.
 */
export function combine(spans: readonly Span[]): { min: number | null; max: number | null } | null {
  const withUnit = spans.filter((span) => span.hasUnit)
  const candidates = withUnit.length > 0 ? spans.filter((span) => span.hasUnit || span.bounded) : spans
  const first = candidates[0]
  if (!first) return null
  if (first.min !== null && first.max !== null) return { min: first.min, max: first.max }
  const other = candidates.find((span) => (first.min === null ? span.max === null : span.min === null))
  if (!other) return { min: first.min, max: first.max }
  const [min, max] = first.min === null ? [other.min!, first.max!] : [first.min, other.max!]
  return min <= max ? { min, max } : { min: first.min, max: first.max }
}

/** Words in brackets explain; they are read only when nothing outside has a number. `(含)` stays, it belongs to a bound. */
export function withoutRemarks(text: string): string {
  const outside = text.replace(/[([【{](?!\s*(?:不?含|包含|包括|inclusive)\s*[)\]】}])[^)\]】}]*[)\]】}]?/g, ' ')
  return /[\d一二两三四五六七八九十百千万]/.test(outside) ? outside : text
}
