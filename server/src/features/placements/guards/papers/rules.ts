import { finding, type Finding } from '../../../needs/law/rules.ts'
import { monthlyPay } from '../../../needs/law/posts/rules.ts'
import type { Facts, Guard } from '../facts/rules.ts'
import { isMinor } from '../making/rules.ts'

/** Rule 1.7, the family's side: a minor's guardian must sign; of somebody of age a parent should. */
function family(facts: Facts): Finding | null {
  if (facts.consent.guardian !== null) return null
  return isMinor(facts) ? finding('1.7', 'consent', { variant: 'guardian', params: { startsOn: facts.startsOn } }) : finding('1.7', 'consent', { variant: 'parent', severity: 'warn' })
}

const parties = ['school', 'unit', 'student'] as const

/** Rule 1.13: three signatures, none after the first day, for all the days. */
function signed({ agreement, startsOn, endsOn }: Facts): Finding | null {
  const missing = parties.filter((party) => !agreement?.[party])
  if (missing.length > 0) return finding('1.13', 'agreement', { variant: 'missing', params: { who: missing.map((party) => `words:rules:who.${party}`).join(' ') } })
  const last = parties.map((party) => agreement![party]!).reduce((a, b) => (a > b ? a : b))
  if (last > startsOn) return finding('1.13', 'agreement', { variant: 'late', params: { signedOn: last, startsOn } })
  const { from, until } = agreement!
  return (from !== null && from > startsOn) || (until !== null && until < endsOn) ? finding('1.13', 'agreement', { variant: 'days', params: { from: from ?? startsOn, until: until ?? endsOn } }) : null
}

function apprenticed({ scheme, apprenticeOn, startsOn }: Facts): Finding | null {
  if (scheme !== 'apprenticeship') return null
  if (apprenticeOn === null) return finding('2.15', 'agreement')
  return apprenticeOn > startsOn ? finding('2.15', 'agreement', { variant: 'late', params: { on: apprenticeOn, startsOn } }) : null
}

/** Rule 1.32: in principle at least 80 % of the same post's wage or its lowest tier; and never below the local minimum by the hour. */
function pay({ post, limits }: Facts): Finding | null {
  const monthly = monthlyPay(post)
  if (post.samePostWage === null || monthly === null) return finding('1.32', 'samePostWage', { variant: 'unknown' })
  const floor = Math.ceil(post.samePostWage * 0.8)
  const enough = monthly * 100 >= post.samePostWage * 80 || (post.lowestTierWage !== null && monthly >= post.lowestTierWage)
  if (!enough) {
    return finding('1.32', 'payMin', { variant: post.lowestTierWage === null ? 'no_tier' : '', params: { pay: Math.round(monthly), same: post.samePostWage, floor, tier: post.lowestTierWage ?? 0 } })
  }
  const hourly = monthly / 21.75 / (post.hoursPerDay ?? 8)
  return limits.hourlyMinimum !== null && hourly < limits.hourlyMinimum ? finding('1.32', 'payMin', { variant: 'hourly', params: { hourly: Math.round(hourly * 10) / 10, floor: limits.hourlyMinimum } }) : null
}

const roofless = (facts: Facts) => (facts.lodging === 'elsewhere' && isMinor(facts) && facts.lodgingConsentOn === null ? finding('1.41', 'lodging') : null)

/** Consent first, then the agreement. */
export const paperGuards: readonly Guard[] = [
  { rule: '1.7', edge: 'consent', who: 'student', only: 'placement', find: ({ consent }) => (consent.student === null ? finding('1.7', 'consent', { variant: 'student' }) : null) },
  { rule: '1.7', edge: 'consent', who: 'guardian', only: 'placement', find: family },
  { rule: '1.41', edge: 'consent', who: 'guardian', find: roofless },
  { rule: '1.13', edge: 'sign', who: 'school', only: 'placement', find: signed },
  { rule: '1.32', edge: 'sign', who: 'unit', only: 'placement', find: pay },
  { rule: '2.15', edge: 'sign', who: 'school', find: apprenticed },
]
