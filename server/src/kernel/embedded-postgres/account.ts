import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/**
 * Under which account the database runs, and how a command is run under it. PostgreSQL refuses to run as root,
 * so root hands it to an account without rights.
 */
export type Account = {
  /** Put in front of a command line. */
  prefix: string[]
  /** For spawn, where the prefix does not change the account already. */
  spawnAs: { uid: number; gid: number } | undefined
  /** Who must own the database's files; undefined leaves them as they are. */
  owner: { uid: number; gid: number } | undefined
  /** Can the account read this path? */
  mayRead: (path: string) => boolean
}

type Id = { uid: number; gid: number }

/** Nothing of the caller's PG… or LC_… settings may reach the database. */
export const quietEnvironment: NodeJS.ProcessEnv = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

const everything = () => true

export function chooseAccount(dataDir: string, folder: string): Account {
  const death = diesWithParent()
  if (process.getuid?.() !== 0) {
    if (process.getuid) requireName()
    return { prefix: death, spawnAs: undefined, owner: undefined, mayRead: everything }
  }

  const id = ownerOf(folder) ?? unprivileged()
  letOthersPass(dataDir)
  if (mayEnter(dataDir, id)) {
    const mayRead = (path: string) => mayEnter(dirname(path), id) && hasBits(path, id, 5)
    if (death.length === 0) return { prefix: [], spawnAs: id, owner: id, mayRead }
    return { prefix: [...death.slice(0, -1), ...switchTo(id), '--'], spawnAs: undefined, owner: id, mayRead }
  }

  // The data lies under a folder that only root may enter, such as /root. Either the account gets the one extra right to
  // walk through it, or root itself is shown to PostgreSQL under another name.
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = ['setpriv', '--pdeathsig', 'INT', ...switchTo(id), `--inh-caps=+${right}`, `--ambient-caps=+${right}`, '--']
    if (works([...prefix, 'sh', '-c', 'cd "$1"', 'sh', dataDir])) return { prefix, spawnAs: undefined, owner: id, mayRead: everything }
  }
  const prefix = ['unshare', '-U', '--map-user=65534', '--map-group=65534', '--']
  if (works([...prefix, 'sh', '-c', 'cd "$1"', 'sh', dataDir])) {
    return { prefix, spawnAs: undefined, owner: { uid: 0, gid: 0 }, mayRead: everything }
  }
  throw new CannotStart(
    `PostgreSQL refuses to run as root, and no other account can enter ${dataDir}; ` +
      'set SILIAN_DATA to a folder others may enter, such as /var/lib/silian, start as an ordinary user, or set DATABASE_URL.',
  )
}

const switchTo = (id: Id) => [`--reuid=${id.uid}`, `--regid=${id.gid}`, '--clear-groups']

/** On Linux the kernel can tell the database to stop when we are killed; elsewhere the next start finds it and stops it. */
function diesWithParent(): string[] {
  if (process.platform !== 'linux') return []
  const prefix = ['setpriv', '--pdeathsig', 'INT', '--']
  return works([...prefix, 'true']) ? prefix : []
}

const works = ([command, ...rest]: string[]) =>
  spawnSync(command!, rest, { stdio: 'ignore', cwd: '/', env: quietEnvironment }).status === 0

/** A folder made by an earlier start as another user stays that user's. */
function ownerOf(folder: string): Id | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

function unprivileged(): Id {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['nobody', 'postgres', 'daemon']) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account && Number(account[2]) > 0) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new CannotStart('PostgreSQL refuses to run as root and there is no account "nobody" to hand it to; start as an ordinary user, or set DATABASE_URL.')
}

/** initdb asks for the name of its account and gives up when there is none, as in a container started with a bare number. */
function requireName(): void {
  try {
    userInfo()
  } catch {
    throw new CannotStart(
      `The account ${process.getuid?.()} has no name in /etc/passwd, which PostgreSQL needs; add one, start as another user, or set DATABASE_URL.`,
    )
  }
}

/** A strict umask gives our own data folder no way through; its contents keep their own rights. */
function letOthersPass(dataDir: string): void {
  const { mode, uid } = statSync(dataDir)
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(dataDir, (mode & 0o7777) | 0o011)
}

function mayEnter(path: string, id: Id): boolean {
  const parent = dirname(path)
  return hasBits(path, id, 1) && (parent === path || mayEnter(parent, id))
}

/** Do the rights of a path, read 4 + enter 1, hold for this account? */
function hasBits(path: string, id: Id, bits: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === id.uid ? 6 : gid === id.gid ? 3 : 0
  return ((mode >> shift) & bits) === bits
}
