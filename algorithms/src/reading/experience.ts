import { combine, readSpans, withoutRemarks, type Quantity, type Reading } from './spans.ts'
import { plain } from './text.ts'

export type ExperienceReading = Reading<'年'>

const experience: Quantity = {
  own: String.raw`周?年(?!级|龄|薪|终|底)(?:(?:的|工作|相关|从业|岗位|行业)*经[验历])?|years?|yrs?|y\b`,
  foreign: String.raw`(?:周?岁|届|级|元|块|k|万|千|人|名|位|%|cm|米|天|日|小时|项|家|门|次|份|k|days?|hours?)`,
}
const freshGraduate = /应届|在校|fresh|new grad|graduating/
const noneNeeded = /(?:无需|不需要?|不要求|无须|不用|没有|无)(?:相关|工作|任何)*经[验历](?:要求)?|零经验|0经验|经[验历](?:可)?无要求|no experience|entry[- ]level/

/** Years of work asked for (SPEC R40–R49). Months become parts of a year; `应届` is nought, `不限` is nothing said. */
export function readExperience(raw: string): ExperienceReading {
  const whole = plain(raw)
  const text = withoutRemarks(whole)
    .replace(/(?:19|20)\d\d\s*(?:年|届)?/g, ' ')
    .replace(/([\d一二两三四五六七八九十]+)\s*年半/g, (_, years: string) => `${toArabic(years) + 0.5}年`)
    .replace(/半年/g, '0.5年')
    .replace(/(\d+(?:\.\d+)?)\s*(?:-|~|至|到|–|—|to)\s*(\d+(?:\.\d+)?)\s*(?:个?月|months?)/g, (_, low: string, high: string) => `${Number(low) / 12}-${Number(high) / 12}年`)
    .replace(/(\d+(?:\.\d+)?|[一二两三四五六七八九十]+)\s*(?:个?月|months?)/g, (_, months: string) => `${toArabic(months) / 12}年`)
  const found = combine(readSpans(text, experience).filter((span) => within(span.min) && within(span.max)))
  const fresh = freshGraduate.test(whole)
  if (found) {
    if (!fresh) return { raw, ...found, unit: '年', period: null }
    return { raw, min: 0, max: /或|及|\/|、|和|or/.test(whole) ? found.max : (found.max ?? 0), unit: '年', period: null }
  }
  if (fresh) return { raw, min: 0, max: 0, unit: '年', period: null }
  if (noneNeeded.test(whole)) return { raw, min: 0, max: null, unit: '年', period: null }
  return { raw, min: null, max: null, unit: null, period: null }
}

const within = (value: number | null) => value === null || value <= 60

const toArabic = (written: string) => {
  const number = Number(written)
  if (!Number.isNaN(number)) return number
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const digit = (text: string | undefined, empty: number) => (text ? '零一二三四五六七八九'.indexOf(text.replace('两', '二')) : empty)
  return written.includes('十') ? digit(tens, 1) * 10 + digit(ones, 0) : digit(ones, 0)
}
