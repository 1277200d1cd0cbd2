import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which membership: its own side, whoever speaks for it, the secretariat of its alliance, officials; and everybody once it is public. */
function visibleMemberships(tx: Tx, actor: Actor) {
  const memberships = tx.selectFrom('membership')
  if (hasRole(actor, 'official')) return memberships
  return memberships.where((one) =>
    one.or([
      one('membership.state', 'in', ['publicity', 'active', 'suspended']),
      one('membership.allianceId', '=', actor.allianceId),
      one('membership.organisationId', '=', actor.organisationId),
      one.exists(
        one
          .selectFrom('representation')
          .select('representation.since')
          .whereRef('representation.organisationId', '=', 'membership.organisationId')
          .where('representation.speakerId', '=', actor.organisationId),
      ),
    ]),
  )
}

const whole = (tx: Tx, actor: Actor) =>
  visibleMemberships(tx, actor)
    .innerJoin('alliance', 'alliance.id', 'membership.allianceId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .leftJoin('organisation as speaker', 'speaker.id', 'membership.spokenBy')
    .selectAll('membership')
    .select((one) => [
      'alliance.code as allianceCode',
      'alliance.name as allianceName',
      'alliance.nameEn as allianceNameEn',
      'organisation.name as organisationName',
      'organisation.nameEn as organisationNameEn',
      'organisation.kind as organisationKind',
      'organisation.uscc',
      'organisation.contactName',
      'organisation.contactPhone',
      'speaker.name as spokenByName',
      'speaker.kind as spokenByKind',
      sql<string[]>`array(${one.selectFrom('representation').select('representation.speakerId').whereRef('representation.organisationId', '=', 'membership.organisationId')})`.as('speakerIds'),
    ])

export type MembershipRow = NonNullable<Awaited<ReturnType<typeof findMembership>>>

export async function findMembership(tx: Tx, actor: Actor, membershipId: string) {
  return whole(tx, actor).where('membership.id', '=', membershipId).executeTakeFirst()
}

export async function lockMembership(tx: Tx, actor: Actor, membershipId: string): Promise<Locked<MembershipRow> | undefined> {
  const [row] = await lockMemberships(tx, actor, [membershipId])
  return row
}

/** In the order of their ids, so that two batches cannot wait for each other. */
export async function lockMemberships(tx: Tx, actor: Actor, membershipIds: readonly string[]): Promise<Locked<MembershipRow>[]> {
  const rows = await whole(tx, actor).where('membership.id', 'in', [...membershipIds]).orderBy('membership.id').forUpdate('membership').execute()
  return rows.map((row) => ({ ...row, locked: true }))
}

export type NewMembership = {
  allianceId: string
  organisationId: string
  seat: string
  statement: string
  spokenBy: string | null
  createdBy: string
  createdAt: Date
}

export async function insertMembership(tx: Tx, membership: NewMembership) {
  const { id } = await tx.insertInto('membership').values({ ...membership, state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  return id
}

export type MembershipChange = Partial<
  Pick<MembershipRow, 'state' | 'seat' | 'statement' | 'reason' | 'objectionNote' | 'appliedAt' | 'checkedAt' | 'publicityFrom' | 'publicityUntil' | 'approvedAt' | 'leftAt' | 'certificateNumber'>
>

export async function updateMembership(tx: Tx, membershipId: string, change: MembershipChange) {
  await tx
    .updateTable('membership')
    .set((one) => ({ ...change, version: one('version', '+', 1) }))
    .where('id', '=', membershipId)
    .execute()
}
