import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { proveSecondFactor } from '../../identity/factor/service.ts'
import { settle } from '../../inbox/service.ts'
import { assigneeOf } from '../parties/service.ts'
import { inTurn, isSameName, whyNotSignOn } from '../rules.ts'
import { listParties, lockAgreement, moveOn, type Agreement, type Party } from '../service.ts'
import { lockAnyhow } from '../tables.ts'
import { findGuardian, insertSignature } from './tables.ts'

export type Deed = {
  /** What was typed, or stands on the paper. */
  name: string
  method: 'totp' | 'code' | 'paper'
  accountId: string | null
  signedOn: string
  scanId?: string
}

/** Refuses whoever would sign what is not theirs, not now, or not this text. */
export async function checkSignable(tx: Tx, agreement: Locked<Agreement>, parties: readonly Party[], partyId: string, given: { textHash: string; signedOn: string; onPaper?: boolean }): Promise<Party> {
  const party = parties.find(({ id }) => id === partyId) ?? refuse('not_found')
  if (party.signedAt) refuse('already_signed', { name: party.signedBy })
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'sign' })
  // Nobody signs a text they have not seen.
  if (agreement.textHash!.toString('hex') !== given.textHash) refuse('text_changed')
  // On a paper people sign as they meet; here one after the other.
  if (!given.onPaper && !inTurn(parties).includes(party)) refuse('not_your_turn', { before: inTurn(parties).map(({ name }) => name).join('、') })
  const late = whyNotSignOn(agreement, given.signedOn)
  if (late) refuse(late, { startsOn: agreement.startsOn, signedOn: given.signedOn, rule: '1.13' })
  if (party.kind === 'guardian' && (await findGuardian(tx, party.studentId!))?.guardianName !== party.name) refuse('guardian_changed', { name: party.name })
  return party
}

/** One party signs. With the last signature the agreement is concluded, and what it stands for is superseded. */
export async function sign(tx: Tx, by: Actor | null, agreement: Locked<Agreement>, party: Party, deed: Deed, now: Date) {
  const { name, method, accountId, signedOn, scanId } = deed
  await insertSignature(tx, { partyId: party.id, agreementId: agreement.id, name: name.trim(), method, accountId, scanId: scanId ?? null, textHash: agreement.textHash!, signedOn, signedAt: now })
  const parties = await listParties(tx, [agreement.id])
  await settleOf(tx, by, agreement, party, parties, now)
  const hash = agreement.textHash!.toString('hex')
  const moved = await moveOn(tx, by, agreement, parties, 'sign', {}, now, { role: party.role, method, signedOn, hash })
  if (parties.some(({ signedAt }) => signedAt === null)) return moved
  if (agreement.supersedesId) await supersede(tx, by, agreement.supersedesId, now)
  const last = parties.map((one) => one.signedOn!).toSorted().at(-1)!
  return moveOn(tx, by, agreement, parties, 'conclude', { concludedAt: now, signedOn: last }, now, { hash })
}

/** What was asked of this party is done; of its keeper, once nobody is left to whom a paper or a link has to be handed. */
async function settleOf(tx: Tx, by: Actor | null, { id }: Agreement, party: Party, parties: readonly Party[], now: Date) {
  const about = { subjectType: 'agreement', subjectIds: [id] }
  const assignee = assigneeOf(party)
  if (assignee && 'accountId' in assignee) await settle(tx, by, { ...about, kinds: ['agreement.sign'], accountId: assignee.accountId }, 'sign', now)
  else if (assignee) await settle(tx, by, { ...about, kinds: ['agreement.sign'], organisationId: party.organisationId }, 'sign', now)
  if (!inTurn(parties).some((one) => assigneeOf(one) === null)) await settle(tx, by, { ...about, kinds: ['agreement.hand_over'] }, 'sign', now)
}

async function supersede(tx: Tx, by: Actor | null, id: string, now: Date) {
  const old = (await lockAnyhow(tx, id))!
  if (old.state === 'concluded') await moveOn(tx, by, old, await listParties(tx, [id]), 'supersede', { endedAt: now, endedOn: dayOf(now) }, now)
}

/** A party with an account: typed name, and the code of their authenticator. */
export async function signByHand(tx: Tx, actor: Actor, { agreement, party }: { agreement: Locked<Agreement>; party: Party }, given: { name: string; code: string; textHash: string }, now: Date) {
  const signedOn = dayOf(now)
  const parties = await listParties(tx, [agreement.id])
  await checkSignable(tx, agreement, parties, party.id, { textHash: given.textHash, signedOn })
  if (!isSameName(given.name, party.kind === 'organisation' ? actor.name : party.name)) refuse('name_differs')
  await proveSecondFactor(tx, actor, given.code, now)
  return sign(tx, actor, agreement, party, { name: given.name, method: 'totp', accountId: actor.accountId, signedOn }, now)
}

/** A party of an agreement this actor sees, held. */
export async function lockParty(tx: Tx, actor: Actor, agreementId: string, partyId: string) {
  const agreement = await lockAgreement(tx, actor, agreementId)
  const party = agreement && (await listParties(tx, [agreementId])).find(({ id }) => id === partyId)
  return party && { agreement, party }
}
