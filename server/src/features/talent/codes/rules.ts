export type CodeRow = { code: string; name: string; level: string; parent: string | null; attributes: Record<string, string> }
export type LevelCount = { level: string; count: number; official: number | null }

/** Names under which official files carry the same column. */
const columns = {
  code: ['code', '代码', '编码', 'majorcode'],
  name: ['name', '名称'],
  level: ['level', '层次', '级别', '层级'],
  parent: ['parent', '上级代码', '上级'],
}
/** What is kept beside a code because pages and rules use it. */
const kept = ['section', 'sectionCode', 'class', 'classCode']

/** Official files write 高职专科 for 高职; both are one level. */
const sameLevel: Record<string, string> = { 高职专科: '高职', 高等职业教育专科: '高职', 中等职业教育: '中职', 高等职业教育本科: '职教本科' }

/** Rows of a file in the official layout, or the columns it lacks. */
export function readCodeRows(header: readonly string[], rows: readonly (readonly string[])[]): CodeRow[] | { missing: string[] } {
  const at = (names: readonly string[]) => header.findIndex((head) => names.includes(head.trim().toLowerCase()))
  const place = { code: at(columns.code), name: at(columns.name), level: at(columns.level), parent: at(columns.parent) }
  const missing = (['code', 'name', 'level'] as const).filter((key) => place[key] < 0)
  if (missing.length > 0) return { missing }
  const extras = kept.flatMap((key) => (header.includes(key) ? [{ key, at: header.indexOf(key) }] : []))
  return rows.flatMap((cells) => {
    const code = (cells[place.code] ?? '').trim()
    if (code === '') return []
    const level = (cells[place.level] ?? '').trim()
    const classCode = extras.find(({ key }) => key === 'classCode')
    const parent = (cells[place.parent] ?? '').trim() || (classCode ? (cells[classCode.at] ?? '').trim() : '')
    return [{
      code,
      name: (cells[place.name] ?? '').trim(),
      level: sameLevel[level] ?? level,
      parent: parent === '' || parent === code ? null : parent,
      attributes: Object.fromEntries(extras.map(({ key, at: column }) => [key, (cells[column] ?? '').trim()])),
    }]
  })
}

/** Pairs of a major and an occupation it leads to. */
export function readPairRows(header: readonly string[], rows: readonly (readonly string[])[]): { majorCode: string; occupationCode: string }[] | { missing: string[] } {
  const major = header.indexOf('majorCode')
  const occupation = header.indexOf('occCode')
  if (major < 0 || occupation < 0) return { missing: [...(major < 0 ? ['majorCode'] : []), ...(occupation < 0 ? ['occCode'] : [])] }
  const pairs = new Map(rows.map((cells) => [`${cells[major]} ${cells[occupation]}`, { majorCode: (cells[major] ?? '').trim(), occupationCode: (cells[occupation] ?? '').trim() }]))
  return [...pairs.values()].filter(({ majorCode, occupationCode }) => majorCode !== '' && occupationCode !== '')
}

/** How many codes stand at each level, beside the official figure. Levels the standard does not count are shown without one. */
export function countLevels(rows: readonly { level: string }[], official: Readonly<Record<string, number>>): LevelCount[] {
  const counts = new Map(Object.keys(official).map((level) => [level, 0]))
  for (const { level } of rows) counts.set(level, (counts.get(level) ?? 0) + 1)
  return [...counts].map(([level, count]) => ({ level, count, official: official[level] ?? null }))
}

export const differing = (levels: readonly LevelCount[]) => levels.filter(({ count, official }) => official !== null && count !== official)

/** The same code at the same level twice in one file. */
export function repeated(rows: readonly CodeRow[]): string[] {
  const seen = new Set<string>()
  return [...new Set(rows.filter(({ code, level }) => seen.size === seen.add(`${code} ${level}`).size).map(({ code }) => code))]
}
