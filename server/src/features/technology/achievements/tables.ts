import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'draft' | 'submitted' | 'open' | 'stale' | 'declined' | 'withdrawn'
export type Right = { kind: string; number: string | null; state: string }

const achievements = (tx: Tx) => tx.selectFrom('achievement').innerJoin('organisation', 'organisation.id', 'achievement.organisationId')

/**
 * The one place that says who sees which achievement. What is open is seen by who is signed in, what is for members not by students.
 * Of the rest: the owner all of its own; the office what was ever submitted, and what it wrote itself; whoever was introduced to it.
 */
export function visibleAchievements(tx: Tx, actor: Actor) {
  return achievements(tx).where((one) => {
    const open = one('achievement.state', 'in', ['open', 'stale'])
    if (hasRole(actor, 'student')) return one.and([open, one('achievement.disclosure', '!=', 'members')])
    if (hasRole(actor, 'secretariat')) {
      return one.or([open, one.and([one('achievement.allianceId', '=', actor.allianceId), one.or([one('achievement.submittedAt', 'is not', null), one('achievement.createdBy', '=', actor.accountId)])])])
    }
    return one.or([
      open,
      one('achievement.organisationId', '=', actor.organisationId),
      sql<boolean>`exists (select from introduction i where i.achievement_id = achievement.id and i.state in ('accepted', 'talking', 'contracted') and (i.asker_id = ${actor.organisationId} or i.asker_speaker_id = ${actor.organisationId}))`,
    ])
  })
}

/** Which of these this actor may see: for the search, which only knows where they are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleAchievements(tx, actor).select('achievement.id').where(sql<boolean>`achievement.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

const whole = (rows: ReturnType<typeof achievements>) =>
  rows
    .leftJoin('account as confirmer', 'confirmer.id', 'achievement.levelConfirmedBy')
    .selectAll('achievement')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', 'organisation.town as organisationTown', 'confirmer.name as levelConfirmedByName'])
    .select([
      sql<Right[]>`(select coalesce(json_agg(json_build_object('kind', r.kind, 'number', r.number, 'state', r.state) order by r.position), '[]') from achievement_right r where r.achievement_id = achievement.id)`.as('rights'),
      sql<string[]>`array(select distinct a.organisation_id::text from achievement_access a where a.achievement_id = achievement.id)`.as('granted'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, disclosure: row.disclosure as 'public' | 'members' | 'nda' })
export type Achievement = ReturnType<typeof typed>

export async function findAchievement(tx: Tx, actor: Actor, achievementId: string): Promise<Achievement | undefined> {
  const row = await whole(visibleAchievements(tx, actor)).where('achievement.id', '=', achievementId).executeTakeFirst()
  return row && typed(row)
}

export async function lockAchievement(tx: Tx, actor: Actor, achievementId: string): Promise<Locked<Achievement> | undefined> {
  const row = await whole(visibleAchievements(tx, actor)).where('achievement.id', '=', achievementId).forUpdate(['achievement']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** Without an actor: for the clock, and for an introduction that holds the id. */
export async function lockAchievementAnyhow(tx: Tx, achievementId: string): Promise<Locked<Achievement> | undefined> {
  const row = await whole(achievements(tx)).where('achievement.id', '=', achievementId).forUpdate(['achievement']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function listDueIds(tx: Tx, before: { confirmed: Date }) {
  const rows = await tx.selectFrom('achievement').select('id').where('state', '=', 'open').where('confirmedAt', '<=', before.confirmed).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export type AchievementValues = {
  title: string
  titleEn: string | null
  description: string
  descriptionEn: string | null
  details: string | null
  fieldCodes: string[]
  ways: string[]
  price: number | null
  contactName: string | null
  contactPhone: string | null
  disclosure: string
}
type NewAchievement = AchievementValues & { number: string; allianceId: string; organisationId: string; createdBy: string | null; createdAt: Date; updatedAt: Date; demo?: boolean }

export async function insertAchievement(tx: Tx, achievement: NewAchievement, rights: readonly Right[]) {
  const { id } = await tx.insertInto('achievement').values({ ...achievement, state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  await replaceRights(tx, id, rights)
  return { id }
}

async function replaceRights(tx: Tx, achievementId: string, rights: readonly Right[]) {
  await tx.deleteFrom('achievementRight').where('achievementId', '=', achievementId).execute()
  if (rights.length > 0) await tx.insertInto('achievementRight').values(rights.map((right, position) => ({ ...right, achievementId, position }))).execute()
}

/** Answers how many rows were changed: none when somebody else changed it meanwhile. */
export async function updateContent(tx: Tx, achievementId: string, version: number, values: AchievementValues & { updatedAt: Date }, rights: readonly Right[]) {
  const result = await tx.updateTable('achievement').set({ ...values, version: version + 1 }).where('id', '=', achievementId).where('version', '=', version).executeTakeFirst()
  if (result.numUpdatedRows === 0n) return 0
  await replaceRights(tx, achievementId, rights)
  return 1
}

export type AchievementChange = Partial<{
  state: State
  reason: string | null
  submittedAt: Date
  verifiedAt: Date
  verifiedBy: string
  confirmedAt: Date
  closedAt: Date
  level: number
  levelStandard: string
  levelConfirmed: number | null
  levelConfirmedAt: Date | null
  levelConfirmedBy: string | null
}>

export async function updateAchievement(tx: Tx, achievementId: string, change: AchievementChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('achievement')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', achievementId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
