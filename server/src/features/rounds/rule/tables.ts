import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

export type LimitRow = {
  kind: 'firm' | 'region' | 'school_firm'
  organisationId: string | null
  schoolId: string | null
  region: string | null
  most: number
}

export async function listLimits(tx: Tx, roundId: string) {
  const rows = await tx
    .selectFrom('roundLimit')
    .leftJoin('organisation as firm', 'firm.id', 'roundLimit.organisationId')
    .leftJoin('organisation as school', 'school.id', 'roundLimit.schoolId')
    .select(['roundLimit.position', 'roundLimit.kind', 'roundLimit.organisationId', 'roundLimit.schoolId', 'roundLimit.region', 'roundLimit.most'])
    .select(['firm.name as organisationName', 'firm.nameEn as organisationNameEn', 'school.name as schoolName', 'school.nameEn as schoolNameEn'])
    .select(regionName.as('regionName'))
    .where('roundLimit.roundId', '=', roundId)
    .orderBy('roundLimit.position')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as LimitRow['kind'] }))
}
export type NamedLimit = Awaited<ReturnType<typeof listLimits>>[number]

const regionName = sql<string | null>`(select c.name from code c where c.system = 'division' and c.code = round_limit.region limit 1)`

export async function replaceLimits(tx: Tx, roundId: string, limits: readonly LimitRow[]) {
  await tx.deleteFrom('roundLimit').where('roundId', '=', roundId).execute()
  if (limits.length === 0) return
  await tx
    .insertInto('roundLimit')
    .values(limits.map(({ kind, organisationId, schoolId, region, most }, at) => ({ roundId, position: at + 1, kind, organisationId, schoolId, region, most })))
    .execute()
}

/** Schools with a class in the round. */
export async function listSchools(tx: Tx, roundId: string) {
  return tx
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation.id', 'in', (query) =>
      query
        .selectFrom('roundCohort')
        .innerJoin('cohort', 'cohort.id', 'roundCohort.cohortId')
        .innerJoin('programme', 'programme.id', 'cohort.programmeId')
        .select('programme.schoolId')
        .where('roundCohort.roundId', '=', roundId),
    )
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .execute()
}

/** What reserves may be for: tags of the students who take part. */
export async function listTags(tx: Tx, roundId: string) {
  const { rows } = await sql<{ tag: string; students: number }>`
    select tag, count(*)::int as students from round_cohort rc join student s on s.cohort_id = rc.cohort_id and s.left_at is null, unnest(s.tags) as tag
    where rc.round_id = ${roundId} group by tag order by 2 desc, 1`.execute(tx)
  return rows
}

/** Divisions by their codes; of codes nobody knows there is none. */
export async function listRegions(tx: Tx, codes: readonly string[]) {
  if (codes.length === 0) return []
  return tx.selectFrom('code').select(['code', 'name']).where('system', '=', 'division').where('code', 'in', [...codes]).orderBy('code').execute()
}

/** What the rule says of posts that are in the round already. */
export async function updatePostRules(tx: Tx, roundId: string, posts: readonly { postId: string; reserves: readonly unknown[]; minimum: number; target: number | null; schoolCap: number | null }[]) {
  const rows = JSON.stringify(posts.map(({ postId, reserves, minimum, target, schoolCap }) => ({ post_id: postId, reserves, minimum, target, school_cap: schoolCap })))
  await sql`update round_post p set reserves = x.reserves, minimum = x.minimum, target = x.target, school_cap = x.school_cap
    from jsonb_to_recordset(${rows}::jsonb) as x (post_id uuid, reserves jsonb, minimum int, target int, school_cap int)
    where p.round_id = ${roundId} and p.post_id = x.post_id`.execute(tx)
}
