import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { setting } from '../../../kernel/setting.ts'
import { countRecoveryCodes } from '../factor/tables.ts'
import { confirmPassword, newPasswordHash } from '../passwords/service.ts'
import { isPasswordOld } from '../rules.ts'
import { endSessions, findAccount, listSessions, lockAccount, updateAccount, type AccountChange } from '../tables.ts'

export async function viewAccount(tx: Tx, actor: Actor, now: Date) {
  const account = (await findAccount(tx, actor.accountId)) ?? refuse('not_signed_in')
  const { oidc } = setting()
  return {
    ...account,
    locale: account.locale as Actor['locale'],
    passwordIsOld: isPasswordOld(actor.role, account.passwordChangedAt, now),
    secondFactorAt: account.totpConfirmedAt,
    recoveryCodesLeft: await countRecoveryCodes(tx, account.id),
    oidc: oidc ? { name: oidc.name, linked: account.oidcSubject !== null } : null,
  }
}

export async function change(tx: Tx, actor: Actor, wanted: Pick<AccountChange, 'locale' | 'largeText' | 'digest' | 'email' | 'phone'>, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (account.demo && (wanted.email !== undefined || wanted.phone !== undefined)) refuse('demo_account')
  await updateAccount(tx, account.id, wanted)
  audit(tx, actor, now, { event: 'account.changed', subjectType: 'account', subjectId: account.id, details: { fields: Object.keys(wanted) } })
  return viewAccount(tx, actor, now)
}

export async function replacePassword(tx: Tx, actor: Actor, given: { current: string; next: string }, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (account.demo) refuse('demo_account')
  await confirmPassword(tx, account, given.current, now)
  if (given.current === given.next) refuse('password_same')
  await updateAccount(tx, account.id, { passwordHash: await newPasswordHash(given.next, account), passwordChangedAt: now })
  audit(tx, actor, now, { event: 'account.password_changed', subjectType: 'account', subjectId: account.id })
  return endOthers(tx, actor, now)
}

export async function viewSessions(tx: Tx, actor: Actor, now: Date) {
  const rows = await listSessions(tx, actor.accountId, now)
  return { rows: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) }
}

export async function endOne(tx: Tx, actor: Actor, sessionId: string, now: Date) {
  await endSessions(tx, { accountId: actor.accountId, sessionId }, now)
  audit(tx, actor, now, { event: 'session.ended', subjectType: 'session', subjectId: sessionId })
  return {}
}

export async function endOthers(tx: Tx, actor: Actor, now: Date) {
  const sessionsEnded = await endSessions(tx, { accountId: actor.accountId, except: actor.sessionId }, now)
  if (sessionsEnded > 0) audit(tx, actor, now, { event: 'session.others_ended', subjectType: 'account', subjectId: actor.accountId, details: { sessionsEnded } })
  return { sessionsEnded }
}

export async function unlink(tx: Tx, actor: Actor, now: Date) {
  await updateAccount(tx, actor.accountId, { oidcSubject: null })
  audit(tx, actor, now, { event: 'account.oidc_unlinked', subjectType: 'account', subjectId: actor.accountId })
  return {}
}
