import type { Actor } from '../../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { viewFilesOf } from '../../../files/service.ts'
import { viewOrganisationBriefs } from '../../../members/service.ts'
import { codeNames } from '../../../talent/codes/service.ts'
import { mayKeepOffered, worksHere } from '../../policy.ts'
import type { AchievementRow, AchievementView } from '../contract.ts'
import { listEvidence } from '../evidence/tables.ts'
import { achievementLife } from '../lifecycle.ts'
import { isPartyTo, mayConfirmLevel, seesDetailsOf } from '../policy.ts'
import { confirmEveryDays, gapsOf } from '../rules.ts'
import { inMotion, type Achievement } from '../service.ts'
import { listEvidencedLevels, pageOfAchievements, pageOfPublic, type Filter, type ListedAchievement } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: ListedAchievement | Achievement, names: ReadonlyMap<string, string>): AchievementRow {
  const { id, number, title, titleEn, organisationId, organisationName, level, levelStandard, levelConfirmed, price, demo } = row
  return {
    id, number, title, titleEn, organisationId, organisationName, level, levelStandard, levelConfirmed, price, demo,
    state: row.state as AchievementRow['state'],
    ways: row.ways as AchievementRow['ways'],
    disclosure: row.disclosure as AchievementRow['disclosure'],
    fields: row.fieldCodes.map((code) => ({ code, name: names.get(code) ?? null })),
    createdAt: row.createdAt.toISOString(),
    verifiedAt: iso(row.verifiedAt),
    confirmedAt: iso(row.confirmedAt),
  }
}

export async function viewAchievements(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfAchievements(tx, actor, query)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  return { rows: rows.map((row) => rowView(row, names)), total, page: query.page, size: query.size }
}

export async function viewAchievement(tx: Tx, actor: Actor, achievement: Achievement, now: Date): Promise<AchievementView> {
  const whole = seesDetailsOf(actor, achievement)
  const party = isPartyTo(actor, achievement)
  const names = await codeNames(tx, 'industry', achievement.fieldCodes)
  const evidence = whole ? await listEvidence(tx, achievement.id) : []
  const files = await viewFilesOf(tx, 'achievement_evidence', evidence.map(({ id }) => id))
  const granted = party ? [...(await viewOrganisationBriefs(tx, achievement.granted)).values()].map(({ name }) => name) : []
  const { allianceId, organisationTown, description, descriptionEn, contactName, levelConfirmedByName, version, state } = achievement
  const live = ['open', 'stale'].includes(state)
  return {
    ...rowView(achievement, names),
    allianceId, organisationTown, description, descriptionEn, version, whole, granted, levelConfirmedByName,
    details: whole ? achievement.details : null,
    contactName: worksHere(actor) ? contactName : null,
    contactPhone: whole ? achievement.contactPhone : null,
    rights: achievement.rights as AchievementView['rights'],
    evidence: evidence.map(({ id, level, text }) => ({ id, level, text, files: files.get(id) ?? [] })),
    evidencedLevels: await listEvidencedLevels(tx, achievement.id),
    levelConfirmedAt: iso(achievement.levelConfirmedAt),
    submittedAt: iso(achievement.submittedAt),
    confirmBy: live && achievement.confirmedAt ? addDays(dayOf(achievement.confirmedAt), confirmEveryDays) : null,
    reason: party ? achievement.reason : null,
    gaps: mayKeepOffered(actor, achievement) && state === 'draft' ? gapsOf(achievement) : [],
    can: {
      ...canMove(achievementLife, actor, inMotion(achievement, now)),
      edit: state === 'draft' && mayKeepOffered(actor, achievement),
      evidence: (live || state === 'draft') && mayKeepOffered(actor, achievement),
      confirmLevel: (live || state === 'submitted') && achievement.level > 0 && achievement.levelConfirmed !== achievement.level && mayConfirmLevel(actor, achievement),
      introduce: state === 'open' && worksHere(actor),
    },
  }
}

/** What everybody may know of a step, beyond when it was. */
const openDetails = ['level', 'touched', 'standard', 'from', 'to']

export async function viewHistory(tx: Tx, actor: Actor, achievement: Achievement) {
  const party = isPartyTo(actor, achievement)
  const rows = (await historyOf(tx, 'achievement', achievement.id)).filter(({ event }) => party || !/^(file|achievement\.(access|changed|returned))/.test(event))
  const shown = (details: Record<string, unknown>) => (party ? details : Object.fromEntries(Object.entries(details).filter(([key]) => openDetails.includes(key))))
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by: party ? by : null, details: shown(details) })) }
}

/** For the portal: public parts of what is open, with the names of fields. */
export async function publicAchievements(tx: Tx, filter: Parameters<typeof pageOfPublic>[1]) {
  const { rows, total } = await pageOfPublic(tx, filter)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  return { total, rows: rows.map((row) => ({ ...row, fields: row.fieldCodes.map((code) => names.get(code) ?? code) })) }
}
export type PublicAchievement = Awaited<ReturnType<typeof publicAchievements>>['rows'][number]
