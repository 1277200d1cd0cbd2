import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { beginningOf, isAlive } from './processes.ts'

/**
 * One process per data folder. The file holds the number of its owner and when that process began, so a file left
 * behind by a crash is known as such even when the number has been given to somebody else since.
 */
export function takeLock(dataDir: string): () => void {
  const path = join(dataDir, 'silian.lock')
  const mine = `${process.pid} ${beginningOf(process.pid)}\n`
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o644 })
  try {
    claim(path, draft, dataDir)
  } finally {
    rmSync(draft, { force: true })
  }
  return () => {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

/** The process that holds the data folder now, if any. */
export function lockOwner(dataDir: string): number | undefined {
  return ownerOf(read(join(dataDir, 'silian.lock')))
}

function claim(path: string, draft: string, dataDir: string): void {
  for (;;) {
    try {
      linkSync(draft, path) // fails when the name exists, unlike rename
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const found = read(path)
    const owner = ownerOf(found)
    if (owner !== undefined) {
      throw new CannotStart(`Silian is already running on ${dataDir} (process ${owner}); stop that one first, or set SILIAN_DATA to another folder.`)
    }
    setAside(path, found)
  }
}

/** Removes the stale file, and only that one: somebody may have replaced it since it was read. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return // somebody else was faster
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // taken again in the meantime: the next look decides
    }
  }
  rmSync(aside, { force: true })
}

function ownerOf(content: string): number | undefined {
  const [pid, beginning = ''] = content.trim().split(' ')
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 0 || !isAlive(number)) return undefined
  if (beginning !== '' && beginningOf(number) !== beginning) return undefined
  return number
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
