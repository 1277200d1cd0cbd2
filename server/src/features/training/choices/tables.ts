import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'signing' | 'scoring' | 'frozen' | 'decided' | 'cancelled'

/** Who sees a choice: its school, the office, the firms whose classes are in it. Students see theirs by another door. */
export function visibleIntakes(tx: Tx, actor: Actor) {
  const intakes = tx.selectFrom('classIntake')
  if (hasRole(actor, 'secretariat')) return intakes.where('classIntake.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact', 'teacher')) return intakes.where('classIntake.schoolId', '=', actor.organisationId)
  if (hasRole(actor, 'enterprise_contact')) return intakes.where(sql<boolean>`class_intake.id in (select ic.intake_id from class_intake_class ic join order_class c on c.id = ic.class_id where c.organisation_id = ${actor.organisationId})`)
  return intakes.where(sql<boolean>`false`)
}
/** Those a student may choose in, or has chosen in. */
export const studentIntakes = (tx: Tx, actor: Actor) =>
  tx.selectFrom('classIntake').where(sql<boolean>`((class_intake.state = 'signing' and exists (select from class_intake_class ic join order_class_cohort oc on oc.class_id = ic.class_id join student s on s.cohort_id = oc.cohort_id
    where ic.intake_id = class_intake.id and s.id = ${actor.studentId} and s.left_at is null)) or exists (select from class_signup g where g.intake_id = class_intake.id and g.student_id = ${actor.studentId}))`)

const whole = (rows: ReturnType<typeof visibleIntakes>) => rows.innerJoin('organisation as school', 'school.id', 'classIntake.schoolId').selectAll('classIntake').select('school.name as schoolName')
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Intake = ReturnType<typeof typed>

export async function findIntake(tx: Tx, actor: Actor, id: string): Promise<Intake | undefined> {
  const row = await whole(visibleIntakes(tx, actor)).where('classIntake.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockIntake(tx: Tx, actor: Actor, id: string): Promise<Locked<Intake> | undefined> {
  const row = await whole(visibleIntakes(tx, actor)).where('classIntake.id', '=', id).forUpdate('classIntake').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function findMyIntake(tx: Tx, actor: Actor, id: string): Promise<Intake | undefined> {
  const row = await whole(studentIntakes(tx, actor)).where('classIntake.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
/** Held against its end while somebody signs up or scores; many may at once. */
export async function shareIntake(tx: Tx, rows: 'mine' | 'visible', actor: Actor, id: string): Promise<Intake | undefined> {
  const row = await whole(rows === 'mine' ? studentIntakes(tx, actor) : visibleIntakes(tx, actor)).where('classIntake.id', '=', id).forShare('classIntake').executeTakeFirst()
  return row && typed(row)
}
export async function lockDueIntakes(tx: Tx, now: Date): Promise<Locked<Intake>[]> {
  const rows = await whole(tx.selectFrom('classIntake')).where('classIntake.state', '=', 'signing').where('signUpUntil', '<=', now).orderBy('classIntake.id').forUpdate('classIntake').execute()
  return rows.map((row) => ({ ...typed(row), locked: true }))
}
const counts = [
  sql<number>`(select count(*)::int from class_intake_class ic where ic.intake_id = class_intake.id)`.as('classes'),
  sql<number>`(select count(*)::int from class_signup g where g.intake_id = class_intake.id)`.as('signups'),
]
export async function listIntakes(tx: Tx, actor: Actor) {
  const rows = await whole(visibleIntakes(tx, actor)).select(counts).orderBy('classIntake.createdAt', 'desc').limit(100).execute()
  return rows.map((row) => ({ ...row, state: row.state as State }))
}
export async function listMyIntakes(tx: Tx, actor: Actor) {
  const rows = await studentIntakes(tx, actor).leftJoin('classSignup', (join) => join.onRef('classSignup.intakeId', '=', 'classIntake.id').on('classSignup.studentId', '=', actor.studentId!))
    .select(['classIntake.id', 'classIntake.title', 'classIntake.state', 'classIntake.signUpUntil', 'classSignup.signedAt', 'classSignup.letterNumber']).orderBy('classIntake.createdAt', 'desc').execute()
  return rows.map(({ signedAt, letterNumber, state, ...row }) => ({ ...row, state: state as State, signed: signedAt !== null, hasLetter: state === 'decided' && letterNumber !== null }))
}

type NewIntake = { number: string; allianceId: string; schoolId: string; title: string; maxChoices: number; signUpUntil: Date; scoreUntil: Date; confirmUntil: Date; seedSealed: Buffer; seedCommitment: Buffer; createdBy: string | null; createdAt: Date; updatedAt: Date; demo?: boolean }
export const insertIntake = async (tx: Tx, intake: NewIntake) => (await tx.insertInto('classIntake').values({ ...intake, state: 'signing' }).returning('id').executeTakeFirstOrThrow()).id
export const insertIntakeClasses = (tx: Tx, intakeId: string, classIds: readonly string[]) => tx.insertInto('classIntakeClass').values(classIds.map((classId) => ({ intakeId, classId }))).execute()
export type IntakeChange = Partial<{ state: State; seedRevealed: string; listDigest: string; inputDigest: string; resultDigest: string; frozen: string; result: string; reason: string; frozenAt: Date; decidedAt: Date }>
export async function updateIntake(tx: Tx, id: string, change: IntakeChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('classIntake').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}

export const listClassIds = async (tx: Tx, intakeId: string) => (await tx.selectFrom('classIntakeClass').select('classId').where('intakeId', '=', intakeId).execute()).map(({ classId }) => classId)
export const listIntakeClasses = (tx: Tx, intakeId: string) =>
  tx.selectFrom('classIntakeClass').innerJoin('orderClass', 'orderClass.id', 'classIntakeClass.classId').innerJoin('organisation as firm', 'firm.id', 'orderClass.organisationId')
    .select(['orderClass.id', 'orderClass.number', 'orderClass.kind', 'orderClass.title', 'orderClass.organisationId', 'firm.name as organisationName', 'orderClass.postTitle', 'orderClass.seats', 'orderClass.minSeats', 'orderClass.payFloor', 'orderClass.startsOn', 'orderClass.endsOn', 'orderClass.curriculum', 'orderClass.benefits', 'orderClass.quitting', 'orderClass.costs'])
    .select(['classIntakeClass.admitted', 'classIntakeClass.had', 'classIntakeClass.closedStep'])
    .select([
      sql<number>`(select count(*)::int from class_choice k where k.intake_id = class_intake_class.intake_id and k.class_id = order_class.id)`.as('applicants'),
      sql<number>`(select count(*)::int from class_choice k where k.intake_id = class_intake_class.intake_id and k.class_id = order_class.id and k.position = 1)`.as('first'),
      sql<number>`(select count(*)::int from class_choice k where k.intake_id = class_intake_class.intake_id and k.class_id = order_class.id and k.scored_at is not null)`.as('scored'),
      sql<string[]>`(select coalesce(json_agg(u.name order by u.position), '[]') from class_course u where u.class_id = order_class.id)`.as('courses'),
    ])
    .where('classIntakeClass.intakeId', '=', intakeId).orderBy('orderClass.number').execute()
/** Which of these classes this student’s cohort may choose. */
export const listOpenTo = async (tx: Tx, intakeId: string, studentId: string) =>
  (await tx.selectFrom('classIntakeClass').innerJoin('orderClassCohort', 'orderClassCohort.classId', 'classIntakeClass.classId').innerJoin('student', 'student.cohortId', 'orderClassCohort.cohortId').select('classIntakeClass.classId').where('intakeId', '=', intakeId).where('student.id', '=', studentId).execute()).map(({ classId }) => classId)
export const countEligible = async (tx: Tx, intakeId: string) =>
  (await tx.selectFrom('student').select((one) => one.fn.countAll<number>().as('count')).where('leftAt', 'is', null)
    .where('cohortId', 'in', tx.selectFrom('orderClassCohort').innerJoin('classIntakeClass', 'classIntakeClass.classId', 'orderClassCohort.classId').select('cohortId').where('intakeId', '=', intakeId)).executeTakeFirstOrThrow()).count
export const findLearner = (tx: Tx, studentId: string) => tx.selectFrom('student').select(['id', 'name', 'birthDate', 'accountId']).where('id', '=', studentId).executeTakeFirstOrThrow()
export const isPlaced = async (tx: Tx, studentId: string) => (await tx.selectFrom('classMember').select('id').where('studentId', '=', studentId).where('state', 'in', ['admitted', 'confirmed', 'enrolled']).executeTakeFirst()) !== undefined

export const findSignup = (tx: Tx, intakeId: string, studentId: string) => tx.selectFrom('classSignup').selectAll().where('intakeId', '=', intakeId).where('studentId', '=', studentId).executeTakeFirst()
export const listChoices = async (tx: Tx, intakeId: string, studentId: string) => (await tx.selectFrom('classChoice').select('classId').where('intakeId', '=', intakeId).where('studentId', '=', studentId).orderBy('position').execute()).map(({ classId }) => classId)
/** A mark given before stays with a choice that stays. */
export async function replaceSignup(tx: Tx, signup: { intakeId: string; studentId: string; accountId: string; statement: string; signedAt: Date }, choices: readonly string[]) {
  const { intakeId, studentId } = signup
  await sql`set constraints all deferred`.execute(tx)
  if (choices.length === 0) return void (await tx.deleteFrom('classSignup').where('intakeId', '=', intakeId).where('studentId', '=', studentId).execute())
  await tx.insertInto('classSignup').values(signup).onConflict((conflict) => conflict.columns(['intakeId', 'studentId']).doUpdateSet({ statement: signup.statement, signedAt: signup.signedAt })).execute()
  await tx.deleteFrom('classChoice').where('intakeId', '=', intakeId).where('studentId', '=', studentId).where('classId', 'not in', [...choices]).execute()
  await tx.insertInto('classChoice').values(choices.map((classId, at) => ({ intakeId, studentId, classId, position: at + 1 }))).onConflict((conflict) => conflict.columns(['intakeId', 'studentId', 'classId']).doUpdateSet((row) => ({ position: row.ref('excluded.position') }))).execute()
}

export const listApplicants = (tx: Tx, intakeId: string, classId: string) =>
  tx.selectFrom('classChoice').innerJoin('classSignup', (join) => join.onRef('classSignup.intakeId', '=', 'classChoice.intakeId').onRef('classSignup.studentId', '=', 'classChoice.studentId'))
    .innerJoin('student', 'student.id', 'classChoice.studentId').innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['classChoice.studentId', 'student.name', 'cohort.name as cohortName', 'student.schoolMark', 'classSignup.statement', 'classChoice.score', 'classChoice.refused', 'classChoice.note', 'classSignup.classId as placedId'])
    .where('classChoice.intakeId', '=', intakeId).where('classChoice.classId', '=', classId).orderBy('student.studentNumber').execute()
export type Score = { studentId: string; score: number | null; refused: string | null; note: string }
export async function saveScores(tx: Tx, intakeId: string, classId: string, rows: readonly Score[], by: string, now: Date) {
  let changed = 0
  for (const { studentId, score, refused, note } of rows) {
    const decided = score !== null || refused !== null
    const { numUpdatedRows } = await tx.updateTable('classChoice').set({ score, refused, note, scoredBy: decided ? by : null, scoredAt: decided ? now : null }).where('intakeId', '=', intakeId).where('classId', '=', classId).where('studentId', '=', studentId).executeTakeFirst()
    changed += Number(numUpdatedRows)
  }
  return changed
}
export const countUnscored = async (tx: Tx, intakeId: string) => (await tx.selectFrom('classChoice').select((one) => one.fn.countAll<number>().as('count')).where('intakeId', '=', intakeId).where('scoredAt', 'is', null).executeTakeFirstOrThrow()).count
