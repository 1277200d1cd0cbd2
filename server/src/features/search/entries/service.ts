import { inTransaction, type Db, type Tx } from '../../../kernel/db.ts'
import { flat, readingOf, wordsIn } from '../reading/service.ts'
import { haystackOf, tokensOf, type Kind, type Words } from '../rules.ts'
import { lockEntries, markMissing, markNamed, readSources, replaceEntries, sourceNames, takeStale, type Entry, type Source } from './tables.ts'

/** Raised whenever entries are written differently: older ones are then written anew. */
const form = 1
const batch = 500

/** Writes what has changed since, until nothing waits. Each batch is whole or not at all: a crash loses nothing. Answers how many. */
export async function refreshSearch(db: Db): Promise<number> {
  for (let written = 0; ; ) {
    const count = await inTransaction(db, refreshBatch)
    if (count === 0) return written
    written += count
  }
}

async function refreshBatch(tx: Tx): Promise<number> {
  if (!(await lockEntries(tx))) return 0
  const stale = await takeStale(tx, batch)
  const idsOf = (source: string) => stale.filter((one) => one.source === source).map((one) => one.subjectId)
  // Before the organisations themselves are written: their entries still say how they were called.
  await markNamed(tx, { organisations: idsOf('organisation'), cohorts: idsOf('cohort') })
  for (const source of sourceNames) {
    const ids = idsOf(source)
    if (ids.length > 0) await replaceEntries(tx, source, ids, (await readSources(tx, source, ids)).map(entryOf))
  }
  return stale.length
}

/** Finds what the triggers could not know of: a restored dump, an older form. */
export async function repairSearch(db: Db): Promise<void> {
  await inTransaction(db, (tx) => markMissing(tx, form))
  await refreshSearch(db)
}

export function entryOf({ codes, more, ...source }: Source): Entry {
  const words: Words = {
    title: readingOf(source.title),
    english: source.titleEn ? wordsIn(source.titleEn) : [],
    codes: codes.flatMap((code) => (code ? codeKeys(code) : [])),
    more: more.flatMap((text) => (text ? wordsIn(text) : [])),
  }
  return { ...source, tokens: tokensOf(source.kind as Kind, words), haystack: haystackOf(words), form }
}

/** X-2026-0317 is known by all of it and by what tells it from its neighbours: 0317. */
const codeKeys = (code: string) => [...new Set([flat(code), ...wordsIn(code).slice(-1)])].filter((key) => key.length >= 4)
