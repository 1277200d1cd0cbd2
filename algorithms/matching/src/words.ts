import type { Reason } from './reasons.ts'
import type { Claim } from './model.ts'
import { en } from './words-en.ts'
import { zhHans } from './words-zh-hans.ts'
import { zhHant } from './words-zh-hant.ts'
import { ownFacts, type Outranked, type Wording } from './wording.ts'

export type Language = 'zh-Hans' | 'zh-Hant' | 'en'

/** How ids are shown; ids themselves when left out. */
export interface Names {
  post?: (id: string) => string
  tag?: (tag: string) => string
  cap?: (label: string) => string
  rule?: (code: string, params: Readonly<Record<string, string | number>>) => string
}

const wordings: Record<Language, Wording> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

/** One plain sentence for one record; says nothing the record does not hold (SPEC M55). */
export function sentence(reason: Reason, language: Language, names: Names = {}): string {
  const name = names.post?.(reason.post) ?? reason.post
  if (isOutranked(reason)) return woven(partsOf(reason, language, name), ownFacts(reason))
  const say = wordings[language].reasons[reason.code] as (facts: Reason, name: string, extra: string) => string
  return say(reason, name, extraOf(reason, names))
}

export const isOutranked = (reason: Reason): reason is Outranked =>
  reason.code === 'below-cutoff' || reason.code === 'lost-keys' || reason.code === 'lost-lottery'

/** What the sentence says to everybody the post refused so. */
export function partsOf(reason: Outranked, language: Language, name: string): readonly string[] {
  const say = wordings[language].outranked[reason.code] as (shared: Outranked, name: string) => readonly string[]
  return say(reason, name)
}

const woven = (parts: readonly string[], own: readonly string[]): string => parts.reduce((text, part, at) => text + own[at - 1]! + part)

function extraOf(reason: Reason, names: Names): string {
  switch (reason.code) {
    case 'placed':
      return reason.seat.kind === 'reserved' ? (names.tag?.(reason.seat.tag) ?? reason.seat.tag) : ''
    case 'reserve-only-left':
      return names.tag?.(reason.tag) ?? reason.tag
    case 'cap-reached':
      return names.cap?.(reason.cap) ?? reason.cap
    case 'not-eligible':
      return names.rule?.(reason.rule, reason.params) ?? reason.rule
    default:
      return ''
  }
}

/** Why a guarantee holds or not, in one sentence. */
export const claimText = (claim: Claim, language: Language): string => wordings[language].claims[claim.because]

export { scoreText } from './wording.ts'
