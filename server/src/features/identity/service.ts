import type { Actor, Role } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Db, Tx } from '../../kernel/db.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Wire } from '../../kernel/route.ts'
import { newToken, seal, tokenHash } from '../../kernel/secrets.ts'
import type { SignedIn } from '../../kernel/server.ts'
import { setting } from '../../kernel/setting.ts'
import { newPasswordHash } from './passwords/service.ts'
import { halfwayLasts, isIdle, isStaff, normalLogin, sessionLasts } from './rules.ts'
import {
  endSessions,
  findAccount,
  findLastSeatOf,
  findLiveSession,
  findSeat,
  findSession,
  insertAccount,
  insertGrant,
  insertSession,
  listHolders,
  listSeats,
  updateLastSeen,
  updateSession,
  type AccountRow,
} from './tables.ts'

/** A mentor works at a firm and speaks for nobody but himself: what is the firm's own stays shut to him, whatever room he enters. */
const spokenFor = ({ role, organisationId }: { role: string; organisationId: string | null }) => (role === 'mentor' ? null : organisationId)

/** Who this session token belongs to, in the seat it acts in; null when the session has ended, lies idle or has no seat. */
export async function actorOfSession(tx: Tx, token: string, now: Date): Promise<SignedIn | null> {
  const row = await findLiveSession(tx, tokenHash(token), now)
  if (!row || isIdle(row.role, row.lastSeenAt, now) || (row.demo && !setting().demo)) return null
  const needsSecondFactor = row.totpConfirmedAt !== null || Boolean(row.holdsStaffSeat)
  return {
    actor: {
      accountId: row.accountId,
      name: row.name,
      role: row.role as Role,
      organisationId: spokenFor(row),
      allianceId: row.allianceId,
      studentId: row.studentId,
      sessionId: row.sessionId,
      locale: row.locale as Actor['locale'],
    },
    complete: row.secondFactorAt !== null || !needsSecondFactor,
    lastSeenAt: row.lastSeenAt,
  }
}

/** Who sits there, when nobody is at the keyboard: for what somebody asked to be told. Null once the seat is given back or closed. */
export async function actorOfSeat(tx: Tx, seatId: string): Promise<(Actor & { email: string | null }) | null> {
  const row = await findSeat(tx, seatId)
  if (!row || (row.demo && !setting().demo)) return null
  const { accountId, name, role, allianceId, studentId, locale, email } = row
  return { accountId, name, role: role as Role, organisationId: spokenFor(row), allianceId, studentId, sessionId: '', locale: locale as Actor['locale'], email }
}

/** The seat somebody acts in now. */
export async function seatOf(tx: Tx, actor: Actor): Promise<string> {
  const seats = await listSeats(tx, actor.accountId)
  return seats.find((one) => one.role === actor.role && spokenFor(one) === actor.organisationId && one.allianceId === actor.allianceId)?.id ?? refuse('no_seat')
}

/** In a short transaction of its own. */
export const noteUse = (db: Db, sessionId: string, now: Date) => db.transaction().execute((tx) => updateLastSeen(tx, sessionId, now))

/** What stands between a password and a full session. */
export type Standing = 'done' | 'needed' | 'missing'

const standingOf = (account: Pick<AccountRow, 'totpConfirmedAt'>, seats: { role: string }[]): Standing => {
  if (account.totpConfirmedAt) return 'needed'
  return seats.some(({ role }) => isStaff(role)) ? 'missing' : 'done'
}

/** A new session for this account on this browser; the browser's old one ends. */
export async function openSession(tx: Tx, account: AccountRow, wire: Wire, now: Date, how: 'password' | 'oidc' | 'invitation'): Promise<Standing> {
  const seats = await listSeats(tx, account.id)
  const last = await findLastSeatOf(tx, account.id)
  const seat = seats.find(({ id }) => id === last?.roleGrantId) ?? seats[0] ?? refuse('no_seat')
  if (wire.sessionToken) await endSessions(tx, { accountId: account.id, tokenHash: tokenHash(wire.sessionToken) }, now)

  const standing = standingOf(account, seats)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + (standing === 'done' ? sessionLasts : halfwayLasts))
  const { address } = wire
  const sessionId = await insertSession(tx, { tokenHash: tokenHash(token), accountId: account.id, roleGrantId: seat.id, expiresAt, userAgent: wire.userAgent.slice(0, 300), address }, now)
  audit(tx, { accountId: account.id, organisationId: seat.organisationId }, now, { event: 'session.opened', subjectType: 'session', subjectId: sessionId, details: { how, standing } })
  wire.setSession(token, expiresAt)
  return standing
}

/** The second factor was given: a full session, under a token that nobody has seen before. */
export async function completeSession(tx: Tx, actor: Actor, wire: Wire, now: Date) {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionLasts)
  await updateSession(tx, actor.sessionId, { tokenHash: tokenHash(token), secondFactorAt: now, expiresAt })
  wire.setSession(token, expiresAt)
}

export async function viewSession(tx: Tx, actor: Actor) {
  const account = (await findAccount(tx, actor.accountId)) ?? refuse('not_signed_in')
  const seats = await listSeats(tx, actor.accountId)
  const session = await findSession(tx, actor.sessionId)
  const seat = seats.find((one) => one.role === actor.role && spokenFor(one) === actor.organisationId && one.allianceId === actor.allianceId)
  return {
    account: { ...account, locale: account.locale as Actor['locale'] },
    seat: seat ?? null,
    seats,
    secondFactor: session.secondFactorAt ? ('done' as const) : standingOf(account, seats),
    expiresAt: session.expiresAt,
  }
}

export async function signOut(tx: Tx, actor: Actor, wire: Wire, now: Date) {
  await endSessions(tx, { accountId: actor.accountId, sessionId: actor.sessionId }, now)
  audit(tx, actor, now, { event: 'session.ended', subjectType: 'session', subjectId: actor.sessionId })
  wire.clearSession()
  return {}
}

export async function takeSeat(tx: Tx, actor: Actor, seatId: string, now: Date) {
  await updateSession(tx, actor.sessionId, { roleGrantId: seatId })
  audit(tx, actor, now, { event: 'session.seat_taken', subjectType: 'role_grant', subjectId: seatId })
  return {}
}

export type AccountToMake = {
  name: string
  login: string
  /** Null for an account that will only ever sign in by a link. */
  password: string | null
  email?: string | null
  phone?: string | null
  locale?: Actor['locale']
  /** A demonstration account: public, and dead where SILIAN_DEMO is off. */
  demo?: boolean
  /** Base 32; confirmed at once. Without it the person sets one up at the first sign-in. */
  totpSecret?: string
}

/** The new account's id. Its role comes from grantRole, never from here. */
export async function createAccount(tx: Tx, account: AccountToMake, now: Date): Promise<string> {
  const login = normalLogin(account.login)
  const accountId = await insertAccount(
    tx,
    {
      name: account.name.trim(),
      login,
      email: account.email ? account.email.trim().toLowerCase() : null,
      phone: account.phone ?? null,
      passwordHash: account.password === null ? null : await newPasswordHash(account.password, { login, name: account.name }),
      passwordChangedAt: account.password === null ? null : now,
      totpSecret: account.totpSecret ? seal(account.totpSecret) : null,
      totpConfirmedAt: account.totpSecret ? now : null,
      locale: account.locale ?? 'zh-Hans',
      demo: account.demo ?? false,
    },
    now,
  )
  audit(tx, { accountId, organisationId: null }, now, { event: 'account.created', subjectType: 'account', subjectId: accountId })
  return accountId
}

type SeatToGrant = { accountId: string; role: Role; organisationId?: string | null; allianceId?: string | null; studentId?: string | null }

/** Gives an account a seat; one it already holds stays as it is. `by` is null for the loader of the demonstration and the first run. */
export async function grantRole(tx: Tx, by: Pick<Actor, 'accountId' | 'organisationId'> | null, seat: SeatToGrant, now: Date): Promise<string> {
  const { accountId, role, organisationId = null, allianceId = null, studentId = null } = seat
  const id = await insertGrant(tx, { accountId, role, organisationId, allianceId, studentId, grantedBy: by?.accountId ?? null }, now)
  if (!id) {
    const held = (await listSeats(tx, accountId)).find((one) => one.role === role && one.organisationId === organisationId && one.allianceId === allianceId)
    return held!.id
  }
  audit(tx, by, now, { event: 'seat.granted', subjectType: 'role_grant', subjectId: id, details: { accountId, role, organisationId, allianceId } })
  return id
}

/** Everybody who holds a seat, such as all contacts of a firm: `{ accountId, name, email, locale, digest }`. */
export const listAccountsOfSeat = (tx: Tx, seat: { role: Role; organisationId?: string | null; allianceId?: string | null }) => listHolders(tx, seat)
