import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return stateOf(pid) !== 'Z'
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** When a process began, in the kernel's own ticks: tells a process from a later one that was given the same number. Empty where unknown. */
export const beginningOf = (pid: number): string => statOf(pid)[19] ?? ''

/** Is this process a PostgreSQL server that holds this data folder? A number from an old file may belong to anybody by now. */
export function isPostgresOn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (workingFolderOf(pid) === folder) return true
  return commandOf(pid).includes(folder)
}

/** Every process that works inside the folder: after a server was killed its children can outlive it for a moment. */
export function processesIn(folder: string): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && workingFolderOf(Number(name)) === folder)
      .map(Number)
  } catch {
    return [] // no /proc here
  }
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** True as soon as the condition holds, false when it does not come true in time. */
export async function becomesTrue(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (!condition()) {
    if (performance.now() > deadline) return false
    await wait(5)
  }
  return true
}

/** The fields of /proc/<pid>/stat after the command's name, which may itself hold spaces and brackets. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

const stateOf = (pid: number) => statOf(pid)[0]

function workingFolderOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return ''
  }
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
