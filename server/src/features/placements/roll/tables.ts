import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

export type Filter = { town?: string; organisationId?: string; schoolId?: string }

/** Who is at a unit on this day, in the order of the sheet. */
export function listRoll(tx: Tx, actor: Actor, day: string, { town, organisationId, schoolId }: Filter) {
  return visiblePlacements(tx, actor)
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .select(['placement.id as placementId', 'placement.number as placementNumber', 'placement.state', 'placement.studentId', 'placement.organisationId', 'placement.lodging', 'placement.mentorName', 'placement.mentorPhone'])
    .select(['student.name as studentName', 'student.studentNumber', 'student.birthDate', 'student.phone', 'student.guardianName', 'student.guardianPhone', 'cohort.name as cohortName', 'school.name as schoolName'])
    .select(['firm.name as unitName', 'terms.title', 'terms.address as termsAddress', 'firm.address as firmAddress', 'teacher.name as supervisorName', 'teacher.phone as supervisorPhone'])
    .select(sql<string>`coalesce(terms.town, firm.town, '')`.as('town'))
    .where('placement.state', 'in', ['active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived'])
    .where('placement.startsOn', '<=', day)
    .where(sql<boolean>`coalesce(placement.ended_on, placement.ends_on) >= ${day}`)
    .$if(town !== undefined, (all) => all.where(sql<boolean>`coalesce(terms.town, firm.town, '') = ${town}`))
    .$if(organisationId !== undefined, (all) => all.where('placement.organisationId', '=', organisationId!))
    .$if(schoolId !== undefined, (all) => all.where('placement.schoolId', '=', schoolId!))
    .orderBy('town')
    .orderBy('firm.name')
    .orderBy('student.studentNumber')
    .limit(5000)
    .execute()
}
export type RollRow = Awaited<ReturnType<typeof listRoll>>[number]
