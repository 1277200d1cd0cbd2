import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { firmToWriteFor } from '../../needs/service.ts'
import { codeNames } from '../../talent/codes/service.ts'
import type { AchievementAction, AchievementFields } from './contract.ts'
import { achievementLife, type AchievementAction as Action, type AchievementInMotion } from './lifecycle.ts'
import { gapsOf, repairWithin, verifyWithin } from './rules.ts'
import { insertAchievement, listVisibleIds, updateAchievement, updateContent, type Achievement, type AchievementChange } from './tables.ts'

export { findAchievement, lockAchievement, lockAchievementAnyhow, type Achievement } from './tables.ts'

const storedOf = ({ rights, ...values }: AchievementFields) => ({ rights, values: { ...values, ways: [...new Set(values.ways)] } })

/** What no draft may say either: fields nobody knows. */
export async function refuseUnknownFields(tx: Tx, fieldCodes: readonly string[]) {
  const known = await codeNames(tx, 'industry', fieldCodes)
  const issues = fieldCodes.flatMap((code, at) => (known.has(code) ? [] : [{ path: ['fieldCodes', at], code: 'unknown' }]))
  if (issues.length > 0) refuse('invalid_input', { issues })
}

/** For whom this actor may offer something: the own house, or any for the office. Nobody offers for others. */
export async function houseToOfferFor(tx: Tx, actor: Actor, named: string | undefined) {
  const { firm, spokenBy, allianceId } = await firmToWriteFor(tx, actor, named)
  if (spokenBy !== null) refuse('cannot_speak')
  return { organisationId: firm.id, allianceId }
}

export async function write(tx: Tx, actor: Actor, { organisationId, ...fields }: AchievementFields & { organisationId?: string }, now: Date, { demo = false } = {}) {
  const house = await houseToOfferFor(tx, actor, organisationId)
  await refuseUnknownFields(tx, fields.fieldCodes)
  const number = await nextNumber(tx, 'C', now)
  const { values, rights } = storedOf(fields)
  const { id } = await insertAchievement(tx, { ...values, ...house, number, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo }, rights)
  audit(tx, actor, now, { event: 'achievement.written', subjectType: 'achievement', subjectId: id, details: { number } })
  return { id, number, version: 1 }
}

/** Only a draft is changed: what others have read stays as they read it. */
export async function change(tx: Tx, actor: Actor, achievement: Locked<Achievement>, { version, ...fields }: AchievementFields & { version: number }, now: Date) {
  if (achievement.state !== 'draft') refuse('wrong_state', { state: achievement.state })
  await refuseUnknownFields(tx, fields.fieldCodes)
  const { values, rights } = storedOf(fields)
  if ((await updateContent(tx, achievement.id, version, { ...values, updatedAt: now }, rights)) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'achievement.changed', subjectType: 'achievement', subjectId: achievement.id, details: { number: achievement.number } })
  return { id: achievement.id, number: achievement.number, version: version + 1 }
}

/** The achievement with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(achievement: Achievement, now: Date): AchievementInMotion {
  const { id, number, title, state, organisationId, organisationName, organisationKind, allianceId, createdBy, submittedAt, reason, disclosure, granted } = achievement
  return {
    id, number, title, state, organisationId, organisationName, allianceId, createdBy, submittedAt, reason, disclosure, granted,
    owner: { role: contactRoleOf(organisationKind), organisationId },
    clocks: { verify: dueInWorkingDays(now, verifyWithin), repair: dueInWorkingDays(now, repairWithin) },
  }
}

async function go(tx: Tx, by: Actor | null, achievement: Locked<Achievement>, action: Action, change: AchievementChange, now: Date, details: Record<string, unknown> = {}) {
  const thing = inMotion({ ...achievement, ...('reason' in change ? { reason: change.reason ?? null } : {}), submittedAt: change.submittedAt ?? achievement.submittedAt }, now)
  const state = await advance(tx, by, achievementLife, action, { ...thing, locked: true }, now, { number: achievement.number, ...details })
  return { id: achievement.id, state, version: await updateAchievement(tx, achievement.id, { ...change, state }, now) }
}

export type Step = { action: AchievementAction; reason?: string; version: number }

/** One step of an achievement, by hand. */
export async function move(tx: Tx, actor: Actor, achievement: Locked<Achievement>, { action, reason, version }: Step, now: Date) {
  if (achievement.version !== version) refuse('changed_meanwhile')
  if (['return', 'decline'].includes(action) && !reason) refuse('reason_needed', { field: 'reason' })
  const gaps = action === 'submit' && achievement.state === 'draft' ? gapsOf(achievement) : []
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  const changes: Record<AchievementAction, AchievementChange> = {
    submit: { submittedAt: now, reason: null },
    verify: { verifiedAt: now, verifiedBy: actor.accountId, confirmedAt: now },
    return: { reason },
    decline: { reason, closedAt: now },
    confirm: { confirmedAt: now },
    revise: { reason: null },
    withdraw: { closedAt: now, ...(reason ? { reason } : {}) },
  }
  return go(tx, actor, achievement, action, changes[action], now, reason ? { reason } : {})
}

/** By the clock: nobody said for a year that it still holds. */
export const goStale = (tx: Tx, achievement: Locked<Achievement>, now: Date) => go(tx, null, achievement, 'goStale', {}, now)

/** Which of these this actor may see. */
export const visibleAchievementIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
