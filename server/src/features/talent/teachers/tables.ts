import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { schoolOfOffice } from '../tables.ts'

/** The one place that says who sees which teacher: colleagues of the school, and the office. */
function visibleTeachers(tx: Tx, actor: Actor) {
  const teachers = tx.selectFrom('teacher').innerJoin('organisation', 'organisation.id', 'teacher.schoolId')
  if (hasRole(actor, 'secretariat')) return teachers.where(schoolOfOffice(actor, 'teacher.schoolId'))
  if (hasRole(actor, 'school_contact', 'teacher')) return teachers.where('teacher.schoolId', '=', actor.organisationId)
  return teachers.where(sql<boolean>`false`)
}

/** Which of these this actor may see: for the search, which only knows where people are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleTeachers(tx, actor).select('teacher.id').where(sql<boolean>`teacher.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

export async function pageOfTeachers(tx: Tx, actor: Actor, query: Paging & { q: string; schoolId?: string; left: boolean }) {
  const like = query.q.replace(/[\\%_]/g, '\\$&')
  const filtered = visibleTeachers(tx, actor)
    .where('teacher.leftAt', query.left ? 'is not' : 'is', null)
    .$if(query.q !== '', (all) => all.where((one) => one.or([one('teacher.name', 'like', `%${like}%`), one('teacher.number', 'like', `${like}%`)])))
    .$if(query.schoolId !== undefined, (all) => all.where('teacher.schoolId', '=', query.schoolId!))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(['teacher.id', 'teacher.schoolId', 'organisation.name as schoolName', 'teacher.number', 'teacher.name', 'teacher.phone', 'teacher.subject', 'teacher.leftAt'])
    .select(sql<number>`(select count(*) from cohort where cohort.teacher_id = teacher.id)`.as('cohorts'))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('teacher.number')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { rows, total }
}

export async function lockTeacher(tx: Tx, actor: Actor, teacherId: string): Promise<Locked<{ id: string; schoolId: string; leftAt: Date | null }> | undefined> {
  const row = await visibleTeachers(tx, actor).select(['teacher.id', 'teacher.schoolId', 'teacher.leftAt']).where('teacher.id', '=', teacherId).forUpdate('teacher').executeTakeFirst()
  return row && { ...row, locked: true }
}

export async function findTeacherOf(tx: Tx, schoolId: string, teacherId: string) {
  return tx.selectFrom('teacher').select('id').where('schoolId', '=', schoolId).where('id', '=', teacherId).executeTakeFirst()
}

export async function listTeachersOf(tx: Tx, schoolId: string) {
  return tx.selectFrom('teacher').selectAll().where('schoolId', '=', schoolId).execute()
}

type TeacherValues = { schoolId: string; number: string; name: string; phone: string | null; subject: string }

export async function insertTeacher(tx: Tx, values: TeacherValues) {
  return tx.insertInto('teacher').values(values).returning('id').executeTakeFirstOrThrow()
}

export async function updateTeacher(tx: Tx, teacherId: string, values: Partial<TeacherValues> & { leftAt?: Date | null }) {
  await tx.updateTable('teacher').set(values).where('id', '=', teacherId).execute()
}

/** Writes teachers by school and number; who is there gets what the sheet says. */
export async function upsertTeachers(tx: Tx, rows: readonly TeacherValues[]) {
  const written: { id: string; number: string }[] = []
  for (let start = 0; start < rows.length; start += 2000) {
    written.push(
      ...(await tx
        .insertInto('teacher')
        .values(rows.slice(start, start + 2000))
        .onConflict((conflict) =>
          conflict.columns(['schoolId', 'number']).doUpdateSet((one) => ({ name: one.ref('excluded.name'), phone: one.ref('excluded.phone'), subject: one.ref('excluded.subject') })),
        )
        .returning(['id', 'number'])
        .execute()),
    )
  }
  return written
}

/** Takes back teachers a sheet made, as long as no class has them. */
export async function deleteTeachers(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .deleteFrom('teacher')
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('cohort').select('cohort.id').whereRef('cohort.teacherId', '=', 'teacher.id'))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('agreementParty').select('agreementParty.id').whereRef('agreementParty.teacherId', '=', 'teacher.id'))))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
