import QRCode from 'qrcode'
import { t } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { post } from '../../../../kernel/outbox.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { newToken, tokenHash } from '../../../../kernel/secrets.ts'
import { setting } from '../../../../kernel/setting.ts'
import { paperOf } from '../../papers/service.ts'
import { inTurn, isSameName } from '../../rules.ts'
import { labelOf, listParties, moveOn, type Agreement, type Party } from '../../service.ts'
import { findAnyhow, lockAnyhow } from '../../tables.ts'
import { onPaperLasts, phoneFor, sendCode, useCode, wayTo, writeCode } from '../codes/service.ts'
import { checkSignable, sign } from '../service.ts'
import { findLink, findStudentName, replaceLink } from './tables.ts'

export type Handed = { partyId: string; number: string; title: string; name: string; role: string; studentName: string | null; link: string; qr: string; sentBy: 'sms' | 'email' | null; code: string | null; phone: string | null; expiresAt: Date }

/** A link for a party without an account of their own, and how its code will travel. Where neither gateway nor mail reaches them, both are shown once: the link to be carried, the code to be told. */
export async function handOver(tx: Tx, actor: Actor, { agreement, party }: { agreement: Locked<Agreement>; party: Party }, now: Date): Promise<Handed> {
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'hand_over' })
  if (party.signedAt) refuse('already_signed', { name: party.signedBy })
  if (party.kind === 'organisation') refuse('wrong_state', { state: agreement.state, action: 'hand_over' })
  const token = newToken()
  const expiresAt = new Date(now.getTime() + onPaperLasts)
  await replaceLink(tx, { partyId: party.id, tokenHash: tokenHash(token), madeBy: actor.accountId, madeAt: now, expiresAt })
  const link = `${setting().origin}/app/sign/${token}`
  const way = await wayTo(tx, party)
  if (way.channel !== 'paper') await post(tx, { channel: way.channel, recipient: way.to, subject: t('zh-Hans', 'agreements:message.subject'), body: t('zh-Hans', 'agreements:message.link', { link, number: agreement.number }) })
  const code = way.channel === 'paper' ? await writeCode(tx, actor, party, now) : null
  audit(tx, actor, now, { event: 'agreement.handed_over', subjectType: 'agreement', subjectId: agreement.id, details: { number: agreement.number, role: party.role, channel: way.channel } })
  const studentName = party.studentId ? await findStudentName(tx, party.studentId) : null
  return { partyId: party.id, number: agreement.number, title: agreement.title, name: party.name, role: party.role, studentName, link, qr: await QRCode.toString(link, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }), sentBy: way.channel === 'paper' ? null : way.channel, code, phone: code === null ? null : await phoneFor(tx, actor, party), expiresAt }
}

type Opened = { agreement: Agreement; parties: Party[]; party: Party; expiresAt: Date }

/** What a link opens. Its holder need not be the party: that takes the code. */
async function openLink(tx: Tx, token: string, now: Date, hold: boolean): Promise<Opened> {
  const link = (await findLink(tx, tokenHash(token))) ?? refuse('link_unknown')
  if (link.revokedAt) refuse('link_withdrawn')
  if (now >= link.expiresAt) refuse('link_expired')
  const agreement = (hold ? await lockAnyhow(tx, link.agreementId) : await findAnyhow(tx, link.agreementId))!
  const parties = await listParties(tx, [link.agreementId])
  return { agreement, parties, party: parties.find(({ id }) => id === link.partyId)!, expiresAt: link.expiresAt }
}
const held = async (tx: Tx, token: string, now: Date) => {
  const opened = await openLink(tx, token, now, true)
  return { ...opened, agreement: opened.agreement as Locked<Agreement> }
}

export async function viewLink(tx: Tx, token: string, now: Date) {
  const { agreement, parties, party, expiresAt } = await openLink(tx, token, now, false)
  const { number, title, kind, state, startsOn, endsOn, text, textHash } = agreement
  const turn = inTurn(parties)
  return {
    number, title, kind, state, startsOn, endsOn, expiresAt,
    text: text!,
    textHash: textHash!.toString('hex'),
    keeperName: agreement.keeperName,
    parties: parties.map(({ role, name, signedOn }) => ({ role, name, signedOn })),
    me: { role: party.role, name: party.name, studentName: party.studentId ? await findStudentName(tx, party.studentId) : null, signedOn: party.signedOn },
    before: state === 'signing' && !turn.includes(party) && party.signedAt === null ? turn.map(({ name }) => name) : [],
    codeBy: (await wayTo(tx, party)).channel,
  }
}

export async function sendLinkCode(tx: Tx, token: string, now: Date) {
  const { agreement, party } = await held(tx, token, now)
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'sign' })
  return sendCode(tx, agreement, party, null, now)
}

export async function signByLink(tx: Tx, given: { token: string; name: string; code: string; textHash: string }, now: Date) {
  const { agreement, parties, party } = await held(tx, given.token, now)
  const signedOn = dayOf(now)
  await checkSignable(tx, agreement, parties, party.id, { textHash: given.textHash, signedOn })
  if (!isSameName(given.name, party.name)) refuse('name_differs')
  await useCode(tx, party, given.code, now)
  const { state } = await sign(tx, null, agreement, party, { name: given.name, method: 'code', accountId: null, signedOn }, now)
  return { state }
}

export async function declineByLink(tx: Tx, given: { token: string; name: string; code: string; reason: string }, now: Date) {
  const { agreement, parties, party } = await held(tx, given.token, now)
  if (party.signedAt) refuse('already_signed', { name: party.signedBy })
  if (agreement.state !== 'signing') refuse('wrong_state', { state: agreement.state, action: 'decline' })
  if (!isSameName(given.name, party.name)) refuse('name_differs')
  await useCode(tx, party, given.code, now)
  const { state } = await moveOn(tx, null, agreement, parties, 'decline', { endedAt: now, endedOn: dayOf(now), endReason: given.reason }, now, { role: party.role })
  return { state }
}

export async function linkPaper(tx: Tx, token: string, now: Date) {
  const { agreement, parties } = await openLink(tx, token, now, false)
  return paperOf(agreement, parties, labelOf)
}
