import { identityCheck } from '@silian/algorithms/identifiers'
import { inTransaction } from '../src/kernel/db.ts'
import { loadStarterTables } from '../src/features/talent/codes/service.ts'
import type { World } from './world.ts'

/** A valid number for a day of birth: made up, its first six figures belong to no place. */
export function idNumber(birth: string, serial: number): string {
  const first = `990001${birth.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return first + identityCheck(first)
}

export const loadCodes = (world: World) => inTransaction(world.db, (tx) => loadStarterTables(tx, world.now()))

/** A school with one class, and people who work there. */
export async function newSchool(world: World, change: Record<string, unknown> = {}) {
  const school = await world.organisation('school', change)
  const contact = await world.person('school_contact', { organisationId: school.id })
  const programme = await world.db
    .insertInto('programme')
    .values({ schoolId: school.id, majorCode: '660303', name: '工业机器人技术应用', level: 'secondary', lengthYears: 3 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const cohort = await world.db
    .insertInto('cohort')
    .values({ programmeId: programme.id, name: '机器人 2401 班', entryYear: 2024, leaveYear: 2027 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...school, contact, programmeId: programme.id, cohortId: cohort.id }
}

let serial = 0

/** What a form sends about a grown-up student. */
export const studentForm = (cohortId: string, change: Record<string, unknown> = {}) => {
  serial = (serial + 2) % 900
  return {
    studentNumber: `S${1000 + serial}`, name: '示例学生', cohortId, idNumber: idNumber('2008-03-05', serial), phone: '13800000000', schoolMark: 81.5, certificates: ['电工（四级）'], ...change,
  }
}
