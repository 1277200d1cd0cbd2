import { sql, type ExpressionBuilder } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { DB } from '../../../kernel/db.gen.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/**
 * The one place that says who sees which organisation: the secretariat and officials all; everybody else their own, those in an
 * alliance or before the public, and those they speak for or are spoken for by.
 */
export function visibleOrganisations(tx: Tx, actor: Actor) {
  const organisations = tx.selectFrom('organisation')
  if (hasRole(actor, 'secretariat', 'official')) return organisations
  return organisations.where((one) =>
    one.or([
      one('organisation.id', '=', actor.organisationId),
      one.exists(
        one
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.organisationId', '=', 'organisation.id')
          .where('membership.state', 'in', ['publicity', 'active', 'suspended']),
      ),
      one.exists(
        one
          .selectFrom('representation')
          .select('representation.since')
          .where(({ and, or, eb, ref }) =>
            or([
              and([eb('representation.speakerId', '=', actor.organisationId), eb('representation.organisationId', '=', ref('organisation.id'))]),
              and([eb('representation.organisationId', '=', actor.organisationId), eb('representation.speakerId', '=', ref('organisation.id'))]),
            ]),
          ),
      ),
    ]),
  )
}

/** Which of these this actor may see: for the search, which only knows where things are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleOrganisations(tx, actor).select('organisation.id').where(sql<boolean>`organisation.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

/** Who speaks for the organisation of the row. */
const speakerIds = (one: ExpressionBuilder<DB, 'organisation'>) => {
  const speakers = one.selectFrom('representation').select('representation.speakerId').whereRef('representation.organisationId', '=', 'organisation.id')
  return sql<string[]>`array(${speakers})`
}

const nameOfCode = (one: ExpressionBuilder<DB, 'organisation'>, system: 'industry' | 'division', column: 'organisation.industryCode' | 'organisation.divisionCode') =>
  one
    .selectFrom('code')
    .select('code.name')
    .where('code.system', '=', system)
    // A row may carry the letter of its section before the digits: C3311.
    .where(({ or, eb, ref }) => or([eb('code.code', '=', ref(column)), eb('code.code', '=', sql<string>`substr(${ref(column)}, 2)`)]))
    .orderBy(sql`length(code.code)`, 'desc')
    .limit(1)

const whole = (tx: Tx, actor: Actor) =>
  visibleOrganisations(tx, actor)
    .selectAll('organisation')
    .select((one) => [
      speakerIds(one).as('speakerIds'),
      nameOfCode(one, 'industry', 'organisation.industryCode').as('industryName'),
      nameOfCode(one, 'division', 'organisation.divisionCode').as('divisionName'),
    ])

export type OrganisationRow = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>

export async function findOrganisation(tx: Tx, actor: Actor, organisationId: string) {
  return whole(tx, actor).where('organisation.id', '=', organisationId).executeTakeFirst()
}

export async function lockOrganisation(tx: Tx, actor: Actor, organisationId: string): Promise<Locked<OrganisationRow> | undefined> {
  const row = await whole(tx, actor).where('organisation.id', '=', organisationId).forUpdate('organisation').executeTakeFirst()
  return row && { ...row, locked: true }
}

export async function findOrganisationByUscc(tx: Tx, uscc: string) {
  return tx.selectFrom('organisation').selectAll().where('uscc', '=', uscc).executeTakeFirst()
}

export async function listBriefs(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'nameEn', 'kind', 'town', 'uscc', 'demo'])
    .where('id', 'in', [...organisationIds])
    .execute()
}

type Change = Partial<Record<'name' | 'searchText', string>> &
  Partial<Record<'nameEn' | 'uscc' | 'industryCode' | 'divisionCode' | 'town' | 'address' | 'size' | 'website' | 'contactName' | 'contactPhone' | 'contactEmail', string | null>> & {
    staffCount?: number | null
    protocolOrder?: number
  }
export type NewOrganisation = Change & { name: string; searchText: string; kind: string; createdAt: Date; updatedAt: Date }

export async function insertOrganisations(tx: Tx, rows: readonly NewOrganisation[]) {
  const ids: string[] = []
  for (let start = 0; start < rows.length; start += 500) {
    const inserted = await tx.insertInto('organisation').values(rows.slice(start, start + 500)).returning('id').execute()
    ids.push(...inserted.map((row) => row.id))
  }
  return ids
}

export async function updateOrganisation(tx: Tx, organisationId: string, change: Change & { kind?: string }, now: Date) {
  await tx
    .updateTable('organisation')
    .set((one) => ({ ...change, updatedAt: now, version: one('version', '+', 1) }))
    .where('id', '=', organisationId)
    .execute()
}

/** For a batch of rows: what is there under these codes, locked so that two imports of one file do not both write. */
export async function lockByUscc(tx: Tx, usccs: readonly string[]) {
  if (usccs.length === 0) return []
  return tx.selectFrom('organisation').selectAll().where('uscc', 'in', [...usccs]).orderBy('id').forUpdate().execute()
}

/** The last place taken by each kind: who comes new stands behind those who are there. */
export async function listLastOrders(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('organisation').select(({ fn }) => ['kind', fn.max('protocolOrder').as('last')]).groupBy('kind').execute()
  return new Map(rows.map(({ kind, last }) => [kind, last]))
}

export async function listTownsOf(tx: Tx, actor: Actor) {
  const rows = await visibleOrganisations(tx, actor).select('organisation.town').distinct().where('organisation.town', 'is not', null).orderBy('organisation.town').execute()
  return rows.map((row) => row.town!)
}

export async function listMembershipsOfOrganisation(tx: Tx, organisationId: string) {
  return tx
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.allianceId')
    .select(['membership.id', 'membership.allianceId', 'alliance.name as allianceName', 'membership.seat', 'membership.state', 'membership.certificateNumber', 'membership.createdBy'])
    .where('membership.organisationId', '=', organisationId)
    .orderBy('membership.createdAt')
    .execute()
}

/** Those of these that nothing refers to: no membership, seat, invitation, speaker, school record or need. Answers who is gone. */
export async function deleteUnused(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    delete from organisation o where o.id = any(${ids}::uuid[])
      and not exists (select from membership where organisation_id = o.id or spoken_by = o.id)
      and not exists (select from role_grant where organisation_id = o.id)
      and not exists (select from invitation where organisation_id = o.id)
      and not exists (select from representation where organisation_id = o.id or speaker_id = o.id)
      and not exists (select from programme where school_id = o.id)
      and not exists (select from teacher where school_id = o.id)
      and not exists (select from student where school_id = o.id)
      and not exists (select from need where organisation_id = o.id or spoken_by = o.id)
    returning o.id`.execute(tx)
  return rows.map(({ id }) => id)
}
