import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { keepFile, viewFile } from '../../files/service.ts'
import { advance } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { reportSolution } from '../../needs/problems/service.ts'
import { holdBoth, noteContracted, noteContractEnded, type Held } from '../introductions/service.ts'
import type { DealFields } from './contract.ts'
import { dealLife, type DealAction, type DealInMotion } from './lifecycle.ts'
import { ruleById, ruleOfDay } from './registration/service.ts'
import { benefitAfterMonths, monthsLater, needsNotice, subtypes, whyNotAccept, whyNotFile, whyNotSign } from './rules.ts'
import { findDeal, insertDeal, listPriceNotices, lockDeal as lockRow, updateDeal, type Deal, type DealChange } from './tables.ts'

export { findDeal, type Deal } from './tables.ts'

/** For the portal: names and prices that are being published today. */
export const priceNotices = (tx: Tx, allianceId: string, now: Date) => listPriceNotices(tx, allianceId, dayOf(now))

/** Need, introduction, contract: always held in this order. */
export async function lockDeal(tx: Tx, actor: Actor, dealId: string): Promise<(Locked<Deal> & { held: Held }) | undefined> {
  const seen = await findDeal(tx, actor, dealId)
  if (!seen) return undefined
  const held = await holdBoth(tx, { id: seen.introductionId, needId: seen.needId })
  return { ...(await lockRow(tx, actor, dealId))!, held }
}
type HeldDeal = NonNullable<Awaited<ReturnType<typeof lockDeal>>>

function refuseNonsense({ kind, subtype, totalAmount, technicalAmount }: DealFields) {
  if (!subtypes[kind]!.includes(subtype)) refuse('invalid_input', { issues: [{ path: ['subtype'], code: 'not_of_kind' }] })
  if (technicalAmount > totalAmount) refuse('technical_over_total', { total: totalAmount, technical: technicalAmount })
}

/** Out of talks comes a contract; one at a time for an introduction. */
export async function draft(tx: Tx, actor: Actor, introduction: Held, fields: DealFields, now: Date) {
  if (!['accepted', 'talking'].includes(introduction.state)) refuse('wrong_state', { state: introduction.state })
  refuseNonsense(fields)
  const number = await nextNumber(tx, 'H', now)
  const { id: introductionId, allianceId, answererId, askerId } = introduction
  const id = await insertDeal(tx, { ...fields, number, introductionId, allianceId, providerId: answererId, clientId: askerId, createdBy: actor.accountId, createdAt: now, updatedAt: now })
  await noteContracted(tx, actor, introduction, now)
  audit(tx, actor, now, { event: 'deal.drafted', subjectType: 'deal', subjectId: id, details: { number, kind: fields.kind, subtype: fields.subtype } })
  return { id, number }
}

export async function change(tx: Tx, actor: Actor, deal: Locked<Deal>, { version, ...fields }: DealFields & { version: number }, now: Date) {
  refuseStale(deal, version, ['drafting'])
  refuseNonsense(fields)
  // What was published was this name at this price.
  const published = deal.noticeFrom !== null && fields.title === deal.title && fields.totalAmount === deal.totalAmount
  const next = await updateDeal(tx, deal.id, { ...fields, ...(published ? {} : { noticeFrom: null, noticeUntil: null }) }, now)
  audit(tx, actor, now, { event: 'deal.changed', subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, noticeVoid: deal.noticeFrom !== null && !published } })
  return { id: deal.id, state: deal.state, version: next }
}

function refuseStale(deal: Locked<Deal>, version: number, states: readonly string[]) {
  if (!states.includes(deal.state)) refuse('wrong_state', { state: deal.state })
  if (deal.version !== version) refuse('changed_meanwhile')
}

export async function publishPrice(tx: Tx, actor: Actor, deal: Locked<Deal>, { days, version }: { days: number; version: number }, now: Date) {
  refuseStale(deal, version, ['drafting'])
  if (!needsNotice(deal)) refuse('notice_not_needed')
  const noticeFrom = dayOf(now)
  const noticeUntil = addDays(noticeFrom, days)
  const next = await updateDeal(tx, deal.id, { noticeFrom, noticeUntil }, now)
  audit(tx, actor, now, { event: 'deal.price_published', subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, noticeFrom, noticeUntil } })
  return { id: deal.id, state: deal.state, version: next }
}

export async function setReward(tx: Tx, actor: Actor, deal: Locked<Deal>, { share, reason, version }: { share: number; reason?: string; version: number }, now: Date) {
  if (deal.state === 'ended') refuse('wrong_state', { state: deal.state })
  if (deal.version !== version) refuse('changed_meanwhile')
  if (share < 50 && !reason) refuse('reason_needed', { field: 'reason', least: 50 })
  const next = await updateDeal(tx, deal.id, { rewardShare: share, rewardReason: reason || null }, now)
  audit(tx, actor, now, { event: 'deal.reward_set', subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, share } })
  return { id: deal.id, state: deal.state, version: next }
}

/** The contract itself, or evidence. The contract is fixed once it has been filed. */
export async function addFile(tx: Tx, actor: Actor, deal: Locked<Deal>, upload: Upload, now: Date) {
  if (['closed', 'ended'].includes(deal.state)) refuse('wrong_state', { state: deal.state })
  const isContract = upload.fields['part'] === 'contract'
  if (isContract && !['drafting', 'signed'].includes(deal.state)) refuse('wrong_state', { state: deal.state })
  const allow = isContract ? (['pdf', 'docx', 'png', 'jpeg'] as const) : (['pdf', 'docx', 'xlsx', 'png', 'jpeg', 'webp'] as const)
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'deal', subjectId: deal.id, allow }, now)
  if (isContract) await updateDeal(tx, deal.id, { documentId: file.id }, now)
  return viewFile(file)
}
export const seesDealFiles = async (tx: Tx, actor: Actor, dealId: string) => (await findDeal(tx, actor, dealId)) !== undefined

/** The contract with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(deal: Deal, now: Date): DealInMotion {
  const { id, number, title, state, allianceId, providerId, clientId, askerSpeakerId, madeAs, madeBy, managerId, providerName, clientName, decisionDueAt } = deal
  const client: Assignee = { role: contactRoleOf(deal.clientKind), organisationId: clientId }
  return {
    id, number, title, state, allianceId, providerId, clientId, askerSpeakerId, madeAs, madeBy, managerId, providerName, clientName, decisionDueAt, client,
    provider: { role: contactRoleOf(deal.providerKind), organisationId: providerId },
    clocks: { file: dueInWorkingDays(now, 20) },
  }
}

export type Step = { action: DealAction; signedOn?: string; certificate?: string; verifiedAmount?: number; note?: string; benefitAmount?: number; endCode?: string; version: number }

/** One step of a contract: first whether, then what is stored, then who is asked next, then what the need and the introduction hear of it. */
export async function move(tx: Tx, actor: Actor, deal: HeldDeal, step: Step, now: Date) {
  if (deal.version !== step.version) refuse('changed_meanwhile')
  const allowed = dealLife.transitions[step.action].from
  if (!allowed.includes(deal.state)) refuse('wrong_state', { state: deal.state, action: step.action })
  const change = await changeOf(tx, deal, step, now)
  const state = await advance(tx, actor, dealLife, step.action, { ...inMotion({ ...deal, ...change, state: deal.state } as Deal, now), locked: true }, now, detailsOf(deal, step, change))
  const version = await updateDeal(tx, deal.id, { ...change, state }, now)
  if (step.action === 'accept' && ['open', 'answered'].includes(deal.held.problem.state)) {
    await reportSolution(tx, actor, deal.held.problem, { solution: `${deal.number} ${deal.title}：${step.note}`, byOrganisationId: deal.providerId }, now)
  }
  if (step.action === 'end') await noteContractEnded(tx, actor, deal.held, { declineCode: step.endCode!, note: step.note || null }, now)
  return { id: deal.id, state, version }
}

const detailsOf = (deal: Deal, { action, endCode }: Step, change: DealChange) => ({
  number: deal.number,
  ...(action === 'sign' ? { signedOn: change.signedOn, rule: change.ruleId } : {}),
  ...(action === 'register' ? { certificate: change.certificate } : {}),
  ...(endCode && action === 'end' ? { endCode } : {}),
})

async function changeOf(tx: Tx, deal: HeldDeal, step: Step, now: Date): Promise<DealChange> {
  const today = dayOf(now)
  const missing = (field: string): never => refuse('reason_needed', { field })
  const hasDocument = deal.documentId !== null
  const refuseAll = (codes: ReturnType<typeof whyNotSign>) => {
    if (codes[0]) refuse(codes[0], { all: codes })
  }
  switch (step.action) {
    case 'sign': {
      const signedOn = step.signedOn ?? today
      refuseAll(whyNotSign({ ...deal, hasDocument, signedOn, today }))
      return { signedOn, ruleId: (await ruleOfDay(tx, signedOn)).id }
    }
    case 'file': {
      refuseAll(whyNotFile({ hasDocument }))
      const { decisionDays } = await ruleById(tx, deal.ruleId!)
      return { filedAt: now, decisionDueAt: closingOf(addDays(today, decisionDays)) }
    }
    case 'register': {
      const verifiedAmount = step.verifiedAmount ?? missing('verifiedAmount')
      if (verifiedAmount > deal.totalAmount) refuse('over_total', { total: deal.totalAmount, verified: verifiedAmount })
      return { certificate: step.certificate ?? missing('certificate'), verifiedAmount, decidedAt: now }
    }
    case 'refuse':
      return { refusalReason: step.note || missing('note'), decidedAt: now }
    case 'accept':
      refuseAll(whyNotAccept(deal))
      return { acceptedOn: today, acceptanceNote: step.note || missing('note'), benefitDueOn: monthsLater(today, benefitAfterMonths) }
    case 'close':
      if (deal.benefitDueOn! > today) refuse('too_early', { from: deal.benefitDueOn })
      return { benefitNote: step.note || missing('note'), benefitAmount: step.benefitAmount ?? null }
    case 'end':
      return { endCode: step.endCode ?? missing('endCode'), endNote: step.note || null }
  }
}

