import { buildIndex } from '@silian/algorithms/answer-matching/build-index'
import { rank } from '@silian/algorithms/answer-matching/rank'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { currentLexicon } from '../../../lexicon/service.ts'
import type { Problem } from '../../../needs/problems/service.ts'
import { burdensOf } from '../../contacts/service.ts'
import { ratingSumOf } from '../../ratings/rules.ts'
import type { RequestState, Suggestion } from '../contract.ts'
import { listOfNeed } from '../tables.ts'
import { listCandidates } from './tables.ts'

const shownAtMost = 20

/**
 * Offers of the need's family, nearest text first; those that the text says nothing about follow in the order of their numbers. Only
 * public text is compared, so that the order tells nothing that is private. A rating does not move an offer up or down.
 */
export async function suggestOffers(tx: Tx, actor: Actor, problem: Problem, now: Date): Promise<{ rows: Suggestion[] }> {
  const { allianceId, family, organisationId, title, description } = problem
  const offers = await listCandidates(tx, actor, { allianceId, family, organisationId })
  const index = buildIndex(offers.map((offer) => ({ id: offer.id, title: withoutMark(offer.title), description: `${offer.description}\n${offer.audience}` })), { lexicon: await currentLexicon(tx) })
  const ranked = new Map(rank(index, { id: problem.id, title: withoutMark(title), description }, { top: shownAtMost }).ranked.map((one, at) => [one.id, { at, reasons: one.reasons }]))
  const place = (id: string) => ranked.get(id)?.at ?? offers.length
  const shown = offers.toSorted((a, b) => place(a.id) - place(b.id)).slice(0, shownAtMost)
  const before = new Map((await listOfNeed(tx, problem.id)).map(({ providerId, state }) => [providerId, state as RequestState]))
  const firms = shown.flatMap((offer) => (offer.organisationKind === 'enterprise' ? [offer.organisationId] : []))
  const burdens = await burdensOf(tx, { allianceId, organisationIds: [...new Set(firms)] }, now)
  return {
    rows: shown.map((offer) => ({
      offerId: offer.id,
      number: offer.number,
      title: offer.title,
      providerId: offer.organisationId,
      providerName: offer.organisationName,
      pricing: offer.pricing as Suggestion['pricing'],
      price: offer.price,
      priceUnit: offer.priceUnit,
      answerDays: offer.answerDays,
      full: offer.capacity !== null && Number(offer.running) >= offer.capacity,
      before: before.get(offer.organisationId) ?? null,
      rating: ratingSumOf(offer.rated),
      shared: sharedOf(ranked.get(offer.id)?.reasons ?? []),
      burden: burdens.get(offer.organisationId) ?? null,
    })),
  }
}

/** What marks a demonstration says nothing about what is offered. */
const withoutMark = (title: string) => title.replace(/^示例：/, '')

type Reasons = ReturnType<typeof rank>['ranked'][number]['reasons']
const sharedOf = (reasons: Reasons): string[] => [...new Set(reasons.flatMap((reason) => ('word' in reason ? [reason.word] : 'needTerm' in reason ? [reason.needTerm] : [])))].slice(0, 6)
