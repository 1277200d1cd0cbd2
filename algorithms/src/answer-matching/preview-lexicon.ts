import { buildIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import type { Lexicon } from './lexicon.ts'
import { rank } from './rank.ts'

export type RankingChange = { needId: string; before: readonly string[]; after: readonly string[]; nothingFitBefore: boolean; nothingFitsAfter: boolean }

/** Which rankings another lexicon would change, before anybody saves it. Needs whose first answers stay the same are left out. */
export function previewLexicon(old: Lexicon, edited: Lexicon, needs: readonly Entry[], answers: readonly Entry[], { top = 10 } = {}): RankingChange[] {
  const before = buildIndex(answers, { lexicon: old })
  const after = buildIndex(answers, { lexicon: edited })
  return needs.flatMap((need) => {
    const first = rank(before, need, { top })
    const second = rank(after, need, { top })
    const ids = (ranking: typeof first) => ranking.ranked.map(({ id }) => id)
    const change = { needId: need.id, before: ids(first), after: ids(second), nothingFitBefore: first.nothingFits, nothingFitsAfter: second.nothingFits }
    const same = first.nothingFits === second.nothingFits && change.before.join('\n') === change.after.join('\n')
    return same ? [] : [change]
  })
}
