import { byText } from './canonical.ts'
import { draw } from './lottery.ts'
import type { Id, Market, Post } from './model.ts'

/** A student's index is their place in the draw, so comparing (rank, index) is comparing (score, keys, lottery). */
export const SPAN = 2 ** 21

export const NONE = 0xffffffff

/**
 * The market in columns. `edges` holds post and rank of every wish that may be granted, student by student, best first.
 * A smaller rank is better; equal ranks are ties that the student's index (the draw) decides.
 */
export interface Table {
  students: readonly Id[]
  posts: readonly Id[]
  offset: Uint32Array
  edges: Uint32Array
  /** 1-based wish number of each edge: wishes that cannot be granted leave gaps. */
  wish: Uint16Array
  score: Float64Array
  /** Seats left for this round. */
  capacity: Uint32Array
  min: Uint32Array
  source: readonly Post[]
  school: (Id | undefined)[]
  tags: (readonly string[])[]
}

export function compile(market: Market, seed: string, roundId: string): Table {
  const confirmed = market.confirmed ?? []
  const gone = new Set(confirmed.map((seat) => seat.student))
  const applicantOf = new Map(market.applicants.map((one) => [one.id, one]))
  const students = draw(seed, roundId, market.applicants.filter((one) => !gone.has(one.id)).map((one) => one.id))
  const source = remainingPosts(market)
  const posts = source.map((post) => post.id)
  const postIndex = new Map(posts.map((id, index) => [id, index]))
  const studentIndex = new Map(students.map((id, index) => [id, index]))

  const rows = market.applications
  const owner = new Uint32Array(rows.length)
  const begin = new Uint32Array(students.length + 1)
  for (let i = 0; i < rows.length; i++) {
    const student = studentIndex.get(rows[i]!.student) ?? NONE
    owner[i] = student
    if (student !== NONE) begin[student + 1]!++
  }
  for (let s = 0; s < students.length; s++) begin[s + 1]! += begin[s]!
  const cursor = begin.slice(0, -1)
  const rowOf = new Uint32Array(begin[students.length]!)
  for (let i = 0; i < rows.length; i++) if (owner[i] !== NONE) rowOf[cursor[owner[i]!]!++] = i

  const wishes = students.reduce((sum, id) => sum + applicantOf.get(id)!.choices.length, 0)
  const offset = new Uint32Array(students.length + 1)
  const edges = new Uint32Array(2 * wishes)
  const wish = new Uint16Array(wishes)
  const used = new Uint32Array(wishes)
  const stamp = new Uint32Array(posts.length).fill(NONE)
  const slot = new Uint32Array(posts.length)
  let e = 0
  for (let s = 0; s < students.length; s++) {
    offset[s] = e
    for (let i = begin[s]!; i < begin[s + 1]!; i++) {
      const post = postIndex.get(rows[rowOf[i]!]!.post)
      if (post === undefined) continue
      stamp[post] = s
      slot[post] = rowOf[i]!
    }
    const choices = applicantOf.get(students[s]!)!.choices
    for (let c = 0; c < choices.length; c++) {
      const post = postIndex.get(choices[c]!)
      if (post === undefined || stamp[post] !== s || rows[slot[post]!]!.ineligible) continue
      edges[2 * e] = post
      wish[e] = c + 1
      used[e++] = slot[post]!
    }
  }
  offset[students.length] = e
  const score = new Float64Array(e)
  for (let i = 0; i < e; i++) score[i] = rows[used[i]!]!.score
  rankEdges(edges, e, score, (i) => rows[used[i]!]!.keys)
  return {
    students,
    posts,
    offset,
    edges: edges.subarray(0, 2 * e),
    wish: wish.subarray(0, e),
    score,
    capacity: Uint32Array.from(source, (post) => post.capacity),
    min: Uint32Array.from(source, (post) => post.min ?? 0),
    source,
    school: students.map((id) => applicantOf.get(id)!.school),
    tags: students.map((id) => applicantOf.get(id)!.tags ?? []),
  }
}

/** The posts by id, less the seats confirmed in earlier rounds. */
export function remainingPosts(market: Market): Post[] {
  const confirmed = Map.groupBy(market.confirmed ?? [], (seat) => seat.post)
  const schoolOf = new Map(market.applicants.map((one) => [one.id, one.school]))
  return market.posts
    .toSorted((a, b) => byText(a.id, b.id))
    .map((post) => {
      const seats = confirmed.get(post.id)
      if (!seats) return post
      const capacity = Math.max(0, post.capacity - seats.length)
      let room = capacity
      const reserves = post.reserves?.map((reserve) => {
        const left = Math.min(room, Math.max(0, reserve.seats - seats.filter((seat) => seat.tag === reserve.tag).length))
        room -= left
        return { ...reserve, seats: left }
      })
      const schoolCaps =
        post.schoolCaps &&
        Object.fromEntries(
          Object.entries(post.schoolCaps).map(([school, max]) => [
            school,
            Math.max(0, max - seats.filter((seat) => schoolOf.get(seat.student) === school).length),
          ]),
        )
      return {
        ...post,
        capacity,
        reserves,
        schoolCaps,
        min: Math.max(0, (post.min ?? 0) - seats.length),
        target: post.target === undefined ? undefined : Math.max(0, post.target - seats.length),
      }
    })
}

/** Scores alone become ranks by subtraction; with keys, or a spread beyond 32 bits, by sorting the distinct ones. */
function rankEdges(edges: Uint32Array, count: number, score: Float64Array, keysOf: (edge: number) => readonly number[] | undefined): void {
  let least = Infinity
  let most = -Infinity
  let plain = true
  for (let i = 0; i < count; i++) {
    least = Math.min(least, score[i]!)
    most = Math.max(most, score[i]!)
    if (keysOf(i)?.length) plain = false
  }
  if (plain && most - least < NONE) {
    for (let i = 0; i < count; i++) edges[2 * i + 1] = most - score[i]!
    return
  }
  const compare = (a: number, b: number) => score[b]! - score[a]! || compareKeys(keysOf(a), keysOf(b))
  const order = Uint32Array.from({ length: count }, (_, i) => i).sort(compare)
  let rank = 0
  for (let i = 0; i < count; i++) {
    if (i > 0 && compare(order[i - 1]!, order[i]!) !== 0) rank++
    edges[2 * order[i]! + 1] = rank
  }
}

function compareKeys(a: readonly number[] = [], b: readonly number[] = []): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (b[i] ?? 0) - (a[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
