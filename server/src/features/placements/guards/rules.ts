import { isFixed, mayChangeSeverity, ruleOf, type Finding, type RuleId, type Severity, type SeverityOverrides } from '../../needs/law/rules.ts'
import { edges, edgesUpTo, type Edge, type Facts, type Guard, type Who } from './facts/rules.ts'
import { makingGuards } from './making/rules.ts'
import { paperGuards } from './papers/rules.ts'
import { startingGuards } from './starting/rules.ts'
import { vettingGuards } from './vetting/rules.ts'

/** Every guard, each on one edge of the lifecycle. */
export const guards: readonly Guard[] = [...makingGuards, ...vettingGuards, ...paperGuards, ...startingGuards]

/** What stands against a placement: the finding, the edge it bars, who puts it right. */
export type Obstacle = Finding & { edge: Edge; who: Who }

/** Rule 1.2: for ordinary undergraduates the regulation is a guide, so what it forbids is a warning; never what the tables have no place for. */
const softened = (found: Finding, profile: Facts['profile']): Finding =>
  profile === 'reference' && found.severity === 'block' && ruleOf(found.ruleId).source === 'internship' && ruleOf(found.ruleId).fixed !== true ? { ...found, severity: 'warn' } : found

/** A finding of the catalogue's own severity follows the alliance's decision; one that asks for less or more on purpose does not. */
const decided = (found: Finding, wanted: Severity | undefined): Finding =>
  wanted && found.severity === ruleOf(found.ruleId).severity && mayChangeSeverity(found.ruleId, wanted) && !isFixed(found.ruleId) ? { ...found, severity: wanted } : found

/** Everything that stands against this placement on these edges, all at once, in order. Pure: the same facts, the same answer. */
export function obstaclesTo(facts: Facts, which: readonly Edge[], overrides: SeverityOverrides = {}): Obstacle[] {
  return guards.flatMap(({ edge, only, who, find }) => {
    if (!which.includes(edge) || (only !== undefined && only !== facts.kind)) return []
    const found = find(facts)
    return found ? [{ ...softened(decided(found, overrides[found.ruleId]), facts.profile), edge, who }] : []
  })
}

export type Waiver = { ruleId: string; params: Record<string, unknown> }

/** Whether a reason that was approved covers what is found now. A share may shrink under it, never grow; anything else is accepted exactly as it was. */
export function covers(waiver: Waiver, found: Finding): boolean {
  const { key, peak, limit, count, ...rest } = waiver.params
  if (waiver.ruleId !== found.ruleId || key !== found.key) return false
  const now = found.params
  if (typeof peak === 'number') return Number(now['peak']) <= peak && Number(now['limit']) >= Number(limit)
  if (typeof count === 'number') return Number(now['count']) <= count
  return Object.entries(now).every(([name, value]) => rest[name] === value)
}

/** What bars the way: what is forbidden, and what needs a reason that nobody has approved. */
export function barring(obstacles: readonly Obstacle[], waivers: readonly Waiver[]): Obstacle[] {
  return obstacles.filter((one) => one.severity === 'block' || (one.severity === 'warn' && !waivers.some((waiver) => covers(waiver, one))))
}

/** The edge whose guards were passed last in this state; null where no guard watches any more. */
export const lastEdgeOf = (state: string): Edge | null =>
  (({ draft: 'make', vetted: 'vet', consented: 'consent', signed: 'sign', insured: 'insure', trained: 'train', active: 'activate', suspended: 'activate' }) as Record<string, Edge>)[state] ?? null

/** Rules that speak of the unit, not of one student there: one alarm for all. */
const ofUnit: readonly RuleId[] = ['1.3', '1.10', '1.11', '1.12', '1.17', '1.24', '1.25']
export const concernsUnit = (found: Finding) => ofUnit.includes(found.ruleId) || (found.ruleId === '1.18' && found.field === 'unit')

export type GuardState = { ruleId: RuleId; edge: Edge; who: Who; state: 'ok' | 'block' | 'warn' | 'accepted' | 'record'; found: Obstacle | null }

/** Each guard and how it stands, for the page: the whole way to the first day. */
export function statesOf(facts: Facts, overrides: SeverityOverrides, waivers: readonly Waiver[]): GuardState[] {
  return guards.flatMap((guard) => {
    if (guard.only !== undefined && guard.only !== facts.kind) return []
    const raw = guard.find(facts)
    const found = raw && { ...softened(decided(raw, overrides[raw.ruleId]), facts.profile), edge: guard.edge, who: guard.who }
    const accepted = found?.severity === 'warn' && waivers.some((waiver) => covers(waiver, found))
    return [{ ruleId: guard.rule, edge: guard.edge, who: guard.who, state: found ? (accepted ? ('accepted' as const) : found.severity) : ('ok' as const), found }]
  })
}

export { edges, edgesUpTo }
