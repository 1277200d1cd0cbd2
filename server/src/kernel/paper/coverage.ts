/** The characters a TrueType font has a glyph for, as spans [first, last]; from its cmap table, format 12 or 4 (OpenType 1.9). */
export function coverageOf(font: Buffer): [number, number][] {
  const tables = font.readUInt16BE(4)
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    if (font.toString('latin1', at, at + 4) === 'cmap') return ofCmap(font.subarray(font.readUInt32BE(at + 8)))
  }
  return []
}

function ofCmap(cmap: Buffer): [number, number][] {
  const subtables = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.subarray(cmap.readUInt32BE(4 + n * 8 + 4)))
  const whole = subtables.find((one) => one.readUInt16BE(0) === 12)
  if (whole) return Array.from({ length: whole.readUInt32BE(12) }, (_, n) => [whole.readUInt32BE(16 + n * 12), whole.readUInt32BE(20 + n * 12)])
  const basic = subtables.find((one) => one.readUInt16BE(0) === 4)
  if (!basic) return []
  const segments = basic.readUInt16BE(6) / 2
  return Array.from({ length: segments }, (_, n) => [basic.readUInt16BE(16 + segments * 2 + n * 2), basic.readUInt16BE(14 + n * 2)])
}

/** Whether one of these fonts has this character. */
export function knower(coverages: readonly [number, number][][]) {
  const sorted = coverages.map((spans) => spans.toSorted(([one], [other]) => one - other))
  return (character: number) => sorted.some((spans) => holds(spans, character))
}

function holds(spans: readonly [number, number][], character: number): boolean {
  let [low, high] = [0, spans.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = spans[middle]!
    if (character < first) high = middle - 1
    else if (character > last) low = middle + 1
    else return true
  }
  return false
}
