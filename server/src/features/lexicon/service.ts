import type { Lexicon } from '@silian/algorithms/answer-matching/lexicon'
import { starterLexicon } from '@silian/algorithms/answer-matching/starter-lexicon'
import { toSimplified } from '@silian/words/simplified'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { VersionView } from './contract.ts'
import { mayEditLexicon } from './policy.ts'
import { changesBetween, faultsOf, same, sharedTerms, withConcept, withoutConcept, type Change, type Concept } from './rules.ts'
import { findDraft, findPublished, findPublishedMark, findVersion, insertVersion, listVersions, lockPublished, updateVersion, type Version } from './tables.ts'

const groupsOf = (version: Pick<Version, 'groups'>) => version.groups as unknown as Concept[]

/** On the first start: the lexicon that comes with the product. One that is there is left alone. */
export async function loadStarterLexicon(tx: Tx, now: Date) {
  if (await findPublishedMark(tx)) return
  await insertVersion(tx, { state: 'published', groups: starterLexicon.groups, basedOn: null, note: `${starterLexicon.version}`, madeBy: null, madeAt: now, publishedAt: now })
}

let inUse: Lexicon | undefined

/** The lexicon in use. Read once for each version: whoever matches asks on every request. */
export async function currentLexicon(tx: Tx): Promise<Lexicon> {
  const mark = await findPublishedMark(tx)
  if (!mark) return starterLexicon
  const version = `${mark.number} ${mark.publishedAt!.toISOString()}`
  if (inUse?.version !== version) inUse = { version, groups: groupsOf((await findVersion(tx, mark.number))!) }
  return inUse
}

/** The draft, for a preview of what it would change; undefined while nobody works on one. */
export async function draftLexicon(tx: Tx): Promise<Lexicon | undefined> {
  const draft = await findDraft(tx)
  return draft && { version: `draft-${draft.number}`, groups: groupsOf(draft) }
}

const baseOf = async (tx: Tx, version: Version): Promise<Concept[]> => {
  const base = version.basedOn === null ? undefined : await findVersion(tx, version.basedOn)
  return base ? groupsOf(base) : []
}

type Filter = { q: string; facet?: string; changed: boolean; of: 'published' | 'draft'; page: number; size: number }

export async function viewConcepts(tx: Tx, { q, facet, changed, of, page, size }: Filter) {
  const version = (of === 'draft' ? await findDraft(tx) : undefined) ?? (await findPublished(tx))
  if (!version) return { rows: [], total: 0, page, size }
  const changes = version.state === 'draft' ? changesBetween(await baseOf(tx, version), groupsOf(version)) : []
  const changeOf = new Map(changes.map((one) => [one.id, one.change]))
  const removed = changes.flatMap(({ change, before }) => (change === 'removed' && before ? [before] : []))
  const wanted = toSimplified(q).toLowerCase()
  const rows = [...groupsOf(version), ...removed]
    .filter((one) => (facet === undefined || one.facet === facet) && (!changed || changeOf.has(one.id)))
    .filter((one) => wanted === '' || one.terms.some((term) => toSimplified(term).toLowerCase().includes(wanted)))
  return { rows: rows.slice((page - 1) * size, page * size).map((one) => ({ ...whole(one), change: changeOf.get(one.id) ?? null })), total: rows.length, page, size }
}

const whole = ({ id, terms, facet, broader = [], related = [] }: Concept) => ({ id, terms: [...terms], facet, broader: [...broader], related: [...related] })
const wholeOrNull = (one: Concept | null) => one && whole(one)

export async function viewVersions(tx: Tx, actor: Actor) {
  const all = await listVersions(tx)
  const byNumber = new Map(all.map((version) => [version.number, version]))
  const count = (changes: readonly Change[], kind: Change['change']) => changes.filter(({ change }) => change === kind).length
  const rows = all.map((version): VersionView => {
    const base = version.basedOn === null ? undefined : byNumber.get(version.basedOn)
    const changes = base ? changesBetween(groupsOf(base), groupsOf(version)) : []
    const { number, basedOn, note, madeByName, publishedByName, madeAt, publishedAt } = version
    return {
      number, basedOn, note, madeByName, publishedByName,
      state: version.state as VersionView['state'],
      madeAt: madeAt.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
      concepts: groupsOf(version).length,
      added: count(changes, 'added'),
      changed: count(changes, 'changed'),
      removed: count(changes, 'removed'),
    }
  })
  return { rows, can: { edit: mayEditLexicon(actor) } }
}

export async function viewChanges(tx: Tx, version: Version) {
  const changes = changesBetween(await baseOf(tx, version), groupsOf(version))
  return { rows: version.basedOn === null ? [] : changes.map(({ id, change, before, after }) => ({ id, change, before: wholeOrNull(before), after: wholeOrNull(after) })) }
}

/** The draft everybody works on; the first change makes it. The lock on the published one keeps it single. */
async function draftOf(tx: Tx, actor: Actor, now: Date) {
  const published = (await lockPublished(tx)) ?? refuse('not_found')
  const draft = await findDraft(tx)
  if (draft) return { number: draft.number, groups: groupsOf(draft), base: await baseOf(tx, draft) }
  const groups = groupsOf(published)
  const number = await insertVersion(tx, { state: 'draft', groups, basedOn: published.number, note: null, madeBy: actor.accountId, madeAt: now, publishedAt: null })
  return { number, groups, base: groups }
}

export async function putConcept(tx: Tx, actor: Actor, concept: Concept, before: Concept | null, now: Date) {
  const draft = await draftOf(tx, actor, now)
  const standing = draft.groups.find(({ id }) => id === concept.id) ?? null
  const unseen = standing === null ? before !== null : before === null || !same(standing, before)
  if (unseen) refuse('changed_meanwhile')
  const groups = withConcept(draft.groups, concept)
  const shared = sharedTerms(draft.groups, concept)
  const faults = faultsOf(groups).filter(({ group }) => group === concept.id)
  if (shared.length > 0 || faults.length > 0) refuse('lexicon_faulty', { shared, faults })
  return keep(tx, actor, draft, groups, { event: standing ? 'lexicon.concept_changed' : 'lexicon.concept_added', id: concept.id }, now)
}

export async function removeConcept(tx: Tx, actor: Actor, id: string, now: Date) {
  const draft = await draftOf(tx, actor, now)
  if (!draft.groups.some((one) => one.id === id)) refuse('not_found')
  return keep(tx, actor, draft, withoutConcept(draft.groups, id), { event: 'lexicon.concept_removed', id }, now)
}

type Kept = { number: number; base: readonly Concept[] }

async function keep(tx: Tx, actor: Actor, { number, base }: Kept, groups: Concept[], { event, id }: { event: `lexicon.${string}`; id: string }, now: Date) {
  await updateVersion(tx, number, { groups })
  audit(tx, actor, now, { event, subjectType: 'lexicon', subjectId: String(number), details: { concept: id } })
  return { number, changes: changesBetween(base, groups).length }
}

export async function publish(tx: Tx, actor: Actor, note: string, now: Date) {
  const published = (await lockPublished(tx)) ?? refuse('not_found')
  const draft = (await findDraft(tx)) ?? refuse('lexicon_without_draft')
  const faults = faultsOf(groupsOf(draft))
  if (faults.length > 0) refuse('lexicon_faulty', { shared: [], faults })
  await updateVersion(tx, published.number, { state: 'replaced' })
  await updateVersion(tx, draft.number, { state: 'published', note, publishedBy: actor.accountId, publishedAt: now })
  audit(tx, actor, now, { event: 'lexicon.published', subjectType: 'lexicon', subjectId: String(draft.number), details: { replaces: published.number } })
  return { number: draft.number }
}

export async function discard(tx: Tx, actor: Actor, now: Date) {
  await lockPublished(tx)
  const draft = (await findDraft(tx)) ?? refuse('lexicon_without_draft')
  await updateVersion(tx, draft.number, { state: 'discarded' })
  audit(tx, actor, now, { event: 'lexicon.discarded', subjectType: 'lexicon', subjectId: String(draft.number) })
  return { number: draft.number }
}

/** Going back is going on: a draft with the old content, looked at and published like any other. */
export async function restore(tx: Tx, actor: Actor, version: Version, now: Date) {
  const published = (await lockPublished(tx)) ?? refuse('not_found')
  if (await findDraft(tx)) refuse('lexicon_has_draft')
  const groups = groupsOf(version)
  const number = await insertVersion(tx, { state: 'draft', groups, basedOn: published.number, note: null, madeBy: actor.accountId, madeAt: now, publishedAt: null })
  audit(tx, actor, now, { event: 'lexicon.restored', subjectType: 'lexicon', subjectId: String(number), details: { from: version.number } })
  return { number, changes: changesBetween(groupsOf(published), groups).length }
}
