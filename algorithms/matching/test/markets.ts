import fc from 'fast-check'
import { defaultPolicy, type Application, type Market, type Mechanism, type Policy, type Post, type Reserve, type Round } from '../src/index.ts'

export const roundOf = (policy: Partial<Policy> = {}, seed = 'seed'): Round => ({ id: 'r1', policy: { ...defaultPolicy, ...policy }, lottery: { seed } })

export const mechanism = (kind: Exclude<Mechanism['kind'], 'total-satisfaction'>): Mechanism => ({ kind })

export interface Shape {
  students?: number
  posts?: number
  capacity?: number
  scores?: number
  reserves?: readonly Reserve['mode'][]
  schoolCaps?: boolean
  minimums?: boolean
  common?: boolean
  owners?: boolean
  regions?: boolean
  crossing?: boolean
}

/** A random small market: incomplete lists, posts without seats, equal scores, people refused. Numbers decide everything. */
export function markets(shape: Shape = {}): fc.Arbitrary<Market> {
  return fc.array(fc.nat({ max: 9_999 }), { minLength: 160, maxLength: 160 }).map((numbers) => marketFrom(numbers, shape))
}

export function marketFrom(numbers: readonly number[], shape: Shape): Market {
  let at = 0
  const pick = (count: number) => numbers[at++ % numbers.length]! % count
  const n = 1 + pick(shape.students ?? 5)
  const m = 1 + pick(shape.posts ?? 3)
  const levels = shape.scores ?? 4
  const posts = Array.from({ length: m }, (_, p): Post => {
    const capacity = pick((shape.capacity ?? 2) + 1)
    const reserves: Reserve[] = []
    let left = capacity
    if (shape.reserves) {
      for (const tag of ['far', 'poor']) {
        const seats = Math.min(left, pick(3))
        left -= seats
        if (seats > 0) reserves.push({ tag, seats, mode: shape.reserves[pick(shape.reserves.length)]! })
      }
    }
    return {
      id: `p${p}`,
      capacity,
      ...(reserves.length > 0 ? { reserves } : {}),
      ...(shape.schoolCaps ? { schoolCaps: { A: pick(3) } } : {}),
      ...(shape.minimums ? { min: pick(capacity + 1) } : {}),
      ...(shape.owners ? { owner: `o${pick(2)}` } : {}),
      ...(shape.regions ? { target: pick(2) } : {}),
    }
  })
  const applications: Application[] = []
  const applicants = Array.from({ length: n }, (_, s) => {
    const id = `s${s}`
    const order = posts.map((post) => ({ post: post.id, draw: pick(9_999) })).sort((a, b) => a.draw - b.draw)
    const choices = order.slice(0, 1 + pick(m)).map((one) => one.post)
    const own = pick(levels)
    const perOwner = [pick(levels), pick(levels)]
    for (const post of posts) {
      if (pick(12) === 0) continue
      const free = pick(levels)
      const score = 1000 * (shape.common ? own : shape.owners ? perOwner[Number(post.owner!.slice(1))]! : free)
      const refused = pick(10) === 0
      applications.push({ student: id, post: post.id, score, ...(refused ? { ineligible: { code: 'age' } } : {}) })
    }
    return {
      id,
      choices,
      school: pick(2) === 0 ? 'A' : 'B',
      tags: ['far', 'poor'].filter(() => pick(2) === 0),
    }
  })
  const ids = posts.map((post) => post.id)
  return {
    applicants,
    posts,
    applications,
    ...(shape.owners ? { owners: [0, 1].map((o) => ({ id: `o${o}`, capacity: pick(4) })) } : {}),
    ...(shape.regions ? { caps: [{ id: 'all', max: pick(5), posts: ids }, { id: 'part', max: pick(3), posts: ids.slice(0, 2) }] } : {}),
    ...(shape.crossing
      ? { caps: [{ id: 'A at first', max: pick(3), posts: ids.slice(0, 2), schools: ['A'] }, { id: 'all at last', max: pick(4), posts: ids.slice(1) }] }
      : {}),
  }
}

export const postOf = (placements: readonly { student: string; post: string | null }[]) =>
  Object.fromEntries(placements.map(({ student, post }) => [student, post]))

/** Every list over the posts, the empty one included. */
export function everyList(posts: readonly string[]): string[][] {
  const lists: string[][] = [[]]
  for (let length = 1; length <= posts.length; length++) {
    for (const shorter of lists.filter((list) => list.length === length - 1)) {
      for (const post of posts) if (!shorter.includes(post)) lists.push([...shorter, post])
    }
  }
  return lists
}
