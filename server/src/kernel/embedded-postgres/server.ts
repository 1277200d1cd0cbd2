import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { quietEnvironment, type Account } from './account.ts'
import { becomesTrue } from './processes.ts'

export type Launch = {
  dataDir: string
  folder: string
  account: Account
  program: string
  port: number
  durable: boolean
  settings: Record<string, string>
}

/** Ends the server: with a checkpoint, within seconds; open connections are closed. */
export type Server = { process: ChildProcess; stop: () => Promise<void> }

export class ServerFault extends Error {
  override readonly name = 'ServerFault'
}

/**
 * Starts the server and answers when it takes connections. It gets a process group of its own: Ctrl-C in a terminal reaches
 * every process of our group at once, and a database that hangs up while the application is still finishing its work
 * would turn an orderly stop into lost jobs. Ours to stop it, in stop(); the kernel's, when we are killed.
 */
export async function launch(launch: Launch): Promise<Server> {
  const log = join(launch.dataDir, 'postgres.log')
  turnOver(log)
  const file = openSync(log, 'a', 0o600)
  const logStart = fstatSync(file).size
  const [command, ...rest] = [...launch.account.prefix, launch.program, '-D', launch.folder, ...settings(launch)]
  const child = spawn(command!, rest, {
    cwd: '/',
    env: quietEnvironment,
    stdio: ['ignore', file, file],
    detached: true,
    ...launch.account.spawnAs,
  })
  closeSync(file)

  let failed: Error | undefined
  child.once('error', (error) => (failed = error))
  const ended = () => failed !== undefined || child.exitCode !== null || child.signalCode !== null
  await becomesTrue(() => ended() || isReady(launch.folder, child.pid), 60_000)
  if (ended() || !isReady(launch.folder, child.pid)) {
    child.kill('SIGKILL')
    throw new ServerFault(failed?.message ?? faultIn(readFileSync(log).subarray(logStart).toString()))
  }

  return { process: child, stop: () => end(child) }
}

async function end(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (gone()) return
    child.kill(signal)
    if (await becomesTrue(gone, patience)) return
  }
}

/** The server writes its state into the eighth line of its own file. */
function isReady(folder: string, pid: number | undefined): boolean {
  const lines = postmasterFile(folder)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

export function postmasterFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function settings({ port, durable, settings }: Launch): string[] {
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '', // a path longer than 107 bytes would not start
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple', // initdb once wrote it wrongly, and every parallel query failed
    jit: 'off', // our queries are short: compiling them costs more than it saves
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
    ...settings,
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Keeps one old log of at most this size. */
function turnOver(log: string): void {
  const found = statSync(log, { throwIfNoEntry: false })
  if (found && found.size > 10_000_000) renameSync(log, `${log}.old`)
}

function faultIn(output: string): string {
  const lines = output.trim().split('\n')
  return lines.find((line) => /(?:FATAL|PANIC): /.test(line))?.replace(/^.*(?:FATAL|PANIC): +/, '') ?? lines.at(-1) ?? ''
}
