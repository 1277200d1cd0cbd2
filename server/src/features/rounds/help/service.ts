import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { findContacts, insertRequest, listRequests, updateRequest, type lockRequest } from './tables.ts'

type Topic = 'question' | 'unsafe' | 'unfair' | 'pay' | 'other'

export async function viewRequests(tx: Tx, actor: Actor) {
  const rows = await listRequests(tx, actor)
  return rows.map((row) => ({ ...row, topic: row.topic as Topic, state: row.state as 'open' | 'answered', createdAt: row.createdAt.toISOString() }))
}

export async function viewMyHelp(tx: Tx, actor: Actor) {
  const { student, alliances } = await findContacts(tx, actor.studentId!)
  const contacts = [
    ...(student?.teacherName ? [{ name: student.teacherName, role: 'teacher', phone: student.teacherPhone }] : []),
    ...(student ? [{ name: student.schoolName, role: 'school', phone: student.schoolPhone }] : []),
    ...alliances.map(({ name }) => ({ name, role: 'secretariat', phone: null })),
  ]
  return { contacts, rows: await viewRequests(tx, actor) }
}

/** Two working days for an answer; what is unsafe is due within one. */
export async function askHelp(tx: Tx, actor: Actor, request: { topic: Topic; body: string; pastParties: boolean }, now: Date) {
  const { student, alliances } = await findContacts(tx, actor.studentId!)
  const { id } = await insertRequest(tx, { studentId: actor.studentId!, ...request, createdAt: now })
  const office: Assignee[] = alliances.map((alliance) => ({ role: 'secretariat', allianceId: alliance.id }))
  const school: Assignee[] = student && !request.pastParties ? [{ role: 'school_contact', organisationId: student.schoolId }] : []
  const dueAt = dueInWorkingDays(now, request.topic === 'unsafe' ? 1 : 2)
  await ask(
    tx,
    [...school, ...office].map((assignee) => ({ kind: 'help.answer', subjectType: 'help', subjectId: id, params: { topic: request.topic }, assignee, initiatorId: actor.accountId, dueAt })),
    now,
  )
  audit(tx, request.pastParties ? null : actor, now, { event: 'help.asked', subjectType: 'help', subjectId: id, details: { topic: request.topic } })
  return { id }
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockRequest>>>

export async function answerRequest(tx: Tx, actor: Actor, request: Locked, answer: string, now: Date) {
  if (request.state === 'answered') refuse('wrong_state', { state: request.state })
  await updateRequest(tx, request.id, { answer, answeredBy: actor.accountId, answeredAt: now })
  await settle(tx, actor, { subjectType: 'help', subjectIds: [request.id] }, 'answered', now)
  audit(tx, actor, now, { event: 'help.answered', subjectType: 'help', subjectId: request.id })
  return { id: request.id }
}
