import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { quietEnvironment, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { CannotStart } from './cannot-start.ts'

type Place = { dataDir: string; folder: string; account: Account; binaries: Binaries; durable: boolean }

/** The account the application signs in with: owner of its database, but no superuser. */
const role = 'silian'
const database = 'silian'

export const addressOf = (password: string, port: number) => `postgres://${role}:${password}@127.0.0.1:${port}/${database}`

/** Without these the trigram index finds no Chinese at all and the text parser does not split at a full-width comma. */
const locale = (ctype: string) => [
  '--encoding=UTF8',
  '--locale=C',
  `--lc-ctype=${ctype}`,
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
]

/** Not every system knows the first one. */
const ctypes = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8']

/** Makes the database files if there are none yet, and answers with the password of the application's role. */
export async function prepareCluster(place: Place): Promise<string> {
  const file = join(place.dataDir, 'postgres.password')
  if (!existsSync(join(place.folder, 'PG_VERSION'))) return createCluster(place, file)

  requireSameVersion(place)
  giveTo(place.folder, place.account)
  if (existsSync(file)) return readPassword(file)

  const password = newPassword()
  await runSingle(place, place.folder, [`alter role ${role} password '${password}'`])
  writeFileSync(file, password, { mode: 0o600 })
  return password
}

/** Made beside its final place and renamed when whole: a start that dies half-way leaves nothing that looks finished. */
async function createCluster(place: Place, passwordFile: string): Promise<string> {
  const draft = `${place.folder}.new`
  if (existsSync(place.folder) && readdirSync(place.folder).length > 0) {
    throw new CannotStart(`${place.folder} holds files but no database; move it away, or set SILIAN_DATA to another folder.`)
  }
  rmSync(place.folder, { recursive: true, force: true })
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })

  const password = newPassword()
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
  mkdirSync(draft, { mode: 0o700 })
  if (place.account.owner) {
    for (const path of [passwordFile, draft]) chownSync(path, place.account.owner.uid, place.account.owner.gid)
  }

  await initialise(place, draft, passwordFile)
  await runSingle(place, draft, [`create role ${role} login createdb password '${password}'`, `create database ${database} owner ${role}`])
  renameSync(draft, place.folder)
  return password
}

async function initialise(place: Place, draft: string, passwordFile: string): Promise<void> {
  const common = [
    `--pgdata=${draft}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    ...(place.durable ? [] : ['--no-sync']),
  ]
  for (const ctype of ctypes) {
    const answer = await run(place, place.binaries.initdb, [...common, ...locale(ctype)])
    if (answer.code === 0) return
    if (/invalid locale/.test(answer.output) && ctype !== ctypes.at(-1)) continue
    throw new CannotStart(`The database could not be created in ${place.folder}: ${lastLine(answer.output)}`)
  }
}

/** Runs statements without a server, so that no password is needed. One line each. */
async function runSingle(place: Place, folder: string, statements: string[]): Promise<void> {
  const options = place.durable ? [] : ['-F']
  const answer = await run(place, place.binaries.postgres, ['--single', ...options, '-D', folder, 'postgres'], `${statements.join(';\n')};\n`)
  const fault = /(?:ERROR|FATAL): .*/.exec(answer.output)
  if (answer.code !== 0 || fault) throw new CannotStart(`The database in ${folder} could not be prepared: ${fault?.[0] ?? lastLine(answer.output)}`)
}

async function run({ account }: Place, program: string, args: string[], input = ''): Promise<{ code: number; output: string }> {
  const [command, ...rest] = [...account.prefix, program, ...args]
  const child = spawn(command!, rest, { cwd: '/', env: quietEnvironment, stdio: 'pipe', ...account.spawnAs })
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  child.stdin.on('error', () => {}) // it may have given up before reading; its exit code says so
  child.stdin.end(input)
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), exit])
  return { code, output: out + error }
}

function requireSameVersion({ folder, binaries }: Place): void {
  const stored = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  const ours = binaries.version.split('.')[0]
  if (stored !== ours) {
    throw new CannotStart(`${folder} was made by PostgreSQL ${stored} and the built-in one is ${ours}; start with the Silian that made it and move the data over.`)
  }
}

/** A folder that was copied or restored has lost its owner and its rights; PostgreSQL insists on both. */
function giveTo(folder: string, { owner }: Account): void {
  const { uid, mode } = statSync(folder)
  if ((mode & 0o077) !== 0) chmodSync(folder, 0o700)
  if (!owner || uid === owner.uid) return
  const give = (path: string) => lchownSync(path, owner.uid, owner.gid)
  give(folder)
  for (const entry of readdirSync(folder, { recursive: true }) as string[]) give(join(folder, entry))
}

export function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new CannotStart(`${file} belongs to another user; start as the one who started first.`)
  }
}

const newPassword = () => randomBytes(24).toString('base64url')

const lastLine = (output: string) => output.trim().split('\n').at(-1) ?? ''
