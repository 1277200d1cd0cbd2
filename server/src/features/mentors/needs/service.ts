import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { canMove, whyNotMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance } from '../../inbox/service.ts'
import { findAllianceOf } from '../tables.ts'
import type { MentorNeedFields, MentorNeedRow, MentorNeedView } from './contract.ts'
import { mentorNeedLife } from './lifecycle.ts'
import { mayApplyTo, mayKeepMentorNeed } from './policy.ts'
import { gapsOf, takesMore } from './rules.ts'
import { insertNeed, pageOfNeeds, updateContent, updateNeed, type Filter, type MentorNeed } from './tables.ts'

export { findNeed, listPastIds, lockNeed, lockNeedAnyhow, type MentorNeed } from './tables.ts'
export { takesMore } from './rules.ts'

export async function writeNeed(tx: Tx, actor: Actor, fields: MentorNeedFields, now: Date, { demo = false } = {}) {
  const schoolId = actor.organisationId!
  const allianceId = (await findAllianceOf(tx, schoolId)) ?? refuse('cannot_speak')
  const number = await nextNumber(tx, 'DX', now)
  const id = await insertNeed(tx, { ...fields, number, allianceId, schoolId, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'mentor_need.written', subjectType: 'mentor_need', subjectId: id, details: { number } })
  return { id, number, version: 1 }
}

export async function changeNeed(tx: Tx, actor: Actor, need: Locked<MentorNeed>, { version, ...fields }: MentorNeedFields & { version: number }, now: Date) {
  if (need.state !== 'draft') refuse('wrong_state', { state: need.state })
  if ((await updateContent(tx, need.id, version, { ...fields, updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'mentor_need.changed', subjectType: 'mentor_need', subjectId: need.id, details: { number: need.number } })
  return { id: need.id, number: need.number, version: version + 1 }
}

async function go(tx: Tx, by: Actor | null, need: Locked<MentorNeed>, action: 'publish' | 'revise' | 'close' | 'lapse', now: Date) {
  const state = await advance(tx, by, mentorNeedLife, action, need, now, { number: need.number })
  return { id: need.id, state, version: await updateNeed(tx, need.id, { state, ...(state === 'open' ? { openedAt: now } : {}), closedAt: state === 'closed' ? now : null }, now) }
}

export async function moveNeed(tx: Tx, actor: Actor, need: Locked<MentorNeed>, { action, version }: { action: 'publish' | 'revise' | 'close'; version: number }, now: Date) {
  if (need.version !== version) refuse('changed_meanwhile')
  const gaps = action === 'publish' && need.state === 'draft' ? gapsOf(need, dayOf(now)) : []
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  return go(tx, actor, need, action, now)
}
export const lapseNeed = (tx: Tx, need: Locked<MentorNeed>, now: Date) => go(tx, null, need, 'lapse', now)

const rowView = ({ id, number, title, field, schoolId, schoolName, hoursPerYear, termMonths, pay, places, taken, validUntil, state, demo }: MentorNeed): MentorNeedRow => ({ id, number, title, field, schoolId, schoolName, hoursPerYear, termMonths, pay, places, taken, validUntil, state, demo })

export async function viewNeeds(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfNeeds(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export function viewNeed(actor: Actor, need: MentorNeed, now: Date): MentorNeedView {
  const { duties, conditions, version } = need
  const keeps = mayKeepMentorNeed(actor, need)
  const can = canMove(mentorNeedLife, actor, need)
  const open = takesMore(need, dayOf(now))
  return {
    ...rowView(need), duties, conditions, version,
    gaps: keeps && need.state === 'draft' ? gapsOf(need, dayOf(now)) : [],
    can: { publish: can.publish, close: can.close, revise: can.revise && whyNotMove(mentorNeedLife, 'revise', need, now) === null, edit: keeps && need.state === 'draft', apply: open && mayApplyTo(actor), invite: open && keeps },
  }
}
