import type { RefusalCode } from '../contract/refusals.ts'
import type { Actor, Role } from './actor.ts'

/** With whom an inbox item lies: one person, or whoever holds a role at an organisation or an alliance. */
export type Assignee =
  | { accountId: string }
  | { role: Role; organisationId: string }
  | { role: 'secretariat'; allianceId: string }

/** What a state asks, of whom, until when. */
export type Ask<Thing> = {
  /** '<noun>.<verb>', worded in words/src/*\/inbox.ts as title, why and otherwise. */
  kind: `${string}.${string}`
  of: (thing: Thing) => Assignee[]
  /** When the answer is due; null where the law or the alliance sets no clock. */
  due: (thing: Thing, now: Date) => Date | null
  params?: (thing: Thing) => Record<string, unknown>
}

export type Transition<State extends string, Thing> = {
  from: readonly State[]
  to: State
  /** Past tense, for the audit trail and the history. */
  event: `${string}.${string}`
  may: (actor: Actor, thing: Thing) => boolean
  /** Why not now, beyond the state itself. */
  whyNot?: (thing: Thing, now: Date) => RefusalCode | null
}

/** A thing that moves through states declares them once. From here come check constraint, refusals, `can`, inbox items, audit lines and the picture. */
export type Lifecycle<State extends string, Action extends string, Thing> = {
  noun: string
  table: string
  states: readonly State[]
  /** The line shown on a record's page, in order; side exits are left out. */
  line: readonly State[]
  transitions: Record<Action, Transition<State, Thing>>
  asks: Partial<Record<State, readonly Ask<Thing>[]>>
}

export const lifecycle = <State extends string, Action extends string, Thing extends { state: State }>(
  declaration: Lifecycle<State, Action, Thing>,
): Lifecycle<State, Action, Thing> => declaration

/** Why this action must be refused now, or null when it may go ahead. */
export function whyNotMove<S extends string, A extends string, T extends { state: S }>(
  life: Lifecycle<S, A, T>,
  action: A,
  thing: T,
  now: Date,
): RefusalCode | null {
  const transition = life.transitions[action]
  if (!transition.from.includes(thing.state)) return 'wrong_state'
  return transition.whyNot?.(thing, now) ?? null
}

/** What this actor may do with this thing in the state it is in: the `can` of every view. */
export function canMove<S extends string, A extends string, T extends { state: S }>(
  life: Lifecycle<S, A, T>,
  actor: Actor,
  thing: T,
): Record<A, boolean> {
  const actions = Object.entries<Transition<S, T>>(life.transitions)
  return Object.fromEntries(
    actions.map(([action, { from, may }]) => [action, from.includes(thing.state) && may(actor, thing)]),
  ) as Record<A, boolean>
}

/** The picture in the docs. */
export function diagramOf<S extends string, A extends string, T>(life: Lifecycle<S, A, T>): string {
  const arrows = Object.entries<Transition<S, T>>(life.transitions).flatMap(([action, { from, to }]) =>
    from.map((state) => `  ${state} --> ${to}: ${action}`),
  )
  return ['stateDiagram-v2', `  [*] --> ${life.states[0]}`, ...arrows].join('\n')
}
