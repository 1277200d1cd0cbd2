import type { Actor } from '../../../../kernel/actor.ts'
import { dueInWorkingDays } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { nextNumber } from '../../../../kernel/running-number.ts'
import { audit } from '../../../../kernel/audit.ts'
import { askFor } from '../../../inbox/service.ts'
import { viewOrganisationBriefs } from '../../../members/service.ts'
import type { Problem } from '../../../needs/problems/service.ts'
import { noteContact, refuseUnlessExplained } from '../../contacts/service.ts'
import { lockOfferAnyhow, type Offer } from '../../offers/service.ts'
import { requestLife } from '../lifecycle.ts'
import { answerWithin, isRunning, whyNotAnswer, whyNotOffer } from '../rules.ts'
import { accept, inMotion, settleWindow } from '../service.ts'
import { insertRequest, listOfNeed, lockRequestAnyhow } from '../tables.ts'

type Target = { providerId: string; providerKind: string; offer: Locked<Offer> | null }
type Wish = { offerId?: string; providerId?: string }

/** Offers are locked in the order of their ids, so that two who route at once do not wait for each other. */
async function targetsOf(tx: Tx, problem: Problem, wishes: readonly Wish[]): Promise<Target[]> {
  const offers = new Map<string, Locked<Offer>>()
  for (const id of [...new Set(wishes.flatMap(({ offerId }) => (offerId ? [offerId] : [])))].sort()) {
    const offer = await lockOfferAnyhow(tx, id)
    const no = !offer || offer.allianceId !== problem.allianceId ? 'offer_not_open' : whyNotOffer({ ...offer, running: Number(offer.running) }, problem)
    if (no || !offer) return refuse(no ?? 'offer_not_open', { offerId: id, title: offer?.title ?? '' })
    offers.set(id, offer)
  }
  const named = await viewOrganisationBriefs(tx, wishes.flatMap(({ providerId }) => (providerId ? [providerId] : [])))
  return wishes.map(({ offerId, providerId }) => {
    const offer = offerId ? offers.get(offerId)! : null
    const kind = offer?.organisationKind ?? named.get(providerId!)?.kind
    const id = offer?.organisationId ?? providerId!
    if (!kind || kind === 'government' || id === problem.organisationId) refuse('not_a_provider')
    return { providerId: id, providerKind: kind, offer }
  })
}

type Making = { as: 'office' | 'provider'; message: string | null; now: Date; demo: boolean }
async function make(tx: Tx, actor: Actor, problem: Problem, { providerId, offer }: Target, { as, message, now, demo }: Making) {
  const number = await nextNumber(tx, 'Q', now)
  const dueAt = dueInWorkingDays(now, offer?.answerDays ?? answerWithin)
  const { id: needId, allianceId, organisationId: askerId, spokenBy: askerSpeakerId } = problem
  const id = await insertRequest(tx, { number, allianceId, needId, offerId: offer?.id ?? null, providerId, askerId, askerSpeakerId, routedAs: as, routedBy: actor.accountId, routedAt: now, message, state: 'routed', dueAt, updatedAt: now, demo })
  audit(tx, actor, now, { event: as === 'office' ? 'service_request.routed' : 'service_request.taken', subjectType: 'service_request', subjectId: id, details: { number, need: problem.number, providerId } })
  return (await lockRequestAnyhow(tx, id))!
}

/** No provider is asked twice at once, and each of one call is another. */
async function refuseRepeated(tx: Tx, problem: Problem, targets: readonly Target[]) {
  const running = (await listOfNeed(tx, problem.id)).filter(({ state }) => isRunning(state)).map(({ providerId }) => providerId)
  const all = [...running, ...targets.map(({ providerId }) => providerId)]
  if (new Set(all).size < all.length) refuse('already_routed')
}

/** The window sends a need to one or more providers. The need's own clock goes on until one of them says yes. */
export async function routeNeed(tx: Tx, actor: Actor, problem: Locked<Problem>, { targets: wishes, message, reason }: { targets: readonly Wish[]; message?: string; reason?: string }, now: Date, { demo = false } = {}) {
  const no = whyNotAnswer(problem.state)
  if (no) refuse(no, { state: problem.state })
  const targets = await targetsOf(tx, problem, wishes)
  await refuseRepeated(tx, problem, targets)
  const firms = targets.flatMap(({ providerId, providerKind }) => (providerKind === 'enterprise' ? [providerId] : []))
  await refuseUnlessExplained(tx, { allianceId: problem.allianceId, organisationIds: firms, reason }, now)
  await settleWindow(tx, actor, problem.id, now)
  const ids: string[] = []
  for (const target of targets) {
    const request = await make(tx, actor, problem, target, { as: 'office', message: message || null, now, demo })
    if (firms.includes(target.providerId)) await noteContact(tx, actor, { organisationId: target.providerId, kind: 'form', asked: 'service_request.answer', subject: { type: 'service_request', id: request.id }, reason }, now)
    await askFor(tx, actor, requestLife, inMotion(request, now), now)
    ids.push(request.id)
  }
  return { ids }
}

type Taking = { offerId?: string; plan: string; deliverBy: string; confidential?: boolean }
/** A provider takes a need by itself: routed to itself and accepted in one step. */
export async function takeNeed(tx: Tx, actor: Actor, problem: Locked<Problem>, { offerId, ...promise }: Taking, now: Date, { demo = false } = {}) {
  const no = whyNotAnswer(problem.state)
  if (no) refuse(no, { state: problem.state })
  const [target] = await targetsOf(tx, problem, [offerId ? { offerId } : { providerId: actor.organisationId! }])
  if (target!.providerId !== actor.organisationId) refuse('not_a_provider')
  await refuseRepeated(tx, problem, [target!])
  await settleWindow(tx, actor, problem.id, now)
  const request = await make(tx, actor, problem, target!, { as: 'provider', message: null, now, demo })
  await accept(tx, actor, { request, problem }, promise, now)
  return { id: request.id }
}
