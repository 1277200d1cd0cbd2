import { defaultPolicy, faultsOf, guarantees, type Cap, type Guarantees, type Market, type Policy, type Post, type Reserve } from '@silian/matching'

/** How a round may place its students. Immediate acceptance is for teaching and stands in no round. */
export const roundMechanisms = ['student-proposing', 'score-first', 'project-allocation', 'flexible', 'greedy-audited', 'total-satisfaction', 'post-proposing'] as const
export type RoundMechanism = (typeof roundMechanisms)[number]
/** What may decide between equal scores before the draw, in the order declared. */
export const tieKeys = ['schoolMark', 'interview', 'certificate', 'certificates'] as const
export type TieKey = (typeof tieKeys)[number]
export const limitKinds = ['firm', 'region', 'school_firm'] as const
export type LimitKind = (typeof limitKinds)[number]

export type RoundRule = {
  mechanism: RoundMechanism
  /** Of total satisfaction. */
  objective: 'min-rank' | 'max-weight'
  ties: Policy['ties']
  tieKeys: readonly TieKey[]
  reserveMode: Reserve['mode']
  lowerQuota: Policy['lowerQuota']
  privacyFloor: number
}

export const usualRule: RoundRule = {
  mechanism: 'student-proposing',
  objective: 'min-rank',
  ties: 'keys-then-lottery',
  tieKeys: [],
  reserveMode: 'guarantee',
  lowerQuota: 'ignore',
  privacyFloor: 3,
}

export type RuledPost = {
  id: string
  firm: string
  /** A division of six digits. */
  region: string | null
  seats: number
  scoring: 'score' | 'rank'
  /** In published order. */
  reserves: readonly { tag: string; seats: number }[]
  /** With fewer the post does not run; 0 for none. */
  minimum: number
  /** Seats it gets before shared ones are handed out in turn. */
  target: number | null
  /** At most this many of one school. */
  schoolCap: number | null
}

/** At most `most` over several posts. Of `school_firm` a school or firm left open means each of them. */
export type RuledLimit = { kind: LimitKind; firm: string | null; region: string | null; school: string | null; most: number }

export type RuledRound = {
  rule: RoundRule
  weights: { school: number; interview: number; certificate: number }
  posts: readonly RuledPost[]
  limits: readonly RuledLimit[]
  schools: readonly string[]
}

/** The engine's settings for a round's rule. */
export const policyOf = ({ mechanism, objective, ties, lowerQuota, privacyFloor }: RoundRule): Policy => ({
  mechanism: mechanism === 'total-satisfaction' ? { kind: mechanism, objective } : { kind: mechanism === 'greedy-audited' ? 'student-proposing' : mechanism },
  ties,
  lowerQuota,
  crossingCaps: mechanism === 'greedy-audited' ? 'greedy-audited' : defaultPolicy.crossingCaps,
  minSeatsToPublishCutoff: privacyFloor,
})

/** By which mechanism of a round a frozen policy was run; null for those no round may have. */
export function mechanismOf({ mechanism: { kind }, crossingCaps }: Policy): RoundMechanism | null {
  if (kind === 'student-proposing' && crossingCaps === 'greedy-audited') return 'greedy-audited'
  return roundMechanisms.find((one) => one === kind) ?? null
}

type Frame = Pick<Market, 'posts' | 'caps' | 'owners'>

/** The market without its students: posts with all that is set for them, and the limits over several as caps or owners. */
export function frameOf(round: RuledRound): Frame {
  const { rule, limits, schools } = round
  const owned = new Map(rule.mechanism === 'project-allocation' ? limits.flatMap((limit, at) => (limit.kind === 'firm' ? [[limit.firm, nameOf(at)] as const] : [])) : [])
  const posts = round.posts.map((post): Post => {
    const owner = owned.get(post.firm)
    return {
      id: post.id,
      capacity: post.seats,
      reserves: post.reserves.map(({ tag, seats }) => ({ tag, seats, mode: rule.reserveMode })),
      ...(post.minimum > 1 && rule.lowerQuota === 'close' ? { min: post.minimum } : {}),
      ...(post.schoolCap === null ? {} : { schoolCaps: Object.fromEntries(schools.map((school) => [school, post.schoolCap!])) }),
      ...(post.target === null || rule.mechanism !== 'flexible' ? {} : { target: post.target }),
      ...(owner ? { owner } : {}),
    }
  })
  const caps = limits.flatMap((limit, at) => (limit.kind === 'firm' && rule.mechanism === 'project-allocation' ? [] : capsOf(limit, nameOf(at), round)))
  const owners = limits.flatMap((limit, at) => (owned.get(limit.firm) === nameOf(at) ? [{ id: nameOf(at), capacity: limit.most }] : []))
  return { posts, ...(caps.length > 0 ? { caps } : {}), ...(owners.length > 0 ? { owners } : {}) }
}

export const nameOf = (at: number) => `L${at + 1}`

/** `L3` is the third limit, `L3/<school>/<firm>` what it says of one school at one firm. */
export function capsOf(limit: RuledLimit, name: string, { posts, schools }: RuledRound): Cap[] {
  const cap = (id: string, inside: readonly RuledPost[], school?: string): Cap[] =>
    inside.length === 0 ? [] : [{ id, max: limit.most, posts: inside.map(({ id: post }) => post), ...(school === undefined ? {} : { schools: [school] }) }]
  if (limit.kind === 'firm') return cap(name, posts.filter(({ firm }) => firm === limit.firm))
  if (limit.kind === 'region') return cap(name, posts.filter(({ region }) => isInside(region, limit.region)))
  const firms = limit.firm === null ? [...new Set(posts.map(({ firm }) => firm))] : [limit.firm]
  const of = limit.school === null ? schools : [limit.school]
  return firms.flatMap((firm) => {
    const inside = posts.filter((post) => post.firm === firm)
    return of.flatMap((school) => cap(`${name}/${school}/${firm}`, inside, school))
  })
}

/** 440605 lies in 440600, and that in 440000. */
export const isInside = (region: string | null, outer: string | null) => region !== null && outer !== null && region.startsWith(outer.replace(/(00)+$/, ''))

/** Whether schools count for this round; where they do not, the frozen list does not name them. */
export const namesSchools = ({ posts, limits }: Pick<RuledRound, 'posts' | 'limits'>) => posts.some(({ schoolCap }) => schoolCap !== null) || limits.some(({ kind }) => kind === 'school_firm')

/** What these settings keep, before anybody has wished; with seats confirmed earlier when it is a further round. */
export function guaranteesOf(round: RuledRound, further = false): Guarantees {
  const frame = frameOf(round)
  const confirmed = further && frame.posts[0] ? [{ student: 'earlier', post: frame.posts[0].id }] : []
  return guarantees({ ...frame, applicants: [], applications: [], confirmed }, policyOf(round.rule))
}

export type Feature = 'ties' | 'reserves' | 'schoolCaps' | 'minimums' | 'targets' | LimitKind

const plain: RuledPost = { id: 'a', firm: 'f', region: '440600', seats: 4, scoring: 'score', reserves: [], minimum: 0, target: null, schoolCap: null }
const anyLimit = { firm: null, region: null, school: null, most: 3 }
const probes: Record<Exclude<Feature, 'minimums' | 'targets'>, Partial<RuledRound>> = {
  ties: { rule: { ...usualRule, ties: 'admit-none' } },
  reserves: { posts: [{ ...plain, reserves: [{ tag: 't', seats: 1 }] }] },
  schoolCaps: { posts: [{ ...plain, schoolCap: 1 }] },
  firm: { limits: [{ ...anyLimit, kind: 'firm', firm: 'f' }] },
  region: { limits: [{ ...anyLimit, kind: 'region', region: '440600' }] },
  school_firm: { limits: [{ ...anyLimit, kind: 'school_firm', school: 's', firm: 'f' }] },
}

/** Mechanisms that are for limits over several posts, with one they are asked about. */
const forLimits: Partial<Record<RoundMechanism, RuledLimit>> = {
  'project-allocation': { ...anyLimit, kind: 'firm', firm: 'f' },
  flexible: { ...anyLimit, kind: 'firm', firm: 'f' },
  'greedy-audited': { ...anyLimit, kind: 'school_firm', school: 's', firm: 'f' },
}

export const needsLimits = (mechanism: RoundMechanism) => forLimits[mechanism] !== undefined

/** Whether a mechanism can keep a feature: asked of the engine, which refuses what it cannot. */
export function fits(mechanism: RoundMechanism, feature: Feature): boolean {
  if (feature === 'minimums') return true
  if (feature === 'targets') return mechanism === 'flexible'
  // The engine would answer limits under this name by another mechanism; here that one is chosen by its own name.
  if (mechanism === 'student-proposing' && isLimit(feature)) return false
  const own = forLimits[mechanism]
  const round = { posts: [plain, { ...plain, id: 'b' }], limits: own ? [own] : [], schools: ['s'], weights: { school: 100, interview: 0, certificate: 0 }, ...probes[feature] }
  return engineFaults({ ...round, rule: { ...usualRule, ...probes[feature].rule, mechanism } }).length === 0
}

const isLimit = (feature: Feature): feature is LimitKind => (limitKinds as readonly Feature[]).includes(feature)

/** A rule turned to another mechanism: what that cannot keep of the choices goes back to the usual. Reserves and limits stay, and are faults until they are taken away. */
export const turnedTo = (rule: RoundRule, mechanism: RoundMechanism): RoundRule => ({
  ...rule,
  mechanism,
  ties: fits(mechanism, 'ties') ? rule.ties : usualRule.ties,
  tieKeys: mechanism === 'score-first' ? rule.tieKeys.filter(isCommonKey) : rule.tieKeys,
})

/** A key that is the same at every post. */
export const isCommonKey = (key: TieKey) => key === 'schoolMark' || key === 'certificates'

export const engineFaults = (round: RuledRound) => faultsOf({ ...frameOf(round), applicants: [], applications: [] }, { id: 'round', policy: policyOf(round.rule), lottery: { seed: '' } })
