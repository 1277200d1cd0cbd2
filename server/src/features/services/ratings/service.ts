import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { go, type Held } from '../requests/service.ts'
import type { RatingRow } from './contract.ts'
import { seesWordsOf } from './policy.ts'
import { insertRating, pageOfRatings, type Filter } from './tables.ts'

/** Once: the request is the key, and whoever comes second is told so rather than that something changed. */
export async function rate(tx: Tx, actor: Actor, { request }: Held, { stars, words, version }: { stars: number; words?: string; version: number }, now: Date) {
  if (request.state === 'rated') refuse('already_rated')
  if (request.version !== version) refuse('changed_meanwhile')
  const moved = await go(tx, actor, request, 'rate', {}, now, { details: { stars } })
  await insertRating(tx, { requestId: request.id, stars, words: words || null, ratedBy: actor.accountId, ratedAt: now })
  return moved
}

export async function viewRatings(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfRatings(tx, actor, query)
  return {
    rows: rows.map((row): RatingRow => {
      const { requestId, stars, family, providerId, providerName, offerTitle } = row
      const whole = seesWordsOf(actor, row)
      return { requestId, stars, family: family!, providerId, providerName, offerTitle, ratedAt: row.ratedAt.toISOString(), words: whole ? row.words : null, askerName: whole ? row.askerName : null, requestNumber: whole ? row.number : null }
    }),
    total, page: query.page, size: query.size,
  }
}
