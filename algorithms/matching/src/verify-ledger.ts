import type { Candidate } from './choose.ts'
import type { Application, Cap, ConfirmedSeat, Id, Market, Policy, Post, Result } from './model.ts'
import { hex, hmac, utf8 } from './sha256.ts'

/** What the verifier reads from the input and the placements, indexed once. */
export interface Ledger {
  ties: Policy['ties']
  caps: readonly Cap[]
  oneRankingPerOwner: boolean
  closed: ReadonlySet<Id>
  placed: ReadonlyMap<Id, Id>
  confirmed: ReadonlyMap<Id, ConfirmedSeat>
  confirmedAt: ReadonlyMap<Id, readonly Id[]>
  post(id: Id): Post | undefined
  row(student: Id, post: Id): Application | undefined
  /** Students placed here in this round, best first. */
  admitted(post: Id): readonly Id[]
  admittedOfOwner(owner: Id | undefined): readonly Application[]
  /** Applications of students who hold this post or would rather have it. */
  wanting(post: Id): readonly Application[]
  /** Seats of this round. */
  seats(post: Id): number
  /** The post less its confirmed seats. */
  remaining(post: Post): Post
  candidate(student: Id): Candidate
  /** Negative when `a` ranks above `b` at their post; zero only for the same student or a tie that is treated as one. */
  compare(a: Application, b: Application): number
  compareAcross(a: Application, b: Application): number
  /** Whether every shared cap holds when the student moves to the post and `out` leaves it. */
  fits(student: Id, post: Id, out: Id | null): boolean
  capCount(cap: Cap): number
}

export function ledgerOf(market: Market, { round, placements, closed }: Pick<Result, 'round' | 'placements' | 'closed'>): Ledger {
  const { policy } = round
  const posts = new Map(market.posts.map((post) => [post.id, post]))
  const applicants = new Map(market.applicants.map((one) => [one.id, one]))
  const rows = new Map<Id, Map<Id, Application>>()
  for (const row of market.applications) {
    const own = rows.get(row.student)
    if (own) own.set(row.post, row)
    else rows.set(row.student, new Map([[row.post, row]]))
  }
  const row = (student: Id, post: Id) => rows.get(student)?.get(post)

  const mac = hmac(utf8(round.lottery.seed))
  const numbers = new Map<Id, string>()
  const number = (student: Id): string => {
    let found = numbers.get(student)
    if (found === undefined) numbers.set(student, (found = hex(mac(utf8(`${round.id}|${student}`)).subarray(0, 8))))
    return found
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const compareAcross = (a: Application, b: Application): number => {
    if (a.score !== b.score) return b.score - a.score
    const length = Math.max(a.keys?.length ?? 0, b.keys?.length ?? 0)
    for (let i = 0; i < length; i++) {
      const difference = (b.keys?.[i] ?? 0) - (a.keys?.[i] ?? 0)
      if (difference !== 0) return difference
    }
    if (policy.ties !== 'keys-then-lottery') return 0
    return order(number(a.student), number(b.student)) || order(a.student, b.student)
  }

  const confirmed = new Map((market.confirmed ?? []).map((seat) => [seat.student, seat]))
  const confirmedAt = new Map<Id, Id[]>()
  for (const seat of market.confirmed ?? []) confirmedAt.set(seat.post, [...(confirmedAt.get(seat.post) ?? []), seat.student])
  const placed = new Map<Id, Id>()
  const admittedAt = new Map<Id, Id[]>()
  for (const { student, post } of placements) {
    if (post === null || !row(student, post)) continue
    placed.set(student, post)
    const list = admittedAt.get(post)
    if (list) list.push(student)
    else admittedAt.set(post, [student])
  }
  for (const [post, students] of admittedAt) students.sort((a, b) => compareAcross(row(a, post)!, row(b, post)!))

  const ownerCaps = (market.owners ?? []).map(
    (owner): Cap => ({ id: owner.id, max: owner.capacity, posts: market.posts.filter((post) => post.owner === owner.id).map((post) => post.id) }),
  )
  const caps = [...(market.caps ?? []), ...ownerCaps]
  const setOf = new Map(caps.map((cap) => [cap, { posts: new Set(cap.posts), schools: cap.schools && new Set(cap.schools) }]))
  const counts = (cap: Cap, student: Id, post: Id | undefined): boolean => {
    const { posts: inside, schools } = setOf.get(cap)!
    return post !== undefined && inside.has(post) && (!schools || schools.has(applicants.get(student)?.school ?? ''))
  }
  // A round may have a cap for every school at every enterprise: only those of a post are looked at for it.
  const capsAt = new Map<Id, Cap[]>()
  for (const cap of caps) {
    for (const post of cap.posts) {
      const here = capsAt.get(post)
      if (here) here.push(cap)
      else capsAt.set(post, [cap])
    }
  }
  const totals = new Map(caps.map((cap) => [cap, 0]))
  const count = (student: Id, post: Id) => {
    for (const cap of capsAt.get(post) ?? []) if (counts(cap, student, post)) totals.set(cap, totals.get(cap)! + 1)
  }
  for (const [student, post] of placed) count(student, post)
  for (const [student, seat] of confirmed) count(student, seat.post)
  // Weak stability (Kamada & Kojima) tolerates a wish for a free seat in a full region even from inside the region.
  const { kind } = policy.mechanism
  const oneRankingPerOwner = (market.owners?.length ?? 0) > 0 && (market.caps?.length ?? 0) === 0 && kind !== 'flexible' && sameScores(market, posts)
  const regional = kind === 'flexible' || (kind === 'student-proposing' && !oneRankingPerOwner && nested(caps))

  let wanting: Map<Id, Application[]> | null = null
  const gather = () => {
    const found = new Map<Id, Application[]>()
    for (const one of market.applicants) {
      if (confirmed.has(one.id)) continue
      for (const post of one.choices) {
        const own = row(one.id, post)
        if (own && !own.ineligible) found.set(post, [...(found.get(post) ?? []), own])
        if (placed.get(one.id) === post) break
      }
    }
    return found
  }

  const seats = (post: Id) => Math.max(0, (posts.get(post)?.capacity ?? 0) - (confirmedAt.get(post)?.length ?? 0))
  return {
    ties: policy.ties,
    caps,
    oneRankingPerOwner,
    closed: new Set(closed.map((one) => one.post)),
    placed,
    confirmed,
    confirmedAt,
    post: (id) => posts.get(id),
    row,
    admitted: (post) => admittedAt.get(post) ?? [],
    admittedOfOwner: (owner) =>
      market.posts
        .filter((post) => post.owner !== undefined && post.owner === owner)
        .flatMap((post) => (admittedAt.get(post.id) ?? []).map((student) => row(student, post.id)!))
        .sort(compareAcross),
    wanting: (post) => (wanting ??= gather()).get(post) ?? [],
    seats,
    remaining: (post) => withoutConfirmed(post, confirmedAt.get(post.id) ?? [], confirmed, (student) => applicants.get(student)?.school),
    candidate: (student) => ({ student, school: applicants.get(student)?.school, tags: applicants.get(student)?.tags }),
    compare: compareAcross,
    compareAcross,
    fits: (student, post, out) =>
      (capsAt.get(post) ?? []).every((cap) => {
        if (!counts(cap, student, post)) return true
        const leaves = out !== null && counts(cap, out, post) ? 1 : 0
        const moves = (!regional || out !== null) && counts(cap, student, placed.get(student)) ? 1 : 0
        return totals.get(cap)! + 1 - leaves - moves <= cap.max
      }),
    capCount: (cap) => totals.get(cap)!,
  }
}

function sameScores(market: Market, posts: ReadonlyMap<Id, Post>): boolean {
  const marks = new Map<Id, Map<Id, string>>()
  for (const { student, post, score, keys, ineligible } of market.applications) {
    const owner = posts.get(post)?.owner
    if (owner === undefined || ineligible) continue
    const mark = JSON.stringify([score, keys ?? []])
    const own = marks.get(student) ?? new Map<Id, string>()
    if ((own.get(owner) ?? mark) !== mark) return false
    marks.set(student, own.set(owner, mark))
  }
  return true
}

function nested(caps: readonly Cap[]): boolean {
  return caps.every(
    (a) =>
      !a.schools &&
      caps.every((b) => {
        const shared = a.posts.filter((post) => b.posts.includes(post)).length
        return shared === 0 || shared === a.posts.length || shared === b.posts.length
      }),
  )
}

function withoutConfirmed(post: Post, students: readonly Id[], confirmed: ReadonlyMap<Id, ConfirmedSeat>, schoolOf: (student: Id) => Id | undefined): Post {
  if (students.length === 0) return post
  let room = Math.max(0, post.capacity - students.length)
  const reserves = (post.reserves ?? []).map((reserve) => {
    const used = students.filter((student) => confirmed.get(student)?.tag === reserve.tag).length
    const seats = Math.min(room, Math.max(0, reserve.seats - used))
    room -= seats
    return { ...reserve, seats }
  })
  const schoolCaps = Object.fromEntries(
    Object.entries(post.schoolCaps ?? {}).map(([school, max]) => [school, max - students.filter((student) => schoolOf(student) === school).length]),
  )
  return { ...post, reserves, schoolCaps }
}
