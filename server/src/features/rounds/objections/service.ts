import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { whyNotObject } from '../rules.ts'
import type { Round } from '../tables.ts'
import { insertObjection, listObjections, updateObjection, type lockObjection } from './tables.ts'

/** Answered in writing within three working days. */
const answerDays = 3

type Objection = { studentId: string | null; name?: string; contact?: string; body: string }

/** During publicity anybody may object: a student from the letter, everybody else from the public notice. */
export async function object(tx: Tx, actor: Actor | null, round: Round, objection: Objection, now: Date) {
  const no = whyNotObject(round, now)
  if (no) refuse(no)
  const dueAt = dueInWorkingDays(now, answerDays)
  const { id } = await insertObjection(tx, { roundId: round.id, ...objection, dueAt, createdAt: now })
  await ask(
    tx,
    [
      {
        kind: 'objection.answer',
        subjectType: 'objection',
        subjectId: id,
        params: { title: round.title, roundId: round.id },
        assignee: { role: 'secretariat', allianceId: round.allianceId },
        initiatorId: actor?.accountId ?? null,
        dueAt,
      },
    ],
    now,
  )
  audit(tx, actor, now, { event: 'objection.made', subjectType: 'round', subjectId: round.id, details: { objection: id } })
  return { id, dueAt: dueAt.toISOString() }
}

type LockedObjection = NonNullable<Awaited<ReturnType<typeof lockObjection>>>

export async function answerObjection(tx: Tx, actor: Actor, objection: LockedObjection, answer: string, now: Date) {
  if (objection.state === 'answered') refuse('wrong_state', { state: objection.state })
  await updateObjection(tx, objection.id, { answer, answeredBy: actor.accountId, answeredAt: now })
  await settle(tx, actor, { subjectType: 'objection', subjectIds: [objection.id] }, 'answered', now)
  audit(tx, actor, now, { event: 'objection.answered', subjectType: 'round', subjectId: objection.roundId, details: { objection: objection.id } })
  return { id: objection.id }
}

export async function viewObjections(tx: Tx, roundId: string, studentId?: string) {
  const rows = await listObjections(tx, roundId, studentId)
  return rows.map((row) => ({ ...row, state: row.state as 'open' | 'answered', createdAt: row.createdAt.toISOString(), dueAt: row.dueAt.toISOString() }))
}
