import type { Id, Market, Placement, Round } from './model.ts'
import { place } from './place.ts'

export type Change =
  | { student: Id; choices: readonly Id[] }
  | { student: Id; post: Id; score: number }
  | { post: Id; capacity: number }
  | { withdraw: Id }

export interface WhatIf {
  /** Placements of everybody whose placement differs, before and after. */
  changed: readonly { before: Placement; after: Placement | null }[]
  after: readonly Placement[]
}

/** The market with one thing different; the rest, the seed included, as it was. */
export function changed(market: Market, change: Change): Market {
  if ('withdraw' in change) {
    return {
      ...market,
      applicants: market.applicants.filter((one) => one.id !== change.withdraw),
      applications: market.applications.filter((row) => row.student !== change.withdraw),
    }
  }
  if ('capacity' in change) {
    return { ...market, posts: market.posts.map((post) => (post.id === change.post ? { ...post, capacity: change.capacity } : post)) }
  }
  if ('choices' in change) {
    return { ...market, applicants: market.applicants.map((one) => (one.id === change.student ? { ...one, choices: change.choices } : one)) }
  }
  return {
    ...market,
    applications: market.applications.map((row) =>
      row.student === change.student && row.post === change.post ? { ...row, score: change.score } : row,
    ),
  }
}

/** An exact re-run with the same seed: never an estimate from cut-offs (SPEC M56). */
export function whatIf(market: Market, round: Round, change: Change): WhatIf {
  const before = place(market, round).placements
  const after = place(changed(market, change), round).placements
  const now = new Map(after.map((placement) => [placement.student, placement]))
  return {
    changed: before.flatMap((was) => {
      const is = now.get(was.student) ?? null
      return is?.post === was.post && is.choice === was.choice ? [] : [{ before: was, after: is }]
    }),
    after,
  }
}
