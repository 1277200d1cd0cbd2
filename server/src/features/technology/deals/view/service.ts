import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { viewFilesOf } from '../../../files/service.ts'
import type { DealRow, DealView } from '../contract.ts'
import { dealLife } from '../lifecycle.ts'
import { listMilestones, listReceipts } from '../milestones/tables.ts'
import { hasPartInDeal, isProvider, sideInDeal } from '../policy.ts'
import { isInWriting, isLowReward, needsNotice, whyNotAccept, whyNotFile, whyNotSign } from '../rules.ts'
import { inMotion, type Deal } from '../service.ts'
import { pageOfDeals, sumsByState } from '../tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null
const running = ['signed', 'filed', 'registered', 'unregistered']
const shownInColumn = 30

function dueOf({ state, decisionDueAt, nextMilestoneOn, benefitDueOn }: Deal): string | null {
  if (state === 'filed') return decisionDueAt && dayOf(decisionDueAt)
  if (state === 'accepted') return benefitDueOn
  return running.includes(state) ? nextMilestoneOn : null
}

function rowView(deal: Deal): DealRow {
  const { id, number, title, subtype, state, providerId, providerName, clientId, clientName, totalAmount, technicalAmount, received, signedOn } = deal
  return { id, number, title, subtype, state, providerId, providerName, clientId, clientName, totalAmount, technicalAmount, received, signedOn, kind: deal.kind as DealRow['kind'], dueOn: dueOf(deal), updatedAt: deal.updatedAt.toISOString() }
}

export async function viewDeals(tx: Tx, actor: Actor, query: { state?: string; kind?: string; page: number; size: number }) {
  const { rows, total } = await pageOfDeals(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export async function viewBoard(tx: Tx, actor: Actor) {
  const sums = new Map((await sumsByState(tx, actor)).map((one) => [one.state, one]))
  const columns = []
  for (const state of dealLife.states) {
    const sum = sums.get(state)
    const rows = sum ? (await pageOfDeals(tx, actor, { state, page: 1, size: shownInColumn })).rows : []
    columns.push({ state, count: sum?.count ?? 0, amount: Number(sum?.amount ?? 0), rows: rows.map(rowView) })
  }
  return { columns }
}

export async function viewDeal(tx: Tx, actor: Actor, deal: Deal, now: Date): Promise<DealView> {
  const today = dayOf(now)
  const hasDocument = deal.documentId !== null
  const { introductionId, providerPublic, noticeFrom, noticeUntil, documentId, ruleId, ruleTitle, certificate, verifiedAmount, refusalReason, acceptedOn, acceptanceNote, benefitDueOn, benefitNote, benefitAmount, rewardShare, rewardReason, endNote, version, state } = deal
  const part = hasPartInDeal(actor, deal)
  const provides = isProvider(actor, deal)
  return {
    ...rowView(deal),
    introductionId, providerPublic, documentId, acceptedOn, acceptanceNote, benefitDueOn, benefitNote, benefitAmount, endNote, version,
    need: { id: deal.needId, number: deal.needNumber, title: deal.needTitle },
    pricing: deal.pricing as DealView['pricing'],
    notice: { needed: needsNotice(deal), from: noticeFrom, until: noticeUntil, over: noticeUntil !== null && noticeUntil <= today },
    inWriting: isInWriting(deal.kind),
    files: (await viewFilesOf(tx, 'deal', [deal.id])).get(deal.id) ?? [],
    registration: { ruleId, ruleTitle, filedAt: iso(deal.filedAt), decisionDueAt: iso(deal.decisionDueAt), decidedAt: iso(deal.decidedAt), certificate, verifiedAmount, refusalReason },
    milestones: await listMilestones(tx, deal.id),
    receipts: await listReceipts(tx, deal.id),
    reward: { share: rewardShare, reason: rewardReason, low: isLowReward(rewardShare) },
    endCode: deal.endCode as DealView['endCode'],
    obstacles: {
      sign: state === 'drafting' ? whyNotSign({ ...deal, hasDocument, signedOn: today, today }) : [],
      file: state === 'signed' ? whyNotFile({ hasDocument }) : [],
      accept: running.includes(state) ? whyNotAccept(deal) : [],
    },
    side: sideInDeal(actor, deal),
    can: {
      ...canMove(dealLife, actor, inMotion(deal, now)),
      close: state === 'accepted' && canMove(dealLife, actor, inMotion(deal, now)).close && benefitDueOn !== null && benefitDueOn <= today,
      edit: state === 'drafting' && part,
      publish: state === 'drafting' && provides && needsNotice(deal) && noticeFrom === null,
      addFile: !['closed', 'ended'].includes(state) && part,
      plan: ['drafting', ...running].includes(state) && part,
      receive: [...running, 'accepted'].includes(state) && provides,
      reward: state !== 'ended' && provides,
    },
  }
}

export async function viewHistory(tx: Tx, deal: Deal) {
  const rows = await historyOf(tx, 'deal', deal.id)
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by, details })) }
}
