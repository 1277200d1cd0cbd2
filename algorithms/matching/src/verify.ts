import { choose } from './choose.ts'
import type { Application, Audit, BlockingPair, Id, Market, Post, Result, Violation } from './model.ts'
import { ledgerOf, type Ledger } from './verify-ledger.ts'
import { violationsOf } from './verify-violations.ts'

type Placed = Pick<Result, 'round' | 'placements' | 'closed'>

/**
 * Judges a result from the input and the placements alone. Shares no code with the solvers: it imports types, the hash
 * and the published definition of a choice. Time: wishes above the placement, times the size of a post with special rules.
 */
export function verify(market: Market, result: Placed): Audit {
  const ledger = ledgerOf(market, result)
  const blockingPairs: BlockingPair[] = []
  const toleratedByCaps: BlockingPair[] = []
  const acrossRounds: BlockingPair[] = []
  const wantsClosed = new Map<Id, Id[]>()
  for (const applicant of market.applicants) {
    const seat = ledger.confirmed.get(applicant.id)
    const held = seat?.post ?? ledger.placed.get(applicant.id) ?? null
    for (const post of applicant.choices) {
      if (post === held) break
      const row = ledger.row(applicant.id, post)
      if (!row || row.ineligible) continue
      if (ledger.closed.has(post)) {
        wantsClosed.set(post, [...(wantsClosed.get(post) ?? []), applicant.id])
        continue
      }
      if (seat) {
        const pair = blocksWithoutCaps(ledger, row)
        if (pair) acrossRounds.push(pair)
        continue
      }
      const earlier = (ledger.confirmedAt.get(post) ?? []).find((other) => {
        const theirs = ledger.row(other, post)
        return theirs !== undefined && ledger.compare(row, theirs) < 0
      })
      if (earlier !== undefined) acrossRounds.push({ student: applicant.id, post, over: earlier })
      const free = blocksWithoutCaps(ledger, row)
      if (ledger.caps.length === 0) {
        if (free) blockingPairs.push(free)
        continue
      }
      const pair = blocksUnderCaps(ledger, row, free)
      if (pair) blockingPairs.push(pair)
      else if (free) toleratedByCaps.push(free)
    }
  }
  return {
    violations: violationsOf(market, result, ledger),
    blockingPairs,
    wasted: blockingPairs.filter((pair) => pair.over === null),
    envy: blockingPairs.filter((pair) => pair.over !== null),
    toleratedByCaps,
    acrossRounds,
    coalitions: [...wantsClosed].flatMap(([post, students]) => coalition(ledger, post, students)),
  }
}

function coalition(ledger: Ledger, post: Id, students: readonly Id[]): { post: Id; students: Id[] }[] {
  const min = ledger.post(post)?.min ?? 0
  if (students.length < min) return []
  const ranked = students.toSorted((a, b) => ledger.compare(ledger.row(a, post)!, ledger.row(b, post)!))
  return [{ post, students: ranked.slice(0, ledger.seats(post)) }]
}

/** The pair, when the post by its own rules would take this student beside or instead of those it has. */
function blocksWithoutCaps(ledger: Ledger, row: Application): BlockingPair | null {
  const post = ledger.post(row.post)
  if (!post) return null
  const pair = (over: Id | null): BlockingPair => ({ student: row.student, post: row.post, over })
  const held = ledger.admitted(row.post)
  const seats = ledger.seats(row.post)
  if (ledger.ties === 'admit-all') {
    if (held.length < seats) return pair(null)
    const better = held.filter((other) => ledger.compare(ledger.row(other, row.post)!, row) < 0)
    return better.length < seats ? pair(held.at(-1) ?? null) : null
  }
  if (ledger.ties === 'admit-none') {
    const envied = held.find((other) => ledger.compare(row, ledger.row(other, row.post)!) <= 0)
    if (envied !== undefined) return pair(envied)
    return ledger.wanting(row.post).filter((other) => ledger.compare(other, row) <= 0).length <= seats ? pair(null) : null
  }
  if (!hasSeatRules(post)) {
    if (held.length < seats) return pair(null)
    const last = held.at(-1)
    return last !== undefined && ledger.compare(row, ledger.row(last, row.post)!) < 0 ? pair(last) : null
  }
  const ranked = [...held, row.student].sort((a, b) => ledger.compare(ledger.row(a, row.post)!, ledger.row(b, row.post)!))
  const chosen = new Set(choose(ledger.remaining(post), ranked.map(ledger.candidate), seats).map((one) => one.student))
  return chosen.has(row.student) ? pair(held.find((other) => !chosen.has(other)) ?? null) : null
}

const hasSeatRules = (post: Post): boolean => (post.reserves?.length ?? 0) > 0 || Object.keys(post.schoolCaps ?? {}).length > 0

/** A pair that also keeps every cap over several posts: for a free seat, or in the place of one ranked lower. */
function blocksUnderCaps(ledger: Ledger, row: Application, free: BlockingPair | null): BlockingPair | null {
  if (!free) return null
  if (free.over === null && ledger.fits(row.student, row.post, null)) return free
  const lower = ledger.admitted(row.post).filter((other) => ledger.compare(row, ledger.row(other, row.post)!) < 0)
  const over = lower.findLast((other) => ledger.fits(row.student, row.post, other))
  if (over !== undefined) return { student: row.student, post: row.post, over }
  if (free.over !== null || !ledger.oneRankingPerOwner) return null
  // Student-project allocation: the post has a seat, its owner is full, and the owner's last ranks below.
  const owner = ledger.post(row.post)?.owner
  const last = ledger.admittedOfOwner(owner).findLast((other) => ledger.compareAcross(row, other) < 0)
  return last === undefined ? null : { student: row.student, post: row.post, over: last.student }
}

export type { Placed, Violation }
