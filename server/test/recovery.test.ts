import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { processesIn, signal } from '../src/kernel/embedded-postgres/processes.ts'
import { startPostgres } from '../src/kernel/embedded-postgres/start-postgres.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'silian-recovery-')))
chmodSync(base, 0o777)
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) killGroup(child)
  rmSync(base, { recursive: true, force: true })
})

/** As root the database runs under another account; as an ordinary user under one's own. Root can try both. */
const accounts = process.getuid?.() === 0 ? [{ name: 'root', as: {} }, { name: 'an ordinary user', as: { uid: 65_534, gid: 65_534 } }] : [{ name: 'an ordinary user', as: {} }]

// Side by side, each on its own folder: most of it is waiting for a database that starts.
test.concurrent.each(accounts)('nothing acknowledged is lost when everything is killed twenty times, started by $name', { timeout: 300_000 }, async ({ name, as }) => {
  const dataDir = join(base, name)
  const kept: string[] = []

  for (let round = 1; round <= 20; round++) {
    const writer = await startWriter(dataDir, round, as)
    expect(await missing(writer.url, kept)).toEqual([])
    kept.push(...(await writer.rowsUntil(40)))
    await killEverything(writer.child, dataDir)
    kept.push(...writer.rest())
  }

  const last = await startPostgres({ dataDir })
  expect(await missing(last.url, kept)).toEqual([])
  await last.stop()
  expect(kept.length).toBeGreaterThanOrEqual(20 * 40)
})

test.concurrent('a database that outlives its killed parent is stopped in good order by the next start', { timeout: 300_000 }, async () => {
  const dataDir = join(base, 'orphan')
  const kept: string[] = []

  for (let round = 1; round <= 5; round++) {
    const writer = await startWriter(dataDir, round, {})
    expect(await missing(writer.url, kept)).toEqual([])
    kept.push(...(await writer.rowsUntil(40)))
    killGroup(writer.child)
    await once(writer.child, 'close')
    kept.push(...writer.rest())
  }

  const last = await startPostgres({ dataDir })
  expect(await missing(last.url, kept)).toEqual([])
  await last.stop()
})

async function startWriter(dataDir: string, round: number, as: { uid?: number; gid?: number }) {
  const program = join(import.meta.dirname, 'recovery-writer.ts')
  const child = spawn(process.execPath, [program, dataDir, String(round)], { detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...as })
  running.add(child)
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))

  const lines = createInterface({ input: child.stdout })
  const rows: string[] = []
  let wake = () => {}
  const url = await new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(`the writer ended early: ${complaint}`)))
    lines.on('line', (line) => {
      const [word, value = ''] = line.split(' ')
      if (word === 'url') resolve(value)
      else rows.push(value)
      wake()
    })
  })

  return {
    child,
    url,
    /** Waits until at least so many rows were acknowledged. */
    async rowsUntil(count: number) {
      while (rows.length < count) await new Promise<void>((resolve) => (wake = resolve))
      return rows.splice(0)
    },
    /** What was acknowledged between our look and its death. */
    rest: () => rows.splice(0),
  }
}

async function killEverything(child: ChildProcess, dataDir: string) {
  const closed = once(child, 'close')
  const database = processesIn(join(dataDir, 'postgres'))
  expect(database.length).toBeGreaterThan(4) // the server itself, its own helpers, a backend for each writer
  killGroup(child)
  for (const pid of database) signal(pid, 'SIGKILL')
  await closed
}

function killGroup(child: ChildProcess) {
  signal(-child.pid!, 'SIGKILL')
  running.delete(child)
}

async function missing(url: string, kept: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select unnest($1::text[]) as id except select id from promise', [kept])
  await client.end()
  return rows.map((row) => row.id)
}
