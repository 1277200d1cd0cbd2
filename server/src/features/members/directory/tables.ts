import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visibleOrganisations } from '../organisations/tables.ts'

export type Filter = {
  /** As typed, in simplified characters, and as a search key. */
  text?: { typed: string; key: string }
  kind?: readonly string[]
  seat?: readonly string[]
  state?: readonly string[]
  town?: string
  industry?: string
  allianceId: string | null
}

/** 政园行企校: where no manual order says otherwise, names stand in this order of kinds. */
const kindsInOrder = ['government', 'park', 'association', 'enterprise', 'school', 'innovation_platform']
const rankOfKind = sql<number>`array_position(${kindsInOrder}::text[], organisation.kind)`

/** Each organisation with its latest membership in the alliance: a live one before one that ended. */
function directory(tx: Tx, actor: Actor, filter: Filter) {
  const latest = tx
    .selectFrom('membership')
    .distinctOn('membership.organisationId')
    .selectAll()
    .where('membership.allianceId', '=', filter.allianceId)
    .orderBy('membership.organisationId')
    .orderBy(sql`membership.state in ('left', 'rejected', 'withdrawn')`)
    .orderBy('membership.createdAt', 'desc')
  const mayKnow = actor.role === 'secretariat' || actor.role === 'official'

  let query = visibleOrganisations(tx, actor).leftJoin(latest.as('member'), (join) =>
    join.onRef('member.organisationId', '=', 'organisation.id').$call((on) =>
      // An application is between its parties until it is public.
      mayKnow ? on : on.on(({ or, eb }) => or([eb('member.state', 'in', ['publicity', 'active', 'suspended']), eb('member.organisationId', '=', actor.organisationId)])),
    ),
  )
  if (filter.kind) query = query.where('organisation.kind', 'in', [...filter.kind, ''])
  if (filter.town) query = query.where('organisation.town', '=', filter.town)
  if (filter.industry) query = query.where(sql<SqlBool>`regexp_replace(organisation.industry_code, '^[A-T](?=[0-9])', '') like ${`${filter.industry.replace(/^[A-T](?=\d)/, '')}%`}`)
  if (filter.seat) query = query.where('member.seat', 'in', [...filter.seat, ''])
  if (filter.state) {
    const wanted = filter.state
    query = query.where((one) => one.or([one('member.state', 'in', [...wanted, '']), one.and([one.lit(wanted.includes('none')), one('member.id', 'is', null)])]))
  }
  if (filter.text) {
    const { typed, key } = filter.text
    query = query.where((one) =>
      one.or([
        one('organisation.name', 'ilike', `%${escaped(typed)}%`),
        one('organisation.searchText', 'like', `%${escaped(key)}%`),
        one('organisation.uscc', '=', typed.toUpperCase()),
        one('member.certificateNumber', '=', typed.toUpperCase()),
      ]),
    )
  }
  return query
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

export type DirectoryRow = Awaited<ReturnType<typeof listDirectory>>['rows'][number]

export async function listDirectory(tx: Tx, actor: Actor, filter: Filter, paging: { page: number; size: number } | null) {
  const { total } = await directory(tx, actor, filter).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = directory(tx, actor, filter)
    .leftJoin('code as industry', (join) => join.on('industry.system', '=', 'industry').on('industry.code', '=', sql<string>`regexp_replace(organisation.industry_code, '^[A-T](?=[0-9])', '')`))
    .selectAll('organisation')
    .select(['industry.name as industryName', 'member.id as membershipId', 'member.seat', 'member.state', 'member.certificateNumber', 'member.version as membershipVersion'])
    .orderBy('organisation.protocolOrder')
    .orderBy(rankOfKind)
    .orderBy('organisation.id')
  if (paging) page = page.limit(paging.size).offset((paging.page - 1) * paging.size)
  return { rows: await page.execute(), total }
}
