import { sql } from 'kysely'
import type { World } from './world.ts'

/**
 * The same row so many times more, each with an id of its own, and with a number of its own where it has one: enough to see that a list
 * asks the database no more for many. `change` is what else differs. Answers the new ids.
 */
export async function copyRows(world: World, table: string, where: { column: string; value: string }, times: number, change: Record<string, unknown> = {}): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into ${sql.table(table)} select (jsonb_populate_record(r, jsonb_build_object('id', uuidv7())
        || case when to_jsonb(r) ? 'number' then jsonb_build_object('number', to_jsonb(r) ->> 'number' || '-' || n) else '{}' end || ${JSON.stringify(change)}::jsonb)).*
    from ${sql.table(table)} r, generate_series(1, ${times}) n where ${sql.ref(where.column)} = ${where.value} returning to_jsonb(${sql.table(table)}.*) ->> 'id' as id`.execute(world.db)
  return rows.map(({ id }) => id)
}
