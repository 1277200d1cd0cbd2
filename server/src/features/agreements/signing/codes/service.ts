import { randomBytes, randomInt } from 'node:crypto'
import { readMobile } from '@silian/algorithms/identifiers'
import { t } from '@silian/words'
import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { post } from '../../../../kernel/outbox.ts'
import { refuse, refuseAndKeep } from '../../../../kernel/refusal.ts'
import { digestOf } from '../../../../kernel/secrets.ts'
import { setting } from '../../../../kernel/setting.ts'
import { enter, fail, forget, signingDoor } from '../../../identity/attempts/service.ts'
import { codeFrom, inGroupsOf, normalCode } from '../../../identity/rules.ts'
import type { Party } from '../../parties/tables.ts'
import type { Agreement } from '../../tables.ts'
import { deleteCode, findCode, findContact, replaceCode } from './tables.ts'

const minute = 60_000
/** A code that was sent is used at once; one on paper is carried home. */
const sentLasts = 10 * minute
export const onPaperLasts = 14 * 24 * 60 * minute

export type Channel = 'sms' | 'email' | 'paper'
export type Way = { channel: Exclude<Channel, 'paper'>; to: string } | { channel: 'paper'; to: null }

/** By text message where a gateway is configured, by mail where an address is known, else through the school's hands. */
export async function wayTo(tx: Tx, party: Party): Promise<Way> {
  const { phone, email } = await findContact(tx, party)
  const { sms, smtp } = setting()
  const mobile = phone === null ? null : readMobile(phone)
  if (sms && mobile && 'mobile' in mobile) return { channel: 'sms', to: mobile.mobile }
  if (smtp && email) return { channel: 'email', to: email }
  return { channel: 'paper', to: null }
}

/** Where the school tells a written code; a firm that keeps an agreement does not learn a guardian's number by it. */
export const phoneFor = async (tx: Tx, actor: Actor, party: Party) => (hasRole(actor, 'school_contact', 'teacher') ? (await findContact(tx, party)).phone : null)

const hashOf = (partyId: string, code: string) => digestOf(`agreement signing:${partyId}:${code}`)
/** Never a name or a title: a telephone lies open on a table. */
const messageOf = (agreement: Agreement, code: string) => t('zh-Hans', 'agreements:message.code', { code, number: agreement.number })

/** Sends a code to the party's own telephone or mail; the one before is void. */
export async function sendCode(tx: Tx, agreement: Agreement, party: Party, madeBy: string | null, now: Date): Promise<{ channel: Channel; seconds: number }> {
  const way = await wayTo(tx, party)
  if (way.channel === 'paper') refuse('code_by_school')
  const before = await findCode(tx, party.id)
  const since = before && before.channel !== 'paper' ? now.getTime() - before.madeAt.getTime() : minute
  if (since < minute) refuse('code_just_sent', { seconds: Math.ceil((minute - since) / 1000) })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await replaceCode(tx, { partyId: party.id, codeHash: hashOf(party.id, code), channel: way.channel, madeBy, madeAt: now, expiresAt: new Date(now.getTime() + sentLasts) })
  await post(tx, { channel: way.channel, recipient: way.to, subject: t('zh-Hans', 'agreements:message.subject'), body: messageOf(agreement, code) })
  return { channel: way.channel, seconds: sentLasts / 1000 }
}

/** Shown once to whoever hands it over. */
export async function writeCode(tx: Tx, actor: Actor, party: Party, now: Date): Promise<string> {
  const code = codeFrom(randomBytes(8))
  await replaceCode(tx, { partyId: party.id, codeHash: hashOf(party.id, code), channel: 'paper', madeBy: actor.accountId, madeAt: now, expiresAt: new Date(now.getTime() + onPaperLasts) })
  return inGroupsOf(4, code)
}

/** Right once; five wrong ones, and the door is shut for a while. */
export async function useCode(tx: Tx, party: Party, typed: string, now: Date) {
  const door = signingDoor(party.id)
  await enter(tx, door, now)
  const known = await findCode(tx, party.id)
  if (!known || known.expiresAt <= now || !known.codeHash.equals(hashOf(party.id, normalCode(typed)))) refuseAndKeep('wrong_code', { triesLeft: await fail(tx, door, now) })
  await deleteCode(tx, party.id)
  await forget(tx, door)
}
