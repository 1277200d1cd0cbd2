import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { lockClass, updateClass, type OrderClass } from '../classes/tables.ts'
import { endMentor, findTeacher, insertMentor, listMentors, replaceCourses, type Course } from './tables.ts'

const open = ['feasible', 'agreed']
export const staffed = ['feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running']

export async function writePlan(tx: Tx, actor: Actor, one: Locked<OrderClass>, { title, courses, version }: { title: string; courses: readonly Course[]; version: number }, now: Date) {
  if (!open.includes(one.state)) refuse('wrong_state', { state: one.state })
  if (one.version !== version) refuse('changed_meanwhile')
  await replaceCourses(tx, one.id, courses)
  const next = await updateClass(tx, one.id, { planTitle: title }, now)
  audit(tx, actor, now, { event: 'order_class.plan_written', subjectType: 'order_class', subjectId: one.id, details: { courses: courses.length } })
  return { version: next }
}

type NewGuide = { side: 'school' | 'firm'; teacherId?: string; name?: string; phone: string | null; duty: string; since: string }
export async function nameMentor(tx: Tx, actor: Actor, one: Locked<OrderClass>, { side, teacherId, name, phone, duty, since }: NewGuide, now: Date) {
  if (!staffed.includes(one.state)) refuse('wrong_state', { state: one.state })
  const teacher = side === 'school' && teacherId ? await findTeacher(tx, teacherId, one.schoolId) : undefined
  if (side === 'school' && !teacher) refuse('invalid_input', { issues: [{ path: ['teacherId'], code: 'unknown' }] })
  const known = teacher?.name ?? name?.trim() ?? ''
  if (known.length < 2) refuse('invalid_input', { issues: [{ path: ['name'], code: 'too_short' }] })
  if ((await listMentors(tx, one.id)).some((row) => row.side === side && row.name === known && row.until === null)) refuse('guide_exists', { name: known })
  const { id } = await insertMentor(tx, { classId: one.id, side, teacherId: teacher?.id ?? null, name: known, phone: teacher?.phone ?? phone, duty, since })
  await updateClass(tx, one.id, {}, now)
  audit(tx, actor, now, { event: 'order_class.guide_named', subjectType: 'order_class', subjectId: one.id, details: { side, since } })
  return { id }
}

export async function replaceMentor(tx: Tx, actor: Actor, { one, mentorId }: { one: Locked<OrderClass>; mentorId: string }, { until, reason }: { until: string; reason: string }, now: Date) {
  if (!staffed.includes(one.state)) refuse('wrong_state', { state: one.state })
  const ended = await endMentor(tx, mentorId, until, reason)
  if (Number(ended.numUpdatedRows) === 0) refuse('changed_meanwhile')
  await updateClass(tx, one.id, {}, now)
  audit(tx, actor, now, { event: 'order_class.guide_ended', subjectType: 'order_class', subjectId: one.id, details: { until, reason } })
  return { id: mentorId }
}

/** A guide of a class this actor sees, with the class held. */
export async function lockMentor(tx: Tx, actor: Actor, classId: string, mentorId: string) {
  const one = await lockClass(tx, actor, classId)
  const mentor = one && (await listMentors(tx, classId)).find(({ id }) => id === mentorId)
  return mentor && { one, mentorId, side: mentor.side }
}
