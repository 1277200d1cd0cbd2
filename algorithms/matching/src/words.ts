import type { Reason } from './reasons.ts'
import type { Claim } from './model.ts'
import { en } from './words-en.ts'
import { zhHans } from './words-zh-hans.ts'
import { zhHant } from './words-zh-hant.ts'
import type { Wording } from './wording.ts'

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
  const seatTag = reason.code === 'placed' && reason.seat.kind === 'reserved' ? reason.seat.tag : ''
  const tag = reason.code === 'reserve-only-left' ? reason.tag : seatTag
  const named = {
    ...reason,
    name: names.post?.(reason.post) ?? reason.post,
    tagName: tag === '' ? '' : (names.tag?.(tag) ?? tag),
    capName: reason.code === 'cap-reached' ? (names.cap?.(reason.cap) ?? reason.cap) : '',
    ruleName: reason.code === 'not-eligible' ? (names.rule?.(reason.rule, reason.params) ?? reason.rule) : '',
  }
  const say = wordings[language].reasons[reason.code] as (facts: typeof named) => string
  return say(named)
}

/** Why a guarantee holds or not, in one sentence. */
export const claimText = (claim: Claim, language: Language): string => wordings[language].claims[claim.because]

export { scoreText } from './wording.ts'
