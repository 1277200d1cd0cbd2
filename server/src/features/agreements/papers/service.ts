import { randomBytes } from 'node:crypto'
import { digestOf } from '../../../kernel/secrets.ts'
import { codeFrom, normalCode } from '../../identity/rules.ts'

const length = 10
/** Two letters that only this installation can write: a code that was mistyped or made up is noticed without looking it up. */
const checkOf = (first: string) => codeFrom(digestOf(`agreement code:${first}`).subarray(0, 2))

/** What is printed on a paper, and finds its record again. */
export function newPaperCode(): string {
  const first = codeFrom(randomBytes(length))
  return first + checkOf(first)
}
export function isPaperCode(typed: string): boolean {
  const code = normalCode(typed)
  return code.length === length + 2 && checkOf(code.slice(0, length)) === code.slice(length)
}
