import { sql } from 'kysely'
import type { Role } from '../../kernel/actor.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

/** The live session behind a token's hash, with the seat it acts in: the chosen one while it is held, else the oldest. */
export async function findLiveSession(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('roleGrant')
          .select(['role', 'organisationId', 'allianceId', 'studentId'])
          .whereRef('roleGrant.accountId', '=', 'session.accountId')
          .where('revokedAt', 'is', null)
          .orderBy(sql`(role_grant.id is not distinct from session.role_grant_id)`, 'desc')
          .orderBy('grantedAt')
          .limit(1)
          .as('seat'),
      (join) => join.onTrue(),
    )
    .select((from) => [
      'session.id as sessionId',
      'session.accountId',
      'session.lastSeenAt',
      'session.secondFactorAt',
      'account.name',
      'account.locale',
      'account.demo',
      'account.totpConfirmedAt',
      'seat.role',
      'seat.organisationId',
      'seat.allianceId',
      'seat.studentId',
      from
        .exists(from.selectFrom('roleGrant').whereRef('roleGrant.accountId', '=', 'session.accountId').where('revokedAt', 'is', null).where('role', '<>', 'student'))
        .as('holdsStaffSeat'),
    ])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.revokedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
}

export const findSession = (tx: Tx, sessionId: string) => tx.selectFrom('session').selectAll().where('id', '=', sessionId).executeTakeFirstOrThrow()

export type NewSession = { tokenHash: Buffer; accountId: string; roleGrantId: string; expiresAt: Date; userAgent: string; address: string }

export async function insertSession(tx: Tx, session: NewSession, now: Date) {
  return (await tx.insertInto('session').values({ ...session, createdAt: now, lastSeenAt: now }).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateSession(tx: Tx, sessionId: string, change: { tokenHash?: Buffer; secondFactorAt?: Date; expiresAt?: Date; roleGrantId?: string }) {
  await tx.updateTable('session').set(change).where('id', '=', sessionId).execute()
}

export async function updateLastSeen(tx: Tx, sessionId: string, now: Date) {
  await tx.updateTable('session').set({ lastSeenAt: now }).where('id', '=', sessionId).where('lastSeenAt', '<', now).execute()
}

/** The account's sessions that still work, the latest first. */
export const listSessions = (tx: Tx, accountId: string, now: Date) =>
  tx
    .selectFrom('session')
    .select(['id', 'createdAt', 'lastSeenAt', 'userAgent', 'address'])
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .execute()

/** Answers how many were ended. */
export async function endSessions(tx: Tx, which: { accountId: string; tokenHash?: Buffer; sessionId?: string; except?: string }, now: Date) {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revokedAt: now })
    .where('accountId', '=', which.accountId)
    .where('revokedAt', 'is', null)
    .$if(which.sessionId !== undefined, (query) => query.where('id', '=', which.sessionId!))
    .$if(which.tokenHash !== undefined, (query) => query.where('tokenHash', '=', which.tokenHash!))
    .$if(which.except !== undefined, (query) => query.where('id', '<>', which.except!))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function deleteSessionsEndedBefore(tx: Tx, moment: Date) {
  await tx.deleteFrom('session').where((row) => row.or([row('expiresAt', '<', moment), row('revokedAt', '<', moment)])).execute()
}

export const findAccount = (tx: Tx, accountId: string) => tx.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>

export async function lockAccount(tx: Tx, accountId: string): Promise<Locked<AccountRow>> {
  return { ...(await tx.selectFrom('account').selectAll().where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow()), locked: true }
}

/** By login, e-mail address or mobile number; a login comes first. */
export const findAccountByLogin = (tx: Tx, login: string) =>
  tx
    .selectFrom('account')
    .selectAll()
    .where((row) => row.or([row('login', '=', login), row('email', '=', login), row('phone', '=', login)]))
    .where('disabledAt', 'is', null)
    .orderBy(sql`(login = ${login})`, 'desc')
    .limit(1)
    .executeTakeFirst()

export const findAccountBySubject = (tx: Tx, subject: string) =>
  tx.selectFrom('account').selectAll().where('oidcSubject', '=', subject).where('disabledAt', 'is', null).executeTakeFirst()

export type NewAccount = {
  name: string
  login: string
  email: string | null
  phone: string | null
  passwordHash: string | null
  passwordChangedAt: Date | null
  totpSecret: Buffer | null
  totpConfirmedAt: Date | null
  locale: string
  demo: boolean
}

export async function insertAccount(tx: Tx, account: NewAccount, now: Date) {
  return (await tx.insertInto('account').values({ ...account, createdAt: now }).returning('id').executeTakeFirstOrThrow()).id
}

export type AccountChange = Partial<
  Pick<
    AccountRow,
    'email' | 'phone' | 'passwordHash' | 'passwordChangedAt' | 'totpSecret' | 'totpPending' | 'totpConfirmedAt' | 'totpLastStep' | 'oidcSubject' | 'locale' | 'largeText' | 'digest'
  >
>

export async function updateAccount(tx: Tx, accountId: string, change: AccountChange) {
  if (Object.keys(change).length > 0) await tx.updateTable('account').set(change).where('id', '=', accountId).execute()
}

export async function countAccounts(tx: Tx) {
  return Number((await tx.selectFrom('account').select((row) => row.fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
}

export const listDemoAccounts = (tx: Tx) => tx.selectFrom('account').selectAll().where('demo', '=', true).where('disabledAt', 'is', null).where('passwordHash', 'is not', null).orderBy('id').execute()

export async function findInstallationFact(tx: Tx, key: string): Promise<unknown> {
  return (await tx.selectFrom('installation').select('value').where('key', '=', key).executeTakeFirst())?.value
}

const seats = (tx: Tx) =>
  tx
    .selectFrom('roleGrant')
    .leftJoin('organisation', 'organisation.id', 'roleGrant.organisationId')
    .leftJoin('alliance', 'alliance.id', 'roleGrant.allianceId')
    .select([
      'roleGrant.id',
      'roleGrant.accountId',
      'roleGrant.role',
      'roleGrant.organisationId',
      'roleGrant.allianceId',
      'roleGrant.studentId',
      'organisation.name as organisationName',
      'organisation.kind as organisationKind',
      'alliance.name as allianceName',
    ])
    .where('roleGrant.revokedAt', 'is', null)

export async function listSeats(tx: Tx, accountId: string) {
  const rows = await seats(tx).where('roleGrant.accountId', '=', accountId).orderBy('roleGrant.grantedAt').orderBy('roleGrant.id').execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** A seat that is still held by somebody who may still come in. */
export const findSeat = (tx: Tx, seatId: string) =>
  seats(tx)
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select(['account.name', 'account.email', 'account.locale', 'account.demo'])
    .where('account.disabledAt', 'is', null)
    .where('roleGrant.id', '=', seatId)
    .executeTakeFirst()

export async function listSeatsOfMany(tx: Tx, accountIds: readonly string[]) {
  return accountIds.length === 0 ? [] : seats(tx).where('roleGrant.accountId', 'in', [...accountIds]).orderBy('roleGrant.grantedAt').execute()
}

export type Seat = { role: Role; organisationId: string | null; allianceId: string | null; studentId: string | null }

/** The grant's id; an equal live one is kept. */
export async function insertGrant(tx: Tx, grant: Seat & { accountId: string; grantedBy: string | null }, now: Date) {
  const row = await tx
    .insertInto('roleGrant')
    .values({ ...grant, grantedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const findLastSeatOf = (tx: Tx, accountId: string) =>
  tx.selectFrom('session').select('roleGrantId').where('accountId', '=', accountId).orderBy('createdAt', 'desc').limit(1).executeTakeFirst()

/** Everybody who holds this seat: for mail to all contacts of a firm. */
export const listHolders = (tx: Tx, seat: { role: Role; organisationId?: string | null; allianceId?: string | null }) =>
  tx
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select(['account.id as accountId', 'account.name', 'account.email', 'account.locale', 'account.digest'])
    .where('roleGrant.role', '=', seat.role)
    .where(seat.allianceId ? 'roleGrant.allianceId' : 'roleGrant.organisationId', '=', seat.allianceId ?? seat.organisationId ?? null)
    .where('roleGrant.revokedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .orderBy('roleGrant.grantedAt')
    .execute()
