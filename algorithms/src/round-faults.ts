import { capsOf, engineFaults, fits, isCommonKey, nameOf, needsLimits, usualRule, type RoundMechanism, type RuledLimit, type RuledPost, type RuledRound } from './round-rule.ts'

export type RuleFault = { path: readonly (string | number)[]; code: string; details?: Readonly<Record<string, string | number>> }

/** Everything that keeps a round from being run as it is set, each at the place where it is put right. */
export function faultsOfRule(round: RuledRound): RuleFault[] {
  const { rule, weights, posts, limits } = round
  const { mechanism } = rule
  const oneMark = mechanism === 'score-first' || mechanism === 'project-allocation'
  const faults: RuleFault[] = [
    ...(mechanism === 'score-first' && weights.school !== 100 ? [{ path: ['weights'], code: 'one_mark_needed' }] : []),
    ...(mechanism === 'score-first' && !rule.tieKeys.every(isCommonKey) ? [{ path: ['rule', 'tieKeys'], code: 'key_not_common' }] : []),
    ...(new Set(rule.tieKeys).size < rule.tieKeys.length ? [{ path: ['rule', 'tieKeys'], code: 'twice' }] : []),
    ...(rule.ties !== usualRule.ties && !fits(mechanism, 'ties') ? [{ path: ['rule', 'ties'], code: 'does_not_fit' }] : []),
    ...(rule.ties === usualRule.ties || !fits(mechanism, 'ties') ? [] : tieFaults(round)),
    ...(mechanism === 'project-allocation' && !limits.some(({ kind }) => kind === 'firm') ? [{ path: ['limits'], code: 'firm_limit_needed' }] : []),
    ...(mechanism !== 'project-allocation' && needsLimits(mechanism) && limits.length === 0 ? [{ path: ['limits'], code: 'limit_needed' }] : []),
    ...posts.flatMap((post, at) => postFaults(post, at, mechanism, oneMark)),
    ...limitFaults(round),
  ]
  // What the engine refuses beyond this would be news to us, and must not pass unseen.
  return faults.length > 0 ? faults : engineFaults(round).map(({ code, details }) => ({ path: ['rule', 'mechanism'], code, ...(details ? { details } : {}) }))
}

/** Whoever treats equals alike may exceed or leave seats: no other rule about seats can be kept beside. */
function tieFaults({ posts, limits }: RuledRound): RuleFault[] {
  const path = ['rule', 'ties']
  return [
    ...(posts.some(({ reserves }) => reserves.length > 0) ? [{ path, code: 'not_with_reserves' }] : []),
    ...(posts.some(({ schoolCap }) => schoolCap !== null) ? [{ path, code: 'not_with_school_caps' }] : []),
    ...(limits.length > 0 ? [{ path, code: 'not_with_limits' }] : []),
  ]
}

function postFaults(post: RuledPost, at: number, mechanism: RoundMechanism, oneMark: boolean): RuleFault[] {
  const path = (field: string) => ['posts', at, field]
  const reserved = post.reserves.reduce((sum, { seats }) => sum + seats, 0)
  const tooMany = { code: 'more_than_seats', details: { seats: post.seats } }
  return [
    ...(oneMark && post.scoring === 'rank' ? [{ path: path('scoring'), code: 'marks_needed' }] : []),
    ...(reserved > post.seats ? [{ path: path('reserves'), ...tooMany }] : []),
    ...(new Set(post.reserves.map(({ tag }) => tag)).size < post.reserves.length ? [{ path: path('reserves'), code: 'twice' }] : []),
    ...(reserved > 0 && !fits(mechanism, 'reserves') ? [{ path: path('reserves'), code: 'does_not_fit' }] : []),
    ...(post.minimum > post.seats ? [{ path: path('minimum'), ...tooMany }] : []),
    ...((post.target ?? 0) > post.seats ? [{ path: path('target'), ...tooMany }] : []),
    ...(post.schoolCap !== null && !fits(mechanism, 'schoolCaps') ? [{ path: path('schoolCap'), code: 'does_not_fit' }] : []),
  ]
}

function limitFaults(round: RuledRound): RuleFault[] {
  const { rule, limits, posts, schools } = round
  const reach = limits.map((limit, at) => new Set(capsOf(limit, nameOf(at), round).flatMap((cap) => cap.posts)))
  const crosses = (one: ReadonlySet<string>, other: ReadonlySet<string>) => {
    const shared = [...one].filter((id) => other.has(id)).length
    return shared > 0 && shared < one.size && shared < other.size
  }
  const same = (one: RuledLimit, other: RuledLimit) => one.kind === other.kind && one.firm === other.firm && one.region === other.region && one.school === other.school
  return limits.flatMap((limit, at): RuleFault[] => {
    const path = ['limits', at]
    if (!fits(rule.mechanism, limit.kind)) return [{ path, code: 'does_not_fit' }]
    if (limit.school !== null && !schools.includes(limit.school)) return [{ path, code: 'school_not_here' }]
    if (reach[at]!.size === 0 && posts.length > 0 && (limit.kind !== 'school_firm' || schools.length > 0)) return [{ path, code: 'no_posts' }]
    const twin = limits.findIndex((other) => same(limit, other))
    if (twin < at) return [{ path, code: 'twice', details: { other: twin + 1 } }]
    const other = rule.mechanism === 'flexible' ? reach.findIndex((set, where) => where < at && crosses(set, reach[at]!)) : -1
    if (other >= 0) return [{ path, code: 'crosses', details: { other: other + 1 } }]
    // By score alone reserves are kept, and limits are kept, but not both.
    return rule.mechanism === 'score-first' && posts.some((post) => post.reserves.length > 0) ? [{ path, code: 'not_with_reserves' }] : []
  })
}
