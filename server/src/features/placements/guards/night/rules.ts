import type { Finding } from '../../../needs/law/rules.ts'
import { barring, concernsUnit, edgesUpTo, lastEdgeOf, obstaclesTo, type Obstacle, type Waiver } from '../rules.ts'
import type { Facts } from '../facts/rules.ts'

/** What was lawful when it passed and is no longer. */
export function brokenNow(state: string, facts: Facts, overrides: Parameters<typeof obstaclesTo>[2], waivers: readonly Waiver[]): Obstacle[] {
  const edge = lastEdgeOf(state)
  if (edge === null) return []
  const broken = barring(obstaclesTo(facts, edgesUpTo(edge), overrides), waivers)
  // One alarm a rule: the first of its findings, which is the worst.
  return broken.filter((one, index) => broken.findIndex(({ ruleId }) => ruleId === one.ruleId) === index)
}

/** Whose alarm it is: the unit's, when it would be the same for everybody there. */
export const subjectOf = (found: Finding, ids: { placementId: string; unitId: string }) =>
  concernsUnit(found) ? { placementId: null, unitId: ids.unitId } : { placementId: ids.placementId, unitId: null }
export const keyOf = ({ ruleId, placementId, unitId }: { ruleId: string; placementId: string | null; unitId: string | null }) => `${ruleId} ${placementId ?? ''} ${unitId ?? ''}`

/** Packs units into batches of about so many placements. */
export function batched<U extends { count: number }>(units: readonly U[], size: number): U[][] {
  const batches: U[][] = []
  let room = 0
  for (const unit of units) {
    if (batches.length === 0 || room < unit.count) {
      batches.push([])
      room = size
    }
    batches.at(-1)!.push(unit)
    room -= unit.count
  }
  return batches
}
