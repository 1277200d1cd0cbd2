import type { Reason } from '@silian/algorithms/answer-matching/reasons'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { rankIn, type Stock } from '../../../lexicon/matching/service.ts'
import type { Problem } from '../../../needs/problems/service.ts'
import { burdensOf } from '../../contacts/service.ts'
import { ratingSumOf } from '../../ratings/rules.ts'
import type { RequestState, Suggestion } from '../contract.ts'
import { listOfNeed } from '../tables.ts'
import { listCandidates, listOpenVersions, listTexts, markOfOpen } from './tables.ts'

const shownAtMost = 20

const offers: Stock = {
  name: 'offers',
  task: 'need-answer',
  mark: markOfOpen,
  versions: listOpenVersions,
  entries: async (tx, ids) => (await listTexts(tx, ids)).map(({ id, title, description, audience }) => ({ id, title: withoutMark(title), description: `${description}\n${audience}` })),
}

/**
 * Offers of the need's family, nearest text first; those that the text says nothing about follow in the order of their numbers. Only
 * public text is compared, so that the order tells nothing that is private. A rating does not move an offer up or down.
 */
export async function suggestOffers(tx: Tx, actor: Actor, problem: Problem, now: Date): Promise<{ rows: Suggestion[] }> {
  const { allianceId, family, organisationId, title, description } = problem
  const candidates = await listCandidates(tx, actor, { allianceId, family, organisationId })
  const { ranked } = await rankIn(tx, offers, { id: problem.id, title: withoutMark(title), description }, { top: shownAtMost, among: new Set(candidates.map(({ id }) => id)) })
  const placed = new Map(ranked.map(({ id, reasons }, at) => [id, { at, reasons }]))
  const place = (id: string) => placed.get(id)?.at ?? candidates.length
  const shown = candidates.toSorted((a, b) => place(a.id) - place(b.id)).slice(0, shownAtMost)
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
      shared: sharedOf(placed.get(offer.id)?.reasons ?? []),
      burden: burdens.get(offer.organisationId) ?? null,
    })),
  }
}

/** What marks a demonstration says nothing about what is offered. */
const withoutMark = (title: string) => title.replace(/^示例：/, '')

const sharedOf = (reasons: readonly Reason[]): string[] => [...new Set(reasons.flatMap((reason) => ('word' in reason ? [reason.word] : 'needTerm' in reason ? [reason.needTerm] : [])))].slice(0, 6)
