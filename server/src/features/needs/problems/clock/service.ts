import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Locked, type Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { escalateAfter, levelAt } from '../rules.ts'
import { expire, inMotion, lockProblemById } from '../service.ts'
import { updateProblem, type Problem } from '../tables.ts'
import { listDueIds } from './tables.ts'

/**
 * Every few minutes. Each need in a transaction of its own and looked at again under its lock: a worker that was killed half-way
 * leaves whole steps, and the next run does the rest; two at once do each step once. One that fails does not hold up the others.
 */
export async function watchProblems(db: Db, now: Date) {
  const ids = await inReadOnlyTransaction(db, (tx) => listDueIds(tx, { now, today: dayOf(now) }))
  const failures: unknown[] = []
  for (const id of ids) await inTransaction(db, (tx) => lookAt(tx, id, now)).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** One need, in a transaction of the caller's; the nightly and the demonstration's clock alike. */
export async function lookAt(tx: Tx, needId: string, now: Date) {
  const problem = await lockProblemById(tx, needId)
  if (!problem) return
  if (['submitted', 'open'].includes(problem.state) && problem.validUntil !== null && problem.validUntil < dayOf(now)) return void (await expire(tx, problem, now))
  if (!problem.answerDueAt) return
  const wanted = levelAt(now, { answerDueAt: problem.answerDueAt, authorityAt: dueInWorkingDays(problem.answerDueAt, escalateAfter) })
  // An asker who does not confirm is the office's to call, not the authority's.
  const highest = problem.state === 'settling' ? 1 : 2
  for (let level = problem.escalation + 1; level <= Math.min(wanted, highest); level++) await escalate(tx, problem, level as 1 | 2, now)
}

async function escalate(tx: Tx, problem: Locked<Problem>, level: 1 | 2, now: Date) {
  const thing = inMotion(problem, now)
  const item = { subjectType: 'problem', subjectId: problem.id, params: { number: thing.number, title: thing.title, organisation: thing.organisationName, reason: '' }, initiatorId: null }
  const dueAt = dueInWorkingDays(now, escalateAfter)
  if (level === 1) {
    await settle(tx, null, { subjectType: 'problem', subjectIds: [problem.id], kinds: ['problem.take'] }, 'escalate', now)
    const kind = problem.state === 'settling' ? 'problem.unconfirmed' : 'problem.overdue'
    await ask(tx, [{ ...item, kind, assignee: { role: 'secretariat', allianceId: problem.allianceId }, dueAt }], now)
  } else {
    await ask(tx, thing.authorities.map((assignee) => ({ ...item, kind: 'problem.escalated', assignee, dueAt })), now)
  }
  await updateProblem(tx, problem.id, {}, { escalation: level }, now)
  // Where the alliance has no authority with an account, the timeline says so and the office keeps it.
  const toldAuthority = thing.authorities.length > 0
  audit(tx, null, now, { event: 'problem.escalated', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number, level, ...(level === 2 ? { toldAuthority } : {}) } })
}

/** What the office or the authority decides about a need that nobody answered: for everybody on the timeline, and off its desk. */
export async function instruct(tx: Tx, actor: Actor, problem: Locked<Problem>, { text }: { text: string }, now: Date) {
  if (problem.escalation === 0) refuse('wrong_state', { state: problem.state })
  // Each seat clears its own desk: what lies with the office has no organisation. That nobody answered stays with the office until somebody does.
  const which = { subjectType: 'problem', subjectIds: [problem.id], kinds: ['problem.escalated', 'problem.expired'] }
  await settle(tx, actor, { ...which, organisationId: actor.organisationId }, 'instruct', now)
  await settle(tx, actor, { ...which, accountId: actor.accountId }, 'instruct', now)
  audit(tx, actor, now, { event: 'problem.instructed', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number, reason: text } })
  return {}
}
