import { explain } from './explain.ts'
import type { Explanation } from './reasons.ts'
import { defaultPolicy, InvalidMarket, type Audit, type Fault, type Guarantees, type Id, type Market, type Mechanism, type Policy, type Result, type Round } from './model.ts'
import { readMarket, type ReadMarket } from './read-market.ts'
import { place } from './place.ts'

export interface MatchOptions {
  side?: 'student' | 'post'
  /** One of `mechanismNames`; left out, the shape of the file decides. */
  mechanism?: string
  ties?: Policy['ties']
  seed?: string
}

export interface MatchedMarket {
  placements: Record<Id, Id | null>
  guarantees: Guarantees
  audit: Audit
  closed: Result['closed']
}

const named: Record<string, Partial<Policy>> = {
  'student-proposing': { mechanism: { kind: 'student-proposing' } },
  'deferred-acceptance': { mechanism: { kind: 'student-proposing' } },
  'post-proposing': { mechanism: { kind: 'post-proposing' } },
  'score-first': { mechanism: { kind: 'score-first' } },
  'project-allocation': { mechanism: { kind: 'project-allocation' } },
  flexible: { mechanism: { kind: 'flexible' } },
  'artificial-caps': { mechanism: { kind: 'student-proposing' } },
  'min-rank': { mechanism: { kind: 'total-satisfaction', objective: 'min-rank' } },
  'max-weight': { mechanism: { kind: 'total-satisfaction', objective: 'max-weight' } },
  'total-satisfaction': { mechanism: { kind: 'total-satisfaction', objective: 'min-rank' } },
  'immediate-acceptance': { mechanism: { kind: 'immediate-acceptance' } },
  'admit-all': { mechanism: { kind: 'student-proposing' }, ties: 'admit-all' },
  'admit-none': { mechanism: { kind: 'student-proposing' }, ties: 'admit-none' },
  'greedy-audited': { mechanism: { kind: 'student-proposing' }, crossingCaps: 'greedy-audited' },
}

export const mechanismNames = Object.keys(named)

/** Reads a market file of any known shape, matches it and audits the outcome. Throws InvalidMarket with every fault. */
export function matchMarket(json: unknown, options: MatchOptions = {}): MatchedMarket {
  const { result } = runMarket(json, options)
  return {
    placements: Object.fromEntries(result.placements.map(({ student, post }) => [student, post])),
    guarantees: result.guarantees,
    audit: result.audit,
    closed: result.closed,
  }
}

export function explainMarket(json: unknown, student: Id, options: MatchOptions = {}): Explanation {
  const { result, market } = runMarket(json, options)
  if (!market.applicants.some((one) => one.id === student)) {
    throw new InvalidMarket([{ code: 'unknown-student', path: ['student'], details: { student } }])
  }
  return explain(result, market, student)
}

export function runMarket(json: unknown, options: MatchOptions = {}): { market: Market; round: Round; result: Result } {
  const read = readMarket(json)
  const faults: Fault[] = [...read.faults]
  if (options.mechanism !== undefined && !named[options.mechanism]) {
    faults.push({ code: 'unknown-value', path: ['mechanism'], details: { known: mechanismNames.join(' ') } })
  }
  if (options.side !== undefined && options.side !== 'student' && options.side !== 'post') faults.push({ code: 'unknown-value', path: ['side'] })
  if (faults.length > 0) throw new InvalidMarket(faults)
  const market = options.mechanism === 'artificial-caps' ? withTargetsAsCapacities(read.market) : read.market
  const round: Round = { id: 'market', policy: policyOf(read, options), lottery: { seed: options.seed ?? '' } }
  return { market, round, result: place(market, round) }
}

function policyOf(read: ReadMarket, { side, mechanism, ties }: MatchOptions): Policy {
  const chosen: Partial<Policy> = mechanism === undefined ? { mechanism: mechanismOf(read, side), ties: read.ties } : named[mechanism]!
  const turned: Mechanism | undefined = side === 'post' ? { kind: 'post-proposing' } : chosen.mechanism
  const plain = turned?.kind !== 'student-proposing' && turned?.kind !== 'score-first' ? 'keys-then-lottery' : undefined
  return {
    ...defaultPolicy,
    crossingCaps: 'greedy-audited',
    ...chosen,
    mechanism: turned ?? defaultPolicy.mechanism,
    ties: ties ?? plain ?? chosen.ties ?? defaultPolicy.ties,
  }
}

function mechanismOf(read: ReadMarket, side: MatchOptions['side']): Mechanism {
  if (side === 'post') return { kind: 'post-proposing' }
  if (read.shape === 'matrix') return { kind: 'total-satisfaction', objective: 'max-weight', unplacedCost: 2 ** 31 }
  if (read.shape === 'projects') return { kind: 'project-allocation' }
  if (read.shape === 'regions') return { kind: 'flexible' }
  return { kind: 'student-proposing' }
}

/** What Kamada & Kojima improve upon: every post cut down to its target, and the region forgotten. */
const withTargetsAsCapacities = (market: Market): Market => ({
  ...market,
  caps: [],
  posts: market.posts.map((post) => ({ ...post, capacity: Math.min(post.capacity, post.target ?? post.capacity) })),
})
