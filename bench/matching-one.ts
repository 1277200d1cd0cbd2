import { writeFileSync } from 'node:fs'
import { deferred } from '../algorithms/matching/src/solve/deferred.ts'
import { refusalWriter } from '../algorithms/matching/src/letters.ts'
import { newPage, utf8Of } from '../algorithms/matching/src/page.ts'
import { standingsOf } from '../algorithms/matching/src/standings.ts'
import { NONE, type Table } from '../algorithms/matching/src/table.ts'
import { sentence } from '../algorithms/matching/src/words.ts'
import { generate, type Instance, type Kind, matchHash, toBinary } from './matching-instances.ts'

/** One market in a process of its own, so that the first run is a cold one. Prints what it measured as JSON. */
export interface Measured {
  first: number
  firstCpu: number
  least: number
  median: number
  medianCpu: number
  memory: number
  proposals: number
  hash: string
  letters?: number
  /** Processor time of the letters: says more than the clock on a machine that is shared. */
  lettersCpu?: number
  sentences?: number
  /** Of all letters together, in UTF-8. */
  letterBytes?: number
  textbook?: number
}

const [kind, size, file] = process.argv.slice(2)
const students = Number(size)
const market = generate(kind as Kind, students)
globalThis.gc?.()
await new Promise((resolve) => setTimeout(resolve, 200)) // What generating left behind is freed in the background.
globalThis.gc?.()
const inputBytes = market.edges.byteLength + market.offset.byteLength + market.capacity.byteLength
const before = process.memoryUsage().arrayBuffers

const firstBegan = performance.now()
const firstCpuBegan = process.cpuUsage()
const process1 = deferred(market)
process1.run()
const match = process1.match()
const first = performance.now() - firstBegan
const firstCpu = process.cpuUsage(firstCpuBegan).user / 1000
const memory = (process.memoryUsage().arrayBuffers - before) / inputBytes

const cpuTimes: number[] = []
const times = Array.from({ length: 21 }, () => {
  // As for the compiled reference, arrays are laid out before the clock starts, and what the run before left behind is gone.
  const again = deferred(market)
  globalThis.gc?.()
  const began = performance.now()
  const cpu = process.cpuUsage()
  again.run()
  again.match()
  cpuTimes.push(process.cpuUsage(cpu).user / 1000)
  return performance.now() - began
}).sort((a, b) => a - b)

cpuTimes.sort((a, b) => a - b)

const measured: Measured = { first, firstCpu, medianCpu: cpuTimes[10]!, least: times[0]!, median: times[10]!, memory, proposals: process1.proposals(), hash: matchHash(match) }
if (students >= 1_000_000 && kind !== 'corrx') Object.assign(measured, letters(market, match))
if (students <= 100_000) measured.textbook = textbook(market)
if (file !== undefined) writeFileSync(file, new Uint8Array(toBinary(market).buffer))
process.stdout.write(JSON.stringify(measured))

/**
 * The text of a letter for everybody, in one language, as UTF-8 bytes: a sentence for every wish down to the one that was
 * granted. From the columns of the match and the placements on: places, cut-offs, words, bytes.
 */
function letters({ offset, edges, capacity }: Instance, held: Uint32Array): Pick<Measured, 'letters' | 'lettersCpu' | 'sentences' | 'letterBytes'> {
  // The columns are there since before the match: they are not part of writing.
  const ids = Array.from({ length: offset.length - 1 }, (_, s) => `s${s}`)
  const posts = Array.from(capacity, (_, p) => `p${p}`)
  const none: string[] = []
  const table: Table = {
    students: ids,
    posts,
    offset,
    edges,
    capacity,
    wish: Uint16Array.from({ length: edges.length / 2 }, (_, e) => (e % 10) + 1),
    score: Float64Array.from({ length: edges.length / 2 }, (_, e) => 100_000 - edges[2 * e + 1]!),
    min: new Uint32Array(posts.length),
    source: posts.map((id) => ({ id, capacity: 10 })),
    school: [],
    tags: ids.map(() => none),
  }
  const began = performance.now()
  const cpu = process.cpuUsage()
  const standings = standingsOf(table, held, {
    route: 'strict',
    privateBelow: 3,
    closed: new Map(),
    confirmed: new Map(),
    bindingCap: () => null,
    seatTag: () => null,
  })
  const page = newPage()
  const refuse = refusalWriter(standings, page, 'zh-Hans', {})
  const newLine = utf8Of('\n')
  let sentences = 0
  let letterBytes = 0
  for (let s = 0; s < ids.length; s++) {
    const end = held[s] === NONE ? offset[s + 1]! : held[s]!
    page.clear()
    for (let e = offset[s]!; e < end; e++) {
      refuse(s, e)
      page.bytes(newLine)
    }
    sentences += end - offset[s]!
    if (held[s] !== NONE) {
      page.text(sentence({ code: 'placed', post: posts[edges[2 * end]!]!, choice: end - offset[s]! + 1, seat: { kind: 'open' } }, 'zh-Hans'))
      sentences++
    }
    letterBytes += page.read().length
  }
  return { letters: performance.now() - began, lettersCpu: process.cpuUsage(cpu).user / 1000, sentences, letterBytes }
}

/** Deferred acceptance as it is usually written: an object for each student and post, and a sort at each insertion. */
function textbook({ offset, edges, capacity }: Instance): number {
  const began = performance.now()
  const posts = Array.from(capacity, (seats) => ({ seats, held: [] as { student: number; rank: number }[] }))
  const next = new Map<number, number>()
  const free = Array.from({ length: offset.length - 1 }, (_, s) => s)
  for (let s = free.pop(); s !== undefined; s = free.pop()) {
    const e = offset[s]! + (next.get(s) ?? 0)
    if (e >= offset[s + 1]!) continue
    next.set(s, e - offset[s]! + 1)
    const post = posts[edges[2 * e]!]!
    post.held.push({ student: s, rank: edges[2 * e + 1]! })
    post.held.sort((a, b) => a.rank - b.rank)
    if (post.held.length > post.seats) free.push(post.held.pop()!.student)
  }
  return performance.now() - began
}
