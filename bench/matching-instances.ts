/** A market in columns: students i own wishes offset[i]..offset[i+1]; edges hold post and rank (0 best, dense per post). */
export interface Instance {
  name: string
  offset: Uint32Array
  edges: Uint32Array
  capacity: Uint32Array
}

export type Kind = 'random' | 'corr' | 'corrx'

/**
 * random: posts and scores independent. corr: popular posts (Zipf), scores are ability plus noise.
 * corrx: everybody agrees on the order of posts, and one score ranks everybody.
 */
export function generate(kind: Kind, students: number, wishes = 10, seatsPerPost = 10, seed = 42): Instance {
  const posts = students / seatsPerPost
  const random = xoshiro(seed)
  const unit = () => random() / 2 ** 32
  const gauss = () => Math.sqrt(-2 * Math.log(Math.max(unit(), 1e-12))) * Math.cos(2 * Math.PI * unit())
  const cumulative = new Float64Array(posts)
  let total = 0
  for (let p = 0; p < posts; p++) cumulative[p] = total += 1 / (p + 1)
  const named = Uint32Array.from({ length: posts }, (_, p) => p)
  for (let p = posts - 1; p > 0; p--) {
    const other = Math.floor(unit() * (p + 1))
    const swap = named[p]!
    named[p] = named[other]!
    named[other] = swap
  }
  const offset = Uint32Array.from({ length: students + 1 }, (_, s) => s * wishes)
  const edges = new Uint32Array(2 * students * wishes)
  const score = new Float64Array(students * wishes)
  const seen = new Uint32Array(posts).fill(0xffffffff)
  for (let s = 0; s < students; s++) {
    const ability = gauss()
    const list: { order: number; post: number }[] = []
    while (list.length < wishes) {
      const post = kind === 'random' ? Math.floor(unit() * posts) : below(cumulative, unit() * total)
      if (seen[post] === s) continue
      seen[post] = s
      list.push({ order: kind === 'corr' ? Math.log(post + 1) + 0.7 * gauss() : post, post })
    }
    if (kind !== 'random') list.sort((a, b) => a.order - b.order)
    list.forEach(({ post }, k) => {
      const e = s * wishes + k
      edges[2 * e] = named[post]!
      score[e] = kind === 'random' ? unit() : kind === 'corr' ? ability + 0.5 * gauss() : ability
    })
  }
  rankDensely(edges, score, posts)
  return { name: kind, offset, edges, capacity: new Uint32Array(posts).fill(seatsPerPost) }
}

function rankDensely(edges: Uint32Array, score: Float64Array, posts: number): void {
  const begin = new Uint32Array(posts + 1)
  for (let e = 0; e < score.length; e++) begin[edges[2 * e]! + 1]!++
  for (let p = 0; p < posts; p++) begin[p + 1]! += begin[p]!
  const cursor = begin.slice(0, posts)
  const byPost = new Uint32Array(score.length)
  for (let e = 0; e < score.length; e++) byPost[cursor[edges[2 * e]!]!++] = e
  for (let p = 0; p < posts; p++) {
    const own = byPost.subarray(begin[p]!, begin[p + 1]!).sort((a, b) => score[b]! - score[a]! || a - b)
    for (let k = 0; k < own.length; k++) edges[2 * own[k]! + 1] = k
  }
}

function below(cumulative: Float64Array, value: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function xoshiro(seed: number): () => number {
  const state = new Int32Array(4)
  let x = seed | 0
  for (let i = 0; i < 4; i++) {
    x = (x + 0x9e3779b9) | 0
    let z = x
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    state[i] = z ^ (z >>> 16)
  }
  return () => {
    const result = Math.imul(rotate(Math.imul(state[1]!, 5), 7), 9) >>> 0
    const t = state[1]! << 9
    state[2]! ^= state[0]!
    state[3]! ^= state[1]!
    state[1]! ^= state[2]!
    state[0]! ^= state[3]!
    state[2]! ^= t
    state[3] = rotate(state[3]!, 11)
    return result
  }
}

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by))

/** The binary form the compiled reference reads: magic, sizes, offsets, posts, ranks, capacities. */
export function toBinary({ offset, edges, capacity }: Instance): Uint32Array {
  const count = edges.length / 2
  const file = new Uint32Array(4 + offset.length + 2 * count + capacity.length)
  file.set([0x4d415443, offset.length - 1, capacity.length, count])
  file.set(offset, 4)
  const at = 4 + offset.length
  for (let e = 0; e < count; e++) {
    file[at + e] = edges[2 * e]!
    file[at + count + e] = edges[2 * e + 1]!
  }
  file.set(capacity, at + 2 * count)
  return file
}

/** FNV-1a over the matched edges, as the compiled reference prints it. */
export function matchHash(match: Uint32Array): string {
  let hash = 1469598103934665603n
  for (const edge of match) hash = BigInt.asUintN(64, (hash ^ BigInt(edge)) * 1099511628211n)
  return hash.toString(16).padStart(16, '0')
}
