import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleAchievements } from '../tables.ts'

export type Filter = { q: string; state?: string; fieldCode?: string; levelFrom?: number; way?: string; organisationId?: string; mine: boolean; sort: string }

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  // Only in what anybody may read: a search must not tell what is confidential.
  return visibleAchievements(tx, actor)
    .$if(filter.q !== '', (all) =>
      all.where((one) => one.or([one('achievement.title', 'ilike', like), one('achievement.number', '=', filter.q.toUpperCase()), one('organisation.name', 'ilike', like), one('achievement.description', 'ilike', like)])),
    )
    .$if(filter.state === 'live', (all) => all.where('achievement.state', 'in', ['open', 'stale']))
    .$if(filter.state !== undefined && filter.state !== 'live', (all) => all.where('achievement.state', '=', filter.state!))
    .$if(filter.fieldCode !== undefined, (all) => all.where(sql<boolean>`exists (select from unnest(achievement.field_codes) field where field like ${`${filter.fieldCode}%`})`))
    .$if(filter.levelFrom !== undefined, (all) => all.where('achievement.level', '>=', filter.levelFrom!))
    .$if(filter.way !== undefined, (all) => all.where(sql<boolean>`${filter.way} = any(achievement.ways)`))
    .$if(filter.organisationId !== undefined, (all) => all.where('achievement.organisationId', '=', filter.organisationId!))
    .$if(filter.mine, (all) => all.where((one) => one.or([one('achievement.organisationId', '=', actor.organisationId), one('achievement.createdBy', '=', actor.accountId)])))
}

const columns: Readonly<Record<string, 'achievement.createdAt' | 'achievement.level' | 'achievement.confirmedAt'>> = { createdAt: 'achievement.createdAt', level: 'achievement.level', confirmedAt: 'achievement.confirmedAt' }

function listed(tx: Tx, actor: Actor, filter: Filter) {
  const down = filter.sort.startsWith('-')
  return filtered(tx, actor, filter)
    .select(['achievement.id', 'achievement.number', 'achievement.title', 'achievement.titleEn', 'achievement.state', 'achievement.organisationId', 'achievement.fieldCodes', 'achievement.level', 'achievement.levelStandard', 'achievement.levelConfirmed'])
    .select(['achievement.ways', 'achievement.price', 'achievement.disclosure', 'achievement.createdAt', 'achievement.verifiedAt', 'achievement.confirmedAt', 'achievement.demo', 'achievement.description'])
    .select(['organisation.name as organisationName'])
    .orderBy(columns[filter.sort.replace('-', '')] ?? 'achievement.createdAt', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('achievement.number', down ? 'desc' : 'asc')
}

export async function pageOfAchievements(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedAchievement = Awaited<ReturnType<typeof pageOfAchievements>>['rows'][number]

export const listForExport = (tx: Tx, actor: Actor, filter: Filter) => listed(tx, actor, filter).limit(20_000).execute()

export async function listEvidencedLevels(tx: Tx, achievementId: string) {
  const rows = await tx.selectFrom('achievementEvidence').select('level').where('achievementId', '=', achievementId).orderBy('level').execute()
  return rows.map(({ level }) => level)
}

/** What answers a need: the public text of everything open, or of these of it. */
export const listForMatching = (tx: Tx, ids?: readonly string[]) =>
  tx
    .selectFrom('achievement')
    .innerJoin('organisation', 'organisation.id', 'achievement.organisationId')
    .select(['achievement.id', 'achievement.number', 'achievement.title', 'achievement.titleEn', 'achievement.description', 'achievement.descriptionEn', 'achievement.fieldCodes', 'achievement.level', 'achievement.levelConfirmed'])
    .select(['achievement.disclosure', 'achievement.price', 'achievement.ways', 'achievement.organisationId', 'achievement.allianceId', 'achievement.version', 'achievement.updatedAt', 'achievement.state', 'organisation.name as organisationName', 'organisation.kind as organisationKind'])
    .where('achievement.state', '=', 'open')
    .$if(ids !== undefined, (all) => all.where(sql<boolean>`achievement.id = any(${ids}::uuid[])`))
    .orderBy('achievement.number')
    .execute()

export const listOpenVersions = (tx: Tx) => tx.selectFrom('achievement').select(['id', 'version']).where('state', '=', 'open').execute()
export const listOpenIdsOf = (tx: Tx, organisationId: string) => tx.selectFrom('achievement').select('id').where('state', '=', 'open').where('organisationId', '=', organisationId).execute()

/** Cheap: another value as soon as another is open, or one in another version. */
export const markOfOpen = (tx: Tx) => tx.selectFrom('achievement').select(sql<string | null>`sum(hashtextextended(id::text, version))::text`.as('mark')).where('state', '=', 'open').executeTakeFirstOrThrow()

type Public = { allianceId: string; q?: string; id?: string }
/** For the public: open, and not for members only. Never details, evidence or a telephone. */
const publicOnes = (tx: Tx, { allianceId, q = '', id }: Public) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return tx
    .selectFrom('achievement')
    .innerJoin('organisation', 'organisation.id', 'achievement.organisationId')
    .where('achievement.state', '=', 'open')
    .where('achievement.disclosure', '!=', 'members')
    .where('achievement.allianceId', '=', allianceId)
    .$if(q !== '', (all) => all.where((one) => one.or([one('achievement.title', 'ilike', like), one('achievement.titleEn', 'ilike', like), one('achievement.description', 'ilike', like), one('organisation.name', 'ilike', like), one('achievement.number', '=', q.toUpperCase())])))
    .$if(id !== undefined, (all) => all.where('achievement.id', '=', id!))
}

export async function pageOfPublic(tx: Tx, filter: Public & { limit: number; offset: number }) {
  const { total } = await publicOnes(tx, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await publicOnes(tx, filter)
    .select(['achievement.id', 'achievement.number', 'achievement.title', 'achievement.titleEn', 'achievement.description', 'achievement.descriptionEn', 'achievement.fieldCodes', 'achievement.level', 'achievement.levelConfirmed', 'achievement.levelStandard'])
    .select(['achievement.ways', 'achievement.price', 'achievement.disclosure', 'achievement.verifiedAt', 'achievement.confirmedAt', 'achievement.demo', 'achievement.organisationId'])
    .select(['organisation.name as organisationName', 'organisation.nameEn as organisationNameEn'])
    .select(sql<boolean>`exists (select from membership m where m.organisation_id = achievement.organisation_id and m.alliance_id = achievement.alliance_id and m.state = 'active')`.as('organisationIsMember'))
    .select(sql<{ kind: string; number: string | null; state: string }[]>`(select coalesce(json_agg(json_build_object('kind', r.kind, 'number', r.number, 'state', r.state) order by r.position), '[]') from achievement_right r where r.achievement_id = achievement.id)`.as('rights'))
    .orderBy('achievement.verifiedAt', 'desc')
    .orderBy('achievement.number', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return { total, rows }
}
