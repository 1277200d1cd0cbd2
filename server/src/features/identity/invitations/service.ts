import { t } from '@silian/words'
import type { RefusalCode } from '../../../contract/refusals.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { newToken, tokenHash } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { replaceRecoveryCodes } from '../factor/tables.ts'
import { newPasswordHash } from '../passwords/service.ts'
import { fitsKind, invitationLasts } from '../rules.ts'
import { createAccount, grantRole, openSession } from '../service.ts'
import { endSessions, findAccount, findAccountByLogin, lockAccount, updateAccount, updateSession } from '../tables.ts'
import { findInvitation, insertInvitation, listInvitations, lockInvitation, revokeWaysBack, updateInvitation, type InvitationRow } from './tables.ts'

export type Offer = { role: Role; organisationId: string | null; organisationName: string | null; organisationKind: string | null; allianceId: string | null; allianceName: string | null }

/** Offers a seat: the link goes back to whoever invites, and by mail where an address is known. */
export async function offerSeat(tx: Tx, actor: Actor, offer: Offer, person: { name: string; email: string | null }, now: Date) {
  if (offer.organisationKind !== null && !fitsKind(offer.role, offer.organisationKind)) refuse('role_does_not_fit')
  return sendLink(tx, actor, offer, person, now)
}

/** For somebody who lost the password or the phone: a link to a new password. It takes the second factor off. */
export async function offerWayBack(tx: Tx, actor: Actor, offer: Offer, account: { id: string; name: string; email: string | null; demo: boolean }, now: Date) {
  if (account.demo) refuse('demo_account')
  await revokeWaysBack(tx, account.id, now)
  return sendLink(tx, actor, offer, { name: account.name, email: account.email, accountId: account.id }, now)
}

async function sendLink(tx: Tx, actor: Actor, offer: Offer, person: { name: string; email: string | null; accountId?: string }, now: Date) {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationLasts)
  const { role, organisationId, allianceId } = offer
  const id = await insertInvitation(tx, { tokenHash: tokenHash(token), role, organisationId, allianceId, ...person, invitedBy: actor.accountId, expiresAt }, now)
  const event = person.accountId ? 'account.way_back_offered' : 'invitation.made'
  audit(tx, actor, now, { event, subjectType: 'invitation', subjectId: id, details: { role, organisationId, allianceId, accountId: person.accountId ?? null } })
  return { id, ...(await deliver(tx, actor, { ...offer, ...person }, token)), expiresAt }
}

async function deliver(tx: Tx, actor: Actor, to: { name: string; email: string | null; accountId?: string | null; role: Role; organisationName: string | null; allianceName: string | null }, token: string) {
  const link = `${setting().origin}/app/invite/${token}`
  if (to.email) {
    const kind = to.accountId ? 'wayBack' : 'invitation'
    const params = { name: to.name, inviter: actor.name, place: to.organisationName ?? to.allianceName ?? '', role: t(actor.locale, `roles.${to.role}`), link }
    await post(tx, {
      channel: 'email',
      recipient: to.email,
      subject: t(actor.locale, `identity:mail.${kind}.subject`, params),
      body: t(actor.locale, `identity:mail.${kind}.body`, params),
    })
  }
  return { link, mailed: to.email !== null }
}

export async function viewInvitations(tx: Tx, actor: Actor, paging: { page: number; size: number }, now: Date) {
  const { rows, total } = await listInvitations(tx, actor, paging)
  return { rows: rows.map((row) => ({ ...row, ...kindOf(row), expired: now >= row.expiresAt })), total, ...paging }
}

const kindOf = (row: { accountId: string | null }) => ({ kind: row.accountId ? ('way_back' as const) : ('seat' as const) })

export async function renew(tx: Tx, actor: Actor, invitation: Locked<InvitationRow>, now: Date) {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + invitationLasts)
  await updateInvitation(tx, invitation.id, { tokenHash: tokenHash(token), expiresAt })
  audit(tx, actor, now, { event: 'invitation.renewed', subjectType: 'invitation', subjectId: invitation.id })
  return { id: invitation.id, ...(await deliver(tx, actor, invitation, token)), expiresAt }
}

export async function revoke(tx: Tx, actor: Actor, invitation: Locked<InvitationRow>, now: Date) {
  await updateInvitation(tx, invitation.id, { revokedAt: now })
  audit(tx, actor, now, { event: 'invitation.withdrawn', subjectType: 'invitation', subjectId: invitation.id })
  return {}
}

function whyNotUse(invitation: InvitationRow, now: Date): RefusalCode | null {
  if (invitation.acceptedAt) return 'link_used'
  if (invitation.revokedAt) return 'link_withdrawn'
  return now >= invitation.expiresAt ? 'link_expired' : null
}

function usable<T extends InvitationRow>(invitation: T | undefined, now: Date): T {
  if (!invitation) refuse('link_unknown')
  const no = whyNotUse(invitation, now)
  if (no) refuse(no)
  return invitation
}

export async function look(tx: Tx, token: string, now: Date) {
  const invitation = usable(await findInvitation(tx, tokenHash(token)), now)
  return { ...invitation, ...kindOf(invitation) }
}

/** Held until the end, so that of two who open one link one comes in. */
async function open(tx: Tx, token: string, kind: 'seat' | 'way_back', now: Date) {
  const invitation = usable(await lockInvitation(tx, tokenHash(token)), now)
  if (kindOf(invitation).kind !== kind) refuse('link_unknown')
  return invitation
}

export async function acceptAsNewcomer(tx: Tx, given: { token: string; name: string; login: string; password: string }, wire: Wire, now: Date) {
  const invitation = await open(tx, given.token, 'seat', now)
  const accountId = await createAccount(tx, { name: given.name, login: given.login, password: given.password, email: await freeEmail(tx, invitation.email), locale: wire.locale }, now)
  await take(tx, invitation, accountId, now)
  return { secondFactor: await openSession(tx, (await findAccount(tx, accountId))!, wire, now, 'invitation') }
}

/** The address the invitation was sent to, unless another account has it already. */
async function freeEmail(tx: Tx, email: string | null) {
  if (!email) return null
  return (await findAccountByLogin(tx, email.toLowerCase())) ? null : email
}

export async function acceptAsMember(tx: Tx, actor: Actor, token: string, now: Date) {
  const invitation = await open(tx, token, 'seat', now)
  if ((await lockAccount(tx, actor.accountId)).demo) refuse('demo_account')
  const seatId = await take(tx, invitation, actor.accountId, now)
  await updateSession(tx, actor.sessionId, { roleGrantId: seatId })
  return { seatId }
}

async function take(tx: Tx, invitation: Locked<InvitationRow>, accountId: string, now: Date) {
  const { role, organisationId, allianceId } = invitation
  await updateInvitation(tx, invitation.id, { acceptedAt: now, acceptedBy: accountId })
  // A way back in was offered by somebody who may not open the door to this new seat.
  await revokeWaysBack(tx, accountId, now)
  audit(tx, { accountId, organisationId }, now, { event: 'invitation.accepted', subjectType: 'invitation', subjectId: invitation.id })
  return grantRole(tx, { accountId, organisationId }, { accountId, role, organisationId, allianceId }, now)
}

export async function comeBackIn(tx: Tx, given: { token: string; password: string }, wire: Wire, now: Date) {
  const invitation = await open(tx, given.token, 'way_back', now)
  const account = await lockAccount(tx, invitation.accountId!)
  const passwordHash = await newPasswordHash(given.password, account)
  await updateAccount(tx, account.id, { passwordHash, passwordChangedAt: now, totpSecret: null, totpPending: null, totpConfirmedAt: null, totpLastStep: null })
  await replaceRecoveryCodes(tx, account.id, [])
  await endSessions(tx, { accountId: account.id }, now)
  await updateInvitation(tx, invitation.id, { acceptedAt: now, acceptedBy: account.id })
  audit(tx, { accountId: account.id, organisationId: invitation.organisationId }, now, { event: 'account.way_back_taken', subjectType: 'account', subjectId: account.id })
  return { secondFactor: await openSession(tx, (await findAccount(tx, account.id))!, wire, now, 'invitation') }
}
