import type { Words } from '@silian/words'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type ErrorCode, type Issue } from './api.ts'
import { bringWords } from './translation.tsx'

/** Does not compile while a refusal has no sentence: the compiler names the codes that are missing. */
export const unworded: Record<Exclude<ErrorCode, keyof Words['refusals'] | keyof Words['ui']['refusals']>, string> = {}

/** Any thrown thing as an ApiError: what is not one is a bug of ours. */
export const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError('internal_error'))

/** Answers the sentence for an error that was thrown: its words came with it (see api.ts). At the desk all words are there. */
export function useWording(): (error: unknown) => string {
  const { t, i18n } = useTranslation('ui')
  return (error) => {
    const { code, reference, details } = asApiError(error)
    const key = [`ui:refusals.${code}`, `refusals:${code}`].find((one) => i18n.exists(one)) ?? 'ui:refusals.unsaid'
    return t(key as 'ui:refusals.unsaid', { ...details, reference: reference ?? '—' })
  }
}

/** For a code that was kept on the phone: whether its words have been fetched, or cannot be. */
export function useRefusalWords(): boolean {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    const done = () => setAsked(true)
    void bringWords('refusals').then(done, done)
  }, [])
  return asked
}

/** The faults the server found in a form, by field: `{ 'pay.monthly': '太小或太短。' }`. */
export const useIssues = (error: unknown): Record<string, string> => useIssuesOf()(error)

/** The same for many forms in one list. */
export function useIssuesOf(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation('ui')
  return (error) => (error instanceof ApiError ? Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), t(`issue.${kindOf(issue)}`)])) : {})
}

const kinds = ['missing', 'too_small', 'too_big', 'invalid_type', 'invalid_format', 'invalid_value'] as const
const kindOf = ({ code }: Issue) => kinds.find((kind) => kind === code) ?? 'other'
