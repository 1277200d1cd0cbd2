import { refusals, type RefusalCode } from '../contract/refusals.ts'

/** An expected no. Anything else that is thrown is a bug and answers 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly details: Record<string, unknown>

  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }

  get status() {
    return refusals[this.code]
  }
}

export function refuse(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details)
}
