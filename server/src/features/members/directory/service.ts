import { toSimplified } from '@silian/words/simplified'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { findHomeAlliance } from '../alliances/tables.ts'
import { searchKey } from '../organisations/rules.ts'
import { organisationExport } from '../organisations/sheet.ts'
import type { DirectoryQuery } from '../organisations/contract.ts'
import { listDirectory, type DirectoryRow, type Filter } from './tables.ts'

async function filterOf(tx: Tx, actor: Actor, { text, allianceId, ...query }: DirectoryQuery): Promise<Filter> {
  const typed = text ? toSimplified(text) : ''
  return {
    ...query,
    allianceId: allianceId ?? actor.allianceId ?? (await findHomeAlliance(tx, actor))?.id ?? null,
    text: typed === '' ? undefined : { typed, key: searchKey(typed) },
  }
}

export async function viewDirectory(tx: Tx, actor: Actor, query: DirectoryQuery & { page: number; size: number }) {
  const { rows, total } = await listDirectory(tx, actor, await filterOf(tx, actor, query), query)
  return { rows: rows.map(viewRow), total, page: query.page, size: query.size }
}

export async function exportDirectory(tx: Tx, actor: Actor, query: DirectoryQuery & { language: 'zh-Hans' | 'en' }) {
  const { rows } = await listDirectory(tx, actor, await filterOf(tx, actor, query), null)
  const table = organisationExport(rows, query.language)
  return { name: `${table.name}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(await writeTable(table)) }
}

const viewRow = (row: DirectoryRow) => ({
  id: row.id,
  uscc: row.uscc,
  name: row.name,
  nameEn: row.nameEn,
  kind: row.kind as never,
  town: row.town,
  industryCode: row.industryCode,
  industryName: row.industryName,
  staffCount: row.staffCount,
  protocolOrder: row.protocolOrder,
  demo: row.demo,
  membership: row.membershipId
    ? { id: row.membershipId, seat: row.seat as never, state: row.state as never, certificateNumber: row.certificateNumber, version: row.membershipVersion! }
    : null,
})
