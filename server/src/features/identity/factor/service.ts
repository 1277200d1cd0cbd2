import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse, refuseAndKeep } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { digestOf, seal, unseal } from '../../../kernel/secrets.ts'
import { enter, factorDoor, fail, forget } from '../attempts/service.ts'
import { confirmPassword } from '../passwords/service.ts'
import { codeFrom, inGroupsOf, normalCode } from '../rules.ts'
import { completeSession } from '../service.ts'
import { endSessions, findAccount, findSession, lockAccount, updateAccount, type AccountRow } from '../tables.ts'
import { replaceRecoveryCodes, useRecoveryCode } from './tables.ts'

const issuer = 'Silian 四链'
const period = 30

const totpOf = (secret: string, label = '') => new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

export const codeAt = (secret: string, now: Date) => totpOf(secret).generate({ timestamp: now.getTime() })
export const secondsLeft = (now: Date) => period - (Math.floor(now.getTime() / 1000) % period)

/** The step whose code this is, now or one step to either side for clocks that disagree; null when it is no code. */
function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

const isTotp = (code: string) => /^\d{6}$/.test(code)
const hashOfCode = (accountId: string, code: string) => digestOf(`recovery:${accountId}:${code}`)

/** Refuses a wrong code, and a right one that was used already: who looks over a shoulder sees it too late. */
async function checkCode(tx: Tx, account: Locked<AccountRow>, typed: string, now: Date): Promise<'code' | 'recovery_code'> {
  const door = factorDoor(account.id)
  await enter(tx, door, now)
  const code = normalCode(typed)
  if (!isTotp(code)) {
    if (!(await useRecoveryCode(tx, account.id, hashOfCode(account.id, code), now))) refuseAndKeep('wrong_code', { triesLeft: await fail(tx, door, now) })
  } else {
    const step = account.totpSecret && stepOf(unseal(account.totpSecret), code, now)
    if (!step) refuseAndKeep('wrong_code', { triesLeft: await fail(tx, door, now) })
    // A demonstration account's code stands on the sign-in page for everybody: that somebody used it before says nothing.
    if (!account.demo && account.totpLastStep !== null && step <= account.totpLastStep) refuse('code_used')
    await updateAccount(tx, account.id, { totpLastStep: step })
  }
  await forget(tx, door)
  return isTotp(code) ? 'code' : 'recovery_code'
}

/** The second half of signing in. */
export async function giveSecondFactor(tx: Tx, actor: Actor, code: string, wire: Wire, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (!account.totpConfirmedAt) refuse('second_factor_missing')
  const how = await checkCode(tx, account, code, now)
  await completeSession(tx, actor, wire, now)
  audit(tx, actor, now, { event: 'session.completed', subjectType: 'session', subjectId: actor.sessionId, details: { how } })
  return {}
}

export const hasSecondFactor = async (tx: Tx, actor: Actor) => (await findAccount(tx, actor.accountId))!.totpConfirmedAt !== null

/** The same proof again for a deed that binds somebody, such as a signature. */
export async function proveSecondFactor(tx: Tx, actor: Actor, code: string, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (!account.totpConfirmedAt) refuse('second_factor_missing')
  await checkCode(tx, account, code, now)
}

/** A new secret to put into an authenticator. The old one stays good until the new one has proved itself. */
export async function startSecondFactor(tx: Tx, actor: Actor, password: string | undefined, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (account.demo) refuse('demo_account')
  const session = await findSession(tx, actor.sessionId)
  if (account.totpConfirmedAt && !session.secondFactorAt) refuse('second_factor_needed')
  // Whoever has just given the password need not give it again; who is signed in for long must.
  const justSignedIn = !account.totpConfirmedAt && session.secondFactorAt === null && now.getTime() - session.createdAt.getTime() < 15 * 60_000
  if (!justSignedIn) await confirmPassword(tx, account, password ?? '', now)

  const secret = new Secret({ size: 20 }).base32
  await updateAccount(tx, account.id, { totpPending: seal(secret) })
  const url = totpOf(secret, account.login).toString()
  return { secret: inGroupsOf(4, secret), url, qr: await QRCode.toDataURL(url, { margin: 1, width: 220, errorCorrectionLevel: 'M' }) }
}

/** The first right code of the new secret: it counts from now on, and other sessions end. */
export async function confirmSecondFactor(tx: Tx, actor: Actor, code: string, wire: Wire, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  const session = await findSession(tx, actor.sessionId)
  if (account.totpConfirmedAt && !session.secondFactorAt) refuse('second_factor_needed')
  if (!account.totpPending) refuse('second_factor_missing')
  const door = factorDoor(account.id)
  await enter(tx, door, now)
  const step = stepOf(unseal(account.totpPending), normalCode(code), now)
  if (step === null) refuseAndKeep('wrong_code', { triesLeft: await fail(tx, door, now) })
  await forget(tx, door)

  await updateAccount(tx, account.id, { totpSecret: account.totpPending, totpPending: null, totpConfirmedAt: now, totpLastStep: step })
  await endSessions(tx, { accountId: account.id, except: actor.sessionId }, now)
  await completeSession(tx, actor, wire, now)
  audit(tx, actor, now, { event: 'account.second_factor_set', subjectType: 'account', subjectId: account.id })
  return { recoveryCodes: await makeRecoveryCodes(tx, account.id) }
}

/** Ten new ones; the old ones are void. */
export async function renewRecoveryCodes(tx: Tx, actor: Actor, code: string, now: Date) {
  const account = await lockAccount(tx, actor.accountId)
  if (account.demo) refuse('demo_account')
  if (!account.totpConfirmedAt) refuse('second_factor_missing')
  await checkCode(tx, account, code, now)
  audit(tx, actor, now, { event: 'account.recovery_codes_made', subjectType: 'account', subjectId: account.id })
  return { recoveryCodes: await makeRecoveryCodes(tx, account.id) }
}

async function makeRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => codeFrom(randomBytes(10)))
  await replaceRecoveryCodes(tx, accountId, codes.map((code) => hashOfCode(accountId, code)))
  return codes.map((code) => inGroupsOf(5, code))
}
