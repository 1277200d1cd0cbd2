import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { updateDeal, type Deal } from '../tables.ts'
import { insertReceipt, replaceOpen, updateReached } from './tables.ts'

const running = ['signed', 'filed', 'registered', 'unregistered']

function refuseStale(deal: Locked<Deal>, version: number, states: readonly string[]) {
  if (!states.includes(deal.state)) refuse('wrong_state', { state: deal.state })
  if (deal.version !== version) refuse('changed_meanwhile')
}

async function done(tx: Tx, actor: Actor, deal: Deal, event: `deal.${string}`, details: Record<string, unknown>, now: Date) {
  audit(tx, actor, now, { event, subjectType: 'deal', subjectId: deal.id, details: { number: deal.number, ...details } })
  return { id: deal.id, state: deal.state, version: await updateDeal(tx, deal.id, {}, now) }
}

export async function planMilestones(tx: Tx, actor: Actor, deal: Locked<Deal>, { milestones, version }: { milestones: readonly { title: string; dueOn: string; amount: number }[]; version: number }, now: Date) {
  refuseStale(deal, version, ['drafting', ...running])
  const planned = milestones.reduce((sum, { amount }) => sum + amount, 0)
  if (planned > deal.totalAmount) refuse('over_total', { total: deal.totalAmount, planned })
  await replaceOpen(tx, deal.id, milestones)
  return done(tx, actor, deal, 'deal.planned', { milestones: milestones.length }, now)
}

export async function reachMilestone(tx: Tx, actor: Actor, deal: Locked<Deal>, id: string, { evidence, reachedOn, version }: { evidence: string; reachedOn: string; version: number }, now: Date) {
  refuseStale(deal, version, running)
  if (reachedOn > dayOf(now)) refuse('invalid_input', { issues: [{ path: ['reachedOn'], code: 'future' }] })
  if ((await updateReached(tx, deal.id, id, { evidence, reachedOn, reachedBy: actor.accountId })) === 0) refuse('not_found')
  return done(tx, actor, deal, 'deal.milestone_reached', { milestoneId: id, reachedOn }, now)
}

/** Money that came in, with the number of its voucher: the same voucher twice is refused, more than was agreed too. */
export async function writeReceipt(tx: Tx, actor: Actor, deal: Locked<Deal>, { version, ...receipt }: { receivedOn: string; amount: number; voucher: string; version: number }, now: Date) {
  refuseStale(deal, version, [...running, 'accepted'])
  if (receipt.receivedOn > dayOf(now)) refuse('invalid_input', { issues: [{ path: ['receivedOn'], code: 'future' }] })
  if (deal.received + receipt.amount > deal.totalAmount) refuse('over_total', { total: deal.totalAmount, received: deal.received })
  await insertReceipt(tx, { ...receipt, dealId: deal.id, writtenBy: actor.accountId, writtenAt: now })
  return done(tx, actor, deal, 'deal.received', { receivedOn: receipt.receivedOn }, now)
}
