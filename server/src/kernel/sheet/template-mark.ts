/** How a workbook carries from which of our templates it was made, and how its sample row is known. */

const property = 'SilianTemplate'

export const templateMark = (kind: { name: string; version: number }) => ({ [property]: `${kind.name}@${kind.version}` })

export function templateProperty(custom: Record<string, unknown> | undefined): { name: string; version: number } | null {
  const match = /^([a-z-]+)@(\d+)$/.exec(String(custom?.[property] ?? ''))
  return match ? { name: match[1]!, version: Number(match[2]) } : null
}

/** Stands before the first cell of the sample row. No name of a demonstration begins so. */
export const sampleMark = '【示例】'

export const isSample = (cells: readonly string[]) => (cells.find((cell) => cell !== '') ?? '').startsWith(sampleMark)
