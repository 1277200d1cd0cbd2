import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** A row of a sheet that changes an organisation; null says nothing. */
export type RowChange = {
  id: string
  name: string | null
  nameEn: string | null
  kind: string | null
  industryCode: string | null
  divisionCode: string | null
  town: string | null
  address: string | null
  staffCount: number | null
  website: string | null
  contactName: string | null
  contactPhone: string | null
  contactEmail: string | null
  protocolOrder: number | null
  searchText: string
}

/** Thousands of rows in one statement each thousand: a statement a row takes half a minute for ten thousand. */
export async function updateByRows(tx: Tx, changes: readonly RowChange[], now: Date) {
  for (let start = 0; start < changes.length; start += 1000) {
    await sql`
      update organisation set
        name = coalesce(change."name", organisation.name),
        name_en = coalesce(change."nameEn", organisation.name_en),
        kind = coalesce(change."kind", organisation.kind),
        industry_code = coalesce(change."industryCode", organisation.industry_code),
        division_code = coalesce(change."divisionCode", organisation.division_code),
        town = coalesce(change."town", organisation.town),
        address = coalesce(change."address", organisation.address),
        staff_count = coalesce(change."staffCount", organisation.staff_count),
        website = coalesce(change."website", organisation.website),
        contact_name = coalesce(change."contactName", organisation.contact_name),
        contact_phone = coalesce(change."contactPhone", organisation.contact_phone),
        contact_email = coalesce(change."contactEmail", organisation.contact_email),
        protocol_order = coalesce(change."protocolOrder", organisation.protocol_order),
        search_text = change."searchText",
        updated_at = ${now},
        version = organisation.version + 1
      from jsonb_to_recordset(${JSON.stringify(changes.slice(start, start + 1000))}::jsonb) as change (
        "id" uuid, "name" text, "nameEn" text, "kind" text, "industryCode" text, "divisionCode" text, "town" text, "address" text, "staffCount" integer,
        "website" text, "contactName" text, "contactPhone" text, "contactEmail" text, "protocolOrder" integer, "searchText" text
      )
      where organisation.id = change."id"`.execute(tx)
  }
}
