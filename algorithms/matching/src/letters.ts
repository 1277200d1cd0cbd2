import type { Id, Market, Result } from './model.ts'
import { readingOf } from './explain.ts'
import { judge, outranked, type Standings } from './standings.ts'
import { SPAN } from './table.ts'
import { isOutranked, partsOf, scoreText, sentence, type Language, type Names } from './words.ts'

/**
 * Letters for many: of one student, a sentence for every wish down to the granted one, each on a line. The same
 * sentences as `explain` and `sentence` give one by one; what a post says to everybody it refused is put together once.
 */
export function letters(result: Pick<Result, 'round' | 'placements' | 'closed'>, market: Market, language: Language, names: Names = {}): (student: Id) => string {
  const { reasonOf, standings, readerOf } = readingOf(result, market)
  const refused = refusalWriter(standings, language, names)
  return (student) => {
    const one = readerOf(student)
    if (!one) return ''
    let text = ''
    const { choices, placement, edgeOf, s } = one
    const end = placement?.choice ?? choices.length
    for (let choice = 1; choice <= end; choice++) {
      const edge = edgeOf(choice)
      const line = edge !== undefined && choice !== placement?.choice ? refused(s, edge) : sentence(reasonOf(one, choice), language, names)
      text += choice === 1 ? line : `\n${line}`
    }
    return text
  }
}

/** Why not, in a sentence: by student and edge of the table. */
export function refusalWriter(standings: Standings, language: Language, names: Names): (s: number, edge: number) => string {
  const { table, lastKey, lastScore, place } = standings
  const { edges, score } = table
  const kept = (): (readonly string[] | undefined)[] => Array.from({ length: table.posts.length })
  // What a post says to those it scored lower than the last admitted, to those with the same score, and with the same rank.
  const [lower, sameScore, sameRank] = [kept(), kept(), kept()]

  function first(s: number, edge: number): readonly string[] {
    const reason = judge(standings, s, edge)
    if (!isOutranked(reason)) throw new Error(`outranked, and yet ${reason.code}`)
    return partsOf(reason, language, names.post?.(reason.post) ?? reason.post)
  }

  return (s, edge) => {
    if (!outranked(standings, s, edge)) return sentence(judge(standings, s, edge), language, names)
    const p = edges[2 * edge]!
    const drawn = edges[2 * edge + 1] === Math.floor(lastKey[p]! / SPAN)
    const own = drawn ? sameRank : score[edge] === lastScore[p] ? sameScore : lower
    const parts = (own[p] ??= first(s, edge))
    if (drawn) return parts[0]! + (s + 1) + parts[1]!
    if (parts.length === 2) return parts[0]! + place[edge]! + parts[1]!
    return parts[0]! + scoreText(score[edge]!) + parts[1]! + place[edge]! + parts[2]!
  }
}
