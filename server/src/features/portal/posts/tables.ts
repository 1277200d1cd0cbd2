import { sql, type SqlBool } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import { escaped, publicMembers, publicPosts } from '../tables.ts'

const columns = [
  'need.id',
  'need.number',
  'need.title',
  'need.titleEn',
  'organisation.name as organisationName',
  'organisation.nameEn as organisationNameEn',
  'post.town',
  'post.seats',
  'post.payMin',
  'post.payMax',
  'post.payPeriod',
  'post.lodging',
  'post.startsOn',
  'need.validUntil',
  'need.demo',
] as const

const nameOf = (system: 'occupation' | 'major', column: 'post.occupation_code') => sql<string | null>`(select name from code where system = ${system} and code.code = ${sql.ref(column)} limit 1)`

export type Filter = { typed: string; key: string; town: string; occupation: string; payFrom: number | null; lodging: string; organisationId?: string }

function filtered(tx: Tx, allianceId: string, today: string, filter: Filter) {
  const like = `%${escaped(filter.typed)}%`
  return publicPosts(tx, allianceId, today)
    .$if(filter.organisationId !== undefined, (rows) => rows.where('need.organisationId', '=', filter.organisationId!))
    .$if(filter.town !== '', (rows) => rows.where('post.town', '=', filter.town))
    .$if(filter.occupation !== '', (rows) => rows.where('post.occupationCode', '=', filter.occupation))
    .$if(filter.payFrom !== null, (rows) => rows.where('post.payPeriod', '=', 'month').where('post.payMin', '>=', filter.payFrom))
    .$if(filter.lodging === 'any', (rows) => rows.where('post.lodging', 'in', ['free', 'paid', 'subsidy']))
    .$if(filter.lodging === 'free', (rows) => rows.where('post.lodging', '=', 'free'))
    .$if(filter.typed !== '', (rows) =>
      rows.where((row) =>
        row.or([
          row('need.title', 'ilike', like),
          row('need.titleEn', 'ilike', like),
          row('need.number', '=', filter.typed.toUpperCase()),
          row('post.tasks', 'ilike', like),
          row('post.town', 'ilike', like),
          row('organisation.searchText', 'like', `%${escaped(filter.key)}%`),
          sql<SqlBool>`${nameOf('occupation', 'post.occupation_code')} ilike ${like}`,
        ]),
      ),
    )
}

/** Those that were confirmed last come first: what was forgotten sinks. */
export async function pageOfPosts(tx: Tx, allianceId: string, today: string, filter: Filter, paging: { page: number; size: number }) {
  const { total } = await filtered(tx, allianceId, today, filter).select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered(tx, allianceId, today, filter)
    .select(columns)
    .orderBy('need.verifiedAt', 'desc')
    .orderBy('need.number')
    .limit(paging.size)
    .offset((paging.page - 1) * paging.size)
    .execute()
  return { rows, total }
}

export async function findPost(tx: Tx, allianceId: string, today: string, postId: string) {
  return publicPosts(tx, allianceId, today)
    .select(columns)
    .select(['need.organisationId', 'need.verifiedAt', 'post.tasks', 'post.address', 'post.hoursPerDay', 'post.hoursPerWeek', 'post.shift', 'post.nightWork', 'post.meals', 'post.benefits', 'post.endsOn'])
    .select([
      nameOf('occupation', 'post.occupation_code').as('occupationName'),
      sql<string[]>`array(select distinct c.name from post_programme p join code c on c.system = 'major' and c.code = p.major_code where p.need_id = need.id order by c.name)`.as('programmes'),
      (row) => row('need.organisationId', 'in', publicMembers(tx, allianceId).select('organisation.id')).as('organisationIsMember'),
    ])
    .where('need.id', '=', postId)
    .executeTakeFirst()
}

/** What the open posts offer to choose from. */
export async function listTowns(tx: Tx, allianceId: string, today: string) {
  const rows = await publicPosts(tx, allianceId, today).select('post.town').distinct().where('post.town', 'is not', null).orderBy('post.town').execute()
  return rows.map(({ town }) => town!)
}

export async function listOccupations(tx: Tx, allianceId: string, today: string) {
  return publicPosts(tx, allianceId, today)
    .innerJoin('code', (join) => join.onRef('code.code', '=', 'post.occupationCode').on('code.system', '=', 'occupation'))
    .select(['code.code', 'code.name'])
    .distinct()
    .orderBy('code.code')
    .execute()
}

/** For the sitemap and the feed. */
export async function listNewPosts(tx: Tx, allianceId: string, today: string, limit: number) {
  return publicPosts(tx, allianceId, today)
    .select(['need.id', 'need.title', 'need.titleEn', 'organisation.name', 'organisation.nameEn', 'need.verifiedAt', 'need.updatedAt'])
    .orderBy('need.verifiedAt', 'desc')
    .orderBy('need.id')
    .limit(limit)
    .execute()
}
