import type { Market, Policy, Result } from './model.ts'
import { hash, hex, sha256Hex, utf8 } from './sha256.ts'

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json }

/**
 * Canonical JSON (SPEC M61): no spaces; object keys in UTF-16 order; members that are undefined left out;
 * numbers and strings as JSON.stringify writes them. All numbers of a market are whole.
 */
export function canonical(value: unknown): string {
  return write(value as Json)
}

function write(value: Json): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(write).join(',')}]`
  const members = value as { readonly [key: string]: Json }
  return `{${Object.keys(members)
    .filter((key) => members[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(members[key])}`)
    .join(',')}}`
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** SHA-256 over one canonical line per row, rows by id, so that the order of lists without meaning does not count (SPEC M62). */
export function inputDigest(market: Market): string {
  const whole = hash()
  // A block of lines at a time: a million tiny updates would cost more than the hashing.
  let block = ''
  const flush = () => {
    whole.update(utf8(block))
    block = ''
  }
  const line = (text: string) => {
    block += `${text}\n`
    if (block.length > 65_536) flush()
  }
  const section = <Row>(name: string, rows: readonly Row[], idOf: (row: Row) => string, text: (row: Row) => string) => {
    line(name)
    for (const row of rows.toSorted((a, b) => byText(idOf(a), idOf(b)))) line(text(row))
  }
  const byId = (row: { id: string }) => row.id
  section('applicants', market.applicants, byId, ({ id, school, tags, choices }) => canonical({ id, school, tags: sorted(tags), choices }))
  section('posts', market.posts, byId, postLine)
  line('applications')
  const perStudent = new Map<string, Market['applications'][number][]>()
  for (const row of market.applications) {
    const own = perStudent.get(row.student)
    if (own) own.push(row)
    else perStudent.set(row.student, [row])
  }
  for (const student of [...perStudent.keys()].sort(byText)) {
    for (const row of perStudent.get(student)!.sort((a, b) => byText(a.post, b.post))) line(applicationLine(row))
  }
  section('caps', market.caps ?? [], byId, ({ id, label, max, posts, schools }) =>
    canonical({ id, label, max, posts: sorted(posts), schools: sorted(schools) }),
  )
  section('owners', market.owners ?? [], byId, ({ id, capacity }) => canonical({ id, capacity }))
  section('confirmed', market.confirmed ?? [], (seat) => seat.student, ({ student, post, tag }) => canonical({ student, post, tag }))
  line('order')
  line(canonical(market.order ?? []))
  flush()
  return hex(whole.digest())
}

const sorted = (list: readonly string[] | undefined) => list?.toSorted(byText)

function postLine({ id, capacity, min, reserves, schoolCaps, owner, target }: Market['posts'][number]): string {
  return canonical({ id, capacity, min, reserves: reserves?.map(({ tag, seats, mode }) => ({ tag, seats, mode })), schoolCaps, owner, target })
}

// Ten wishes a student make this the one section whose speed is felt, so its common form is written by hand.
function applicationLine(row: Market['applications'][number]): string {
  const { student, post, score, keys, ineligible } = row
  if (keys || ineligible) return canonical({ student, post, score, keys, ineligible })
  return `{"post":${JSON.stringify(row.post)},"score":${row.score},"student":${JSON.stringify(row.student)}}`
}

export const policyDigest = (policy: Policy): string => sha256Hex(canonical(policy))

export const resultDigest = (result: Pick<Result, 'placements' | 'cutOffs' | 'closed'>): string =>
  sha256Hex(canonical({ placements: result.placements, cutOffs: result.cutOffs, closed: result.closed }))
