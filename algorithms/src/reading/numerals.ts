/**
 * Numbers as people write them, Arabic and Chinese mixed: `1.5万`, `4千5`, `三千五百`, `两万`, `12k`, `二〇二七`.
 * Input is `plain` text (half width, simplified, lower case).
 */

export type Numeral = {
  value: number
  /** The first unit of the numeral (1 when it has none): `8千` → 1000. A range may share it: `6-8千`. */
  scale: number
  /** No digit and no unit of thousands stands behind it (`一`, `十`, `万`): a number only when a unit word follows. */
  weak: boolean
  start: number
  end: number
}

const digits: Record<string, number> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, k: 1000, 万: 10_000, w: 10_000, 亿: 100_000_000 }

const run =
  /(?:\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?:\s?[kw](?![a-z])|\s?[十百千万亿])?|[零〇一二两三四五六七八九十百千万亿])+/g
const part = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?|[零〇一二两三四五六七八九十百千万亿kw]/g

/** Words whose numerals are not numbers: `五险一金`, `一般`, `统一`, `百分之`, `十分`, `万一`, `周一`, `千万`. */
const idioms = /[三四五六七八]险[一二两]金|一[般定些起次样致律直线流旦边切体]|[统专之唯第]一|百分[之比]|十分|万一|(?:周|星期)[一二三四五六]|[做上][五六]休[一二]/g

/** The numerals of a text from left to right. */
export function readNumerals(text: string): Numeral[] {
  const masked = text.replace(idioms, (idiom) => '\u0001'.repeat(idiom.length))
  const found: Numeral[] = []
  for (const match of masked.matchAll(run)) {
    const numeral = valueOf(match[0])
    if (numeral) found.push({ ...numeral, start: match.index, end: match.index + match[0].length })
  }
  return found
}

function valueOf(written: string) {
  const parts = written.match(part) ?? []
  let total = 0
  let section = 0
  let current: number | null = null
  let scale = 1
  let lastUnit = 1
  let zero = false
  let lastWasDigit = false
  for (const piece of parts) {
    const unit = units[piece]
    if (unit === undefined) {
      const digit = digits[piece]
      if (digit === 0 && !lastWasDigit && lastUnit > 1) {
        zero = true // 一万零五百: the zero says that the next digit is not shorthand for hundreds
        continue
      }
      const number = digit ?? Number(piece.replaceAll(',', ''))
      if (current !== null && (digit === undefined || !lastWasDigit)) return null
      current = current === null ? number : current * 10 + number
      lastWasDigit = digit !== undefined
      continue
    }
    if (scale === 1) scale = unit
    if (unit >= 10_000) {
      total += (section + (current ?? (section === 0 ? 1 : 0))) * unit
      section = 0
    } else {
      section += (current ?? 1) * unit
    }
    current = null
    lastUnit = unit
    lastWasDigit = false
    zero = false
  }
  if (current !== null) {
    const shorthand = lastUnit >= 100 && !zero && Number.isInteger(current) && current < 10 // 4千5, 一万二
    section += shorthand ? (current * lastUnit) / 10 : current
  }
  const value = round(total + section)
  if (!Number.isFinite(value) || value > 1e12) return null
  const pureChinese = !/\d/.test(written)
  const weak = pureChinese && (parts.length === 1 || (parts.length === 2 && /^[一二两三四五六七八九]?十/.test(written)) || /^[十百千万亿]+$/.test(written))
  return { value, scale, weak: weak && written.length < 3 && !/^[一二两三四五六七八九][百千万]$/.test(written) }
}

/** Two decimals are enough for yuan and years, and 1.1 × 10,000 is 11,000 again. */
export const round = (value: number) => Math.round(value * 100) / 100

const order = '一二三四五六七八九'

/** `六七千` → `六-七千`, `三五人` → `三-五人`, `二十七八岁` → `二十七-二十八岁`: two neighbours said together are a range. */
export function openPairs(text: string): string {
  return text
    .replace(/(?<![零〇一二两三四五六七八九\d])([二三四五六七八九]?十)([一二三四五六七八])([二三四五六七八九])(?![零〇一二三四五六七八九十百千万])/g, (whole, tens, first, second) =>
      order.indexOf(second) === order.indexOf(first) + 1 ? `${tens}${first}-${tens}${second}` : whole)
    .replace(/(?<![零〇一二两三四五六七八九十\d])([一二两三四五六七八])([两二三四五六七八九])(?![零〇一二三四五六七八九])/g, (whole, first, second) => {
      const gap = order.indexOf(second.replace('两', '二')) - order.indexOf(first.replace('两', '二'))
      return gap === 1 || (first === '三' && second === '五') ? `${first}-${second}` : whole
    })
}
