import { readingOf } from './explain.ts'
import type { Id, Market, Result } from './model.ts'
import { newPage, type Page } from './page.ts'
import { judge, outranked, type Standings } from './standings.ts'
import { SPAN } from './table.ts'
import { isOutranked, partsOf, sentence, type Language, type Names } from './words.ts'

type Placed = Pick<Result, 'round' | 'placements' | 'closed'>

/**
 * Letters for many: of one student, a sentence for every wish down to the granted one, each on a line. The same
 * sentences as `explain` and `sentence` give one by one; what a post says to everybody it refused is put together once.
 */
export function letters(result: Placed, market: Market, language: Language, names: Names = {}): (student: Id) => string {
  const written = lettersInUtf8(result, market, language, names)
  const decoder = new TextDecoder()
  return (student) => decoder.decode(written(student))
}

/** The same as bytes to be sent or kept at once: each letter is overwritten by the next. */
export function lettersInUtf8(result: Placed, market: Market, language: Language, names: Names = {}): (student: Id) => Uint8Array {
  const { reasonOf, standings, readerOf } = readingOf(result, market)
  const page = newPage()
  const refuse = refusalWriter(standings, page, language, names)
  return (student) => {
    page.clear()
    const reader = readerOf(student)
    const end = reader ? (reader.placement?.choice ?? reader.choices.length) : 0
    for (let choice = 1; choice <= end; choice++) {
      if (choice > 1) page.text('\n')
      const edge = reader!.edgeOf(choice)
      if (edge !== undefined && choice !== reader!.placement?.choice) refuse(reader!.s, edge)
      else page.text(sentence(reasonOf(reader!, choice), language, names))
    }
    return page.read()
  }
}

/** Puts on the page why not, in a sentence: by student and edge of the table. */
export function refusalWriter(standings: Standings, page: Page, language: Language, names: Names): (s: number, edge: number) => void {
  const { table, lastKey, lastScore, place } = standings
  const { edges, score } = table
  // What a post says to those it scored lower than the last admitted, to those with the same score, and with the same
  // rank: three texts a post, each in up to three parts, end to end in one place so that a refusal looks in one place.
  const told = newPage()
  const bounds = new Int32Array(4 * 3 * table.posts.length)
  let sayings = told.read()

  function learn(s: number, edge: number, at: number) {
    const reason = judge(standings, s, edge)
    if (!isOutranked(reason)) throw new Error(`outranked, and yet ${reason.code}`)
    const parts = partsOf(reason, language, names.post?.(reason.post) ?? reason.post)
    bounds[at] = told.length()
    parts.forEach((part, k) => {
      told.text(part)
      bounds[at + 1 + k] = told.length()
    })
    if (parts.length === 2) bounds[at + 3] = told.length()
    sayings = told.read()
  }

  return (s, edge) => {
    if (!outranked(standings, s, edge)) return page.text(sentence(judge(standings, s, edge), language, names))
    const p = edges[2 * edge]!
    const drawn = edges[2 * edge + 1] === Math.floor(lastKey[p]! / SPAN)
    const kind = drawn ? 2 : score[edge] === lastScore[p] ? 1 : 0
    const at = 12 * p + 4 * kind
    if (bounds[at + 3] === 0) learn(s, edge, at)
    page.bytes(sayings, bounds[at], bounds[at + 1])
    // A third part is there when the post shows scores.
    const scored = bounds[at + 2]! < bounds[at + 3]!
    if (scored) {
      page.score(score[edge]!)
      page.bytes(sayings, bounds[at + 1], bounds[at + 2])
    }
    page.whole(drawn ? s + 1 : place[edge]!)
    page.bytes(sayings, bounds[at + (scored ? 2 : 1)], bounds[at + 3])
  }
}
