import type { Claim, ClaimReason, Guarantees, Market, Policy } from './model.ts'
import { routeOf } from './route.ts'

const yes = (because: ClaimReason): Claim => ({ holds: true, because })
const no = (because: ClaimReason): Claim => ({ holds: false, because })

/** Which promises these settings keep, before anything is run (SPEC M40–M49). */
export function guarantees(market: Market, policy: Policy): Guarantees {
  const base = ofRoute(market, policy)
  const closing = policy.lowerQuota === 'close' && market.posts.some((post) => (post.min ?? 0) > 1)
  const mixed = market.posts.some((post) => (post.reserves?.length ?? 0) > 0 && Object.keys(post.schoolCaps ?? {}).length > 0)
  let result = base
  if (mixed) result = weaken(result, 'reserves-with-school-caps')
  if (closing) result = weaken(result, 'closing')
  if ((market.confirmed?.length ?? 0) > 0) result = weaken(result, 'earlier-rounds')
  return result
}

function weaken(claims: Guarantees, because: ClaimReason): Guarantees {
  const lost = (claim: Claim) => (claim.holds ? no(because) : claim)
  return { stable: lost(claims.stable), studentOptimal: lost(claims.studentOptimal), strategyProof: lost(claims.strategyProof), efficient: lost(claims.efficient) }
}

function ofRoute(market: Market, policy: Policy): Guarantees {
  const all = (because: ClaimReason, efficient: Claim): Guarantees => ({
    stable: yes(because),
    studentOptimal: yes(because),
    strategyProof: yes(because),
    efficient,
  })
  const none = (because: ClaimReason, change: Partial<Guarantees> = {}): Guarantees => ({
    stable: no(because),
    studentOptimal: no(because),
    strategyProof: no(because),
    efficient: no(because),
    ...change,
  })
  switch (routeOf(market, policy)) {
    case 'strict':
      return all('deferred-acceptance', no('stable-not-efficient'))
    case 'common':
      return all('common-ranking', hasSeatRules(market) ? no('stable-not-efficient') : yes('serial-choice'))
    case 'serial':
      return all('serial-choice', yes('serial-choice'))
    case 'posts':
      return none('post-optimal', { stable: yes('deferred-acceptance') })
    case 'projects':
      return all('owner-ranking', no('stable-not-efficient'))
    case 'flexible':
      return none('caps-bind-order', { stable: yes('weakly-stable'), strategyProof: yes('weakly-stable') })
    case 'greedy':
      return none('crossing-caps')
    case 'admit-all':
      return none('ties-manipulable', { stable: yes('over-capacity'), studentOptimal: yes('score-limits') })
    case 'admit-none':
      return none('ties-manipulable', { stable: yes('score-limits'), studentOptimal: yes('score-limits') })
    case 'total':
      return none('total-satisfaction', { efficient: yes('maximum-total') })
    case 'immediate':
      return none('immediate-acceptance', { efficient: yes('immediate-acceptance') })
  }
}

const hasSeatRules = (market: Market): boolean =>
  market.posts.some((post) => (post.reserves?.length ?? 0) > 0 || Object.keys(post.schoolCaps ?? {}).length > 0)
