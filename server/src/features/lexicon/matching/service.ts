import type { Adjustment, Lesson } from '@silian/algorithms/answer-matching/adjustments'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import type { Asked, Change } from '@silian/algorithms/answer-matching/kept-indexes'
import type { Ranking } from '@silian/algorithms/answer-matching/rank'
import type { Reason } from '@silian/algorithms/answer-matching/reasons'
import type { Task } from '@silian/algorithms/answer-matching/settings'
import type { Tx } from '../../../kernel/db.ts'
import { standingThread } from '../../../kernel/standing-thread.ts'
import { currentLexicon } from '../service.ts'
import { ReasonView } from './contract.ts'

export type { ReasonView } from './contract.ts'
export { worthShowing } from './rules.ts'

/** What the matcher ranks, kept ready in a thread of its own under a name. The room that has it says how it is read. */
export type Stock = {
  name: string
  task: Task
  /** Cheap: another value as soon as anything of it is another. */
  mark: (tx: Tx) => Promise<unknown>
  /** Everything that is in it, and in which version. */
  versions: (tx: Tx) => Promise<readonly { id: string; version: number | string }[]>
  /** The texts of these. */
  entries: (tx: Tx, ids: readonly string[]) => Promise<readonly Entry[]>
  /** One more signal, where an endpoint is configured: vectors of those of these texts that have one. */
  vectors?: (tx: Tx, entries: readonly Entry[]) => Promise<ReadonlyMap<string, ArrayLike<number>>>
}

type Known = { life: number; mark: string; lexicon: string; versions: Map<string, number | string>; bare: Set<string> }

const thread = standingThread('@silian/algorithms/answer-matching/kept-indexes')
const known = new Map<string, Known>()

/** Sends the thread what has changed since it was last asked: most often nothing, else the few texts that are new. */
async function follow(tx: Tx, stock: Stock): Promise<{ lexicon: string }> {
  const lexicon = await currentLexicon(tx)
  const mark = JSON.stringify(await stock.mark(tx))
  const life = thread.life()
  const before = known.get(stock.name)
  const fresh = before === undefined || before.life !== life
  const read = fresh || before.lexicon !== lexicon.version
  if (!read && before.mark === mark) return { lexicon: lexicon.version }

  const now = new Map((await stock.versions(tx)).map(({ id, version }) => [id, version]))
  const had: Pick<Known, 'versions' | 'bare'> = fresh ? { versions: new Map(), bare: new Set() } : before
  const changed = [...now].filter(([id, version]) => had.versions.get(id) !== version || had.bare.has(id)).map(([id]) => id)
  const entries = changed.length === 0 ? [] : await stock.entries(tx, changed)
  const vectors = stock.vectors && entries.length > 0 ? await stock.vectors(tx, entries) : new Map<string, ArrayLike<number>>()
  const put = entries.filter(({ id }) => had.versions.get(id) !== now.get(id))
  const change: Change = {
    task: stock.task,
    ...(read ? { lexicon } : {}),
    put,
    remove: [...had.versions.keys()].filter((id) => !now.has(id)),
    vectors: [...vectors].map(([id, vector]) => [id, Float32Array.from(vector)] as const),
  }
  // Only those that still have no vector are asked for again, when there are more.
  const bare = stock.vectors ? new Set([...had.bare, ...put.map(({ id }) => id)].filter((id) => now.has(id) && !vectors.has(id))) : new Set<string>()
  known.set(stock.name, { life, mark, lexicon: lexicon.version, versions: now, bare })
  // Not waited for: questions are answered in order. One that fails leaves nothing known, so that the next begins anew.
  thread.ask('keep', stock.name, change).catch(() => known.delete(stock.name))
  return { lexicon: lexicon.version }
}

export type Ranked = Ranking & { compared: number; lexicon: string }

export async function rankIn(tx: Tx, stock: Stock, need: Entry, asked: Asked): Promise<Ranked> {
  const { lexicon } = await follow(tx, stock)
  return { ...(await thread.ask<Ranking & { compared: number }>('rankKept', stock.name, need, asked)), lexicon }
}

/** What lessons come to, by the words of this stock. */
export async function learnIn(tx: Tx, stock: Stock, lessons: readonly Lesson[]): Promise<Adjustment[]> {
  await follow(tx, stock)
  return thread.ask<Adjustment[]>('learnKept', stock.name, lessons)
}

export const verdictOf = ({ nothingFits, fit, threshold, compared, lexicon }: Ranked) => ({ nothingFits, fit, threshold, compared, lexicon })
/** As it is sent and kept: an open end of a range is null, since JSON knows no infinity; a reason nobody has words for is left out. */
export const reasonsOf = (reasons: readonly Reason[]): ReasonView[] => (JSON.parse(JSON.stringify(reasons)) as unknown[]).flatMap((reason) => ReasonView.safeParse(reason).data ?? [])
export const rounded = (score: number) => Math.round(score * 10_000) / 10_000
