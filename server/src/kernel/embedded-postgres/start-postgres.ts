import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'
import { addressOf, prepareCluster } from './cluster.ts'
import { stopLeftover } from './leftover.ts'
import { takeLock } from './lock.ts'
import { choosePort, isFree, rememberPort } from './port.ts'
import { launch, ServerFault, type Launch, type Server } from './server.ts'

export type StartOptions = {
  /** Everything of ours is kept here; the database in `postgres/` below it. */
  dataDir: string
  /** A fixed port; without it a free one is found and remembered. */
  port?: number
  /** false gives up safety for speed: for tests only. */
  durable?: boolean
  /** Further server settings. */
  settings?: Record<string, string>
}

export type Postgres = {
  /** Where the application connects: owner of its database, no superuser. */
  url: string
  /** Ends the database in good order and frees the data folder. May be called twice. */
  stop: () => Promise<void>
  /** Settles with a reason if the database ends although nobody asked it to. */
  lost: Promise<CannotStart>
}

/** Starts the built-in PostgreSQL on a data folder, making it first if need be. Throws CannotStart with a sentence. */
export async function startPostgres(options: StartOptions): Promise<Postgres> {
  const dataDir = makeFolder(options.dataDir)
  const unlock = takeLock(dataDir)
  try {
    return await startLocked(dataDir, options, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function startLocked(dataDir: string, options: StartOptions, unlock: () => void): Promise<Postgres> {
  const { durable = true, settings = {} } = options
  const folder = join(dataDir, 'postgres')
  await stopLeftover(folder)
  const account = chooseAccount(dataDir, folder)
  const binaries = findBinaries(dataDir, account.mayRead)
  const password = await prepareCluster({ dataDir, folder, account, binaries, durable })
  const { server, port } = await launchSomewhere({ dataDir, folder, account, program: binaries.postgres, durable, settings }, options.port)
  rememberPort(dataDir, port)
  return { url: addressOf(password, port), ...watch(server, unlock, join(dataDir, 'postgres.log')) }
}

/** Another program may take the port between our look and the server's; a killed server's shared memory may need a moment to go. */
async function launchSomewhere(wanted: Omit<Launch, 'port'>, fixed: number | undefined): Promise<{ server: Server; port: number }> {
  if (fixed !== undefined && !(await isFree(fixed))) throw new CannotStart(`Port ${fixed} for the database is taken by another program.`)
  const deadline = performance.now() + 15_000
  for (;;) {
    const port = fixed ?? (await choosePort(wanted.dataDir))
    try {
      return { server: await launch({ ...wanted, port }), port }
    } catch (error) {
      if (!(error instanceof ServerFault)) throw error
      const mayPass = /listen|bind|shared memory block/.test(error.message)
      if (!mayPass || performance.now() > deadline) {
        throw new CannotStart(`The database in ${wanted.folder} does not start: ${error.message} (see ${join(wanted.dataDir, 'postgres.log')})`)
      }
      await wait(100)
    }
  }
}

function watch(server: Server, unlock: () => void, log: string): Pick<Postgres, 'stop' | 'lost'> {
  let stopping: Promise<void> | undefined
  const leave = () => {
    server.process.kill('SIGINT')
    unlock()
  }
  process.once('exit', leave) // a caller that exits without stop()

  const lost = new Promise<CannotStart>((resolve) => {
    server.process.once('exit', () => {
      if (!stopping) resolve(new CannotStart(`The database stopped by itself (see ${log}).`))
    })
  })
  const stop = async () => {
    await server.stop()
    process.removeListener('exit', leave)
    unlock()
  }
  return { stop: () => (stopping ??= stop()), lost }
}

function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true })
    return realpathSync(path)
  } catch (error) {
    throw new CannotStart(`The data folder ${path} cannot be made: ${(error as Error).message}`)
  }
}
