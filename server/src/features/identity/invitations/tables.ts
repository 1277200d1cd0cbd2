import { sql } from 'kysely'
import type { Actor, Role } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { rolesBeside, visiblePlaces } from '../seats/tables.ts'

const withNames = (tx: Tx) =>
  tx
    .selectFrom('invitation')
    .leftJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .leftJoin('alliance', 'alliance.id', 'invitation.allianceId')
    .leftJoin('account as inviter', 'inviter.id', 'invitation.invitedBy')
    .leftJoin('account as invitee', 'invitee.id', 'invitation.accountId')

const columns = [
  'invitation.id',
  'invitation.name',
  'invitation.email',
  'invitation.role',
  'invitation.organisationId',
  'invitation.allianceId',
  'invitation.accountId',
  'invitation.createdAt',
  'invitation.expiresAt',
  'invitation.acceptedAt',
  'invitation.revokedAt',
  'organisation.name as organisationName',
  'alliance.name as allianceName',
  'inviter.name as invitedByName',
  'invitee.login as login',
] as const

/** Links that are out: the secretariat sees those of its alliance and organisations, a contact those of its organisation. */
const visibleInvitations = (tx: Tx, actor: Actor) =>
  withNames(tx)
    .where('invitation.role', '<>', 'student')
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.revokedAt', 'is', null)
    .where((row) =>
      actor.allianceId
        ? row.or([row('invitation.allianceId', '=', actor.allianceId), row('invitation.organisationId', 'in', visiblePlaces(tx, actor).select('organisation.id'))])
        : row.and([
            row('invitation.organisationId', '=', actor.organisationId),
            row('invitation.role', 'in', rolesBeside(actor)),
          ]),
    )

export async function listInvitations(tx: Tx, actor: Actor, { page, size }: { page: number; size: number }) {
  const { total } = await visibleInvitations(tx, actor).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const rows = await visibleInvitations(tx, actor).select(columns).orderBy('invitation.createdAt', 'desc').orderBy('invitation.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

export async function lockVisibleInvitation(tx: Tx, actor: Actor, id: string) {
  const row = await visibleInvitations(tx, actor).select(columns).where('invitation.id', '=', id).forUpdate('invitation').executeTakeFirst()
  return row && { ...row, role: row.role as Role, locked: true as const }
}

export type InvitationRow = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

/** By the token itself: whoever holds the link may see what it offers. */
export async function findInvitation(tx: Tx, tokenHash: Buffer) {
  const row = await withNames(tx).select(columns).where('invitation.tokenHash', '=', tokenHash).where('invitation.role', '<>', 'student').executeTakeFirst()
  return row && { ...row, role: row.role as Role }
}

export async function lockInvitation(tx: Tx, tokenHash: Buffer): Promise<Locked<InvitationRow> | undefined> {
  const row = await withNames(tx).select(columns).where('invitation.tokenHash', '=', tokenHash).where('invitation.role', '<>', 'student').forUpdate('invitation').executeTakeFirst()
  return row && { ...row, role: row.role as Role, locked: true }
}

export type NewInvitation = {
  tokenHash: Buffer
  role: Role
  organisationId: string | null
  allianceId: string | null
  accountId?: string
  studentId?: string
  name: string
  email: string | null
  invitedBy: string
  expiresAt: Date
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation, now: Date) {
  return (await tx.insertInto('invitation').values({ ...invitation, createdAt: now }).returning('id').executeTakeFirstOrThrow()).id
}

export async function updateInvitation(tx: Tx, id: string, change: { tokenHash?: Buffer; expiresAt?: Date; acceptedAt?: Date; acceptedBy?: string; revokedAt?: Date }) {
  await tx.updateTable('invitation').set(change).where('id', '=', id).execute()
}

/** A newer way back in makes the older one void. */
export async function revokeWaysBack(tx: Tx, accountId: string, now: Date) {
  await tx.updateTable('invitation').set({ revokedAt: now }).where('accountId', '=', accountId).where('acceptedAt', 'is', null).where('revokedAt', 'is', null).execute()
}
