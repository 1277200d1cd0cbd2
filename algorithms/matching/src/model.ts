/** Ids are opaque strings, compared by UTF-16 code units. */
export type Id = string

/** A student and the posts they want, best first. */
export interface Applicant {
  id: Id
  choices: readonly Id[]
  school?: Id
  tags?: readonly string[]
}

export interface Post {
  id: Id
  capacity: number
  /** Lower quota: the post runs only with at least this many (see Policy.lowerQuota). */
  min?: number
  /** In published order; the order is part of the rule. */
  reserves?: readonly Reserve[]
  /** At most this many from each named school, inside this post. */
  schoolCaps?: Readonly<Record<Id, number>>
  owner?: Id
  /** Seats this post is meant to get before shared seats are handed out in turn (flexible deferred acceptance). */
  target?: number
}

export interface Reserve {
  tag: string
  seats: number
  /** guarantee: reserved seats first, the rest to everybody. additional: open seats first. set-aside: unused seats stay empty. */
  mode: 'guarantee' | 'additional' | 'set-aside'
}

/** What a post thinks of a student. A choice without an application is "not ranked" and cannot be granted. */
export interface Application {
  student: Id
  post: Id
  /** Whole thousandths, higher is better: equality must be exact. */
  score: number
  /** Declared tie-breakers in order, whole numbers, higher is better; a missing one counts as 0. */
  keys?: readonly number[]
  /** The hard rule that failed, kept for the explanation. */
  ineligible?: { code: string; params?: Readonly<Record<string, string | number>> }
}

/** At most `max` students over these posts together; with `schools`, counting only students of these schools. */
export interface Cap {
  id: Id
  max: number
  posts: readonly Id[]
  schools?: readonly Id[]
  label?: string
}

/** An enterprise whose posts share one ranking and one total. */
export interface Owner {
  id: Id
  capacity: number
}

/** A seat confirmed in an earlier round: never taken again. */
export interface ConfirmedSeat {
  student: Id
  post: Id
  /** Tag of the reserve that was used, if one was. */
  tag?: string
}

export interface Market {
  applicants: readonly Applicant[]
  posts: readonly Post[]
  applications: readonly Application[]
  caps?: readonly Cap[]
  owners?: readonly Owner[]
  /** Order in which posts take shared seats in turn; posts not named follow by id. */
  order?: readonly Id[]
  confirmed?: readonly ConfirmedSeat[]
}

export type Mechanism =
  | { kind: 'student-proposing' }
  | { kind: 'post-proposing' }
  | { kind: 'score-first' }
  | { kind: 'project-allocation' }
  | { kind: 'flexible' }
  | { kind: 'total-satisfaction'; objective: 'min-rank' | 'max-weight'; unplacedCost?: number }
  | { kind: 'immediate-acceptance' }

export interface Policy {
  mechanism: Mechanism
  ties: 'keys-then-lottery' | 'admit-all' | 'admit-none'
  lowerQuota: 'close' | 'ignore'
  crossingCaps: 'reject-input' | 'score-first' | 'greedy-audited'
  /** Posts with fewer seats never show a score or lottery number of somebody else. */
  minSeatsToPublishCutoff: number
}

export const defaultPolicy: Policy = {
  mechanism: { kind: 'student-proposing' },
  ties: 'keys-then-lottery',
  lowerQuota: 'close',
  crossingCaps: 'reject-input',
  minSeatsToPublishCutoff: 3,
}

export interface Round {
  id: Id
  policy: Policy
  /** The seed is secret until wishes close; its commitment (SHA-256 in hex) is published before. */
  lottery: { seed: string; commitment?: string }
}

export type SeatKind = { kind: 'open' } | { kind: 'reserved'; tag: string }

export interface Placement {
  student: Id
  post: Id | null
  /** 1 is the first choice. */
  choice: number | null
  seat: SeatKind | null
}

export interface CutOff {
  post: Id
  seat: SeatKind
  seats: number
  filled: number
  applicants: number
  lastAdmitted: { score: number; lottery: number } | null
}

export interface Closed {
  post: Id
  had: number
  min: number
  step: number
}

/** `because` is a code; its sentence in three languages is `claimText`. */
export interface Claim {
  holds: boolean
  because: ClaimReason
}

export type ClaimReason =
  | 'deferred-acceptance'
  | 'common-ranking'
  | 'owner-ranking'
  | 'weakly-stable'
  | 'post-optimal'
  | 'stable-not-efficient'
  | 'over-capacity'
  | 'score-limits'
  | 'ties-manipulable'
  | 'closing'
  | 'crossing-caps'
  | 'reserves-with-school-caps'
  | 'total-satisfaction'
  | 'immediate-acceptance'
  | 'maximum-total'
  | 'serial-choice'
  | 'caps-bind-order'
  | 'earlier-rounds'

export interface Guarantees {
  stable: Claim
  studentOptimal: Claim
  strategyProof: Claim
  efficient: Claim
}

/** The student prefers the post and would be taken: for a free seat (`over` null) or in the place of `over`. */
export interface BlockingPair {
  student: Id
  post: Id
  over: Id | null
}

/** Written by the verifier from the input and the placements alone. */
export interface Audit {
  /** What was broken outright; empty for every correct result. */
  violations: readonly Violation[]
  /** Every pair that blocks under all rules of this round. */
  blockingPairs: readonly BlockingPair[]
  /** The blocking pairs for a free seat. */
  wasted: readonly BlockingPair[]
  /** The blocking pairs over a lower-ranked student. */
  envy: readonly BlockingPair[]
  /** Pairs that would block if caps over several posts were ignored. */
  toleratedByCaps: readonly BlockingPair[]
  /** Pairs involving a seat or student of an earlier round. */
  acrossRounds: readonly BlockingPair[]
  /** A closed post that at least `min` students would rather have. */
  coalitions: readonly { post: Id; students: readonly Id[] }[]
}

export interface Violation {
  code:
    | 'unknown-student'
    | 'unknown-post'
    | 'placed-twice'
    | 'missing-student'
    | 'not-chosen'
    | 'not-eligible'
    | 'closed-post'
    | 'over-capacity'
    | 'over-school-cap'
    | 'over-cap'
    | 'over-owner-total'
    | 'below-minimum'
    | 'reserve-not-honoured'
    | 'confirmed-seat-taken'
  student?: Id
  post?: Id
  cap?: Id
  had?: number
  allowed?: number
}

export interface Digests {
  input: string
  policy: string
  seed: string
  result: string
  engine: string
}

export interface Result {
  round: Round
  placements: readonly Placement[]
  cutOffs: readonly CutOff[]
  closed: readonly Closed[]
  guarantees: Guarantees
  audit: Audit
  proposals: number
  digest: Digests
}

export interface Fault {
  code: string
  path: readonly (string | number)[]
  details?: Readonly<Record<string, string | number>>
}

/** Thrown by `place` with every fault of the input at once. */
export class InvalidMarket extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    const first = faults.slice(0, 3).map((fault) => `${fault.code} at ${fault.path.join('.')}`)
    super(`${faults.length} fault(s) in the market: ${first.join('; ')}`)
    this.name = 'InvalidMarket'
    this.faults = faults
  }
}

/** Thrown when the caller's `cancelled` answered true. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

export interface Hooks {
  /** Between 0 and 1, never falling. */
  progress?: (done: number, step: 'read' | 'lottery' | 'match' | 'verify' | 'digest') => void
  cancelled?: () => boolean
}
