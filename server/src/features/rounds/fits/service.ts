import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { fitsOf, wordsOf } from '../../needs/fits/service.ts'
import { findProgrammeOf, listPostIds } from './tables.ts'

const shown = 50
const wordsShown = 4

/** A help for choosing and nothing else: it opens no post, closes none, and no result knows of it. */
export async function viewMyFits(tx: Tx, actor: Actor, round: { id: string }) {
  const programme = (await findProgrammeOf(tx, actor.studentId!)) ?? refuse('not_found')
  const among = await listPostIds(tx, round.id)
  const { rows, nothingFits } = among.length === 0 ? { rows: [], nothingFits: true } : await fitsOf(tx, programme, { top: shown, among })
  const fitting = nothingFits ? [] : rows
  return { programmeName: programme.name, nothingFits, rows: fitting.map(({ id, named, official, reasons }) => ({ postId: id, named, official, words: wordsOf(reasons).slice(0, wordsShown) })) }
}
