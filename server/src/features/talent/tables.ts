import { sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'

/** The district's office sees every school; the office of a specialty alliance those that belong to it. `column` is the school's id. */
export const schoolOfOffice = (actor: Actor, column: string) => sql<boolean>`(
  exists (select from alliance where alliance.id = ${actor.allianceId} and alliance.kind = 'district')
  or ${sql.ref(column)} in (select organisation_id from membership where alliance_id = ${actor.allianceId} and state in ('active', 'suspended')))`

export async function findSchool(tx: Tx, schoolId: string) {
  return tx.selectFrom('organisation').select(['id', 'name', 'divisionCode']).where('id', '=', schoolId).where('kind', '=', 'school').executeTakeFirst()
}
export type School = NonNullable<Awaited<ReturnType<typeof findSchool>>>

/** One writer at a time for the people of a school, so that two sheets cannot make the same student. */
export const lockSchool = (tx: Tx, schoolId: string) => sql`select pg_advisory_xact_lock(hashtext(${`school ${schoolId}`}))`.execute(tx)
