import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'

/** The firm whose mentor's seat is acted in now. */
export async function findEmployer(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('roleGrant')
    .innerJoin('organisation', 'organisation.id', 'roleGrant.organisationId')
    .select(['organisation.id', 'organisation.name'])
    .where('roleGrant.accountId', '=', actor.accountId)
    .where('roleGrant.role', '=', 'mentor')
    .where('roleGrant.revokedAt', 'is', null)
    // Of several seats the one of this session.
    .orderBy((row) => sql`${row.ref('roleGrant.id')} is distinct from (select role_grant_id from session where session.id::text = ${actor.sessionId})`)
    .limit(1)
    .executeTakeFirst()
}

/** The alliance a house's records belong to: the district's before others. */
export async function findAllianceOf(tx: Tx, organisationId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.allianceId')
    .select('alliance.id')
    .where('membership.organisationId', '=', organisationId)
    .where('membership.state', 'in', ['active', 'suspended'])
    .orderBy(sql`alliance.kind <> 'district'`)
    .orderBy('membership.appliedAt')
    .executeTakeFirst()
  return row?.id
}

export const findOrganisation = (tx: Tx, organisationId: string) => tx.selectFrom('organisation').select(['id', 'name', 'kind']).where('id', '=', organisationId).executeTakeFirst()

/** Of a school: teachers on the roll, and mentors in force. */
export async function countTeachers(tx: Tx, schoolId: string, exceptMentorshipId: string) {
  const { teachers } = await tx.selectFrom('teacher').select((row) => row.fn.countAll<number>().as('teachers')).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirstOrThrow()
  const { mentors } = await tx.selectFrom('mentorship').select((row) => row.fn.countAll<number>().as('mentors')).where('schoolId', '=', schoolId).where('state', '=', 'active').where('id', '!=', exceptMentorshipId).executeTakeFirstOrThrow()
  return { teachers, mentors }
}
