import type { RuleFault } from '@silian/algorithms/round-faults'
import { useTranslation } from 'react-i18next'

const worded = [
  'one_mark_needed', 'marks_needed', 'key_not_common', 'twice', 'does_not_fit', 'not_with_reserves', 'not_with_school_caps', 'not_with_limits', 'firm_limit_needed', 'limit_needed', 'more_than_seats', 'no_posts', 'school_not_here',
  'crosses', 'unknown', 'missing',
] as const

/** Each fault as a sentence that says how to put it right. */
export function useFaultText() {
  const { t } = useTranslation('matching')
  return ({ code, details }: Pick<RuleFault, 'code' | 'details'>) => t(`fault.${worded.find((one) => one === code) ?? 'other'}`, { seats: '', other: '', ...details, code })
}

/** The sentences for one place, together. */
export function useFaultsAt(faults: readonly RuleFault[]) {
  const text = useFaultText()
  return (...path: (string | number)[]): string | null => {
    const here = faults.filter((fault) => fault.path.length === path.length && path.every((part, at) => fault.path[at] === part))
    return here.length > 0 ? [...new Set(here.map(text))].join('') : null
  }
}
export type FaultsAt = ReturnType<typeof useFaultsAt>
