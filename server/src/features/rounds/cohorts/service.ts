import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { setting } from '../../../kernel/setting.ts'
import { ask } from '../../inbox/service.ts'
import { mayRunRound } from '../policy.ts'
import { countRound } from '../motion/tables.ts'
import type { Round } from '../tables.ts'
import { countKnownCohorts, listCohorts, listSubmissionDays, listUnanswered, markReminded, replaceCohorts } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export async function takeCohorts(tx: Tx, actor: Actor, round: Locked<Round>, cohortIds: readonly string[], now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  const wanted = [...new Set(cohortIds)]
  if ((await countKnownCohorts(tx, wanted)) !== wanted.length) refuse('invalid_input', { issues: [{ path: ['cohortIds'], code: 'unknown' }] })
  await replaceCohorts(tx, round.id, wanted)
  audit(tx, actor, now, { event: 'round.cohorts_chosen', subjectType: 'round', subjectId: round.id, details: { cohorts: wanted.length } })
  return { cohorts: wanted.length }
}

/** Those who have not submitted: an item in their inbox and a mail where we have an address, once a day each. */
export async function remind(tx: Tx, actor: Actor, round: Locked<Round>, cohortIds: readonly string[] | undefined, now: Date) {
  if (round.state !== 'wishing') refuse('wrong_state', { state: round.state })
  const today = new Date(`${dayOf(now)}T00:00:00+08:00`)
  // Without an account or an address nothing would reach them: their teacher has to.
  const students = (await listUnanswered(tx, actor, round.id, cohortIds, today)).filter((student) => student.accountId ?? student.email)
  await ask(
    tx,
    students.flatMap((student) =>
      student.accountId
        ? [
            {
              kind: 'round.submit_wishes',
              subjectType: 'round',
              subjectId: round.id,
              params: { title: round.title, number: round.number },
              assignee: { accountId: student.accountId },
              initiatorId: actor.accountId,
              dueAt: round.wishesCloseAt,
            },
          ]
        : [],
    ),
    now,
  )
  for (const student of students) {
    if (student.email) {
      await post(tx, { channel: 'email', recipient: student.email, subject: round.title, body: `${round.title}\n${setting().origin}/app/my/rounds/${round.id}` })
    }
  }
  await markReminded(tx, round.id, students.map((student) => student.id), now)
  audit(tx, actor, now, { event: 'round.reminded', subjectType: 'round', subjectId: round.id, details: { students: students.length } })
  return { reminded: students.length }
}

export async function viewCohorts(tx: Tx, actor: Actor, round: Round, all: boolean) {
  const rows = await listCohorts(tx, actor, round, all && mayRunRound(actor, round))
  return { rows: rows.map((row) => ({ ...row, remindedAt: iso(row.remindedAt) })) }
}

export async function viewProgress(tx: Tx, round: Round) {
  const [days, { students }] = [await listSubmissionDays(tx, round.id), await countRound(tx, round.id)]
  return { days, students }
}
