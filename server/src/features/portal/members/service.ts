import { toSimplified } from '@silian/words/simplified'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { searchKey } from '../../members/organisations/rules.ts'
import { memberKinds, type MemberCount, type MemberKind, type MemberRow, type MemberView, type PortalLocale } from '../contract.ts'
import { countMembers } from '../home/tables.ts'
import { postsOf } from '../posts/service.ts'
import { pageNumber, said, saidOrNull, typedIn, type Alliance, type Visit } from '../service.ts'
import { countDirectoryEntries, findMember, pageOfMembers } from './tables.ts'

const size = 50

export async function viewMembers(tx: Tx, { locale, query }: Visit, alliance: Alliance) {
  const kind = memberKinds.find((one) => one === query.kind) ?? ''
  const q = typedIn(query, 'q')
  const page = pageNumber(query)
  const { rows, total } = await pageOfMembers(tx, alliance.id, { key: searchKey(toSimplified(q)), kind }, { page, size })
  return {
    rows: rows.map((row) => viewRow(row, locale)),
    total,
    page,
    size,
    counts: (await countMembers(tx, alliance.id)) as MemberCount[],
    filter: { q, kind },
    directoryEntries: await countDirectoryEntries(tx, alliance.id),
  }
}

export async function viewMember(tx: Tx, { locale, now }: Visit, alliance: Alliance, organisationId: string): Promise<MemberView | undefined> {
  const row = await findMember(tx, alliance.id, organisationId)
  if (!row) return undefined
  return {
    ...viewRow(row, locale),
    industry: saidOrNull(locale, row.industryName),
    website: row.website,
    since: row.approvedAt && dayOf(row.approvedAt),
    certificateNumber: row.state === 'publicity' ? null : row.certificateNumber,
    inPublicityUntil: row.state === 'publicity' ? row.publicityUntil : null,
    posts: await postsOf(tx, locale, alliance, dayOf(now), organisationId),
  }
}

type Row = Awaited<ReturnType<typeof pageOfMembers>>['rows'][number]

const viewRow = (row: Row, locale: PortalLocale): MemberRow => ({
  id: row.id,
  name: said(locale, row.name, row.nameEn),
  kind: row.kind as MemberKind,
  town: saidOrNull(locale, row.town),
  seat: row.seat,
  fact: saidOrNull(locale, row.publicFact),
  demo: row.demo,
  directoryEntry: Boolean(row.directoryEntry),
})
