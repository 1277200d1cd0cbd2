import { refusals, type RefusalCode } from '../contract/refusals.ts'

/** An expected no. Anything else that is thrown is a bug and answers 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly details: Record<string, unknown>
  /** What was written before saying no stays written: a wrong password must be counted. */
  readonly keeps: boolean

  constructor(code: RefusalCode, details: Record<string, unknown> = {}, keeps = false) {
    super(code)
    this.code = code
    this.details = details
    this.keeps = keeps
  }

  get status() {
    return refusals[this.code]
  }
}

export function refuse(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details)
}

/** Says no, yet commits: for what must be remembered about the one who was refused. */
export function refuseAndKeep(code: RefusalCode, details?: Record<string, unknown>): never {
  throw new Refusal(code, details, true)
}
