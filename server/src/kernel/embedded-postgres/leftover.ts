import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { becomesTrue, isAlive, isPostgresOn, processesIn, signal } from './processes.ts'
import { postmasterFile } from './server.ts'

/**
 * A start that was killed can leave its database running, or a database that was killed can leave its children. Both are
 * stopped in good order before a new one starts; called only by the holder of the lock, so nobody can still be using them.
 */
export async function stopLeftover(folder: string): Promise<void> {
  const pid = Number(postmasterFile(folder)[0])
  if (Number.isInteger(pid) && pid > 0) {
    if (isPostgresOn(pid, folder)) await stop(pid, folder)
    disown(folder)
  }

  const rest = () => processesIn(folder).filter(isAlive)
  if (rest().length === 0) return
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    for (const child of rest()) signal(child, name)
    if (await becomesTrue(() => rest().length === 0, 5_000)) return
  }
}

/**
 * The number in the file may belong to somebody else by now, or to a dead process nobody has cleared away; PostgreSQL would
 * take either for a running server. A number no process can have makes it go on to its second test: the shared memory
 * named in the same file must be out of use.
 */
function disown(folder: string): void {
  const [pid, ...rest] = postmasterFile(folder)
  if (pid !== undefined) writeFileSync(join(folder, 'postmaster.pid'), ['2147483647', ...rest].join('\n'))
}

async function stop(pid: number, folder: string): Promise<void> {
  const gone = () => !isPostgresOn(pid, folder)
  for (const [name, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000]] as const) {
    signal(pid, name)
    if (await becomesTrue(gone, patience)) return
  }
  throw new CannotStart(`A database left over from an earlier start (process ${pid}) does not stop; end it by hand.`)
}
