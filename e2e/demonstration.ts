import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createDatabase, dropDatabase } from '../server/test/database-commands.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database with the demonstration in it, to copy, and the files that belong to it. */
    demonstration: { template: string; files: string }
  }
}

/** Once per run: the demonstration is loaded, for every journey to begin with a copy of it. Comes after server/test/global.ts. */
export default async function setup(project: TestProject) {
  const { url, template } = project.getProvidedContext().postgres
  const files = mkdtempSync(join(tmpdir(), 'silian-demonstration-'))
  const name = `${template}_demo`
  const address = await createDatabase(url, name, template)
  execFileSync(process.execPath, [join(import.meta.dirname, 'load-demonstration.ts'), address, files], { stdio: 'inherit' })
  project.provide('demonstration', { template: name, files })

  return async () => {
    rmSync(files, { recursive: true, force: true })
    if (process.env.TEST_DATABASE_URL) await dropDatabase(url, name)
  }
}
