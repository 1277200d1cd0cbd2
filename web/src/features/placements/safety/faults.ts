import type { Question } from './queries.ts'

export const isBlank = ({ text, options, why }: Question) => [text, why, ...options.map((one) => one.text)].every((one) => one.trim() === '')

/** What a question still lacks before a student can answer it; null when nothing. */
export function faultOf({ text, kind, options, answer }: Question): 'short' | 'empty_option' | 'not_one' | 'not_two_right' | null {
  if (text.trim().length < 5) return 'short'
  if (options.some((one) => one.text.trim() === '')) return 'empty_option'
  if (kind === 'multiple') return answer.length < 2 ? 'not_two_right' : null
  return answer.length === 1 ? null : 'not_one'
}
