import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { lockOwner } from '../src/kernel/embedded-postgres/lock.ts'
import { startPostgres } from '../src/kernel/embedded-postgres/start-postgres.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { createDatabase, dropDatabase } from './database-commands.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which databases may be made, and the migrated one to copy. */
    postgres: { url: string; template: string }
  }
}

/** Once per run: a PostgreSQL to throw away (or the one TEST_DATABASE_URL names), and in it one migrated database to copy. */
export default async function setup(project: TestProject) {
  // The public pages are drawn by what Vite makes of web/src/portal: nothing to do unless that changed.
  execFileSync(process.execPath, [resolve(import.meta.dirname, '../../bin/build-portal.mjs')], { stdio: 'inherit' })
  const server = process.env.TEST_DATABASE_URL ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} } : await startThrowAway()
  const template = `silian_template_${process.pid}_${project.name}`
  try {
    await migrate(await createDatabase(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('postgres', { url: server.url, template })

  return async () => {
    if (process.env.TEST_DATABASE_URL) await dropDatabase(server.url, template)
    await server.stop()
  }
}

const prefix = 'silian-test-'

async function startThrowAway() {
  removeAbandoned()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const postgres = await startPostgres({ dataDir, durable: false, settings: { max_connections: '300' } })
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its folder behind. */
function removeAbandoned() {
  for (const name of readdirSync(tmpdir())) {
    const dataDir = join(tmpdir(), name)
    if (!name.startsWith(prefix) || !readdirSync(dataDir).includes('silian.lock')) continue
    if (lockOwner(dataDir) === undefined) rmSync(dataDir, { recursive: true, force: true })
  }
}
