import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { visibleAgreementIds } from '../agreements/service.ts'
import { visibleOrganisationIds } from '../members/service.ts'
import { visiblePostIds } from '../needs/service.ts'
import { visibleProblemIds } from '../needs/problems/service.ts'
import { visibleRoundIds } from '../rounds/service.ts'
import { visibleOfferIds } from '../services/offers/service.ts'
import { visiblePolicyIds } from '../services/policies/service.ts'
import { visibleStudentIds } from '../talent/students/service.ts'
import { visibleTeacherIds } from '../talent/teachers/service.ts'
import { visibleAchievementIds } from '../technology/achievements/service.ts'
import { visibleTeamIds } from '../technology/teams/service.ts'
import { foundKinds, type Found, type FoundKind, type Hit } from './contract.ts'
import { searchHelp } from './help/service.ts'
import { readingOf, wordsIn } from './reading/service.ts'
import { isHan, letterOf, marksOf, probesOf, probesOfSlips, slipsAllowed, slipsIn, type Kind, type Probe } from './rules.ts'
import { listNewest, listShown, nearOf, probe, type Candidate, type Named } from './tables.ts'

type VisibleIds = (tx: Tx, actor: Actor, ids: readonly string[]) => Promise<string[]>

/** The last word on who sees what is each room's own. A new kind of thing is a line here, one in the contract, one source and one trigger. */
const visibleIds: Record<Kind, VisibleIds> = {
  organisation: visibleOrganisationIds,
  post: visiblePostIds,
  technology: visibleProblemIds,
  service: visibleProblemIds,
  achievement: visibleAchievementIds,
  team: visibleTeamIds,
  offer: visibleOfferIds,
  policy: visiblePolicyIds,
  round: visibleRoundIds,
  agreement: visibleAgreementIds,
  student: visibleStudentIds,
  teacher: visibleTeacherIds,
}

const isPerson = (kind: Kind) => kind === 'student' || kind === 'teacher'
/** Of people, and of what people sign: nothing that travels by mail or stands in a feed. */
const isPersonal = (kind: Kind) => isPerson(kind) || kind === 'agreement'

/** Whom a search for people would answer at all; others are not even looked for. */
const kindsFor = (actor: Actor): Kind[] =>
  (Object.keys(visibleIds) as Kind[]).filter((kind) => !isPerson(kind) || hasRole(actor, 'secretariat', 'school_contact', 'teacher'))

/** Counted up to here, and a page of one kind leads as far. A few suggestions at every key need no count. */
const mostOfAll = 50
const mostOfOne = 500
const mostOfFew = 20
const few = 3

/** `people: false` leaves students, teachers and what they sign out altogether. */
export type Asking = { q: string; kind?: FoundKind; people?: boolean }

/** What is found and seen by this actor, the best first. */
export async function find(tx: Tx, actor: Actor, { q, kind, people = true }: Asking, most: number): Promise<{ candidates: Candidate[]; near: boolean }> {
  const kinds = kindsFor(actor).filter((one) => (kind === undefined || one === kind) && (people || !isPersonal(one)))
  if (kinds.length === 0) return { candidates: [], near: false }
  const words = wordsIn(q)
  const readers = await nearOf(tx, actor)
  if (words.length === 0) return { candidates: kind && q === '' ? await seenOf(tx, actor, await listNewest(tx, kind, readers, most + 1)) : [], near: false }

  const ask = (probes: readonly Probe[], key: string, whole = false) =>
    probes.length === 0
      ? []
      : probe(tx, kinds.flatMap((one) => probes.map((probe) => askedOf(one, probe))), { near: readers, key, most: most + 1, whole })
  const key = words.join('')
  const exact = await seenOf(tx, actor, await ask(probesOf(words), key))
  if (exact.length > 0) return { candidates: exact, near: false }
  return { candidates: await seenOf(tx, actor, await nearly(words, ask)), near: true }
}

const askedOf = (kind: Kind, { tokens, words, first }: Probe) => ({
  wanted: tokens.map((token) => letterOf[kind] + token), likes: words.map((word) => `%${word}%`), first: first?.map((token) => letterOf[kind] + token) ?? null,
})

type Ask = (probes: readonly Probe[], key: string, whole?: boolean) => Promise<Candidate[]> | Candidate[]

/** What sounds the same, which is how Chinese is mistyped; else what differs by a letter or two. */
async function nearly(words: readonly string[], ask: Ask): Promise<Candidate[]> {
  const key = words.join('')
  if (isHan(key) && [...key].length > 1) {
    const sounds = words.map((word) => readingOf(word).sounds.join(''))
    const alike = await ask(probesOf(sounds), sounds.join(''))
    if (alike.length > 0) return alike
  }
  const close = await ask(probesOfSlips(key), key, true)
  return close
    .map((one) => ({ ...one, haystack: null, slips: Math.min(...one.haystack!.split('|').map((field) => slipsIn(field, key))) }))
    .filter(({ slips }) => slips <= slipsAllowed(key))
    .sort((one, other) => one.slips - other.slips)
}

/** Only these, in the same order: each kind is asked of its own room, once. */
async function seenOf(tx: Tx, actor: Actor, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const seen = new Set<string>()
  for (const [kind, some] of Map.groupBy(candidates, (one) => one.kind as Kind)) {
    for (const id of await visibleIds[kind](tx, actor, some.map((one) => one.subjectId))) seen.add(id)
  }
  return candidates.filter((one) => seen.has(one.subjectId))
}

export async function search(tx: Tx, actor: Actor, { q, kind, page, size }: Asking & { page: number; size: number }): Promise<Found> {
  const most = kind ? mostOfOne : size <= few ? mostOfFew : mostOfAll
  const words = wordsIn(q)
  const help = kind === undefined || kind === 'help' ? searchHelp(words, actor.locale, most + 1) : []
  const { candidates, near } = kind === 'help' ? { candidates: [], near: false } : await find(tx, actor, { q, kind }, most)
  // What only nearly fits steps back behind a page of the handbook that fits.
  const byKind = Map.groupBy(near && help.length > 0 ? [] : candidates, (one) => one.kind as FoundKind)
  const from = (page - 1) * size
  const shown = await viewHits(tx, [...byKind.values()].flatMap((some) => some.slice(from, from + size)), words)
  const groups = foundKinds.flatMap((one) => {
    const some = one === 'help' ? help : (byKind.get(one) ?? [])
    const hits = one === 'help' ? help.slice(from, from + size).map((entry) => helpHit(entry, words)) : shown.filter((hit) => hit.kind === one)
    return some.length > 0 ? [{ kind: one, total: Math.min(some.length, most), more: some.length > most, hits }] : []
  })
  return { q, near: near && help.length === 0 && candidates.length > 0, groups }
}

async function viewHits(tx: Tx, candidates: readonly Candidate[], words: readonly string[]): Promise<Hit[]> {
  const rows = new Map((await listShown(tx, candidates)).map((row) => [row.subjectId, row]))
  return candidates.flatMap(({ subjectId }) => {
    const row = rows.get(subjectId)
    if (!row) return []
    const { title, titleEn, ownerName, note } = row
    return [{ kind: row.kind as FoundKind, id: subjectId, title, titleEn, marks: marksOf(readingOf(title), words), ownerName, note }]
  })
}

const helpHit = ({ id, title, page, reading }: ReturnType<typeof searchHelp>[number], words: readonly string[]): Hit => ({
  kind: 'help', id, title, titleEn: null, marks: marksOf(reading, words), ownerName: null, note: page || null,
})

/** For subscriptions: what this reader finds, by kind and id; as written, for a mail about what only sounds alike would be noise. */
export async function findForReader(tx: Tx, actor: Actor, { q, kind }: { q: string; kind: string | null }): Promise<Named[]> {
  const { candidates, near } = await find(tx, actor, { q, kind: (kind ?? undefined) as FoundKind | undefined, people: false }, mostOfOne)
  return near ? [] : candidates.map(({ kind: found, subjectId }) => ({ kind: found, subjectId }))
}

export type Shown = { kind: string; id: string; title: string; titleEn: string | null; ownerName: string | null; madeAt: Date; public: boolean }

/** What is shown of things that were found before and seen. */
export async function viewFound(tx: Tx, things: readonly Named[]): Promise<Shown[]> {
  return (await listShown(tx, things)).map(({ kind, subjectId, title, titleEn, ownerName, madeAt, readers }) => ({
    kind, id: subjectId, title, titleEn, ownerName, madeAt, public: readers.includes('public'),
  }))
}
