import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { median, report } from './report.ts'
import { answers, freePort } from './server-process.ts'

/** `npm start` as somebody types it, once more on a folder that was started before: until a page has been answered. */
const runs = 5
const folder = mkdtempSync(join(tmpdir(), 'silian-bench-'))

const first = await start()
const warm: number[] = []
for (let run = 0; run < runs; run++) warm.push(await start())

report('start', [
  { what: 'npm start until the first answer, warm', value: median(warm) / 1000, unit: 's', goal: 4, note: `median of ${runs}` },
  { what: 'the very first time: makes the database and loads the demonstration', value: first / 1000, unit: 's', note: 'packages and web already there' },
])
rmSync(folder, { recursive: true, force: true })

async function start(): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', SILIAN_DATA: folder, SILIAN_LOG: 'error' }
  const child = spawn('npm', ['start'], { cwd: join(import.meta.dirname, '..'), env, stdio: ['ignore', 'ignore', 'inherit'], detached: true })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(`http://127.0.0.1:${port}/`))) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`)
    await wait(10)
  }
  const took = performance.now() - began
  process.kill(-child.pid!, 'SIGINT')
  await ended
  while (await answers(`http://127.0.0.1:${port}/`)) await wait(10)
  // The database says goodbye after the web does.
  await wait(1500)
  return took
}
