import { faultsOf } from './faults.ts'
import type { Audit, Fault, Market, Result, Round } from './model.ts'
import { place } from './place.ts'

export interface Rerun {
  /** The placements, cut-offs and closings are the published ones, digest by digest. */
  same: boolean
  differs: readonly string[]
  audit: Audit | null
  faults: readonly Fault[]
}

/** What anybody can do with a published round: run it again and compare every digest (SPEC M63). */
export function rerun(published: { market: Market; round: Round; result: Pick<Result, 'digest'> & Partial<Result> }): Rerun {
  const faults = faultsOf(published?.market, published?.round)
  if (faults.length > 0) return { same: false, differs: [], audit: null, faults }
  const again = place(published.market, published.round)
  const claimed: Partial<Result['digest']> = published.result?.digest ?? {}
  const differs = Object.entries(again.digest).flatMap(([name, value]) => (claimed[name as keyof Result['digest']] === value ? [] : [name]))
  const moved = published.result.placements && JSON.stringify(published.result.placements) !== JSON.stringify(again.placements)
  if (moved) differs.push('placements')
  return { same: differs.length === 0, differs, audit: again.audit, faults: [] }
}
