/** Numbers that a text states, in one unit for each kind; a range has two ends, an open one ends in infinity. */
export type Quantity = { kind: QuantityKind; low: number; high: number; written: string; start: number; end: number }

export type QuantityKind =
  | 'length' | 'mass' | 'power' | 'energy' | 'temperature' | 'pressure' | 'share' | 'money' | 'time' | 'voltage' | 'current' | 'frequency'
  | 'area' | 'volume' | 'speed' | 'rotation' | 'flow' | 'concentration' | 'hardness' | 'force' | 'people'

const units: readonly (readonly [QuantityKind, string, number])[] = [
  ['length', '纳米|nm', 1e-9], ['length', '微米|um|μm', 1e-6], ['length', '丝|道', 1e-5], ['length', '毫米|mm', 1e-3], ['length', '厘米|公分|cm', 1e-2], ['length', '公里|千米|km', 1e3], ['length', '米|公尺|m', 1],
  ['mass', '毫克|mg', 1e-6], ['mass', '公斤|千克|kg', 1], ['mass', '克|g', 1e-3], ['mass', '斤', 0.5], ['mass', '万吨', 1e7], ['mass', '吨|t|tons?|tonnes?', 1e3],
  ['power', '千瓦|kw', 1e3], ['power', '兆瓦|mw', 1e6], ['power', '瓦|w', 1], ['power', '马力|hp', 735],
  ['energy', '千瓦时|千瓦·时|度电|kwh|kw·h', 3.6e6], ['energy', '兆瓦时|mwh', 3.6e9], ['energy', '千焦|kj', 1e3],
  ['temperature', '摄氏度|℃|°c|度c', 1],
  ['pressure', '兆帕|mpa', 1e6], ['pressure', '千帕|kpa', 1e3], ['pressure', 'gpa', 1e9], ['pressure', 'bar|公斤压力', 1e5], ['pressure', '帕|pa', 1],
  ['share', '%|百分点|个百分点', 1], ['share', '‰', 0.1],
  ['money', '亿元', 1e8], ['money', '万元|万人民币|万块', 1e4], ['money', '千元', 1e3], ['money', '元|rmb|yuan', 1],
  ['time', '毫秒|ms', 1e-3], ['time', '秒|s', 1], ['time', '分钟|min', 60], ['time', '小时|h|hours?', 3600], ['time', '天|日|days?', 86_400], ['time', '个月|months?', 2_592_000], ['time', '年|years?', 31_536_000],
  ['voltage', '千伏|kv', 1e3], ['voltage', '毫伏|mv', 1e-3], ['voltage', '伏|v', 1], ['current', '毫安|ma', 1e-3], ['current', '安培|a', 1],
  ['frequency', '赫兹|hz', 1], ['frequency', '千赫|khz', 1e3], ['frequency', '兆赫|mhz', 1e6], ['frequency', 'ghz', 1e9],
  ['area', '平方毫米|mm2', 1e-6], ['area', '平方厘米|cm2', 1e-4], ['area', '平方米|m2|㎡', 1], ['area', '亩', 666.7],
  ['volume', '毫升|ml', 1e-6], ['volume', '升|l', 1e-3], ['volume', '立方米|m3|方', 1],
  ['speed', '米/分|m/min', 1 / 60], ['speed', '米/秒|m/s', 1], ['speed', '公里/小时|km/h', 1 / 3.6], ['rotation', '转/分|r/min|rpm', 1],
  ['flow', '立方米/小时|m3/h', 1], ['flow', '吨/天|t/d|吨/日', 1 / 24], ['concentration', 'mg/l', 1], ['concentration', 'mg/m3', 1], ['concentration', 'ppm', 1],
  ['hardness', 'hv', 1], ['hardness', 'hrc', 1], ['force', '千牛|kn', 1e3], ['force', '牛|n', 1], ['people', '人|名', 1],
]

const scaleOf = new Map<string, { kind: QuantityKind; scale: number }>()
for (const [kind, names, scale] of units) for (const name of expand(names)) scaleOf.set(name, { kind, scale })

function expand(names: string): string[] {
  return names.split('|').flatMap((name) => (name.endsWith('s?') ? [name.slice(0, -2), name.slice(0, -1)] : [name]))
}

const escaped = [...scaleOf.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const unit = String.raw`(${escaped.join('|')})(?![a-z])`
const stated = new RegExp(String.raw`(不低于|不少于|不小于|大于等于|高于|大于|超过|以上|不高于|不大于|不超过|小于等于|低于|小于|少于|至少|at least|under|below|within|>=|<=|≥|≤|>|<|±|\+-)?\s*(${number})\s*(?:${unit})?(?:\s*(?:-|~|–|—|到|至|to)\s*(${number}))?\s*${unit}(以上|以下|以内|以上)?`, 'g')

const atLeast = new Set(['不低于', '不少于', '不小于', '大于等于', '高于', '大于', '超过', '以上', '至少', 'at least', '>=', '≥', '>'])
const atMost = new Set(['不高于', '不大于', '不超过', '小于等于', '低于', '小于', '少于', 'under', 'below', 'within', '<=', '≤', '<', '以下', '以内', '±', '+-'])

/** Of plain text. Years and model numbers have no unit and are passed over. */
export function quantitiesOf(plainText: string): Quantity[] {
  if (!/\d/.test(plainText)) return []
  const found: Quantity[] = []
  for (const match of plainText.matchAll(stated)) {
    const [written, before, first, , second, name, after] = match
    const { kind, scale } = scaleOf.get(name!)!
    // 2024年 is a date.
    if (kind === 'time' && name === '年' && Number(first) >= 1900) continue
    const value = Number(first!.replaceAll(',', '')) * scale
    const other = second === undefined ? value : Number(second.replaceAll(',', '')) * scale
    const bound = before ?? after ?? ''
    const low = atMost.has(bound) ? 0 : Math.min(value, other)
    const high = atLeast.has(bound) ? Number.POSITIVE_INFINITY : Math.max(value, other)
    found.push({ kind, low, high, written: written.trim(), start: match.index, end: match.index + written.length })
  }
  return found
}

/** 1 when the two can both hold, falling to 0 when they lie a factor of ten apart. */
export function nearness(a: Quantity, b: Quantity): number {
  if (a.low <= b.high && b.low <= a.high) return 1
  const [lower, upper] = a.high < b.low ? [a.high, b.low] : [b.high, a.low]
  if (lower <= 0) return 0
  return Math.max(0, 1 - Math.log10(upper / lower))
}
