import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** All facts of these placements but those that are many to one, in one row each. */
export async function listFactRows(tx: Tx, placementIds: readonly string[]) {
  if (placementIds.length === 0) return []
  return tx
    .selectFrom('placement')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('unit', (join) => join.onRef('unit.schoolId', '=', 'placement.schoolId').onRef('unit.organisationId', '=', 'placement.organisationId'))
    .where(sql<boolean>`placement.id = any(${placementIds as string[]}::uuid[])`)
    .selectAll('terms')
    .select(['placement.id', 'placement.allianceId', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.supervisorId', 'placement.state', 'placement.kind', 'placement.scheme'])
    .select(['placement.startsOn', 'placement.endsOn', 'placement.selfChosen', 'placement.chosenApprovedAt', 'placement.mentorName', 'placement.lodging', 'placement.lodgingConsentOn', 'placement.healthCheckOn', 'placement.number'])
    .select(['student.birthDate', 'student.sex', 'student.name as studentName', 'cohort.entryYear', 'programme.majorCode', 'programme.level', 'school.divisionCode as schoolDivision', 'firm.name as unitName'])
    .select(['firm.uscc', 'firm.industryCode', 'firm.staffCount', 'firm.dishonestSince as firmDishonest', 'firm.safetyViolationOn as firmViolation'])
    .select(['unit.id as unitId', 'unit.state as unitState', 'unit.visitedOn', 'unit.conclusion', 'unit.checkedOn', 'unit.dishonestSince', 'unit.safetyViolationOn', 'unit.minutesNumber', 'unit.cooperationFrom', 'unit.cooperationUntil'])
    .execute()
}
export type FactRow = Awaited<ReturnType<typeof listFactRows>>[number]

const idsOf = (ids: readonly string[]) => sql`${ids as string[]}::uuid[]`

/** Who is at these units, or will be: over all schools, cancelled ones left out. */
export const listHeads = (tx: Tx, organisationIds: readonly string[]) =>
  tx
    .selectFrom('placement')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .select(['placement.organisationId', 'placement.startsOn as from', sql<string>`coalesce(placement.ended_on, placement.ends_on)`.as('until'), 'terms.occupationCode', 'terms.title'])
    .where(sql<boolean>`placement.organisation_id = any(${idsOf(organisationIds)})`)
    .where('placement.state', '<>', 'cancelled')
    .where('placement.kind', '=', 'placement')
    .execute()

export const listCovers = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('insuranceCover as cover')
    .innerJoin('insurancePolicy as policy', 'policy.id', 'cover.policyId')
    .select(['cover.placementId', 'cover.fromDay as from', sql<string>`least(cover.until_day, coalesce(policy.ended_on, policy.ends_on))`.as('until'), 'policy.payer'])
    .where(sql<boolean>`cover.placement_id = any(${idsOf(placementIds)})`)
    .where('policy.kind', '=', 'liability')
    .where(sql<boolean>`cover.from_day <= coalesce(policy.ended_on, policy.ends_on)`)
    .execute()

export const listPassed = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('safetyTest')
    .select(['placementId', (one) => one.fn.min('passedOn').as('passedOn')])
    .where(sql<boolean>`placement_id = any(${idsOf(placementIds)})`)
    .where('passedOn', 'is not', null)
    .groupBy('placementId')
    .execute()

/**
 * When the parties first signed, by kind of agreement, and the days of the one in force. The first signature counts: an amendment in spring
 * does not make the agreement of last winter late. Consent counts as soon as it is signed; the others once all have.
 */
export async function listSignatures(tx: Tx, placementIds: readonly string[]) {
  const { rows } = await sql<{ placementId: string; kind: string; concluded: boolean; from: string | null; until: string | null; school: string | null; unit: string | null; student: string | null; guardian: string | null; signedOn: string | null }>`
    with mine as (
      select a.id, a.subject_id, a.kind, a.state, a.starts_on, a.ends_on, a.signed_on, p.school_id, p.organisation_id
      from placement p join agreement a on a.subject_id = p.id and a.subject_kind = 'placement' and a.kind in ('consent', 'three_party', 'apprenticeship') and a.state in ('signing', 'concluded', 'superseded')
      where p.id = any(${idsOf(placementIds)}))
    select m.subject_id as placement_id, m.kind, bool_or(m.state = 'concluded') as concluded,
      min(m.starts_on) filter (where m.state = 'concluded') as "from", max(m.ends_on) filter (where m.state = 'concluded') as until,
      min(s.signed_on) filter (where y.organisation_id = m.school_id) as school,
      min(s.signed_on) filter (where y.organisation_id = m.organisation_id) as unit,
      min(s.signed_on) filter (where y.kind = 'student') as student,
      min(s.signed_on) filter (where y.kind = 'guardian') as guardian,
      min(m.signed_on) filter (where m.state in ('concluded', 'superseded')) as "signedOn"
    from mine m join agreement_party y on y.agreement_id = m.id left join agreement_signature s on s.party_id = y.id
    where m.kind = 'consent' or m.state in ('concluded', 'superseded')
    group by m.subject_id, m.kind`.execute(tx)
  return rows
}

/** Reasons and exceptions that were approved and still stand, of the placement itself or of its unit. */
export const listApprovedWaivers = (tx: Tx, placementIds: readonly string[], unitIds: readonly string[]) =>
  tx
    .selectFrom('placementWaiver')
    .select(['placementId', 'unitId', 'ruleId', 'kind', 'params', 'number', 'datedOn'])
    .where('approvedAt', 'is not', null)
    .where('revokedAt', 'is', null)
    .where((one) => one.or([sql<boolean>`placement_id = any(${idsOf(placementIds)})`, sql<boolean>`unit_id = any(${idsOf(unitIds)})`]))
    .execute()

export const listFiled = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('placementFilingMember as member')
    .innerJoin('placementFiling as filing', 'filing.id', 'member.filingId')
    .select(['member.placementId', 'filing.kind', 'filing.filingNumber', 'filing.consentNumber', 'filing.filedOn', 'filing.escortId'])
    .where(sql<boolean>`member.placement_id = any(${idsOf(placementIds)})`)
    .where('filing.state', '=', 'filed')
    .execute()

export const countSupervised = (tx: Tx, supervisorIds: readonly string[]) =>
  tx
    .selectFrom('placement')
    .select(['supervisorId', (one) => one.fn.countAll<number>().as('count')])
    .where(sql<boolean>`supervisor_id = any(${idsOf(supervisorIds)})`)
    .where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .groupBy('supervisorId')
    .execute()

/** Days that students spent at earlier placements of theirs: those that were given up for another, or ended early. */
export const listEarlier = (tx: Tx, studentIds: readonly string[]) =>
  tx
    .selectFrom('placement')
    .select(['id', 'studentId', 'startsOn', 'endedOn'])
    .where(sql<boolean>`student_id = any(${idsOf(studentIds)})`)
    .where('kind', '=', 'placement')
    .where('activatedAt', 'is not', null)
    .where('endedOn', 'is not', null)
    .execute()

export const listOccupationsOf = (tx: Tx, majorCodes: readonly string[]) =>
  tx.selectFrom('majorOccupation').select(['majorCode', 'occupationCode']).where(sql<boolean>`major_code = any(${majorCodes as string[]}::text[])`).execute()

export const listSettings = (tx: Tx, allianceIds: readonly string[]) => tx.selectFrom('alliance').select(['id', 'settings']).where(sql<boolean>`id = any(${idsOf(allianceIds)})`).execute()

/** Flags follow the post; what was agreed (pay, hours, place) does not. Answers how many changed. */
export async function refreshFlags(tx: Tx, placementIds?: readonly string[]): Promise<number> {
  const result = await sql`
    update placement_terms t set hazards = o.hazards, labour_intensity = o.labour_intensity, minor_forbidden = o.minor_forbidden, female_forbidden = o.female_forbidden,
      entertainment_venue = o.entertainment_venue, agency = o.agency, night_work = o.night_work, rest_day_work = o.rest_day_work, post_staff = o.post_staff
    from placement p join post o on o.need_id = p.post_id
    where p.id = t.placement_id and p.state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended')
      ${placementIds ? sql`and p.id = any(${idsOf(placementIds)})` : sql``}
      and (t.hazards, t.labour_intensity, t.minor_forbidden, t.female_forbidden, t.entertainment_venue, t.agency, t.night_work, t.rest_day_work, t.post_staff)
        is distinct from (o.hazards, o.labour_intensity, o.minor_forbidden, o.female_forbidden, o.entertainment_venue, o.agency, o.night_work, o.rest_day_work, o.post_staff)`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Open alarms of a placement and of its unit. */
export const listOpenAlarms = (tx: Tx, { id, unitId }: { id: string; unitId: string }) =>
  tx
    .selectFrom('placementAlarm')
    .selectAll()
    .where('closedAt', 'is', null)
    .where((one) => one.or([one('placementId', '=', id), one('unitId', '=', unitId)]))
    .orderBy('openedAt')
    .orderBy('ruleId')
    .execute()
