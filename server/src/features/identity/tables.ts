import type { Actor, Role } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'

/** The live session behind a token's hash, with the seat it acts in. */
export async function findLiveSession(tx: Tx, tokenHash: Buffer, now: Date) {
  return tx
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .leftJoin('roleGrant', (join) => join.onRef('roleGrant.id', '=', 'session.roleGrantId').on('roleGrant.revokedAt', 'is', null))
    .select([
      'session.id as sessionId',
      'session.accountId',
      'session.lastSeenAt',
      'session.secondFactorAt',
      'account.name',
      'account.locale',
      'roleGrant.role',
      'roleGrant.organisationId',
      'roleGrant.allianceId',
      'roleGrant.studentId',
    ])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.revokedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('account.disabledAt', 'is', null)
    .executeTakeFirst()
}

export async function findAccount(tx: Tx, accountId: string) {
  return tx.selectFrom('account').selectAll().where('id', '=', accountId).executeTakeFirst()
}

export async function listSeats(tx: Tx, accountId: string) {
  const rows = await tx
    .selectFrom('roleGrant')
    .leftJoin('organisation', 'organisation.id', 'roleGrant.organisationId')
    .leftJoin('alliance', 'alliance.id', 'roleGrant.allianceId')
    .select([
      'roleGrant.id',
      'roleGrant.role',
      'roleGrant.organisationId',
      'roleGrant.allianceId',
      'roleGrant.studentId',
      'organisation.name as organisationName',
      'organisation.kind as organisationKind',
      'alliance.name as allianceName',
    ])
    .where('roleGrant.accountId', '=', accountId)
    .where('roleGrant.revokedAt', 'is', null)
    .orderBy('roleGrant.grantedAt')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

export type SessionRow = NonNullable<Awaited<ReturnType<typeof findLiveSession>>>
export type ActorLocale = Actor['locale']
