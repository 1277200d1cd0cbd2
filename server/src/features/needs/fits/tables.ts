import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visibleNeeds } from '../tables.ts'

const open = (tx: Tx) => tx.selectFrom('need').innerJoin('post', 'post.needId', 'need.id').where('need.kind', '=', 'post').where('need.state', 'in', ['open', 'stale'])
const among = (ids: readonly string[]) => sql<boolean>`need.id = any(${ids}::uuid[])`
const occupationName = sql<string | null>`(select name from code where system = 'occupation' and code.code = post.occupation_code limit 1)`.as('occupationName')

/** For the matcher: which posts there are and in which version, whether that is another than before, and their public texts. */
export const listVersions = (tx: Tx) => open(tx).select(['need.id', 'need.version']).execute()
export const markOfOpen = (tx: Tx) => open(tx).select(sql<string | null>`sum(hashtextextended(need.id::text, need.version))::text`.as('mark')).executeTakeFirstOrThrow()
export const listTexts = (tx: Tx, ids: readonly string[]) => open(tx).select(['need.id', 'need.title', 'post.tasks', occupationName]).where(among(ids)).execute()

/** What is not a guess: open posts that name a major, or whose occupation is of one of these families. Of those ids only, where some are given. */
export const listSure = (tx: Tx, { majorCode, families, ids }: { majorCode: string; families: readonly string[]; ids?: readonly string[] }) =>
  open(tx)
    .select(['need.id', occupationName])
    .select([sql<boolean>`exists (select from post_programme pp where pp.need_id = need.id and pp.major_code = ${majorCode})`.as('named'), sql<boolean>`coalesce(regexp_replace(post.occupation_code, '-[^-]*$', '') = any(${families}::text[]), false)`.as('official')])
    .where((one) => one.or([sql<boolean>`exists (select from post_programme pp where pp.need_id = need.id and pp.major_code = ${majorCode})`, sql<boolean>`regexp_replace(post.occupation_code, '-[^-]*$', '') = any(${families}::text[])`]))
    .$if(ids !== undefined, (rows) => rows.where(among(ids!)))
    .orderBy('need.number')
    .execute()

/** As a list shows them, within what this actor may see. */
export const listShown = (tx: Tx, actor: Actor, ids: readonly string[]) =>
  visibleNeeds(tx, actor)
    .select(['need.id', 'need.number', 'need.title', 'need.validUntil', 'organisation.name as organisationName', 'post.tasks', 'post.town', 'post.seats', 'post.payMin', 'post.payMax', 'post.payPeriod', 'post.startsOn', occupationName])
    .where('need.state', 'in', ['open', 'stale'])
    .where(among(ids))
    .execute()

export const findProgramme = (tx: Tx, programmeId: string) =>
  tx
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.schoolId')
    .select(['programme.id', 'programme.name', 'programme.majorCode', 'programme.level', 'organisation.name as schoolName'])
    .where('programme.id', '=', programmeId)
    .executeTakeFirst()

/** Programmes of these majors at the schools of an alliance, with who leaves in these years. */
export const listProgrammesOf = (tx: Tx, { allianceId, majorCodes, years }: { allianceId: string; majorCodes: readonly string[]; years: readonly number[] }) =>
  tx
    .selectFrom('programme')
    .innerJoin('organisation', 'organisation.id', 'programme.schoolId')
    .select(['programme.id', 'programme.name', 'programme.majorCode', 'programme.level', 'organisation.name as schoolName'])
    .select(
      sql<{ year: number; students: number }[]>`(select coalesce(json_agg(json_build_object('year', y, 'students', coalesce((select sum(c.students_here) from cohort c where c.programme_id = programme.id and c.leave_year = y), 0)) order by y), '[]')
        from unnest(${years as number[]}::int[]) as y)`.as('leaving'),
    )
    .where(sql<boolean>`programme.major_code = any(${majorCodes}::text[])`)
    .where(sql<boolean>`exists (select from membership m where m.organisation_id = programme.school_id and m.alliance_id = ${allianceId} and m.state = 'active')`)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('programme.majorCode')
    .execute()
