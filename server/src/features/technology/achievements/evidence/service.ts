import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import type { Upload } from '../../../../kernel/route.ts'
import { keepFile, listFiles, removeFile, viewFile } from '../../../files/service.ts'
import { seesDetailsOf } from '../policy.ts'
import { confirmedAfter, levelOf, levelStandard, whyNotConfirmLevel } from '../rules.ts'
import { findAchievement, updateAchievement, type Achievement } from '../tables.ts'
import { deleteEvidence, findAchievementIdOf, listEvidence, upsertEvidence } from './tables.ts'

const growing = ['draft', 'open', 'stale']
const refuseClosed = ({ state }: Achievement) => {
  if (!growing.includes(state)) refuse('wrong_state', { state })
}

/** One level as a rule; several at once where they come from elsewhere. */
export async function putEvidence(tx: Tx, actor: Actor, achievement: Locked<Achievement>, { shown, version }: { shown: readonly { level: number; text: string }[]; version: number }, now: Date) {
  refuseClosed(achievement)
  if (achievement.version !== version) refuse('changed_meanwhile')
  await upsertEvidence(tx, achievement.id, shown)
  return recount(tx, actor, achievement, { event: 'achievement.evidence_given', level: Math.min(...shown.map(({ level }) => level)) }, now)
}

export async function dropEvidence(tx: Tx, actor: Actor, achievement: Locked<Achievement>, level: number, now: Date) {
  refuseClosed(achievement)
  const evidence = (await listEvidence(tx, achievement.id)).find((one) => one.level === level) ?? refuse('not_found')
  for (const file of await listFiles(tx, 'achievement_evidence', evidence.id)) await removeFile(tx, actor, file, now)
  await deleteEvidence(tx, achievement.id, level)
  return recount(tx, actor, achievement, { event: 'achievement.evidence_removed', level }, now)
}

/** The level is what the evidence says, never what somebody typed; a confirmation does not outlive what it rested on. */
async function recount(tx: Tx, actor: Actor, achievement: Achievement, { event, level: touched }: { event: `achievement.${string}`; level: number }, now: Date) {
  const level = levelOf((await listEvidence(tx, achievement.id)).map((one) => one.level))
  // What was confirmed is no longer what is shown.
  const stands = achievement.levelConfirmed !== null && touched <= achievement.levelConfirmed ? confirmedAfter(achievement.levelConfirmed, touched - 1) : achievement.levelConfirmed
  const lapsed = stands === null ? { levelConfirmed: null, levelConfirmedAt: null, levelConfirmedBy: null } : { levelConfirmed: stands }
  const version = await updateAchievement(tx, achievement.id, { level, levelStandard, ...lapsed }, now)
  audit(tx, actor, now, { event, subjectType: 'achievement', subjectId: achievement.id, details: { number: achievement.number, touched, level } })
  return { level, version }
}

export async function addEvidenceFile(tx: Tx, actor: Actor, achievement: Locked<Achievement>, level: number, upload: Upload, now: Date) {
  refuseClosed(achievement)
  const evidence = (await listEvidence(tx, achievement.id)).find((one) => one.level === level) ?? refuse('not_found')
  const allow = ['pdf', 'png', 'jpeg', 'webp', 'xlsx', 'docx'] as const
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'achievement_evidence', subjectId: evidence.id, allow }, now))
}

/** Somebody who knows the trade has read the evidence: the level is no longer the owner's word alone. */
export async function confirmLevel(tx: Tx, actor: Actor, achievement: Locked<Achievement>, { level, version }: { level: number; version: number }, now: Date) {
  if (!['open', 'stale', 'submitted'].includes(achievement.state)) refuse('wrong_state', { state: achievement.state })
  if (achievement.version !== version) refuse('changed_meanwhile')
  const no = whyNotConfirmLevel(level, await listEvidence(tx, achievement.id))
  if (no) refuse(no.code, { levels: no.levels })
  const next = await updateAchievement(tx, achievement.id, { levelConfirmed: level, levelConfirmedAt: now, levelConfirmedBy: actor.accountId, levelStandard }, now)
  audit(tx, actor, now, { event: 'achievement.level_confirmed', subjectType: 'achievement', subjectId: achievement.id, details: { number: achievement.number, level, standard: levelStandard } })
  return { level, version: next }
}

/** Evidence is as confidential as the details. */
export async function seesEvidenceFiles(tx: Tx, actor: Actor, evidenceId: string) {
  const id = await findAchievementIdOf(tx, actor, evidenceId)
  const achievement = id && (await findAchievement(tx, actor, id))
  return achievement ? seesDetailsOf(actor, achievement) : false
}
