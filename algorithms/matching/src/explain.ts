import type { Cap, Id, Market, Placement, Result } from './model.ts'
import type { Explanation, Reason } from './reasons.ts'
import { routeOf } from './route.ts'
import { counts, sharedCaps } from './route.ts'
import { judge, standingsOf, type Standings } from './standings.ts'
import { compile, NONE, type Table } from './table.ts'

/** Why one student got what they got. For many students build `explainer` once. */
export function explain(result: Result, market: Market, student: Id): Explanation {
  return explainer(result, market)(student)
}

/** Facts from the final cut-offs (SPEC M50–M57). The preparation is linear in wishes; each student then costs their own list. */
export function explainer(result: Pick<Result, 'round' | 'placements' | 'closed'>, market: Market, table?: Table): (student: Id) => Explanation {
  const { readerOf, reasonOf } = readingOf(result, market, table)
  return (student) => {
    const reader = readerOf(student)
    if (!reader) return { student, post: null, reasons: [] }
    return { student, post: reader.placement?.post ?? null, reasons: reader.choices.map((_, at) => reasonOf(reader, at + 1)) }
  }
}

/** One student's list, as it is read. */
interface Reader {
  student: Id
  s: number
  choices: readonly Id[]
  placement: Placement | undefined
  /** The edge of a wish; undefined for a wish that could not be granted. */
  edgeOf(choice: number): number | undefined
}

/** `table` is the one the result was placed from; without it the draw is made again. */
export function readingOf(result: Pick<Result, 'round' | 'placements' | 'closed'>, market: Market, table: Table = compile(market, result.round.lottery.seed, result.round.id)) {
  const { round } = result
  const indexOf = new Map(table.students.map((id, index) => [id, index]))
  const postIndex = new Map(table.posts.map((id, index) => [id, index]))
  const applicants = new Map(market.applicants.map((one) => [one.id, one]))
  const placements = new Map(result.placements.map((placement) => [placement.student, placement]))
  const match = matchOf(table, result, indexOf)
  const standings = standingsOf(table, match, {
    route: routeOf(market, round.policy),
    privateBelow: round.policy.minSeatsToPublishCutoff,
    closed: new Map(result.closed.map((one) => [postIndex.get(one.post)!, one])),
    bindingCap: bindingCapOf(market, table, match),
    seatTag: (s) => {
      const seat = placements.get(table.students[s]!)?.seat
      return seat?.kind === 'reserved' ? seat.tag : null
    },
    confirmed: confirmedPerPost(market, postIndex),
  })
  const rows = refusedRows(market)

  function readerOf(student: Id): Reader | null {
    const applicant = applicants.get(student)
    const s = indexOf.get(student)
    if (!applicant || s === undefined) return null
    return {
      student,
      s,
      choices: applicant.choices,
      placement: placements.get(student),
      edgeOf(choice) {
        for (let e = table.offset[s]!; e < table.offset[s + 1]!; e++) if (table.wish[e] === choice) return e
        return undefined
      },
    }
  }

  function reasonOf({ student, s, choices, placement, edgeOf }: Reader, choice: number): Reason {
    const post = choices[choice - 1]!
    const about = { post, choice }
    const placedChoice = placement?.choice ?? Infinity
    if (choice === placedChoice) return { ...about, code: 'placed', seat: placement!.seat! }
    if (choice > placedChoice) return { ...about, code: 'placed-better', placedChoice }
    const edge = edgeOf(choice)
    if (edge !== undefined) return judge(standings, s, edge)
    const row = rows.get(student)?.get(post)
    if (!row) return { ...about, code: 'not-ranked' }
    return { ...about, code: 'not-eligible', rule: row.code, params: row.params ?? {} }
  }

  return { standings, readerOf, reasonOf }
}

function matchOf(table: Table, result: Pick<Result, 'placements'>, indexOf: ReadonlyMap<Id, number>): Uint32Array {
  const match = new Uint32Array(table.students.length).fill(NONE)
  for (const { student, choice } of result.placements) {
    const s = indexOf.get(student)
    if (s === undefined || choice === null) continue
    for (let e = table.offset[s]!; e < table.offset[s + 1]!; e++) if (table.wish[e] === choice) match[s] = e
  }
  return match
}

function refusedRows(market: Market): Map<Id, Map<Id, NonNullable<Market['applications'][number]['ineligible']>>> {
  const rows = new Map<Id, Map<Id, NonNullable<Market['applications'][number]['ineligible']>>>()
  for (const { student, post, ineligible } of market.applications) {
    if (ineligible) rows.set(student, (rows.get(student) ?? new Map()).set(post, ineligible))
  }
  return rows
}

function confirmedPerPost(market: Market, postIndex: ReadonlyMap<Id, number>): Map<number, number> {
  const perPost = new Map<number, number>()
  for (const { post } of market.confirmed ?? []) {
    const p = postIndex.get(post)!
    perPost.set(p, (perPost.get(p) ?? 0) + 1)
  }
  return perPost
}

/** The first full cap over several posts that counts this student at this post. */
function bindingCapOf(market: Market, table: Table, match: Uint32Array): Standings['bindingCap'] {
  const shared = sharedCaps(market)
  if (shared.length === 0 && market.posts.every((post) => post.schoolCaps === undefined)) return () => null
  // How many of each school every post holds, counted once: a round may have a cap for every school at every enterprise.
  const held: Map<Id | undefined, number>[] = table.posts.map(() => new Map())
  match.forEach((edge, s) => {
    if (edge === NONE) return
    const here = held[table.edges[2 * edge]!]!
    here.set(table.school[s], (here.get(table.school[s]) ?? 0) + 1)
  })
  const postIndex = new Map(table.posts.map((id, index) => [id, index]))
  const fullAt: Cap[][] = table.posts.map(() => [])
  for (const cap of shared) {
    const inside = [...new Set(cap.posts)].flatMap((id) => postIndex.get(id) ?? [])
    let left = cap.max
    for (const p of inside) for (const [school, many] of held[p]!) if (counts(cap, school)) left -= many
    if (left <= 0) for (const p of inside) fullAt[p]!.push(cap)
  }
  return (student, post) => {
    const cap = fullAt[post]!.find((one) => counts(one, table.school[student]))
    if (cap) return { cap: cap.label ?? cap.id, max: market.owners?.find((one) => one.id === cap.id)?.capacity ?? market.caps?.find((one) => one.id === cap.id)?.max ?? cap.max }
    const own = table.source[post]!.schoolCaps?.[table.school[student] ?? '']
    if (own === undefined) return null
    return (held[post]!.get(table.school[student]) ?? 0) >= own ? { cap: table.school[student]!, max: own } : null
  }
}
