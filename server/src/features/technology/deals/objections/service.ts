import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { nextNumber } from '../../../../kernel/running-number.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { contactRoleOf } from '../../../members/service.ts'
import { isProvider, mayAnswerObjection } from '../policy.ts'
import { isOffice } from '../../policy.ts'
import { updateDeal, type Deal } from '../tables.ts'
import type { PriceObjection } from './contract.ts'
import { answerWithin, whyNotObject } from './rules.ts'
import { countObjections, findPublished, findReceipt, insertObjection, listObjections, lockObjection, lockPublished, updateObjection, type Objection } from './tables.ts'

type Said = { name: string; contact: string; body: string }

/** Anybody, while the price is published. The unit that sells is asked; until it has answered, nobody signs. */
export async function objectToPrice(tx: Tx, actor: Actor | null, dealId: string, said: Said, now: Date) {
  const deal = (await lockPublished(tx, dealId)) ?? refuse('not_found')
  const no = whyNotObject(deal, dayOf(now))
  if (no) refuse(no)
  const dueAt = dueInWorkingDays(now, answerWithin)
  const number = await nextNumber(tx, 'Y', now)
  const id = await insertObjection(tx, { ...said, number, dealId: deal.id, madeAt: now, dueAt })
  const params = { number: deal.number, title: deal.title, objection: number, provider: deal.providerName }
  await ask(tx, [{ kind: 'deal.objection', subjectType: 'deal', subjectId: deal.id, params, assignee: { role: contactRoleOf(deal.providerKind), organisationId: deal.providerId }, initiatorId: actor?.accountId ?? null, dueAt }], now)
  audit(tx, actor, now, { event: 'deal.objected', subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, objection: number } })
  return { id, number, dueAt: dueAt.toISOString() }
}

export async function lockToAnswer(tx: Tx, deal: Locked<Deal> | undefined, objectionId: string) {
  const objection = deal && (await lockObjection(tx, deal.id, objectionId))
  return deal && objection && { deal, objection }
}

/** What was right takes the notice back: name and price are published anew, for another fifteen days. */
export async function answerObjection(tx: Tx, actor: Actor, { deal, objection }: { deal: Locked<Deal>; objection: Objection }, { outcome, answer }: { outcome: 'kept' | 'changed'; answer: string }, now: Date) {
  if (objection.answeredAt) refuse('wrong_state', { state: 'answered' })
  await updateObjection(tx, objection.id, { outcome, answer, answeredBy: actor.accountId, answeredAt: now })
  if (outcome === 'changed' && deal.state === 'drafting') await updateDeal(tx, deal.id, { noticeFrom: null, noticeUntil: null }, now)
  const { made, answered } = await countObjections(tx, deal.id)
  if (made === answered) await settle(tx, actor, { subjectType: 'deal', subjectIds: [deal.id], kinds: ['deal.objection', 'deal.objection_late'] }, 'answered', now)
  audit(tx, actor, now, { event: 'deal.objection_answered', subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, objection: objection.number, outcome } })
  return { id: objection.id }
}

export async function viewObjections(tx: Tx, actor: Actor, deal: Deal): Promise<{ rows: PriceObjection[] }> {
  const seesWho = isProvider(actor, deal) || isOffice(actor, deal)
  return {
    rows: (await listObjections(tx, deal.id)).map(({ id, number, name, contact, body, madeAt, dueAt, outcome, answer, answeredAt }) => ({
      id, number, body, answer,
      name: seesWho ? name : null,
      contact: seesWho ? contact : null,
      madeAt: madeAt.toISOString(),
      dueAt: dueAt.toISOString(),
      outcome: outcome as PriceObjection['outcome'],
      answeredAt: answeredAt?.toISOString() ?? null,
      can: { answer: answeredAt === null && mayAnswerObjection(actor, { deal }) },
    })),
  }
}

/** For the public page: what is published, how many objected and were answered, and the answer to the one whose receipt this is. */
export async function viewPublishedPrice(tx: Tx, dealId: string, receiptId: string | null, now: Date) {
  const deal = await findPublished(tx, dealId)
  if (!deal) return undefined
  const receipt = receiptId === null ? undefined : await findReceipt(tx, dealId, receiptId)
  return { deal, open: whyNotObject(deal, dayOf(now)) === null, objections: await countObjections(tx, dealId), receipt: receipt ?? null }
}
