import type { Fault, Market, Round } from './model.ts'
import { combinationFaults } from './combinations.ts'
import { sha256Hex } from './sha256.ts'
import { SPAN } from './table.ts'

type Path = readonly (string | number)[]
type Row = Record<string, unknown>

const policyValues = {
  ties: ['keys-then-lottery', 'admit-all', 'admit-none'],
  lowerQuota: ['close', 'ignore'],
  crossingCaps: ['reject-input', 'score-first', 'greedy-audited'],
} as const

const mechanisms = [
  'student-proposing',
  'post-proposing',
  'score-first',
  'project-allocation',
  'flexible',
  'total-satisfaction',
  'immediate-acceptance',
]

/** Every fault of an input of unknown shape, in the order of the input; an empty list means `place` will run (SPEC M1–M6). */
export function faultsOf(market: unknown, round: unknown): Fault[] {
  const faults: Fault[] = []
  const check = checker(faults)
  const shape = check.row(market, ['market'])
  const settings = check.row(round, ['round'])
  if (settings) roundFaults(settings, check)
  if (shape) marketFaults(shape, check)
  if (faults.length > 0) return faults
  return combinationFaults(market as Market, (round as Round).policy)
}

function roundFaults(round: Row, check: Checker): void {
  check.id(round.id, ['round', 'id'])
  const lottery = check.row(round.lottery, ['round', 'lottery'])
  if (lottery) {
    if (typeof lottery.seed !== 'string') check.fault('not-text', ['round', 'lottery', 'seed'])
    else if (lottery.commitment !== undefined && lottery.commitment !== sha256Hex(lottery.seed)) {
      check.fault('seed-differs-from-commitment', ['round', 'lottery', 'commitment'])
    }
  }
  const policy = check.row(round.policy, ['round', 'policy'])
  if (!policy) return
  for (const [name, values] of Object.entries(policyValues)) {
    if (!(values as readonly unknown[]).includes(policy[name])) check.fault('unknown-value', ['round', 'policy', name])
  }
  check.whole(policy.minSeatsToPublishCutoff, ['round', 'policy', 'minSeatsToPublishCutoff'], 0, 1e6)
  const mechanism = check.row(policy.mechanism, ['round', 'policy', 'mechanism'])
  if (!mechanism) return
  if (!mechanisms.includes(mechanism.kind as string)) check.fault('unknown-value', ['round', 'policy', 'mechanism', 'kind'])
  if (mechanism.kind === 'total-satisfaction') {
    if (mechanism.objective !== 'min-rank' && mechanism.objective !== 'max-weight') {
      check.fault('unknown-value', ['round', 'policy', 'mechanism', 'objective'])
    }
    if (mechanism.unplacedCost !== undefined) check.whole(mechanism.unplacedCost, ['round', 'policy', 'mechanism', 'unplacedCost'], 0, 2 ** 31)
  }
}

function marketFaults(market: Row, check: Checker): void {
  const posts = check.identified(market.posts, ['posts'])
  const owners = check.identified(market.owners ?? [], ['owners'])
  const applicants = check.identified(market.applicants, ['applicants'])
  if (applicants.size >= SPAN) check.fault('too-many-students', ['applicants'], { most: SPAN - 1 })
  check.rows(market.owners ?? [], ['owners'], (owner, path) => check.whole(owner.capacity, [...path, 'capacity']))
  check.rows(market.posts, ['posts'], (post, path) => postFaults(post, path, owners, check))
  check.rows(market.applicants, ['applicants'], (one, path) => {
    check.names(one.choices, [...path, 'choices'], 'repeated-choice', (id, at) => {
      if (!posts.has(id)) check.fault('unknown-post', at, { post: id })
    })
    if (Array.isArray(one.choices) && one.choices.length > 65_535) check.fault('too-many-choices', [...path, 'choices'], { most: 65_535 })
    if (one.tags !== undefined) check.names(one.tags, [...path, 'tags'], 'repeated-tag')
    if (one.school !== undefined) check.id(one.school, [...path, 'school'])
  })
  const seen = new Map<string, Set<string>>()
  check.rows(market.applications, ['applications'], (row, path) => applicationFaults(row, path, { applicants, posts, seen }, check), true)
  check.identified(market.caps ?? [], ['caps'])
  check.rows(market.caps ?? [], ['caps'], (cap, path) => {
    check.whole(cap.max, [...path, 'max'])
    check.names(cap.posts, [...path, 'posts'], 'repeated-post', (id, at) => {
      if (!posts.has(id)) check.fault('unknown-post', at, { post: id })
    })
    if (cap.schools !== undefined) check.names(cap.schools, [...path, 'schools'], 'repeated-school')
    if (cap.label !== undefined && typeof cap.label !== 'string') check.fault('not-text', [...path, 'label'])
  })
  if (market.order !== undefined) {
    check.names(market.order, ['order'], 'repeated-post', (id, at) => {
      if (!posts.has(id)) check.fault('unknown-post', at, { post: id })
    })
  }
  confirmedFaults(market, { applicants, posts }, check)
}

function postFaults(post: Row, path: Path, owners: ReadonlySet<string>, check: Checker): void {
  const capacity = check.whole(post.capacity, [...path, 'capacity'], 0, SPAN)
  if (post.min !== undefined) {
    const min = check.whole(post.min, [...path, 'min'], 0, SPAN)
    if (min !== null && capacity !== null && min > capacity) check.fault('minimum-above-capacity', [...path, 'min'], { min, capacity })
  }
  if (post.target !== undefined) check.whole(post.target, [...path, 'target'], 0, SPAN)
  if (post.owner !== undefined && check.id(post.owner, [...path, 'owner']) && owners.size > 0 && !owners.has(post.owner as string)) {
    check.fault('unknown-owner', [...path, 'owner'], { owner: post.owner as string })
  }
  if (post.schoolCaps !== undefined) {
    const caps = check.row(post.schoolCaps, [...path, 'schoolCaps'])
    for (const [school, max] of Object.entries(caps ?? {})) check.whole(max, [...path, 'schoolCaps', school], 0, SPAN)
  }
  if (post.reserves === undefined) return
  let reserved = 0
  const tags = new Set<unknown>()
  check.rows(post.reserves, [...path, 'reserves'], (reserve, at) => {
    reserved += check.whole(reserve.seats, [...at, 'seats'], 0, SPAN) ?? 0
    check.id(reserve.tag, [...at, 'tag'])
    if (tags.has(reserve.tag)) check.fault('repeated-tag', [...at, 'tag'])
    tags.add(reserve.tag)
    if (!['guarantee', 'additional', 'set-aside'].includes(reserve.mode as string)) check.fault('unknown-value', [...at, 'mode'])
  }, true)
  if (capacity !== null && reserved > capacity) check.fault('reserves-above-capacity', [...path, 'reserves'], { reserved, capacity })
}

type Known = { applicants: ReadonlySet<string>; posts: ReadonlySet<string> }

function applicationFaults(row: Row, path: Path, known: Known & { seen: Map<string, Set<string>> }, check: Checker): void {
  // The common sound row is recognised at once: building five paths for each of a million rows would cost more than the check.
  const sound = known.applicants.has(row.student as string) && known.posts.has(row.post as string) && Number.isSafeInteger(row.score)
  const named = sound || [check.id(row.student, [...path, 'student']), check.id(row.post, [...path, 'post'])].every(Boolean)
  if (!sound) check.whole(row.score, [...path, 'score'], -Number.MAX_SAFE_INTEGER)
  if (row.keys !== undefined) {
    if (!Array.isArray(row.keys)) check.fault('not-a-list', [...path, 'keys'])
    else row.keys.forEach((key, at) => check.whole(key, [...path, 'keys', at], -Number.MAX_SAFE_INTEGER))
  }
  if (row.ineligible !== undefined) {
    const reason = check.row(row.ineligible, [...path, 'ineligible'])
    if (reason) check.id(reason.code, [...path, 'ineligible', 'code'])
  }
  if (!named) return
  const student = row.student as string
  const post = row.post as string
  if (!known.applicants.has(student)) check.fault('unknown-student', [...path, 'student'], { student })
  if (!known.posts.has(post)) check.fault('unknown-post', [...path, 'post'], { post })
  const own = known.seen.get(student)
  if (own?.has(post)) check.fault('repeated-application', path, { student, post })
  if (own) own.add(post)
  else known.seen.set(student, new Set([post]))
}

function confirmedFaults(market: Row, known: Known, check: Checker): void {
  const seated = new Set<string>()
  const capacity = new Map<unknown, unknown>()
  if (Array.isArray(market.posts)) for (const post of market.posts as Row[]) if (post) capacity.set(post.id, post.capacity)
  const taken = new Map<string, number>()
  check.rows(market.confirmed ?? [], ['confirmed'], (seat, path) => {
    if (!check.id(seat.student, [...path, 'student']) || !check.id(seat.post, [...path, 'post'])) return
    const student = seat.student as string
    const post = seat.post as string
    if (seat.tag !== undefined) check.id(seat.tag, [...path, 'tag'])
    if (!known.posts.has(post)) check.fault('unknown-post', [...path, 'post'], { post })
    if (seated.has(student)) check.fault('confirmed-twice', path, { student })
    seated.add(student)
    taken.set(post, (taken.get(post) ?? 0) + 1)
    const seats = capacity.get(post)
    if (typeof seats === 'number' && taken.get(post)! > seats) check.fault('confirmed-above-capacity', path, { post, seats })
  }, true)
}

type Checker = ReturnType<typeof checker>

function checker(faults: Fault[]) {
  const fault = (code: string, path: Path, details?: Fault['details']) => {
    faults.push(details ? { code, path, details } : { code, path })
  }
  const row = (value: unknown, path: Path): Row | null => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Row
    fault('not-an-object', path)
    return null
  }
  const id = (value: unknown, path: Path): boolean => {
    if (typeof value === 'string' && value !== '' && value.isWellFormed()) return true
    fault('not-an-id', path)
    return false
  }
  const whole = (value: unknown, path: Path, least = 0, most = Number.MAX_SAFE_INTEGER): number | null => {
    if (!Number.isSafeInteger(value)) {
      fault('not-a-whole-number', path)
      return null
    }
    const number = value as number
    if (number >= least && number <= most) return number
    fault('out-of-range', path, { least, most })
    return null
  }
  /** For lists that `identified` has not judged already, `strict` also names a wrong list and wrong rows. */
  const rows = (value: unknown, path: Path, each: (row: Row, path: Path) => void, strict = false) => {
    if (!Array.isArray(value)) return strict ? fault('not-a-list', path) : undefined
    value.forEach((item: unknown, at) => {
      if (typeof item === 'object' && item !== null && !Array.isArray(item)) each(item as Row, [...path, at])
      else if (strict) fault('not-an-object', [...path, at])
    })
  }
  const names = (value: unknown, path: Path, repeated: string, each?: (id: string, path: Path) => void) => {
    if (!Array.isArray(value)) return fault('not-a-list', path)
    const seen = new Set<string>()
    value.forEach((item: unknown, at) => {
      if (!id(item, [...path, at])) return
      if (seen.has(item as string)) fault(repeated, [...path, at])
      seen.add(item as string)
      each?.(item as string, [...path, at])
    })
  }
  /** The ids of a list of objects; the list itself, its objects and repeated ids are checked here and nowhere else. */
  const identified = (value: unknown, path: Path): Set<string> => {
    const ids = new Set<string>()
    if (!Array.isArray(value)) {
      fault('not-a-list', path)
      return ids
    }
    value.forEach((item: unknown, at) => {
      const object = row(item, [...path, at])
      if (!object || !id(object.id, [...path, at, 'id'])) return
      if (ids.has(object.id as string)) fault('repeated-id', [...path, at, 'id'], { id: object.id as string })
      ids.add(object.id as string)
    })
    return ids
  }
  return { fault, row, id, whole, rows, names, identified }
}
