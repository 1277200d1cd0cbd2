import { faultsOfLexicon, type LexiconFault, type LexiconGroup } from '@silian/algorithms/answer-matching/lexicon'

export type Concept = LexiconGroup
export type Change = { id: string; change: 'added' | 'changed' | 'removed'; before: Concept | null; after: Concept | null }

/** Two writings of one concept that mean the same: the order of terms after the first says nothing. */
export const same = (one: Concept, other: Concept) => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))

function inOrder({ id, terms, facet, broader = [], related = [] }: Concept) {
  return [id, terms[0], [...terms].sort(), facet, [...broader].sort(), [...related].sort()]
}

/** What differs, in the order of the newer; what was taken out comes last. */
export function changesBetween(before: readonly Concept[], after: readonly Concept[]): Change[] {
  const old = new Map(before.map((one) => [one.id, one]))
  const kept = new Set(after.map(({ id }) => id))
  const changed = after.flatMap((now): Change[] => {
    const was = old.get(now.id)
    if (!was) return [{ id: now.id, change: 'added', before: null, after: now }]
    return same(was, now) ? [] : [{ id: now.id, change: 'changed', before: was, after: now }]
  })
  return [...changed, ...before.filter(({ id }) => !kept.has(id)).map((was): Change => ({ id: was.id, change: 'removed', before: was, after: null }))]
}

/** With this concept put in place of the one of its name, or added. */
export const withConcept = (groups: readonly Concept[], concept: Concept): Concept[] =>
  groups.some(({ id }) => id === concept.id) ? groups.map((one) => (one.id === concept.id ? concept : one)) : [...groups, concept]

/** Without this concept, and without the lines that lead to it. */
export const withoutConcept = (groups: readonly Concept[], id: string): Concept[] =>
  groups
    .filter((one) => one.id !== id)
    .map((one) => ({ ...one, broader: one.broader?.filter((name) => name !== id) ?? [], related: one.related?.filter((name) => name !== id) ?? [] }))

/** A term that stands in two concepts would make each mean the other; all such terms, with where else they stand. */
export function sharedTerms(groups: readonly Concept[], concept: Concept): { term: string; elsewhere: string }[] {
  const own = new Map(concept.terms.map((term) => [term.toLowerCase(), term]))
  return groups.flatMap((one) => (one.id === concept.id ? [] : one.terms.filter((term) => own.has(term.toLowerCase())).map((term) => ({ term, elsewhere: one.id }))))
}

/** Everything that keeps this lexicon from being used. */
export const faultsOf = (groups: readonly Concept[]): LexiconFault[] => faultsOfLexicon({ version: 'draft', groups })
