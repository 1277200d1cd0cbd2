import { choose } from './choose.ts'
import type { Market, Result, Violation } from './model.ts'
import type { Ledger } from './verify-ledger.ts'

/** What no correct result ever shows: rules broken outright, each with its witness. */
export function violationsOf(market: Market, { round, placements, closed }: Pick<Result, 'round' | 'placements' | 'closed'>, ledger: Ledger): Violation[] {
  const found: Violation[] = []
  const applicants = new Map(market.applicants.map((one) => [one.id, one]))
  const seen = new Set<string>()
  for (const { student, post, seat } of placements) {
    const applicant = applicants.get(student)
    if (!applicant) found.push({ code: 'unknown-student', student })
    if (seen.has(student)) found.push({ code: 'placed-twice', student })
    seen.add(student)
    if (ledger.confirmed.has(student)) found.push({ code: 'confirmed-seat-taken', student })
    if (post === null || !applicant) continue
    if (!ledger.post(post)) found.push({ code: 'unknown-post', student, post })
    if (!applicant.choices.includes(post)) found.push({ code: 'not-chosen', student, post })
    const row = ledger.row(student, post)
    if (!row || row.ineligible) found.push({ code: 'not-eligible', student, post })
    if (ledger.closed.has(post)) found.push({ code: 'closed-post', student, post })
    if (seat?.kind === 'reserved' && !applicant.tags?.includes(seat.tag)) found.push({ code: 'reserve-not-honoured', student, post })
  }
  for (const one of market.applicants) {
    if (!seen.has(one.id) && !ledger.confirmed.has(one.id)) found.push({ code: 'missing-student', student: one.id })
  }
  for (const post of market.posts) {
    const held = ledger.admitted(post.id)
    const seats = ledger.seats(post.id)
    const allowed = round.policy.ties === 'admit-all' ? withLastTie(ledger, post.id, seats) : seats
    if (held.length > allowed) found.push({ code: 'over-capacity', post: post.id, had: held.length, allowed })
    if (round.policy.lowerQuota === 'close' && !ledger.closed.has(post.id)) {
      const had = held.length + (ledger.confirmedAt.get(post.id)?.length ?? 0)
      if (had < (post.min ?? 0)) found.push({ code: 'below-minimum', post: post.id, had, allowed: post.min ?? 0 })
    }
    for (const [school, allowedHere] of Object.entries(ledger.remaining(post).schoolCaps ?? {})) {
      const had = held.filter((student) => applicants.get(student)?.school === school).length
      if (had > Math.max(0, allowedHere)) found.push({ code: 'over-school-cap', post: post.id, had, allowed: allowedHere })
    }
    if (post.reserves?.length && held.length <= allowed) {
      const kept = choose(ledger.remaining(post), held.map(ledger.candidate), seats).length
      if (kept < held.length) found.push({ code: 'reserve-not-honoured', post: post.id, had: held.length, allowed: kept })
    }
  }
  for (const cap of ledger.caps) {
    const had = ledger.capCount(cap)
    const owner = market.owners?.some((one) => one.id === cap.id) && !market.caps?.includes(cap)
    if (had > cap.max) found.push({ code: owner ? 'over-owner-total' : 'over-cap', cap: cap.id, had, allowed: cap.max })
  }
  for (const { post } of closed) if (!ledger.post(post)) found.push({ code: 'unknown-post', post })
  return found
}

/** Seats, and everybody who ties with the student in the last of them. */
function withLastTie(ledger: Ledger, post: string, seats: number): number {
  const held = ledger.admitted(post)
  const last = held[seats - 1]
  if (last === undefined) return seats
  return held.filter((student) => ledger.compare(ledger.row(student, post)!, ledger.row(last, post)!) <= 0).length
}
