import { ConfigError, readConfig, settingOf, type Config } from './config.ts'
import { loadDemo } from '../demo/load.ts'
import { demoAlliance } from '../demo/index.ts'
import { demoPassword } from './features/identity/demo/service.ts'
import { loadStarterTables } from './features/talent/codes/service.ts'
import { loadStarterLexicon } from './features/lexicon/service.ts'
import { inTransaction, openDatabase } from './kernel/db.ts'
import { CannotStart } from './kernel/embedded-postgres/cannot-start.ts'
import { startPostgres } from './kernel/embedded-postgres/start-postgres.ts'
import { migrate } from './kernel/migrate.ts'
import { useSetting } from './kernel/setting.ts'
import { newApp } from './app.ts'
import { startWorker } from './worker.ts'

/** The web process, with the worker beside it and, unless DATABASE_URL names a server, a database of its own. */
async function main() {
  const config = readConfig()
  const now = () => new Date()
  useSetting(await settingOf(config))

  const embedded = config.DATABASE_URL ? null : await startPostgres({ dataDir: config.SILIAN_DATA })
  const closing: (() => Promise<unknown> | undefined)[] = [async () => embedded?.stop()]
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    for (const close of closing) await close()
    process.exit(code)
  }
  // From here on something runs that has to be ended in good order, even while the rest is still starting.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  void embedded?.lost.then((why) => {
    process.stderr.write(`${why.message}\n`)
    void stop(1)
  })

  const url = config.DATABASE_URL ?? embedded!.url
  const db = openDatabase(url, { max: config.SILIAN_POOL, namedStatements: config.SILIAN_NAMED_STATEMENTS === 'on' })
  closing.unshift(() => db.destroy())
  await migrate(url)
  await inTransaction(db, (tx) => loadStarterTables(tx, now()))
  await inTransaction(db, (tx) => loadStarterLexicon(tx, now()))
  if (config.SILIAN_DEMO === 'on') await loadDemo(db, now())

  const app = await newApp({ db, now, logLevel: config.SILIAN_LOG, proxyHops: config.SILIAN_PROXY_HOPS })
  // An embedded database has one worker: what is still locked was left by one that was killed.
  const worker = config.SILIAN_WORKER === 'on' ? await startWorker({ db, url, now, alone: embedded !== null }) : null
  closing.unshift(() => app.close(), async () => worker?.stop())
  await app.listen({ port: config.PORT, host: config.HOST })
  process.stdout.write(greeting(config, now()))
}

/** What somebody who just typed `npm start` needs to know. */
function greeting({ origin, SILIAN_DEMO }: Config, now: Date): string {
  const lines = ['', `Silian 四链: ${origin}`, `Workspace 工作台: ${origin}/app`, '']
  if (SILIAN_DEMO === 'on') {
    lines.push(`Demonstration accounts 演示账号, password ${demoPassword} (the sign-in page lists them with their codes):`)
    for (const { login, purpose } of demoAlliance(now).accounts) lines.push(`  ${login.padEnd(12)} ${purpose.zh} · ${purpose.en}`)
    lines.push('', 'SILIAN_DEMO=off with a new SILIAN_DATA starts an empty installation.', '')
  }
  lines.push('Ctrl-C stops everything.', '')
  return lines.join('\n')
}

try {
  await main()
} catch (error) {
  const known = error instanceof ConfigError || error instanceof CannotStart
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
