/** A market small enough to be watched: a dozen students, a handful of posts. */
export type TraceMarket = {
  students: readonly TraceStudent[]
  posts: readonly TracePost[]
  /** Every student once, in drawing order: decides between equal scores. */
  draw: readonly string[]
}

/** `entitled` may take reserved seats. */
export type TraceStudent = { id: string; entitled?: boolean; wishes: readonly TraceWish[] }

/** Best first; the score is what the post thinks of the student, higher is better. */
export type TraceWish = { post: string; score: number }

/** Of the seats, `reserved` are offered to the entitled first; what they leave goes to everybody (mode "guarantee"). */
export type TracePost = { id: string; seats: number; reserved?: number }

export type Step =
  | { kind: 'propose'; student: string; post: string; because: { code: 'wish'; wish: number; wishes: number } }
  | { kind: 'hold'; student: string; post: string; because: { code: 'free-seat'; held: number; seats: number } }
  | { kind: 'swap'; student: string; post: string; over: string; because: Comparison }
  /** `over` is who of those held ranks last, where that is the reason. */
  | { kind: 'refuse'; student: string; post: string; over: string | null; because: Comparison | { code: 'no-seats' } }
  | { kind: 'unplaced'; student: string; because: { code: 'no-wish-left'; wishes: number } }

/** `own` belongs to `student`, `other` to `over`: scores, or places in the draw where the scores are equal. */
export type Comparison = { code: 'score' | 'draw' | 'reserved'; own: number; other: number }

export type Trace = { steps: Step[]; placement: Record<string, string | null> }

type Candidate = { id: string; score: number; place: number; entitled: boolean }

/**
 * Student-proposing deferred acceptance told one event at a time: the next student asks wish after wish; who is
 * displaced asks on at once. The order of asking changes the story, never the placement.
 */
export function traceMatching(market: TraceMarket): Trace {
  const posts = new Map(market.posts.map((post) => [post.id, { post, held: [] as Candidate[] }]))
  const students = new Map(market.students.map((student) => [student.id, { student, asked: 0 }]))
  const placement: Record<string, string | null> = Object.fromEntries(market.students.map(({ id }) => [id, null]))
  const steps: Step[] = []

  for (const { id } of market.students) {
    let asking: string | null = id
    while (asking !== null) asking = ask(asking)
  }
  return { steps, placement }

  /** One wish of one student; answers who has to ask next. */
  function ask(id: string): string | null {
    const one = students.get(id)!
    const { wishes, entitled = false } = one.student
    const wish = wishes[one.asked++]
    if (!wish) {
      steps.push({ kind: 'unplaced', student: id, because: { code: 'no-wish-left', wishes: wishes.length } })
      return null
    }
    const at = { student: id, post: wish.post }
    steps.push({ kind: 'propose', ...at, because: { code: 'wish', wish: one.asked, wishes: wishes.length } })
    const { post, held } = posts.get(wish.post)!
    const own: Candidate = { id, score: wish.score, place: market.draw.indexOf(id), entitled }
    const ranked = [...held, own].sort(better)
    const kept = seated(post, ranked).map((seat) => seat.candidate)
    const out = ranked.find((candidate) => !kept.includes(candidate))
    if (out === own) {
      const last = held.toSorted(better).at(-1)
      steps.push({ kind: 'refuse', ...at, over: last?.id ?? null, because: last ? compared(own, last, false) : { code: 'no-seats' } })
      return id
    }
    posts.set(post.id, { post, held: kept })
    placement[id] = post.id
    if (!out) {
      steps.push({ kind: 'hold', ...at, because: { code: 'free-seat', held: kept.length, seats: post.seats } })
      return null
    }
    placement[out.id] = null
    steps.push({ kind: 'swap', ...at, over: out.id, because: compared(own, out, true) })
    return out.id
  }
}

export type Seat = { kind: 'open' | 'reserved'; student: string | null }

/** Every seat of a post and who sits on it, reserved seats first; `held` is what the steps so far leave. */
export function seatsOf(market: TraceMarket, post: TracePost, held: readonly string[]): Seat[] {
  const candidates = held.map((id): Candidate => {
    const { wishes, entitled = false } = market.students.find((student) => student.id === id)!
    return { id, score: wishes.find((wish) => wish.post === post.id)!.score, place: market.draw.indexOf(id), entitled }
  })
  const taken = seated(post, candidates.sort(better))
  const reserved = reservedOf(post)
  const row = (kind: Seat['kind'], seats: number, sitting: readonly { candidate: Candidate }[]) =>
    Array.from({ length: seats }, (_, at): Seat => ({ kind, student: sitting[at]?.candidate.id ?? null }))
  const onReserved = taken.filter((seat) => seat.reserved)
  const rest = taken.filter((seat) => !seat.reserved)
  // Seats that no entitled student takes are everybody's.
  const lent = rest.splice(post.seats - reserved)
  return [...row('reserved', reserved, [...onReserved, ...lent]), ...row('open', post.seats - reserved, rest)]
}

/** Who each post holds after the first `count` steps, in the order they came. */
export function heldAfter(market: TraceMarket, steps: readonly Step[], count: number): Map<string, string[]> {
  const held = new Map(market.posts.map(({ id }) => [id, [] as string[]]))
  for (const step of steps.slice(0, count)) {
    if (step.kind !== 'hold' && step.kind !== 'swap') continue
    const before = held.get(step.post)!
    held.set(step.post, [...before.filter((id) => step.kind === 'hold' || id !== step.over), step.student])
  }
  return held
}

const better = (a: Candidate, b: Candidate) => b.score - a.score || a.place - b.place

const reservedOf = (post: TracePost) => Math.min(post.seats, post.reserved ?? 0)

/** Whom a post takes from `ranked`: the best of the entitled for the reserved seats, then the best of all the others. */
function seated(post: TracePost, ranked: readonly Candidate[]): { candidate: Candidate; reserved: boolean }[] {
  const first = ranked.filter(({ entitled }) => entitled).slice(0, reservedOf(post))
  const rest = ranked.filter((candidate) => !first.includes(candidate)).slice(0, post.seats - first.length)
  return [...first.map((candidate) => ({ candidate, reserved: true })), ...rest.map((candidate) => ({ candidate, reserved: false }))]
}

/** Why `own` won against `other`, or lost: where the one who ranks lower won, a reserved seat decided. */
function compared(own: Candidate, other: Candidate, ownWon: boolean): Comparison {
  const scores = { own: own.score, other: other.score }
  if (better(own, other) < 0 !== ownWon) return { code: 'reserved', ...scores }
  if (own.score !== other.score) return { code: 'score', ...scores }
  return { code: 'draw', own: own.place + 1, other: other.place + 1 }
}
