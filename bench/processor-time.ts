import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Seconds of processor that this process and the database in `folder` have used: what a measurement costs, whoever else is using
 * the machine. From /proc, so on Linux only; elsewhere not a number.
 */
export function processorSeconds(folder: string): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + ofDatabase(folder)
}

/** The same for another process than this one. */
export function processorSecondsOf(pid: number, folder: string): number {
  const fields = statOf(String(pid))
  return (Number(fields?.[11]) + Number(fields?.[12])) / ticksASecond + ofDatabase(folder)
}

const ticksASecond = 100

function ofDatabase(folder: string): number {
  try {
    const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]!
    let ticks = 0
    for (const pid of readdirSync('/proc')) {
      if (!/^\d+$/.test(pid)) continue
      const fields = statOf(pid)
      if (!fields || (pid !== postmaster && fields[1] !== postmaster)) continue
      // utime, stime and, for the postmaster, those of its children that have ended
      const counted = pid === postmaster ? [11, 12, 13, 14] : [11, 12]
      for (const at of counted) ticks += Number(fields[at])
    }
    return ticks / ticksASecond
  } catch {
    return Number.NaN
  }
}

/** The fields after the name, which may hold spaces: state, parent, … */
function statOf(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  } catch {
    return undefined
  }
}
