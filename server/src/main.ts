import { ConfigError, readConfig, settingOf } from './config.ts'
import { inTransaction, openDatabase } from './kernel/db.ts'
import { migrate } from './kernel/migrate.ts'
import { useSetting } from './kernel/setting.ts'
import { loadStarterTables } from './features/talent/codes/service.ts'
import { newApp } from './app.ts'
import { startWorker } from './worker.ts'

/** The web process, with the worker beside it and, unless DATABASE_URL names a server, a database of its own. */
async function main() {
  const config = readConfig()
  const now = () => new Date()
  useSetting(await settingOf(config))

  const embedded = config.DATABASE_URL ? null : await (await import('./kernel/embedded-postgres/start-postgres.ts')).startPostgres({ dataDir: config.SILIAN_DATA })
  const url = config.DATABASE_URL ?? embedded!.url
  const db = openDatabase(url, { max: config.SILIAN_POOL, namedStatements: config.SILIAN_NAMED_STATEMENTS === 'on' })
  await migrate(url)
  await inTransaction(db, (tx) => loadStarterTables(tx, now()))

  const app = await newApp({ db, now, logLevel: config.SILIAN_LOG, proxyHops: config.SILIAN_PROXY_HOPS })
  const worker = config.SILIAN_WORKER === 'on' ? await startWorker({ db, url, now }) : null
  await app.listen({ port: config.PORT, host: config.HOST })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await app.close()
    await worker?.stop()
    await db.destroy()
    await embedded?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

try {
  await main()
} catch (error) {
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}
