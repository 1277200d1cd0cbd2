import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

export type Column = { heading: string; source: string; fixed: string; map: string; required: boolean; most: number; days: '2027-03-01' | '20270301' | '2027/03/01' }
export type Maps = Record<string, Record<string, string>>

/** Forms of the alliance: of the office itself, or of the alliances of the school. */
const visibleForms = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('returnForm')
    .leftJoin('account', 'account.id', 'returnForm.updatedBy')
    .selectAll('returnForm')
    .select('account.name as updatedByName')
    .where((one) =>
      hasRole(actor, 'secretariat')
        ? one('returnForm.allianceId', '=', actor.allianceId)
        : one('returnForm.allianceId', 'in', one.selectFrom('membership').select('membership.allianceId').where('membership.organisationId', '=', actor.organisationId).where('membership.state', '=', 'active')),
    )
type Raw = Awaited<ReturnType<ReturnType<typeof visibleForms>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, columns: row.columns as unknown as Column[], maps: row.maps as unknown as Maps })
export type Form = ReturnType<typeof typed>

export const listForms = async (tx: Tx, actor: Actor): Promise<Form[]> => (await visibleForms(tx, actor).orderBy('returnForm.title').execute()).map(typed)
export async function findForm(tx: Tx, actor: Actor, formId: string): Promise<Form | undefined> {
  const row = await visibleForms(tx, actor).where('returnForm.id', '=', formId).executeTakeFirst()
  return row && typed(row)
}
export async function lockForm(tx: Tx, actor: Actor, formId: string): Promise<Locked<Form> | undefined> {
  const row = await visibleForms(tx, actor).where('returnForm.id', '=', formId).forUpdate('returnForm').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
type Values = { title: string; columns: readonly Column[]; maps: Maps; note: string }
const stored = ({ columns, maps, ...rest }: Values) => ({ ...rest, columns: JSON.stringify(columns), maps: JSON.stringify(maps) })
export async function insertForm(tx: Tx, values: Values, more: { allianceId: string; updatedBy: string | null; updatedAt: Date; createdAt: Date; demo: boolean }): Promise<string> {
  const { id } = await tx.insertInto('returnForm').values({ ...stored(values), ...more }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateForm(tx: Tx, formId: string, values: Values, more: { updatedBy: string; updatedAt: Date }): Promise<number> {
  const { version } = await tx.updateTable('returnForm').set((row) => ({ ...stored(values), ...more, version: row('version', '+', 1) })).where('id', '=', formId).returning('version').executeTakeFirstOrThrow()
  return version
}

export type Filter = { from: string; until: string; schoolId?: string; states: 'begun' | 'over' }
/** Placements that were under way in these days, with every fact a column may ask for. Identity numbers come sealed. */
export function listFacts(tx: Tx, actor: Actor, { from, until, schoolId, states }: Filter) {
  return visiblePlacements(tx, actor)
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .leftJoin('placementAssessment as result', 'result.placementId', 'placement.id')
    .leftJoinLateral(
      (one) => one.selectFrom('agreement').select(['agreement.number', 'agreement.signedOn']).where('agreement.subjectKind', '=', 'placement').whereRef('agreement.subjectId', '=', 'placement.id').where('agreement.kind', 'in', ['three_party', 'apprenticeship']).where('agreement.signedOn', 'is not', null).orderBy('agreement.concludedAt', 'desc').limit(1).as('paper'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (one) => one.selectFrom('insuranceCover as cover').innerJoin('insurancePolicy as policy', 'policy.id', 'cover.policyId').select(['policy.insurer', 'policy.number']).whereRef('cover.placementId', '=', 'placement.id').where('policy.kind', '=', 'liability').orderBy('cover.fromDay').limit(1).as('insured'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (one) => one.selectFrom('placementFilingMember as member').innerJoin('placementFiling as filing', 'filing.id', 'member.filingId').select(['filing.filingNumber', 'filing.filedOn']).whereRef('member.placementId', '=', 'placement.id').where('filing.state', '=', 'filed').orderBy('filing.filedOn', 'desc').limit(1).as('filed'),
      (join) => join.onTrue(),
    )
    .select(['placement.number', 'placement.studentId', 'placement.kind', 'placement.scheme', 'placement.state', 'placement.selfChosen', 'placement.startsOn', 'placement.endsOn', 'placement.lodging', 'placement.mentorName', 'placement.mentorPhone'])
    .select(sql<string>`coalesce(placement.ended_on, placement.ends_on)`.as('lastDay'))
    .select(['student.name as studentName', 'student.studentNumber', 'student.idType', 'student.idNumber as sealedIdNumber', 'student.idNumberMask', 'student.sex', 'student.birthDate', 'student.phone', 'student.guardianName', 'student.guardianPhone'])
    .select(['school.name as schoolName', 'school.uscc as schoolCode', 'programme.majorCode', 'programme.name as programmeName', 'programme.level', 'cohort.name as cohortName', 'cohort.entryYear'])
    .select(['firm.name as unitName', 'firm.uscc as unitCode', 'firm.industryCode', 'terms.divisionCode', 'terms.town', 'terms.address', 'terms.title', 'terms.occupationCode', 'terms.payMin', 'terms.payMax', 'terms.payPeriod', 'terms.hoursPerWeek'])
    .select(['teacher.name as supervisorName', 'teacher.phone as supervisorPhone', 'paper.number as agreementNumber', 'paper.signedOn as agreementSignedOn', 'insured.insurer', 'insured.number as policyNumber', 'filed.filingNumber', 'filed.filedOn', 'result.total', 'result.passed'])
    .where('placement.startsOn', '<=', until)
    .where(sql<boolean>`coalesce(placement.ended_on, placement.ends_on) >= ${from}`)
    .where('placement.state', 'in', states === 'over' ? ['assessed', 'archived'] : ['active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived'])
    .$if(schoolId !== undefined, (all) => all.where('placement.schoolId', '=', schoolId!))
    .orderBy('school.protocolOrder')
    .orderBy('placement.schoolId')
    .orderBy('student.studentNumber')
    .orderBy('placement.number')
    .limit(50_000)
    .execute()
}
export type FactRow = Awaited<ReturnType<typeof listFacts>>[number]
