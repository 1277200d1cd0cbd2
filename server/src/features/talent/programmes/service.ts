import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { codeNames } from '../codes/service.ts'
import { mayEditOfSchool } from '../policy.ts'
import { schoolToWrite } from '../service.ts'
import { findTeacherOf } from '../teachers/tables.ts'
import type { ProgrammeLevel } from './contract.ts'
import { levelOfMajor, suitsMajor } from './rules.ts'
import {
  countLeaving,
  findProgramme,
  insertCohorts,
  insertProgrammes,
  listCohortsByIds,
  listCohortsOf,
  listProgrammesOf,
  pageOfCohorts,
  pageOfProgrammes,
  updateCohort,
} from './tables.ts'

export async function viewProgrammes(tx: Tx, actor: Actor, query: Parameters<typeof pageOfProgrammes>[1]) {
  const { rows, total } = await pageOfProgrammes(tx, query)
  return { rows: rows.map((row) => ({ ...row, level: row.level as ProgrammeLevel, can: { edit: mayEditOfSchool(actor, row) } })), total, page: query.page, size: query.size }
}

export async function viewCohorts(tx: Tx, actor: Actor, query: Parameters<typeof pageOfCohorts>[2]) {
  const { rows, total } = await pageOfCohorts(tx, actor, query)
  return { rows: rows.map((row) => ({ ...row, can: { edit: mayEditOfSchool(actor, row) } })), total, page: query.page, size: query.size }
}

type NewProgramme = { majorCode: string; name?: string; level?: ProgrammeLevel; lengthYears: number; schoolId?: string }

export async function addProgramme(tx: Tx, actor: Actor, wish: NewProgramme, now: Date) {
  const school = await schoolToWrite(tx, actor, wish.schoolId)
  const name = wish.name ?? (await codeNames(tx, 'major', [wish.majorCode])).get(wish.majorCode)
  if (!name) return refuse('major_unknown', { majorCode: wish.majorCode })
  const level = wish.level ?? levelOfMajor(wish.majorCode)
  if (!suitsMajor(level, wish.majorCode)) refuse('invalid_input', { issues: [{ path: ['level'], code: 'unlike_major' }] })
  const [programme] = await insertProgrammes(tx, [{ schoolId: school.id, majorCode: wish.majorCode, name, level, lengthYears: wish.lengthYears }])
  audit(tx, actor, now, { event: 'programme.added', subjectType: 'programme', subjectId: programme!.id, details: { majorCode: wish.majorCode, level } })
  return { id: programme!.id }
}

type NewCohort = { programmeId: string; name: string; entryYear: number; leaveYear: number; teacherId?: string | null }

export async function addCohort(tx: Tx, actor: Actor, wish: NewCohort, now: Date) {
  const programme = await findProgramme(tx, wish.programmeId)
  if (!programme || !mayEditOfSchool(actor, programme)) return refuse('not_found')
  await refuseOddCohort(tx, programme.schoolId, wish)
  const [cohort] = await insertCohorts(tx, [{ ...wish, teacherId: wish.teacherId ?? null }])
  audit(tx, actor, now, { event: 'cohort.added', subjectType: 'cohort', subjectId: cohort!.id, details: { entryYear: wish.entryYear, leaveYear: wish.leaveYear } })
  return { id: cohort!.id }
}

type OneCohort = { id: string; schoolId: string; entryYear: number }

export async function changeCohort(tx: Tx, actor: Actor, cohort: Locked<OneCohort>, wish: { name: string; leaveYear: number; teacherId: string | null }, now: Date) {
  await refuseOddCohort(tx, cohort.schoolId, { ...wish, entryYear: cohort.entryYear })
  await updateCohort(tx, cohort.id, wish)
  audit(tx, actor, now, { event: 'cohort.changed', subjectType: 'cohort', subjectId: cohort.id, details: { leaveYear: wish.leaveYear } })
  return { id: cohort.id }
}

async function refuseOddCohort(tx: Tx, schoolId: string, { entryYear, leaveYear, teacherId }: { entryYear: number; leaveYear: number; teacherId?: string | null }) {
  const issues = []
  if (leaveYear < entryYear || leaveYear > entryYear + 8) issues.push({ path: ['leaveYear'], code: 'out_of_order' })
  if (teacherId && !(await findTeacherOf(tx, schoolId, teacherId))) issues.push({ path: ['teacherId'], code: 'unknown' })
  if (issues.length > 0) refuse('invalid_input', { issues })
}

/** What a row of a sheet says about the class its student is in. */
export type ClassOfRow = { majorCode: string; programmeName: string | null; level: ProgrammeLevel; cohortName: string; entryYear: number; leaveYear: number; teacherId: string | null }
const programmeKey = (row: { majorCode: string; level: string }) => `${row.majorCode} ${row.level}`
const cohortKey = (programmeId: string, row: { name: string; entryYear: number }) => `${programmeId} ${row.entryYear} ${row.name}`

/** Finds the class of each row, making programmes and cohorts a school has not named yet. Answers the cohort's id by row. */
export async function classesOfRows(tx: Tx, schoolId: string, rows: readonly ClassOfRow[]): Promise<string[]> {
  const programmes = new Map((await listProgrammesOf(tx, schoolId)).map((one) => [programmeKey(one), one.id]))
  const unknown = new Map(rows.filter((row) => !programmes.has(programmeKey(row))).map((row) => [programmeKey(row), row]))
  const names = await codeNames(tx, 'major', [...unknown.values()].map((row) => row.majorCode))
  const made = await insertProgrammes(
    tx,
    [...unknown.values()].map(({ majorCode, programmeName, level, entryYear, leaveYear }) => ({
      schoolId, majorCode, level,
      name: names.get(majorCode) ?? programmeName ?? majorCode,
      lengthYears: Math.min(6, Math.max(1, leaveYear - entryYear)),
    })),
  )
  for (const one of made) programmes.set(programmeKey(one), one.id)

  const cohorts = new Map((await listCohortsOf(tx, schoolId)).map((one) => [cohortKey(one.programmeId, one), one]))
  const keyOf = (row: ClassOfRow) => cohortKey(programmes.get(programmeKey(row))!, { name: row.cohortName, entryYear: row.entryYear })
  const missing = new Map(rows.filter((row) => !cohorts.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const added = await insertCohorts(
    tx,
    [...missing.values()].map((row) => ({ programmeId: programmes.get(programmeKey(row))!, name: row.cohortName, entryYear: row.entryYear, leaveYear: row.leaveYear, teacherId: row.teacherId })),
  )
  for (const one of added) cohorts.set(cohortKey(one.programmeId, one), one)
  for (const [key, row] of new Map(rows.filter(({ teacherId }) => teacherId).map((row) => [keyOf(row), row]))) {
    const cohort = cohorts.get(key)!
    if (cohort.teacherId === null) await updateCohort(tx, cohort.id, { teacherId: row.teacherId })
  }
  return rows.map((row) => cohorts.get(keyOf(row))!.id)
}

export const cohortsByIds = (tx: Tx, ids: readonly string[]) => listCohortsByIds(tx, ids)

/** Who leaves school, for the years of a survey: by major and year. */
export const graduatesByMajor = (tx: Tx, years: { from: number; until: number }) => countLeaving(tx, years)
