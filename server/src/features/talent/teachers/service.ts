import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { mayEditOfSchool, seesPhones } from '../policy.ts'
import { schoolToWrite } from '../service.ts'
import type { TeacherSheetRow } from './sheet.ts'
import { deleteTeachers, insertTeacher, listTeachersOf, listVisibleIds, pageOfTeachers, updateTeacher, upsertTeachers } from './tables.ts'

export async function viewTeachers(tx: Tx, actor: Actor, query: Parameters<typeof pageOfTeachers>[2]) {
  const { rows, total } = await pageOfTeachers(tx, actor, query)
  const views = rows.map(({ leftAt, ...row }) => ({
    ...row,
    phone: row.phone && !seesPhones(actor, row) ? maskMobile(row.phone) : row.phone,
    left: leftAt !== null,
    can: { edit: mayEditOfSchool(actor, row) },
  }))
  return { rows: views, total, page: query.page, size: query.size }
}

type TeacherWish = { name: string; phone?: string | null; subject: string }

export async function addTeacher(tx: Tx, actor: Actor, { schoolId, ...wish }: TeacherWish & { number: string; schoolId?: string }, now: Date) {
  const school = await schoolToWrite(tx, actor, schoolId)
  const { id } = await insertTeacher(tx, { ...wish, phone: wish.phone ?? null, schoolId: school.id })
  audit(tx, actor, now, { event: 'teacher.added', subjectType: 'teacher', subjectId: id })
  return { id }
}

export async function changeTeacher(tx: Tx, actor: Actor, teacher: Locked<{ id: string; leftAt: Date | null }>, { left, ...wish }: TeacherWish & { left: boolean }, now: Date) {
  await updateTeacher(tx, teacher.id, { ...wish, phone: wish.phone ?? null, leftAt: left ? (teacher.leftAt ?? now) : null })
  audit(tx, actor, now, { event: left ? 'teacher.left' : 'teacher.changed', subjectType: 'teacher', subjectId: teacher.id })
  return { id: teacher.id }
}

export type WrittenRow = { recordId: string | null; result: 'created' | 'updated' | 'unchanged' | 'refused'; fault?: { column: string; fault: string; params?: Record<string, string | number> } }

/** Teachers of one school, by number: the same sheet twice changes nothing. Answers one outcome a row, in order. */
export async function writeTeacherRows(tx: Tx, actor: Pick<Actor, 'accountId' | 'organisationId'>, rows: readonly TeacherSheetRow[], now: Date): Promise<WrittenRow[]> {
  if (rows.length === 0) return []
  const school = await schoolToWrite(tx, actor)
  const present = new Map((await listTeachersOf(tx, school.id)).map((one) => [one.number, one]))
  const outcomes = rows.map((row): WrittenRow => {
    const now = present.get(row.number)
    if (!now) return { recordId: null, result: 'created' }
    const same = now.name === row.name && now.phone === row.phone && now.subject === (row.subject ?? '')
    return { recordId: now.id, result: same ? 'unchanged' : 'updated' }
  })
  const changing = rows.filter((_row, at) => outcomes[at]!.result !== 'unchanged')
  const values = new Map(changing.map((row) => [row.number, { schoolId: school.id, number: row.number, name: row.name, phone: row.phone, subject: row.subject ?? '' }]))
  const written = new Map((await upsertTeachers(tx, [...values.values()])).map(({ id, number }) => [number, id]))
  const created = outcomes.filter(({ result }) => result === 'created').length
  if (changing.length > 0) audit(tx, actor, now, { event: 'teacher.imported', subjectType: 'organisation', subjectId: school.id, details: { created, updated: changing.length - created } })
  return outcomes.map((one, at) => ({ ...one, recordId: written.get(rows[at]!.number) ?? one.recordId }))
}

/** Undo of an import: those whom nothing refers to. Answers the ids that are gone. */
export const removeTeachers = (tx: Tx, ids: readonly string[]) => deleteTeachers(tx, ids)

/** Which of these this actor may see. */
export const visibleTeacherIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
