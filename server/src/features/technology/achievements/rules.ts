import type { RefusalCode } from '../../../contract/refusals.ts'

/** GB/T 22900-2022, in force since 2022-10-12: the standard every level is stored with. */
export const levelStandard = 'GB/T 22900-2022'
export const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
/** Owners say once a year that an achievement still holds, and are asked a month ahead. */
export const confirmEveryDays = 365
export const askBeforeDays = 30
export const verifyWithin = 5
export const repairWithin = 10

/** The highest level of which it and every lower one has evidence; a gap ends the climb. */
export function levelOf(evidenced: Iterable<number>): number {
  const there = new Set(evidenced)
  let level = 0
  while (there.has(level + 1)) level++
  return level
}

/** What a confirmation is worth once evidence has changed: never more than what is still shown. */
export const confirmedAfter = (confirmed: number | null, level: number): number | null => (confirmed === null || level === 0 ? null : Math.min(confirmed, level))

type Evidence = { level: number; files: number }
/** Why somebody else cannot confirm this level: it was not reached, or rests on words alone. */
export function whyNotConfirmLevel(level: number, evidence: readonly Evidence[]): { code: RefusalCode; levels: number[] } | null {
  if (level > levelOf(evidence.map((one) => one.level))) return { code: 'level_not_reached', levels: levels.filter((one) => one <= level && !evidence.some((other) => other.level === one)) }
  const bare = evidence.filter((one) => one.level <= level && one.files === 0).map((one) => one.level)
  return bare.length > 0 ? { code: 'evidence_without_file', levels: bare.sort() } : null
}

export type AchievementFilled = {
  description: string
  fieldCodes: readonly string[]
  ways: readonly string[]
  disclosure: 'public' | 'members' | 'nda'
  details: string | null
  contactName: string | null
  level: number
}
export type Gap = { field: string; reason: 'missing' | 'too_short' }

/** What keeps a draft from being submitted, all at once. */
export function gapsOf({ description, fieldCodes, ways, disclosure, details, contactName, level }: AchievementFilled): Gap[] {
  const gaps: Gap[] = []
  const owe = (field: string, reason: Gap['reason'], owed: boolean) => {
    if (owed) gaps.push({ field, reason })
  }
  owe('description', 'missing', description === '')
  owe('description', 'too_short', description !== '' && [...description].length < 20)
  owe('fieldCodes', 'missing', fieldCodes.length === 0)
  owe('ways', 'missing', ways.length === 0)
  owe('details', 'missing', disclosure === 'nda' && !details)
  owe('contactName', 'missing', !contactName)
  owe('evidence', 'missing', level === 0)
  return gaps
}
