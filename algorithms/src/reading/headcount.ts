import { combine, readSpans, withoutRemarks, type Quantity, type Reading } from './spans.ts'
import { plain } from './text.ts'

export type HeadcountReading = Reading<'人'>

const headcount: Quantity = {
  own: '人次|人|名|个人|个岗位|个名额|个职位|个|位|员|口|persons?|people|pax|posts?|positions?|seats?|students?|interns?|vacanc(?:y|ies)|openings?',
  foreign: String.raw`(?:岁|周岁|元|块|k|万元|千元|年|届|级|月|日|号|天|小时|cm|厘米|公分|米|kg|公斤|斤|%|班|楼|个月|个班|个小时|个专业|个部门|years?|months?|days?)`,
}

/** How many people (SPEC R20–R29). `若干`, `数名`, `不限`, `N人` say no number. */
export function readHeadcount(raw: string): HeadcountReading {
  const nothing: HeadcountReading = { raw, min: null, max: null, unit: null, period: null }
  let text = withoutRemarks(plain(raw)).replace(/(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)/g, ' ').replace(/(?<=\d)\s*\/\s*(?=\d)/g, '-').replace(/各\s*(?=[\d一二两三四五六七八九十])/g, '')
  text = text.replace(/(?<=\d)[.．]0+(?!\d)/g, '').replace(/(?<![\d一二两三四五六七八九十])(上|过|超|近|约)?(百|千|万)(?=余|多|人|名)/g, '$1一$2').replace(/上(?=一[百千万])/g, '超')
  if (/[几数][十百千万]/.test(text)) return nothing
  text = text.replace(/十几/g, '十多').replace(/(?<=[十百千])来/g, '')

  const bySex = sexes(text)
  if (bySex) return { raw, ...bySex, unit: '人', period: null }
  const total = /(?:共计?|总计|合计|总共|total)\s*:?\s*(?=[\d一二两三四五六七八九十])(.*)$/.exec(text)?.[1]
  const spans = readSpans(total ?? text, headcount).filter((span) => Number.isInteger(span.min ?? span.max) && Number.isInteger(span.max ?? span.min))
  const found = combine(spans)
  return found ? { raw, ...found, unit: '人', period: null } : nothing
}

/** `男3名、女2名` asks for five. */
function sexes(text: string) {
  const men = /男\D{0,3}?(\d+)/.exec(text)
  const women = /女\D{0,3}?(\d+)/.exec(text)
  if (!men || !women || /共|\d\D{0,3}[,，:(]\s*[男女]|[-~至到岁]/.test(text)) return null
  const sum = Number(men[1]) + Number(women[1])
  return { min: sum, max: sum }
}
