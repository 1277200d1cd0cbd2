import { sql } from 'kysely'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'

/** Speaks for an organisation where teachers may practise. */
export const practicesHere = (actor: Actor) => hasRole(actor, 'enterprise_contact', 'platform_contact', 'park_contact', 'association_contact') && actor.organisationId !== null

/** The teacher who signs in here, on the roll of the school. */
export const findTeacherOfAccount = (tx: Tx, accountId: string, schoolId: string) =>
  tx.selectFrom('teacher').select(['id', 'schoolId', 'name', 'number']).where('accountId', '=', accountId).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()

export const findTeacher = (tx: Tx, schoolId: string, teacherId: string) =>
  tx.selectFrom('teacher').select(['id', 'schoolId', 'name', 'number']).where('id', '=', teacherId).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()

export const findProfile = (tx: Tx, teacherId: string) => tx.selectFrom('practiceProfile').selectAll().where('teacherId', '=', teacherId).executeTakeFirst()

export type Settings = { awayPercent: number; generalMonths: number; needsAgreement: boolean; restDays: boolean }
/** What a school decided, or what holds where it decided nothing. */
export async function findSettings(tx: Tx, schoolId: string): Promise<Settings> {
  const row = await tx.selectFrom('practiceSetting').select(['awayPercent', 'generalMonths', 'needsAgreement', 'restDays']).where('schoolId', '=', schoolId).executeTakeFirst()
  return row ?? { awayPercent: 15, generalMonths: 0, needsAgreement: false, restDays: true }
}

/** The alliance a school's records belong to: its first active membership. */
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
