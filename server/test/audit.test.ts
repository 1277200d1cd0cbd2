import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { audit } from '../src/kernel/audit.ts'
import { inTransaction, openDatabase, type Db } from '../src/kernel/db.ts'
import { startPostgres } from '../src/kernel/embedded-postgres/start-postgres.ts'
import { migrate } from '../src/kernel/migrate.ts'
import { newDatabase, type TestDatabase } from './database.ts'

vi.setConfig({ testTimeout: 60_000 })

const bin = resolve(import.meta.dirname, '../../bin/silian.mjs')
let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await newDatabase()
  db = openDatabase(database.url, { max: 2 })
  await write(db, 5)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

const write = (to: Db, count: number) =>
  inTransaction(to, async (tx) => {
    for (let number = 1; number <= count; number++) audit(tx, null, new Date('2026-11-23T06:00:00Z'), { event: 'round.published', subjectType: 'round', subjectId: `${number}`, details: { seats: number } })
  })

function silian(args: string[], env: Record<string, string>): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } })
    let [out, err] = ['', '']
    child.stdout.on('data', (piece) => (out += piece))
    child.stderr.on('data', (piece) => (err += piece))
    child.on('close', (code) => done({ code, out, err }))
  })
}
const verify = (...more: string[]) => silian(['audit', 'verify', ...more], { DATABASE_URL: database.url })

test('an untouched chain is whole, and its last hash is told', async () => {
  const { code, out } = await verify()
  expect([code, out]).toEqual([0, expect.stringMatching(/^完整：5 条操作记录首尾相接。\n {2}最后一条的哈希：[0-9a-f]{64}\n$/)])
})

test('the database itself refuses to change, delete or empty the trail', async () => {
  await expect(sql`update audit_entry set event = 'round.cancelled'`.execute(db)).rejects.toThrow('append only')
  await expect(sql`delete from audit_entry`.execute(db)).rejects.toThrow('append only')
  await expect(sql`truncate audit_entry`.execute(db)).rejects.toThrow('append only')
})

test('rows cut off the end are missed by whoever noted the last hash', async () => {
  const hash = (await verify()).out.match(/[0-9a-f]{64}/)![0]
  expect((await verify('--holds', hash)).code).toBe(0)
  await withoutLock(() => sql`delete from audit_entry where id = (select max(id) from audit_entry)`.execute(db))
  expect((await verify()).code).toBe(0)
  expect(await verify('--holds', hash)).toMatchObject({ code: 1, out: expect.stringContaining(`缺失：链中没有 ${hash}`) })
})

test('a row that its owner changed behind the lock is named', async () => {
  const [, second] = await db.selectFrom('auditEntry').select('id').orderBy('id').execute()
  await withoutLock(() => sql`update audit_entry set details = '{"seats": 99}' where id = ${second!.id}`.execute(db))
  expect(await verify()).toMatchObject({ code: 1, out: `断链：操作记录第 ${second!.id} 号与前一条接不上，内容或顺序被改动过。它之前的 1 条完整。\n` })
})

test('the built-in database is read while it runs, and started for the purpose when it does not', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'silian-test-audit-'))
  const env = { DATABASE_URL: '', SILIAN_DATA: dataDir }
  try {
    expect(await silian(['audit', 'verify'], env)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('还没有数据库') })
    const postgres = await startPostgres({ dataDir, durable: false })
    await migrate(postgres.url)
    const own = openDatabase(postgres.url, { max: 1 })
    await write(own, 3)
    await own.destroy()
    expect((await silian(['audit', 'verify'], env)).out).toMatch(/^完整：3 条/)
    await postgres.stop()
    expect((await silian(['audit', 'verify'], env)).out).toMatch(/^完整：3 条/)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('what is not understood is said with the usage', async () => {
  expect(await silian(['audit'], {})).toMatchObject({ code: 2, err: expect.stringContaining('silian audit verify') })
  expect(await verify('--holds', 'abc')).toMatchObject({ code: 2, err: expect.stringContaining('64 位') })
})

async function withoutLock(change: () => Promise<unknown>) {
  await sql`alter table audit_entry disable trigger user`.execute(db)
  await change()
  await sql`alter table audit_entry enable trigger user`.execute(db)
}
