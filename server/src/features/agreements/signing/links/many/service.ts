import type { Actor } from '../../../../../kernel/actor.ts'
import type { Tx } from '../../../../../kernel/db.ts'
import { refuse } from '../../../../../kernel/refusal.ts'
import { assigneeOf } from '../../../parties/service.ts'
import { mayHandOver } from '../../../policy.ts'
import { inTurn } from '../../../rules.ts'
import { listParties, lockAgreement } from '../../../service.ts'
import { handOver, type Handed } from '../service.ts'

/** For a whole class: whoever is in turn and signs by link. A student with an account and a code of their own is left to sign there. */
export async function handOverMany(tx: Tx, actor: Actor, agreementIds: readonly string[], now: Date): Promise<{ rows: Handed[] }> {
  const rows: Handed[] = []
  for (const id of [...new Set(agreementIds)].toSorted()) {
    const agreement = (await lockAgreement(tx, actor, id)) ?? refuse('not_found')
    if (!mayHandOver(actor, agreement)) refuse('not_allowed')
    if (agreement.state !== 'signing') continue
    const turn = inTurn(await listParties(tx, [id])).filter((party) => party.kind === 'guardian' || (party.kind !== 'organisation' && assigneeOf(party) === null))
    for (const party of turn) rows.push(await handOver(tx, actor, { agreement, party }, now))
  }
  return { rows }
}
