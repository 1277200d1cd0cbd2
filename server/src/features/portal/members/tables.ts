import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import { escaped, isDirectoryEntry, publicApplications, publicMembers } from '../tables.ts'

const columns = ['organisation.id', 'organisation.name', 'organisation.nameEn', 'organisation.kind', 'organisation.town', 'organisation.publicFact', 'organisation.demo', 'membership.seat'] as const

export async function pageOfMembers(tx: Tx, allianceId: string, filter: { key: string; kind: string }, paging: { page: number; size: number }) {
  const filtered = publicMembers(tx, allianceId)
    .$if(filter.kind !== '', (rows) => rows.where('organisation.kind', '=', filter.kind))
    .$if(filter.key !== '', (rows) => rows.where('organisation.searchText', 'like', `%${escaped(filter.key)}%`))
  const { total } = await filtered.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select([...columns, isDirectoryEntry.as('directoryEntry')])
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .limit(paging.size)
    .offset((paging.page - 1) * paging.size)
    .execute()
  return { rows, total }
}

export async function countDirectoryEntries(tx: Tx, allianceId: string) {
  const { n } = await publicMembers(tx, allianceId)
    .where(isDirectoryEntry)
    .select((row) => row.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** A member, or one whose application is on public notice. */
export async function findMember(tx: Tx, allianceId: string, organisationId: string) {
  const whole = (rows: ReturnType<typeof publicMembers>) =>
    rows
      .select([...columns, 'organisation.website', 'membership.approvedAt', 'membership.certificateNumber', 'membership.state', 'membership.publicityUntil', isDirectoryEntry.as('directoryEntry')])
      .select(sql<string | null>`(select name from code where system = 'industry' and code.code = regexp_replace(organisation.industry_code, '^[A-T](?=[0-9])', '') limit 1)`.as('industryName'))
      .where('organisation.id', '=', organisationId)
      .executeTakeFirst()
  return (await whole(publicMembers(tx, allianceId))) ?? (await whole(publicApplications(tx, allianceId)))
}

export async function listMemberIds(tx: Tx, allianceId: string) {
  const rows = await publicMembers(tx, allianceId).select('organisation.id').orderBy('organisation.protocolOrder').orderBy('organisation.id').execute()
  return rows.map(({ id }) => id)
}

/** Whose certificate this is, while the membership lasts. */
export async function findCertified(tx: Tx, allianceId: string, certificateNumber: string) {
  return publicMembers(tx, allianceId).select('organisation.id').where('membership.certificateNumber', '=', certificateNumber).executeTakeFirst()
}
