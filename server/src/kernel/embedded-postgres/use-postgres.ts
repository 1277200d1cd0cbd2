import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { addressOf, readPassword } from './cluster.ts'
import { lockOwner } from './lock.ts'
import { rememberedPort } from './port.ts'
import { startPostgres, type Postgres, type StartOptions } from './start-postgres.ts'

/** For commands: the database of the server that is running on the data folder, or, when none is, one started for this purpose. */
export async function usePostgres(options: StartOptions): Promise<Pick<Postgres, 'url' | 'stop'>> {
  const dataDir = existsSync(options.dataDir) ? realpathSync(options.dataDir) : options.dataDir
  const port = rememberedPort(dataDir)
  if (lockOwner(dataDir) === undefined || port === undefined) return startPostgres(options)
  return { url: addressOf(readPassword(join(dataDir, 'postgres.password')), port), stop: async () => {} }
}
