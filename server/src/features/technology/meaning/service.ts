import { createHash } from 'node:crypto'
import { embed } from '@silian/algorithms/answer-matching/embedding-endpoint'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../kernel/db.ts'
import { setting } from '../../../kernel/setting.ts'
import { problemsForMatching } from '../../needs/problems/service.ts'
import { answerEntry, listOffered, needEntry } from '../stock/service.ts'
import { insertVectors, listVectors } from './tables.ts'

const textOf = ({ title, description }: Entry) => [title, description].filter(Boolean).join('\n')
const digestOf = (entry: Entry) => createHash('sha256').update(textOf(entry)).digest()
const atOnce = 64

/** What the ranking takes as one more signal. Undefined while no endpoint is configured, or before it has read the need. */
export async function vectorsFor(tx: Tx, need: Entry, answers: readonly Entry[]): Promise<{ need: number[]; answers: ReadonlyMap<string, number[]> } | undefined> {
  const endpoint = setting().embeddings
  if (!endpoint) return undefined
  const found = await listVectors(tx, endpoint.model, [need, ...answers].map(digestOf))
  const own = found.get(digestOf(need).toString('hex'))
  if (!own) return undefined
  const known = answers.flatMap((answer): [string, number[]][] => {
    const vector = found.get(digestOf(answer).toString('hex'))
    return vector ? [[answer.id, vector]] : []
  })
  return { need: own, answers: new Map(known) }
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
