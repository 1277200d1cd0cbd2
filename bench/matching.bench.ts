import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kind } from './matching-instances.ts'
import type { Measured } from './matching-one.ts'
import { peerNames, type Peer } from './matching-peers.ts'
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
    const held = students >= 100_000 && kind !== 'corrx'
    // Ours and the reference by turns, and of each the turn with the least median: what else the machine does hits both.
    const turns = Array.from({ length: students < 1_000_000 ? 3 : 1 }, () => ({ ours: measure(kind, students), theirs: reference && against(reference, market) }))
    const measured = turns.map(({ ours }) => ours).toSorted((a, b) => a.median - b.median)[0]!
    const lowest = (of: (one: Measured) => number | undefined) => Math.min(...turns.map(({ ours }) => of(ours) ?? Infinity))
    const perProposal = (measured.median * 1e6) / measured.proposals
    const note = `least ${lowest((one) => one.least).toFixed(1)}, processor ${lowest((one) => one.medianCpu).toFixed(1)}, ${measured.proposals} proposals, ${perProposal.toFixed(0)} ns each`
    figures.push({ what: `${market}: match, median of 21`, value: measured.median, unit: 'ms', note })
    figures.push({ what: `${market}: first run of a process`, value: lowest((one) => one.first), unit: 'ms', note: `processor ${lowest((one) => one.firstCpu).toFixed(0)}`, ...(students === 1_000_000 ? { goal: 1_000 } : {}) })
    figures.push({ what: `${market}: memory beside the input`, value: measured.memory, unit: '× the input', goal: 2 })
    if (measured.letters !== undefined) {
      const written = `processor ${lowest((one) => one.lettersCpu).toFixed(0)}, ${measured.sentences} sentences, ${(measured.letterBytes! / 1e6).toFixed(0)} MB of UTF-8, one thread`
      figures.push({ what: `${market}: letters for everybody`, value: lowest((one) => one.letters), unit: 'ms', note: written, goal: 5_000 })
    }
    if (measured.textbook !== undefined) figures.push({ what: `${market}: textbook with objects and sort`, value: lowest((one) => one.textbook), unit: 'ms' })
    for (const { theirs } of turns) if (theirs && theirs.hash !== measured.hash) throw new Error(`${market}: the reference found another matching`)
    const others = turns.flatMap(({ theirs }) => (theirs ? [theirs] : []))
    if (others.length === 0) continue
    const best = Math.min(...others.map((one) => one.median))
    const least = Math.min(...others.map((one) => one.least))
    const beside = `least by least ${(lowest((one) => one.least) / least).toFixed(2)}; same matching`
    figures.push({ what: `${market}: best compiled heap, median of 21`, value: best, unit: 'ms', note: `least ${least.toFixed(1)}` })
    figures.push({ what: `${market}: ours / compiled`, value: measured.median / best, unit: '×', note: beside, ...(held ? { goal: 1.5 } : {}) })
  }
}
for (const name of peerNames) {
  const { what, peer, ours, note } = answerOf<Peer>('matching-peers.ts', name)
  figures.push({ what: `${what}: the peer`, value: peer, unit: 'ms', note: `ours ${ours.toFixed(1)} ms, first run; ${note}` })
}
rmSync(folder, { recursive: true })
report('matching', figures)

function answerOf<T>(script: string, ...args: string[]): T {
  const options = { encoding: 'utf8', maxBuffer: 1e8 } as const
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, script), ...args], options)) as T
}

function measure(kind: Kind, students: number): Measured {
  return answerOf('matching-one.ts', kind, `${students}`, ...(reference ? [file] : []))
}

/** The best of the heap variants. */
function against(program: string, market: string): { median: number; least: number; hash: string } {
  const said = execFileSync(program, [file, '21'], { encoding: 'utf8' })
  const heaps = [...said.matchAll(/heap\/\S+\s+min=([\d.]+)ms med=([\d.]+)ms.*hash=(\w+)/g)].map(([, least, middle, hash]) => ({ least: Number(least), median: Number(middle), hash: hash! }))
  if (new Set(heaps.map(({ hash }) => hash)).size !== 1) throw new Error(`${market}: the reference does not agree with itself`)
  return { median: Math.min(...heaps.map((one) => one.median)), least: Math.min(...heaps.map((one) => one.least)), hash: heaps[0]!.hash }
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
