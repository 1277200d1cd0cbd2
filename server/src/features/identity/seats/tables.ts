import { sql } from 'kysely'
import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

/**
 * Organisations whose people this actor may deal with: its own; for the secretariat those of its alliance, and those that
 * are in no alliance yet. Never another alliance's: a seat there would open what is kept there.
 */
export const visiblePlaces = (tx: Tx, actor: Actor) =>
  tx.selectFrom('organisation').where((row) => {
    if (!actor.allianceId) return row('organisation.id', '=', actor.organisationId)
    const live = row
      .selectFrom('membership')
      .select(sql`1`.as('one'))
      .whereRef('membership.organisationId', '=', 'organisation.id')
      .where('membership.state', 'not in', ['left', 'rejected', 'withdrawn'])
    return row.or([row.exists(live.where('membership.allianceId', '=', actor.allianceId)), row.not(row.exists(live))])
  })

/** The seats a contact gives and takes back in the own organisation: its like, a school's teachers, a firm's mentors. */
export const rolesBeside = ({ role }: Pick<Actor, 'role'>): Role[] => (role === 'school_contact' ? [role, 'teacher'] : role === 'enterprise_contact' ? [role, 'mentor'] : [role])

export const findPlace = (tx: Tx, actor: Actor, organisationId: string) =>
  visiblePlaces(tx, actor).select(['organisation.id', 'organisation.name', 'organisation.kind']).where('organisation.id', '=', organisationId).executeTakeFirst()

export const listPlaces = (tx: Tx, actor: Actor, q: string) =>
  visiblePlaces(tx, actor)
    .select(['organisation.id', 'organisation.name', 'organisation.kind'])
    .$if(q !== '', (query) => query.where('organisation.name', 'like', `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.name')
    .limit(20)
    .execute()

export const findAlliance = (tx: Tx, allianceId: string) => tx.selectFrom('alliance').select(['id', 'name']).where('id', '=', allianceId).executeTakeFirst()

/** Staff seats that are held now. */
const visibleSeats = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .leftJoin('organisation', 'organisation.id', 'roleGrant.organisationId')
    .leftJoin('alliance', 'alliance.id', 'roleGrant.allianceId')
    .where('roleGrant.revokedAt', 'is', null)
    .where('roleGrant.role', '<>', 'student')
    .where((row) =>
      actor.allianceId
        ? row.or([row('roleGrant.allianceId', '=', actor.allianceId), row('roleGrant.organisationId', 'in', visiblePlaces(tx, actor).select('organisation.id'))])
        : row.and([
            row('roleGrant.organisationId', '=', actor.organisationId),
            row('roleGrant.role', 'in', rolesBeside(actor)),
          ]),
    )

const columns = [
  'roleGrant.id',
  'roleGrant.accountId',
  'roleGrant.role',
  'roleGrant.organisationId',
  'roleGrant.allianceId',
  'roleGrant.grantedAt',
  'account.name',
  'account.login',
  'account.email',
  'account.demo',
  'account.totpConfirmedAt',
  'organisation.name as organisationName',
  'organisation.kind as organisationKind',
  'alliance.name as allianceName',
] as const

export type SeatFilter = { q: string; role?: Role; organisationId?: string; page: number; size: number }

export async function listVisibleSeats(tx: Tx, actor: Actor, { q, role, organisationId, page, size }: SeatFilter) {
  const like = `%${q.replaceAll(/[%_\\]/g, '\\$&')}%`
  const matching = visibleSeats(tx, actor)
    .$if(q !== '', (query) => query.where((row) => row.or([row('account.name', 'like', like), row('account.login', 'like', like.toLowerCase()), row('organisation.name', 'like', like)])))
    .$if(role !== undefined, (query) => query.where('roleGrant.role', '=', role!))
    .$if(organisationId !== undefined, (query) => query.where('roleGrant.organisationId', '=', organisationId!))
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .select(columns)
    .select((row) =>
      row
        .selectFrom('session')
        .select((session) => session.fn.max('session.lastSeenAt').as('at'))
        .whereRef('session.accountId', '=', 'roleGrant.accountId')
        .as('lastSeenAt'),
    )
    .orderBy(sql`alliance.name is null`)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.name')
    .orderBy('roleGrant.grantedAt')
    .orderBy('roleGrant.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map((row) => ({ ...row, role: row.role as Role })), total }
}

export type SeatRow = NonNullable<Awaited<ReturnType<typeof lockVisibleSeat>>>

export async function lockVisibleSeat(tx: Tx, actor: Actor, seatId: string) {
  const row = await visibleSeats(tx, actor).select(columns).where('roleGrant.id', '=', seatId).forUpdate('roleGrant').executeTakeFirst()
  return row && { ...row, role: row.role as Role, locked: true as const }
}

/** Of these accounts, those that also hold a seat which this actor does not see: their doors are not this actor's to open. */
export async function listAccountsSeatedElsewhere(tx: Tx, actor: Actor, accountIds: readonly string[]) {
  if (accountIds.length === 0) return []
  const rows = await tx
    .selectFrom('roleGrant')
    .select('roleGrant.accountId')
    .distinct()
    .where('roleGrant.accountId', 'in', [...accountIds])
    .where('roleGrant.revokedAt', 'is', null)
    .where('roleGrant.id', 'not in', visibleSeats(tx, actor).select('roleGrant.id'))
    .execute()
  return rows.map(({ accountId }) => accountId)
}

export const lockSecretariat = (tx: Tx, allianceId: string) =>
  tx.selectFrom('roleGrant').select(['id', 'accountId']).where('allianceId', '=', allianceId).where('revokedAt', 'is', null).orderBy('id').forUpdate().execute()

export async function updateRevoked(tx: Tx, seatId: string, now: Date) {
  await tx.updateTable('roleGrant').set({ revokedAt: now }).where('id', '=', seatId).execute()
}
