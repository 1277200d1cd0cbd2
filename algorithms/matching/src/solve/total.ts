import { NONE, type Table } from '../table.ts'
import type { Solved } from './rounds.ts'

/**
 * Assignment of minimum cost with capacities: successive shortest paths with prices (Hungarian method, sparse).
 * `cost` of each edge and `unplaced` are whole numbers >= 0. Equal optima are decided by the order of the draw.
 * Each augmentation is a Dijkstra over posts that stops at the first free seat; staying unplaced is always one.
 */
export function cheapest(table: Table, cost: Float64Array, unplaced: number, afterRound?: (proposals: number) => void): Solved {
  const n = table.students.length
  const m = table.posts.length
  const { offset, edges } = table
  const start = new Uint32Array(m + 1)
  for (let p = 0; p < m; p++) start[p + 1] = start[p]! + Math.min(table.capacity[p]!, n)
  const seat = new Uint32Array(start[m]!)
  const filled = new Uint32Array(m)
  const match = new Uint32Array(n).fill(NONE)
  const price = new Float64Array(m)
  const dist = new Float64Array(m + 1)
  const stamp = new Uint32Array(m + 1)
  const done = new Uint32Array(m + 1)
  const by = new Uint32Array(m + 1) // the student who would move in
  const via = new Uint32Array(m + 1) // by which edge; NONE for staying unplaced
  const queue = priorityQueue()
  const order: number[] = []
  let steps = 0

  for (let s0 = 0; s0 < n; s0++) {
    const turn = s0 + 1
    queue.clear()
    order.length = 0
    const relax = (student: number, from: number, base: number) => {
      for (let e = offset[student]!; e < offset[student + 1]!; e++) {
        const p = edges[2 * e]!
        if (p === from || done[p] === turn || start[p] === start[p + 1]) continue
        const d = base + cost[e]! + price[p]!
        if (stamp[p] === turn && dist[p]! <= d) continue
        stamp[p] = turn
        dist[p] = d
        by[p] = student
        via[p] = e
        queue.push(d, p)
      }
      const d = base + unplaced
      if (stamp[m] === turn && dist[m]! <= d) return
      stamp[m] = turn
      dist[m] = d
      by[m] = student
      via[m] = NONE
      queue.push(d, m)
    }
    relax(s0, NONE, 0)
    let goal = NONE
    while (goal === NONE) {
      const p = queue.pop()
      if (done[p] === turn) continue
      done[p] = turn
      steps++
      if (p === m || filled[p]! < start[p + 1]! - start[p]!) {
        goal = p
        break
      }
      order.push(p)
      for (let k = start[p]!; k < start[p + 1]!; k++) {
        const t = seat[k]!
        relax(t, p, dist[p]! - cost[match[t]!]! - price[p]!)
      }
    }
    const reached = dist[goal]!
    for (const p of order) price[p]! += reached - dist[p]!
    move(goal)
    if ((turn & 4095) === 0) afterRound?.(steps)
  }
  return { match, proposals: steps }

  function move(goal: number) {
    let p = goal
    let hole = 0
    for (;;) {
      const student = by[p]!
      const left = match[student]!
      match[student] = via[p]!
      if (p < m) {
        if (p === goal) seat[start[p]! + filled[p]!++] = student
        else seat[start[p]! + hole] = student
      }
      if (left === NONE) return
      const from = edges[2 * left]!
      hole = seat.subarray(start[from]!, start[from]! + filled[from]!).indexOf(student)
      p = from
    }
  }
}

function priorityQueue() {
  const value: number[] = []
  const node: number[] = []
  return {
    clear() {
      value.length = 0
      node.length = 0
    },
    push(v: number, x: number) {
      let k = value.length
      value.push(v)
      node.push(x)
      while (k > 0) {
        const parent = (k - 1) >> 1
        if (value[parent]! <= v) break
        value[k] = value[parent]!
        node[k] = node[parent]!
        k = parent
      }
      value[k] = v
      node[k] = x
    },
    pop(): number {
      const top = node[0]!
      const v = value.pop()!
      const x = node.pop()!
      const size = value.length
      if (size === 0) return top
      let k = 0
      for (;;) {
        let child = 2 * k + 1
        if (child >= size) break
        if (child + 1 < size && value[child + 1]! < value[child]!) child++
        if (value[child]! >= v) break
        value[k] = value[child]!
        node[k] = node[child]!
        k = child
      }
      value[k] = v
      node[k] = x
      return top
    },
  }
}

/** What "total satisfaction" minimises: wish numbers, or what is missing to the highest score (SPEC M15). */
export function costsOf(table: Table, objective: 'min-rank' | 'max-weight', unplacedCost?: number): { cost: Float64Array; unplaced: number } {
  if (objective === 'min-rank') {
    const most = table.wish.reduce((max, wish) => Math.max(max, wish), 0)
    return { cost: Float64Array.from(table.wish), unplaced: unplacedCost ?? 2 * most }
  }
  const best = table.score.reduce((max, score) => Math.max(max, score), 0)
  return { cost: table.score.map((score) => best - score), unplaced: best + (unplacedCost ?? 0) }
}
