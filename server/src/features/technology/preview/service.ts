import type { RankingChange } from '@silian/algorithms/answer-matching/preview-lexicon'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { inThread } from '../../../kernel/thread.ts'
import { currentLexicon, draftLexicon } from '../../lexicon/service.ts'
import { problemsForMatching } from '../../needs/problems/service.ts'
import { answerEntry, listOffered, needEntry } from '../stock/service.ts'

/** As many as a proposal's first look: what stands below hardly anybody reads. */
const top = 5

/** Ranks every open technology need with the lexicon in use and with the draft. In a thread: two indexes are built for it. */
export async function previewDraft(tx: Tx) {
  const draft = (await draftLexicon(tx)) ?? refuse('lexicon_without_draft')
  const [needs, offered] = [await problemsForMatching(tx, { kind: 'technology' }), await listOffered(tx)]
  const changes = await inThread<RankingChange[]>('@silian/algorithms/answer-matching/preview-lexicon', 'previewLexicon', await currentLexicon(tx), draft, needs.map(needEntry), offered.map(answerEntry), { top })
  const needOf = new Map(needs.map((need) => [need.id, need]))
  const answerOf = new Map(offered.map(({ id, kind, title }) => [id, { id, kind, title }]))
  const ranking = (ids: readonly string[], nothingFits: boolean) => ({ nothingFits, answers: nothingFits ? [] : ids.map((id) => answerOf.get(id)!) })
  const rows = changes.map(({ needId, before, after, nothingFitBefore, nothingFitsAfter }) => {
    const { number, title } = needOf.get(needId)!
    return { needId, number, title, before: ranking(before, nothingFitBefore), after: ranking(after, nothingFitsAfter) }
  })
  // A need to which nothing fits either way keeps its answer, whatever the nearest were.
  return { total: needs.length, rows: rows.filter(({ before, after }) => !before.nothingFits || !after.nothingFits) }
}
