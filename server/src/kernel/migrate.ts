import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = join(import.meta.dirname, '../../migrations')

/** Brings the database at `url` up to date: plain SQL files, forward only, then the job queue's own tables. Safe to run from several processes at once. */
export async function migrate(url: string): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2 }) }) })
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations } }).migrateToLatest()
    if (error) throw error
    await runMigrations({ connectionString: url })
  } finally {
    await db.destroy()
  }
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Object.fromEntries(names.map((name) => [name.replace(/\.sql$/, ''), { up: (db) => runFile(db, join(folder, name)) }]))
}

async function runFile(db: Kysely<unknown>, path: string) {
  await sql.raw(await readFile(path, 'utf8')).execute(db)
}
