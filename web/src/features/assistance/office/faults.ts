import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../kernel/api.ts'

export type Fault = 'missing' | 'too_short' | 'out_of_order' | 'past' | 'format' | 'over_asked' | 'too_big' | 'twice' | 'future' | 'unknown' | 'other'
export type Faults = Readonly<Record<string, Fault>>

const kinds: Readonly<Record<string, Fault>> = { missing: 'missing', invalid_type: 'missing', too_small: 'too_short', too_short: 'too_short', invalid_format: 'format', out_of_order: 'out_of_order', before_start: 'out_of_order', past: 'past', in_past: 'past', in_future: 'future', before_given: 'out_of_order', over_given: 'too_big', too_long: 'too_big', too_many: 'too_big', unknown: 'unknown', over_asked: 'over_asked', too_big: 'too_big', over: 'too_big', outside: 'too_big', twice: 'twice' }

/** What the server found, by field: the first part of the path that is a name, and for lines the whole path. */
export function faultsIn(error: unknown): Faults {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(error.issues.map(({ path, code }) => [path.join('.'), kinds[code] ?? 'other']))
}

/** The sentence below a field: what the page found when somebody tried, else what the server found. */
export function useFaultWords(own: Faults, error: unknown): (field: string) => string | null {
  const { t } = useTranslation('assistanceOffice')
  const theirs = faultsIn(error)
  return (field) => {
    const fault = own[field] ?? theirs[field]
    return fault ? t(`faults.${fault}`) : null
  }
}

/** A refusal that no field can show. */
export const beyondFields = (error: unknown, fields: readonly string[]): unknown => {
  if (!error) return null
  const found = Object.keys(faultsIn(error))
  return found.length > 0 && found.every((field) => fields.some((one) => field === one || field.startsWith(`${one}.`))) ? null : error
}

export const short = (text: string, least: number) => [...text.trim()].length < least
