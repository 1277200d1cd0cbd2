import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { hasSecondFactor, proveSecondFactor } from '../../identity/factor/service.ts'
import { settle } from '../../inbox/service.ts'
import { assigneeOf } from '../parties/service.ts'
import { isParty } from '../policy.ts'
import { inTurn, isSameName, whyNotSignOn } from '../rules.ts'
import { listParties, lockAgreement, moveOn, type Agreement, type Party } from '../service.ts'
import { lockAnyhow } from '../tables.ts'
import { sendCode, useCode } from './codes/service.ts'
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

/** Staff have an authenticator; a student who has none gets a one-time code. */
async function prove(tx: Tx, actor: Actor, party: Party, code: string, now: Date): Promise<'totp' | 'code'> {
  if (party.kind === 'student' && !(await hasSecondFactor(tx, actor))) {
    await useCode(tx, party, code, now)
    return 'code'
  }
  await proveSecondFactor(tx, actor, code, now)
  return 'totp'
}

/** A party with an account: typed name, and a code. */
export async function signByHand(tx: Tx, actor: Actor, { agreement, party }: { agreement: Locked<Agreement>; party: Party }, given: { name: string; code: string; textHash: string; version?: number }, now: Date) {
  const signedOn = dayOf(now)
  const parties = await listParties(tx, [agreement.id])
  await checkSignable(tx, agreement, parties, party.id, { textHash: given.textHash, signedOn })
  if (given.version !== undefined && given.version !== agreement.version) refuse('changed_meanwhile')
  if (!isSameName(given.name, party.kind === 'organisation' ? actor.name : party.name)) refuse('name_differs')
  const method = await prove(tx, actor, party, given.code, now)
  return sign(tx, actor, agreement, party, { name: given.name, method, accountId: actor.accountId, signedOn }, now)
}

/** One house, one code, many agreements. Those that cannot be signed are named; the others are. */
export async function signManyByHand(tx: Tx, actor: Actor, given: { agreements: readonly { id: string; textHash: string }[]; name: string; code: string }, now: Date) {
  if (!isSameName(given.name, actor.name)) refuse('name_differs')
  await proveSecondFactor(tx, actor, given.code, now)
  const signedOn = dayOf(now)
  const refused: { id: string; number: string; code: string }[] = []
  let signed = 0
  // Always in the same order, so that two who sign the same ones do not wait for each other.
  for (const { id, textHash } of given.agreements.toSorted((one, other) => one.id.localeCompare(other.id))) {
    const agreement = await lockAgreement(tx, actor, id)
    if (!agreement) {
      refused.push({ id, number: '', code: 'not_found' })
      continue
    }
    const parties = await listParties(tx, [id])
    const mine = parties.filter((party) => party.kind === 'organisation' && isParty(actor, party))
    try {
      const party = (mine.find(({ signedAt }) => signedAt === null) ?? mine[0]) ?? refuse('not_allowed')
      await checkSignable(tx, agreement, parties, party.id, { textHash, signedOn })
      await sign(tx, actor, agreement, party, { name: given.name, method: 'totp', accountId: actor.accountId, signedOn }, now)
      signed++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ id, number: agreement.number, code: error.code })
    }
  }
  return { signed, refused }
}

/** A party of an agreement this actor sees, held. */
export async function lockParty(tx: Tx, actor: Actor, agreementId: string, partyId: string) {
  const agreement = await lockAgreement(tx, actor, agreementId)
  const party = agreement && (await listParties(tx, [agreementId])).find(({ id }) => id === partyId)
  return party && { agreement, party }
}

export async function sendMyCode(tx: Tx, actor: Actor, { agreement, party }: { agreement: Locked<Agreement>; party: Party }, now: Date) {
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'sign' })
  if (party.signedAt) refuse('already_signed', { name: party.signedBy })
  if (party.kind !== 'student' || (await hasSecondFactor(tx, actor))) refuse('code_by_authenticator')
  return sendCode(tx, agreement, party, actor.accountId, now)
}
