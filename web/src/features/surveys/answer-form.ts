import { useTranslation } from 'react-i18next'
import type { Issue } from '../../kernel/api.ts'
import { ApiError } from '../../kernel/api.ts'
import type { LineView, TypedLine } from './queries.ts'

/** A line while it is written: what the server takes, and the name of the occupation. */
export type Draft = TypedLine & { occupationName: string | null; /** No longer wanted: struck out until it is sent without it. */ gone?: boolean }

export const draftOf = (line: LineView): Draft => ({ ...line })
export const emptyLine = (year: number): Draft => ({ occupationCode: '', occupationName: null, people: null, education: 'secondary', experienceYears: 0, skillGrade: null, skills: [], startMonth: `${year}-03`, payMin: null, payMax: null, kind: 'hire' })
export const typedOf = ({ occupationName: _name, gone: _gone, ...line }: Draft): TypedLine => line

const fieldWords = { occupationCode: 'occupation', people: 'people', education: 'education', experienceYears: 'experienceYears', skillGrade: 'skillGrade', skills: 'skills', startMonth: 'startMonth', payMin: 'payMin', payMax: 'payMax', kind: 'kind' } as const
const faultCodes = ['missing', 'unknown', 'out_of_range', 'too_many', 'too_long', 'unreadable', 'below_min'] as const

/** Every fault the server found, as sentences: which line, which field, what is wrong. */
export function useFaults(error: unknown): { line: number | null; field: string; sentence: string }[] {
  const { t } = useTranslation('surveys')
  if (!(error instanceof ApiError) || error.code !== 'invalid_input') return []
  return error.issues.map((issue: Issue) => {
    const [where, at, field] = issue.path
    const known = fieldWords[field as keyof typeof fieldWords]
    const code = faultCodes.find((one) => one === issue.code) ?? 'unknown'
    const fault = (t as unknown as (key: string, params: object) => string)(`faults.${code}`, issue)
    if (where !== 'lines' || typeof at !== 'number' || !known) return { line: null, field: String(where), sentence: t('answer.faultOutlook') }
    return { line: at, field: String(field), sentence: t('answer.faultAt', { number: at + 1, field: t(`line.${known}`), fault }) }
  })
}
