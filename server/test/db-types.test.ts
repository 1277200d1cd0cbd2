import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDatabase, type TestDatabase } from './database.ts'

const server = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'silian-db-types-'))
let database: TestDatabase
beforeAll(async () => void (database = await newDatabase()))
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('the types of the tables are those of a database with every migration', () => {
  const file = join(folder, 'db.gen.ts')
  execFileSync(process.execPath, [join(server, 'bin/db-types.mjs'), database.url, file], { stdio: 'ignore' })

  expect(readFileSync(join(server, 'src/kernel/db.gen.ts'), 'utf8')).toBe(readFileSync(file, 'utf8'))
})
