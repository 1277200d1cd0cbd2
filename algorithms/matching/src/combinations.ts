import type { Fault, Market, Policy } from './model.ts'
import { commonRankingFault, isHierarchy, ownerRankingFault, routeOf, sharedCaps, type Route } from './route.ts'

type Feature = 'reserves' | 'school-caps' | 'shared-caps'

/** What each solver cannot keep; asking for it is a fault, never a silent loss (SPEC M11). */
const cannot: Record<Route, readonly Feature[]> = {
  strict: [],
  common: [],
  serial: ['reserves'],
  posts: ['reserves', 'school-caps', 'shared-caps'],
  projects: ['reserves', 'school-caps'],
  flexible: ['reserves', 'school-caps'],
  greedy: ['reserves', 'school-caps'],
  'admit-all': ['reserves', 'school-caps', 'shared-caps'],
  'admit-none': ['reserves', 'school-caps', 'shared-caps'],
  total: ['reserves', 'school-caps', 'shared-caps'],
  immediate: ['reserves', 'school-caps', 'shared-caps'],
}

export function combinationFaults(market: Market, policy: Policy): Fault[] {
  const faults: Fault[] = []
  const route = routeOf(market, policy)
  const caps = sharedCaps(market)
  const present: Feature[] = []
  if (market.posts.some((post) => post.reserves?.some((reserve) => reserve.seats > 0))) present.push('reserves')
  if (market.posts.some((post) => Object.keys(post.schoolCaps ?? {}).length > 0)) present.push('school-caps')
  if (caps.length > 0) present.push('shared-caps')
  for (const feature of present) {
    if (cannot[route].includes(feature)) faults.push({ code: 'not-together', path: ['policy', 'mechanism'], details: { feature, solver: route } })
  }
  const strictOnly = route === 'serial' || (policy.mechanism.kind !== 'score-first' && policy.mechanism.kind !== 'student-proposing')
  if (strictOnly && policy.ties !== 'keys-then-lottery') {
    faults.push({ code: 'not-together', path: ['policy', 'ties'], details: { feature: policy.ties, solver: route } })
  }
  if (route === 'greedy' && policy.crossingCaps === 'reject-input') faults.push({ code: 'crossing-caps', path: ['caps'] })
  if (route === 'flexible' && !isHierarchy(caps)) faults.push({ code: 'crossing-caps', path: ['caps'] })
  if (route === 'projects') {
    if ((market.caps?.length ?? 0) > 0) faults.push({ code: 'not-together', path: ['caps'], details: { feature: 'shared-caps', solver: route } })
    const differs = ownerRankingFault(market)
    if (differs) faults.push({ code: 'owner-scores-differ', path: ['applications'], details: differs })
  }
  if (route === 'serial' || policy.mechanism.kind === 'score-first') {
    const differs = commonRankingFault(market)
    if (differs) faults.push({ code: 'scores-differ', path: ['applications'], details: differs })
  }
  return faults
}
