import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'

export type Figure = {
  what: string
  value: number
  unit: string
  /** Must stay below this. */
  goal?: number
  note?: string
}

/** The value below which a share of all lies; sorts a copy. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)
export const p95 = (values: readonly number[]) => quantile(values, 0.95)

/** How long something takes, in milliseconds, and what it answered. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = performance.now()
  const answer = await work()
  return { ms: performance.now() - began, answer }
}

/** What a figure is worth nothing without. The load says whether somebody else was using the machine. */
const machine = () => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()} ${arch()}`,
  node: process.versions.node,
  loadAtEnd: Number(loadavg()[0]!.toFixed(1)),
})

/** Prints the figures as a table and keeps them in bench/results/<name>.json. */
export function report(name: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ value, ...figure }) => ({ ...figure, value: Number(value.toPrecision(4)) }))
  const verdict = ({ value, goal }: Figure) => (goal === undefined ? '' : value < goal ? 'met' : 'MISSED')
  const lines = rows.map((row) => [row.what, `${row.value} ${row.unit}`, row.goal === undefined ? '' : `< ${row.goal} ${row.unit}`, verdict(row), row.note ?? ''])
  console.log(table([['what', 'measured', 'goal', '', ''], ...lines]))
  const folder = join(import.meta.dirname, 'results')
  mkdirSync(folder, { recursive: true })
  const content = { name, measuredOn: new Date().toISOString().slice(0, 10), commit: commit(), machine: machine(), figures: rows }
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(content, null, 2)}\n`)
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return 'unknown'
  }
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows.map((row) => row.map((cell, at) => (at === 1 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ').trimEnd()).join('\n')
}
