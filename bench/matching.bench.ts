import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kind } from './matching-instances.ts'
import type { Measured } from './matching-one.ts'
import { type Figure, report } from './report.ts'

/**
 * The placement engine beside compiled C++ on the same markets, in the same run: SILIAN_LIMITS names a folder with
 * lean.cpp. Without it, or without a compiler, these columns are left out.
 */
const sizes = [10_000, 100_000, 1_000_000]
const kinds: Kind[] = ['random', 'corr', 'corrx']
const folder = mkdtempSync(join(tmpdir(), 'matching-'))
const file = join(folder, 'market.bin')
const reference = compiled(process.env.SILIAN_LIMITS)
const figures: Figure[] = []

for (const students of sizes) {
  for (const kind of kinds) {
    const market = `${students.toLocaleString('en')} × 10 ${kind}`
    const measured = JSON.parse(
      execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'matching-one.ts'), kind, `${students}`, ...(reference ? [file] : [])], { encoding: 'utf8', maxBuffer: 1e8 }),
    ) as Measured
    const perProposal = (measured.median * 1e6) / measured.proposals
    const note = `least ${measured.least.toFixed(1)}, processor ${measured.medianCpu.toFixed(1)}, ${measured.proposals} proposals, ${perProposal.toFixed(0)} ns each`
    figures.push({ what: `${market}: match, median of 21`, value: measured.median, unit: 'ms', note })
    figures.push({ what: `${market}: first run of a process`, value: measured.first, unit: 'ms', note: `processor ${measured.firstCpu.toFixed(0)}`, ...(students === 1_000_000 ? { goal: 1_000 } : {}) })
    figures.push({ what: `${market}: memory beside the input`, value: measured.memory, unit: '× the input', goal: 2 })
    if (measured.letters !== undefined) {
      figures.push({ what: `${market}: letters for everybody`, value: measured.letters, unit: 'ms', note: `processor ${measured.lettersCpu!.toFixed(0)}, ${measured.sentences} sentences`, ...(students === 1_000_000 ? { goal: 5_000 } : {}) })
    }
    if (measured.textbook !== undefined) figures.push({ what: `${market}: textbook with objects and sort`, value: measured.textbook, unit: 'ms' })
    if (reference) figures.push(...against(reference, students >= 100_000 && kind !== 'corrx', measured, market))
  }
}
rmSync(folder, { recursive: true })
report('matching', figures)

function against(program: string, held: boolean, measured: Measured, market: string): Figure[] {
  const said = execFileSync(program, [file, '21'], { encoding: 'utf8' })
  const heaps = [...said.matchAll(/heap\/\S+\s+min=([\d.]+)ms med=([\d.]+)ms.*hash=(\w+)/g)].map(([, least, middle, hash]) => ({ least: Number(least), median: Number(middle), hash }))
  for (const { hash } of heaps) if (hash !== measured.hash) throw new Error(`${market}: the reference found another matching`)
  const best = Math.min(...heaps.map((one) => one.median))
  const least = Math.min(...heaps.map((one) => one.least))
  const note = `least by least ${(measured.least / least).toFixed(2)}; same matching`
  return [
    { what: `${market}: best compiled heap, median of 21`, value: best, unit: 'ms' },
    { what: `${market}: ours / compiled`, value: measured.median / best, unit: '×', note, ...(held ? { goal: 1.5 } : {}) },
  ]
}

function compiled(from: string | undefined): string | null {
  const source = join(from ?? '', 'lean.cpp')
  if (from === undefined || !existsSync(source)) return null
  const program = join(folder, 'reference')
  try {
    execFileSync('g++', ['-O3', '-march=native', '-o', program, source], { stdio: 'ignore' })
    return program
  } catch {
    return null
  }
}

