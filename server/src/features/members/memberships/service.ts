import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, addWorkingDays, dayOf, dueInWorkingDays, endOfDay, closingOf, workingDaysBetween } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance } from '../../inbox/service.ts'
import { findAlliance } from '../alliances/tables.ts'
import { findOrganisation } from '../organisations/tables.ts'
import { membershipLife, type MembershipAction, type MovingMembership } from './lifecycle.ts'
import { mayApply } from './policy.ts'
import { checkWorkingDays, decideWorkingDays, missingForApplication, publicityWorkingDays, publishWorkingDays, repairWorkingDays, whyNotPublish, whyNotWithout } from './rules.ts'
import { insertMembership, lockMemberships, updateMembership, type MembershipChange, type MembershipRow } from './tables.ts'

export type Step = { reason?: string; publicityFrom?: string; publicityUntil?: string }

/** The row as its lifecycle sees it, with the deadlines counted from now. */
export function movingOf(row: MembershipRow, now: Date): MovingMembership {
  const decideFrom = row.publicityUntil ?? dayOf(now)
  return {
    ...row,
    state: row.state as MovingMembership['state'],
    publicityEnds: row.publicityUntil ? endOfDay(row.publicityUntil) : null,
    clocks: {
      check: dueInWorkingDays(now, checkWorkingDays),
      publish: dueInWorkingDays(now, publishWorkingDays),
      decide: closingOf(addWorkingDays(decideFrom, decideWorkingDays)),
      repair: dueInWorkingDays(now, repairWorkingDays),
    },
  }
}

/** The last day of a period of five working days that begins on this day; the first counts when it is one. */
export const earliestPublicityEnd = (from: string) => addWorkingDays(addDays(from, -1), publicityWorkingDays)

/** Whom an application would bind: found before anything is written. */
export async function findParties(tx: Tx, actor: Actor, ids: { allianceId: string; organisationId: string }) {
  const alliance = await findAlliance(tx, ids.allianceId)
  const organisation = await findOrganisation(tx, actor, ids.organisationId)
  if (!alliance || !organisation) return undefined
  return { allianceId: alliance.id, organisationId: organisation.id, organisationKind: organisation.kind, speakerIds: organisation.speakerIds }
}

export async function begin(tx: Tx, actor: Actor, parties: NonNullable<Awaited<ReturnType<typeof findParties>>>, form: { seat: string; statement: string }, now: Date) {
  const speaks = mayApply(actor, parties) && actor.organisationId !== parties.organisationId
  const id = await insertMembership(tx, {
    allianceId: parties.allianceId,
    organisationId: parties.organisationId,
    ...form,
    spokenBy: speaks ? actor.organisationId : null,
    createdBy: actor.accountId,
    createdAt: now,
  })
  audit(tx, actor, now, { event: 'membership.begun', subjectType: 'membership', subjectId: id, details: { allianceId: parties.allianceId, organisationId: parties.organisationId, seat: form.seat } })
  return { id }
}

export async function edit(tx: Tx, actor: Actor, row: Locked<MembershipRow>, change: { seat?: string; statement?: string; version: number }, now: Date) {
  if (change.version !== row.version) refuse('changed_meanwhile')
  const isDraft = row.state === 'draft'
  await updateMembership(tx, row.id, { ...(change.seat ? { seat: change.seat } : {}), ...(isDraft && change.statement !== undefined ? { statement: change.statement } : {}) })
  if (!isDraft && change.seat && change.seat !== row.seat) {
    audit(tx, actor, now, { event: 'membership.seat_changed', subjectType: 'membership', subjectId: row.id, details: { from: row.seat, to: change.seat } })
  }
}

export async function note(tx: Tx, actor: Actor, row: Locked<MembershipRow>, { note: text, version }: { note: string; version: number }, now: Date) {
  if (version !== row.version) refuse('changed_meanwhile')
  await updateMembership(tx, row.id, { objectionNote: text === '' ? null : text })
  audit(tx, actor, now, { event: 'membership.objection_noted', subjectType: 'membership', subjectId: row.id, details: { erased: text === '' } })
}

/** One step: refuses, asks the next, writes the trail, stores. */
export async function move(tx: Tx, actor: Actor, row: Locked<MembershipRow>, action: MembershipAction, step: Step & { version: number }, now: Date) {
  if (step.version !== row.version) refuse('changed_meanwhile')
  await take(tx, actor, row, action, step, now)
}

async function take(tx: Tx, actor: Actor, row: Locked<MembershipRow>, action: MembershipAction, step: Step, now: Date) {
  const reason = step.reason?.trim() || undefined
  const no = whyNotWithout(action, reason)
  if (no) refuse(no)
  const missing = missingForApplication(row)
  if (action === 'submit' && missing.length > 0 && row.state === 'draft') refuse('profile_incomplete', { missing })
  const change = { ...effectOf(row, action, step, now), reason: reason ?? (action === 'submit' ? null : row.reason) }
  const thing: Locked<MovingMembership> = { ...movingOf({ ...row, ...change, state: row.state }, now), locked: true }
  const state = await advance(tx, actor, membershipLife, action, thing, now, {
    ...(reason ? { reason } : {}),
    ...(action === 'publish' ? { from_day: change.publicityFrom, until_day: change.publicityUntil } : {}),
  })
  const certificateNumber = state === 'active' && row.certificateNumber === null ? await nextNumber(tx, row.allianceCode, now) : row.certificateNumber
  await updateMembership(tx, row.id, { ...change, state, certificateNumber })
}

/** What a step writes beside the state. */
function effectOf(row: MembershipRow, action: MembershipAction, step: Step, now: Date): MembershipChange {
  if (action === 'submit') return { appliedAt: now }
  if (action === 'check') return { checkedAt: now }
  if (action === 'approve') return { approvedAt: now }
  if (action === 'register') return { approvedAt: now, appliedAt: row.appliedAt ?? now }
  if (action === 'leave') return { leftAt: now }
  if (action === 'return') return { checkedAt: null }
  if (action !== 'publish') return {}
  const today = dayOf(now)
  const publicityFrom = step.publicityFrom ?? today
  const publicityUntil = step.publicityUntil ?? earliestPublicityEnd(publicityFrom)
  const no = whyNotPublish({ from: publicityFrom, today, workingDays: workingDaysBetween(addDays(publicityFrom, -1), publicityUntil) })
  if (no) refuse(no, { earliest: earliestPublicityEnd(publicityFrom < today ? today : publicityFrom) })
  return { publicityFrom, publicityUntil }
}

/** The same step for many. Each stands alone: those that cannot are named with the reason, the others are done. */
export async function moveMany(tx: Tx, actor: Actor, rows: readonly Locked<MembershipRow>[], action: MembershipAction, step: Step, now: Date) {
  const failed: { id: string; organisationName: string; code: string }[] = []
  for (const row of rows) {
    try {
      if (!membershipLife.transitions[action].may(actor, movingOf(row, now))) refuse('not_allowed')
      // Every refusal comes before the first write of its row, so nothing half done stays behind.
      await take(tx, actor, row, action, step, now)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      failed.push({ id: row.id, organisationName: row.organisationName, code: error.code })
    }
  }
  return { done: rows.length - failed.length, failed }
}

export const findMany = (tx: Tx, actor: Actor, membershipIds: readonly string[]) => lockMemberships(tx, actor, [...new Set(membershipIds)])
