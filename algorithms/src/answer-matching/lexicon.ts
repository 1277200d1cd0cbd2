/** What a concept is in a need: the thing, what it is made of, how it is done, what it is wanted for, or somebody's trade. */
export type Facet = 'object' | 'material' | 'process' | 'goal' | 'trade'

export type LexiconGroup = {
  /** The name of the concept; also its first term. */
  id: string
  /** Everything that means the same, in any script or language. */
  terms: readonly string[]
  facet: Facet
  /** Concepts of which this is a kind. */
  broader?: readonly string[]
  /** Concepts that often answer it, without being the same. */
  related?: readonly string[]
}

/** A value: the server keeps its own edited versions of it. */
export type Lexicon = { version: string; groups: readonly LexiconGroup[] }

/**
 * One line, one concept: `name; synonym; English > broader; broader ~ related`. So a field is written down as people would on paper.
 * Throws on an empty name.
 */
export function groupsOf(facet: Facet, lines: string): LexiconGroup[] {
  const listed = (part: string | undefined) => (part ?? '').split(';').map((term) => term.trim()).filter((term) => term !== '')
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [rest, related] = line.split('~')
      const [own, broader] = rest!.split('>')
      const terms = listed(own)
      if (terms[0] === undefined) throw new Error(`a concept without a name: ${line}`)
      return { id: terms[0], terms, facet, broader: listed(broader), related: listed(related) }
    })
}

export type LexiconFault = { group: string; code: 'no_terms' | 'repeated_id' | 'unknown_broader' | 'unknown_related' | 'own_ancestor'; value: string }

/** What would make an edited lexicon useless or endless; empty when it can be used. */
export function faultsOfLexicon(lexicon: Lexicon): LexiconFault[] {
  const faults: LexiconFault[] = []
  const byId = new Map<string, LexiconGroup>()
  for (const group of lexicon.groups) {
    if (group.terms.length === 0) faults.push({ group: group.id, code: 'no_terms', value: '' })
    if (byId.has(group.id)) faults.push({ group: group.id, code: 'repeated_id', value: group.id })
    byId.set(group.id, group)
  }
  for (const group of lexicon.groups) {
    for (const id of group.broader ?? []) if (!byId.has(id)) faults.push({ group: group.id, code: 'unknown_broader', value: id })
    for (const id of group.related ?? []) if (!byId.has(id)) faults.push({ group: group.id, code: 'unknown_related', value: id })
    if (isOwnAncestor(group.id, byId)) faults.push({ group: group.id, code: 'own_ancestor', value: group.id })
  }
  return faults
}

function isOwnAncestor(id: string, byId: ReadonlyMap<string, LexiconGroup>): boolean {
  const seen = new Set<string>()
  const open = [...(byId.get(id)?.broader ?? [])]
  while (open.length > 0) {
    const next = open.pop()!
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(byId.get(next)?.broader ?? []))
  }
  return false
}
