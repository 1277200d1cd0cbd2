import hospitals from 'hospitals-and-residents'
import hungarian from 'hungarian-on3'
import munkres from 'munkres'
import munkresJs from 'munkres-js'
import { Person, stableMarriage } from 'stable-marriage'
import { deferred } from '../algorithms/matching/src/solve/deferred.ts'
import { cheapest } from '../algorithms/matching/src/solve/total.ts'
import { NONE } from '../algorithms/matching/src/table.ts'
import { generate } from './matching-instances.ts'

/**
 * One public peer, on the largest market it finishes in reasonable time, beside the engine on the same market, in a
 * process of its own. Both are given their input in the form they like; that is not timed. Prints JSON.
 */
export interface Peer {
  what: string
  peer: number
  ours: number
  /** Blocking pairs, or the sum of costs: what the peer's answer is worth beside ours. */
  note: string
}

const milliseconds = (work: () => void): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** One seat a post, ten wishes, as many posts as students: all that a marriage has. */
function marriages(students: number): Peer {
  const market = generate('random', students, 10, 1)
  const { offset, edges } = market
  const men = Array.from({ length: students }, (_, s) => new Person(`s${s}`))
  const posts = Array.from({ length: students }, (_, p) => new Person(`p${p}`))
  const ranked: { s: number; rank: number }[][] = posts.map(() => [])
  men.forEach((man, s) => {
    man.generatePreferences(Array.from({ length: offset[s + 1]! - offset[s]! }, (_, k) => posts[edges[2 * (offset[s]! + k)]!]!))
    for (let e = offset[s]!; e < offset[s + 1]!; e++) ranked[edges[2 * e]!]!.push({ s, rank: edges[2 * e + 1]! })
  })
  posts.forEach((post, p) => post.generatePreferences(ranked[p]!.sort((a, b) => a.rank - b.rank).map(({ s }) => men[s]!)))
  const peer = milliseconds(() => stableMarriage(men))
  const { match, ours } = matched(market)
  const same = men.filter((man, s) => (man.fiance?.name ?? null) === (match[s] === NONE ? null : `p${edges[2 * match[s]!]}`)).length
  return { what: `stable-marriage 1.0.2, ${students} × 10, one seat a post`, peer, ours, note: `${same} of ${students} placed alike` }
}

function residents(students: number): Peer {
  const market = generate('random', students)
  const { offset, edges, capacity } = market
  hospitals.checkLegality = () => true
  hospitals.softCost = ({ id }, { wishes }) => (wishes.includes(id ?? -1) ? wishes.indexOf(id ?? -1) : wishes.length)
  const houses = Array.from(capacity, (seats) => hospitals.initHospital(seats, {}))
  const people = Array.from({ length: students }, (_, s) => hospitals.initResident(1, { wishes: Array.from({ length: 10 }, (_, k) => edges[2 * (offset[s]! + k)]!) }))
  let failed: unknown
  const peer = milliseconds(() => hospitals.findMatching(houses, people, (error) => (failed = error)))
  const { ours } = matched(market)
  return { what: `hospitals-and-residents 1.2.0, ${students} × 10`, peer, ours, note: failed ? 'the peer found nothing' : 'the peer’s answer is not stable, nor meant to be' }
}

/** Every student may take every seat: the dense form these need. */
function assignment(name: string, size: number, solve: (costs: number[][]) => [number, number][]): Peer {
  const { edges } = generate('random', size, size, 1)
  const costs = Array.from({ length: size }, (_, s) => Array.from({ length: size }, (_, k) => edges[2 * (s * size + k) + 1]!))
  const sum = (pairs: readonly (readonly [number, number])[]) => pairs.reduce((total, [row, column]) => total + costs[row]![column]!, 0)
  let pairs: [number, number][] = []
  const peer = milliseconds(() => {
    pairs = solve(costs)
  })
  const dense = Uint32Array.from({ length: 2 * size * size }, (_, i) => (i % 2 === 0 ? (i / 2) % size : 0))
  const table = {
    students: costs.map((_, s) => `${s}`), posts: costs.map((_, p) => `${p}`), offset: Uint32Array.from({ length: size + 1 }, (_, s) => s * size), edges: dense,
    wish: new Uint16Array(size * size), score: new Float64Array(size * size), capacity: new Uint32Array(size).fill(1), min: new Uint32Array(size), source: [], school: [], tags: [],
  }
  const own: [number, number][] = []
  const ours = milliseconds(() => cheapest(table, Float64Array.from(costs.flat()), 1e9).match.forEach((edge, s) => own.push([s, edge % size])))
  return { what: `${name}, ${size} × ${size} dense`, peer, ours, note: `sum of costs ${sum(pairs)}, ours ${sum(own)}` }
}

function matched(market: ReturnType<typeof generate>): { match: Uint32Array; ours: number } {
  let match = new Uint32Array()
  const ours = milliseconds(() => {
    const process = deferred(market)
    process.run()
    match = new Uint32Array(process.match())
  })
  return { match, ours }
}

const peers: Record<string, () => Peer> = {
  'stable-marriage': () => marriages(100_000),
  'hospitals-and-residents': () => residents(1_000),
  munkres: () => assignment('munkres 2.0.4', 1_000, munkres),
  'hungarian-on3': () => assignment('hungarian-on3 0.3.1', 1_000, hungarian),
  'munkres-js': () => assignment('munkres-js 1.2.2', 300, munkresJs),
}
export const peerNames = Object.keys(peers)

if (import.meta.main) process.stdout.write(JSON.stringify(peers[process.argv[2]!]!()))
