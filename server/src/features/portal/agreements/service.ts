import type { Tx } from '../../../kernel/db.ts'
import { verify } from '../../agreements/verification/service.ts'
import type { AgreementCheck } from '../contract.ts'
import { said, type Visit } from '../service.ts'

/** Is there such an agreement, and does it hold? Kind, houses, days and state; never a person's name. */
export async function viewAgreementCheck(tx: Tx, visit: Visit, code: string | undefined): Promise<AgreementCheck> {
  const typed = (code ?? visit.query.code ?? '').trim().slice(0, 100)
  if (typed === '') return { typed, result: null }
  const result = await verify(tx, { typed, hash: visit.query.h })
  if (!result.found) return { typed, result }
  const { organisations, kind, state, ...rest } = result
  return { typed, result: { ...rest, kind: kind as 'consent', state: state as 'signing', organisations: organisations.map((name) => said(visit.locale, name)) } }
}
