import { combine, readSpans, withoutRemarks, type Quantity, type Reading, type Span } from './spans.ts'
import { plain } from './text.ts'

export type AgeReading = Reading<'岁'>

const age: Quantity = {
  own: String.raw`周?岁|years?(?:[ -]of[ -]age|[ -]old)?|y\/?o\b|yrs?`,
  foreign: String.raw`(?:cm|厘米|公分|米|m\b|kg|公斤|斤|元|块|k|万|千|年|届|级|后|月|日|号|天|小时|人|名|个|位|%|度|楼)`,
}

/** Age in full years (SPEC R30–R39). Ranges said for men and women apart are joined: what at least one of them may be. */
export function readAge(raw: string): AgeReading {
  const text = withoutRemarks(plain(raw)).replace(/(?:19|20)\d\d(?:[.\-/年]\d{1,2})?(?:[.\-/月]\d{1,2}日?)?/g, ' ')
  const spans = readSpans(text, age).filter((span) => within(span.min) && within(span.max))
  const found = /男/.test(text) && /女/.test(text) ? join(spans) : combine(spans)
  if (!found) return { raw, min: null, max: null, unit: null, period: null }
  return { raw, ...found, unit: '岁', period: null }
}

const within = (value: number | null) => value === null || (value > 0 && value <= 120)

function join(spans: readonly Span[]) {
  if (spans.length === 0) return null
  const lows = spans.map((span) => span.min).filter((value) => value !== null)
  const highs = spans.map((span) => span.max).filter((value) => value !== null)
  return { min: lows.length > 0 ? Math.min(...lows) : null, max: highs.length > 0 ? Math.max(...highs) : null }
}
