import type { Facet, Lexicon } from './lexicon.ts'
import { plain } from './plain-text.ts'
import { symbolsOf, type Symbol } from './symbols.ts'

export type Concept = { id: string; facet: Facet; above: readonly { concept: number; steps: number }[]; beside: readonly number[] }

/** A lexicon made ready for reading texts. */
export type ConceptReader = { lexicon: Lexicon; concepts: readonly Concept[]; root: Node }

/** A term that was read: its concepts, and which symbols it covers. */
export type Reading = { concepts: readonly number[]; from: number; to: number; inside: boolean }

type Node = { next: Map<string, Node>; concepts: number[] }

/** O(letters of the lexicon). Unknown names in `broader` or `related` are passed over: `faultsOfLexicon` names them. */
export function readerOf(lexicon: Lexicon): ConceptReader {
  const numberOf = new Map(lexicon.groups.map(({ id }, at) => [id, at]))
  const numbers = (ids: readonly string[] | undefined) => (ids ?? []).flatMap((id) => numberOf.get(id) ?? [])
  const parents = lexicon.groups.map(({ broader }) => numbers(broader))
  const root: Node = { next: new Map(), concepts: [] }
  lexicon.groups.forEach(({ terms }, concept) => {
    for (const term of terms) insert(root, symbolsOf(plain(term)), concept)
  })
  const concepts = lexicon.groups.map(({ id, facet, related }, at) => ({ id, facet, above: ancestors(at, parents), beside: numbers(related) }))
  return { lexicon, concepts, root }
}

function insert(root: Node, symbols: readonly Symbol[], concept: number) {
  if (symbols.length === 0) return
  let node = root
  for (const { key } of symbols) {
    let next = node.next.get(key)
    if (!next) node.next.set(key, (next = { next: new Map(), concepts: [] }))
    node = next
  }
  if (!node.concepts.includes(concept)) node.concepts.push(concept)
}

function ancestors(start: number, parents: readonly (readonly number[])[]) {
  const steps = new Map<number, number>()
  let ring = parents[start]!
  for (let step = 1; ring.length > 0 && step <= 3; step++) {
    for (const at of ring) if (at !== start && !steps.has(at)) steps.set(at, step)
    ring = ring.flatMap((at) => parents[at]!)
  }
  return [...steps].map(([concept, step]) => ({ concept, steps: step }))
}

/** Every term in a text, longest first at each place; one that lies inside a longer one says so. Linear in practice. */
export function readConcepts({ root }: ConceptReader, symbols: readonly Symbol[]): Reading[] {
  const readings: Reading[] = []
  let covered = 0
  for (let from = 0; from < symbols.length; from++) {
    let node = root.next.get(symbols[from]!.key)
    if (node === undefined) continue
    const first = readings.length
    for (let to = from + 1; ; to++) {
      if (node.concepts.length > 0) readings.push({ concepts: node.concepts, from, to, inside: false })
      if (to === symbols.length) break
      node = node.next.get(symbols[to]!.key)
      if (node === undefined) break
    }
    for (let low = first, high = readings.length - 1; low < high; low++, high--) [readings[low], readings[high]] = [readings[high]!, readings[low]!]
    for (let at = first; at < readings.length; at++) {
      const reading = readings[at]!
      reading.inside = reading.to <= covered
      if (reading.to > covered) covered = reading.to
    }
  }
  return readings
}
