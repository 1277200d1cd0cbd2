import type { Tx } from '../../../kernel/db.ts'
import { paperCodeFrom, shownCode } from '../papers/service.ts'
import { findByHash, findByPaperCode } from './tables.ts'

export type Verified =
  | { found: false; why: 'unreadable' | 'forged' | 'unknown' }
  | {
      found: true
      number: string
      code: string
      kind: string
      state: string
      organisations: string[]
      startsOn: string | null
      endsOn: string | null
      signedOn: string | null
      endedOn: string | null
      laterNumber: string | null
      parties: number
      signatures: number
      textHash: string
      /** Whether the paper that carries this code shows the text on record; null where the code alone was given. */
      sameText: boolean | null
    }

/** For anybody: is there such an agreement, between which houses, for which days, and does it hold? By the code on the paper or by the whole hash. */
export async function verify(tx: Tx, { typed, hash }: { typed: string; hash?: string }): Promise<Verified> {
  const text = typed.trim()
  const whole = /^[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : null
  if (!whole && !/^[A-Za-z0-9][A-Za-z0-9 -]{6,30}$/.test(text)) return { found: false, why: 'unreadable' }
  const code = whole ? null : paperCodeFrom(text)
  if (!whole && !code) return { found: false, why: 'forged' }
  const row = whole ? await findByHash(tx, Buffer.from(whole, 'hex')) : await findByPaperCode(tx, code!)
  if (!row) return { found: false, why: 'unknown' }
  const { number, kind, state, startsOn, endsOn, signedOn, endedOn, laterNumber, parties, signatures, keeperName, organisations } = row
  const textHash = row.textHash!.toString('hex')
  return {
    found: true,
    number, kind, state, startsOn, endsOn, signedOn, endedOn, laterNumber, parties, signatures, textHash,
    code: shownCode(row.code),
    organisations: organisations.length > 0 ? organisations : keeperName ? [keeperName] : [],
    sameText: whole ? true : hash === undefined ? null : /^[0-9a-f]{8,64}$/.test(hash) && textHash.startsWith(hash),
  }
}
