import type { Adjustment, Lesson } from './adjustments.ts'
import { KeptIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import { learn } from './lessons.ts'
import type { Lexicon } from './lexicon.ts'
import { rank, type Ranking, type RankOptions } from './rank.ts'
import { settingsOf, type Task } from './settings.ts'

/** What a thread keeps ready between questions: several indexes by name. The only module here with a memory; whoever runs it has it to themselves. */
type Kept = { index: KeptIndex; lexicon: string; entries: Map<string, Entry>; vectors: Map<string, Float32Array> }
const all = new Map<string, Kept>()

/** Ids and texts that are new or have changed, ids that are gone; `lexicon` when it is another than before: then every text is read again. */
export type Change = { task: Task; lexicon?: Lexicon; put: readonly Entry[]; remove: readonly string[]; vectors: readonly (readonly [id: string, vector: Float32Array])[] }

export function keep(name: string, { task, lexicon, put, remove, vectors }: Change): void {
  const before = all.get(name)
  const entries = before?.entries ?? new Map<string, Entry>()
  for (const id of remove) entries.delete(id)
  for (const entry of put) entries.set(entry.id, entry)
  const again = lexicon !== undefined && lexicon.version !== before?.lexicon
  const index = before && !again ? before.index : new KeptIndex({ settings: settingsOf(task), ...(lexicon ? { lexicon } : {}) })
  if (!again) index.remove(remove)
  index.put(again ? [...entries.values()] : put)
  const kept = { index, entries, lexicon: lexicon?.version ?? before?.lexicon ?? '', vectors: before?.vectors ?? new Map<string, Float32Array>() }
  // The vector of a text that changed is that of another text.
  for (const id of [...remove, ...put.map((entry) => entry.id)]) kept.vectors.delete(id)
  for (const [id, vector] of vectors) kept.vectors.set(id, vector)
  all.set(name, kept)
}

const keptAs = (name: string): Kept => {
  const kept = all.get(name)
  if (!kept) throw new Error(`nothing is kept as ${name}`)
  return kept
}

export type Asked = Omit<RankOptions, 'vectors'> & { vector?: ArrayLike<number> | undefined }

/** Ranks what is kept under a name; `compared` says among how many. */
export function rankKept(name: string, need: Entry, { vector, ...options }: Asked): Ranking & { compared: number } {
  const { index, vectors } = keptAs(name)
  const { hidden, among } = options
  const gone = hidden ? [...hidden].filter((id) => index.has(id)).length : 0
  const compared = among ? [...among].filter((id) => index.has(id) && !hidden?.has(id)).length : index.size - gone
  return { ...rank(index.now(), need, { ...options, ...(vector ? { vectors: { need: vector, answers: vectors } } : {}) }), compared }
}

export const learnKept = (name: string, lessons: readonly Lesson[]): Adjustment[] => learn(keptAs(name).index.now(), lessons)
