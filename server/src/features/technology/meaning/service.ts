import { createHash } from 'node:crypto'
import { embed } from '@silian/algorithms/answer-matching/embedding-endpoint'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../kernel/db.ts'
import { setting } from '../../../kernel/setting.ts'
import { problemsForMatching } from '../../needs/problems/service.ts'
import { answerEntry, listOffered, needEntry } from '../stock/service.ts'
import { countVectors, insertVectors, listVectors } from './tables.ts'

const textOf = ({ title, description }: Entry) => [title, description].filter(Boolean).join('\n')
const digestOf = (entry: Entry) => createHash('sha256').update(textOf(entry)).digest()
const atOnce = 64

/** Vectors of those of these texts that the endpoint has read; none while no endpoint is configured. */
export async function vectorsOf(tx: Tx, entries: readonly Entry[]): Promise<Map<string, number[]>> {
  const endpoint = setting().embeddings
  if (!endpoint) return new Map()
  const found = await listVectors(tx, endpoint.model, entries.map(digestOf))
  return new Map(entries.flatMap((entry): [string, number[]][] => {
    const vector = found.get(digestOf(entry).toString('hex'))
    return vector ? [[entry.id, vector]] : []
  }))
}

/** Another value when the endpoint has read more. */
export async function markOfVectors(tx: Tx): Promise<number | null> {
  const endpoint = setting().embeddings
  return endpoint ? countVectors(tx, endpoint.model) : null
}

/**
 * By the clock: asks the configured endpoint for the texts it has not read yet. Only public texts leave the house, and no row is held while
 * the network answers. When the endpoint fails the ranking goes on without it, and the next run tries again.
 */
export async function embedTexts(db: Db, now: Date): Promise<void> {
  const endpoint = setting().embeddings
  if (!endpoint) return
  const missing = await inReadOnlyTransaction(db, async (tx) => {
    const entries = [...(await listOffered(tx)).map(answerEntry), ...(await problemsForMatching(tx, { kind: 'technology' })).map(needEntry)]
    const known = await listVectors(tx, endpoint.model, entries.map(digestOf))
    return [...new Map(entries.map((entry) => [digestOf(entry).toString('hex'), entry])).entries()].filter(([digest]) => !known.has(digest))
  })
  for (let start = 0; start < missing.length; start += atOnce) {
    const part = missing.slice(start, start + atOnce)
    const vectors = await embed(part.map(([, entry]) => textOf(entry)), endpoint)
    const rows = part.map(([digest], at) => ({ digest: Buffer.from(digest, 'hex'), model: endpoint.model, vector: [...vectors[at]!], madeAt: now }))
    await inTransaction(db, (tx) => insertVectors(tx, rows))
  }
}
