import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { askFor, settle } from '../../../inbox/service.ts'
import { problemLife } from '../lifecycle.ts'
import { inMotion } from '../service.ts'
import { updateProblem, type Problem } from '../tables.ts'
import { listManagersFor } from './tables.ts'

/** States in which somebody has the next step to drive. */
const managed = ['submitted', 'open', 'answered', 'settling']

export const viewManagers = async (tx: Tx, problem: Problem) => ({ rows: await listManagersFor(tx, problem) })

/** From the queue: the first who takes it has it. */
export async function takeOver(tx: Tx, actor: Actor, problem: Locked<Problem>, { version }: { version: number }, now: Date) {
  if (problem.managerId === actor.accountId) return { id: problem.id, state: problem.state, version: problem.version }
  if (problem.managerId !== null) refuse('need_taken', { by: problem.managerName })
  if (problem.version !== version) refuse('changed_meanwhile')
  return giveTo(tx, actor, problem, actor.accountId, 'problem.taken', now)
}

export async function handOver(tx: Tx, actor: Actor, problem: Locked<Problem>, { accountId, version }: { accountId: string; version: number }, now: Date) {
  if (problem.version !== version) refuse('changed_meanwhile')
  if (problem.managerId === accountId) return { id: problem.id, state: problem.state, version: problem.version }
  if (!(await listManagersFor(tx, problem)).some((one) => one.accountId === accountId)) refuse('invalid_input', { issues: [{ path: ['accountId'], code: 'cannot_manage' }] })
  return giveTo(tx, actor, problem, accountId, 'problem.handed_over', now)
}

async function giveTo(tx: Tx, actor: Actor, problem: Locked<Problem>, managerId: string, event: 'problem.taken' | 'problem.handed_over', now: Date) {
  if (!managed.includes(problem.state)) refuse('wrong_state', { state: problem.state })
  await settle(tx, actor, { subjectType: 'problem', subjectIds: [problem.id], kinds: ['problem.take', 'problem.answer'] }, 'take', now)
  const version = await updateProblem(tx, problem.id, {}, { managerId }, now)
  await askFor(tx, actor, problemLife, inMotion({ ...problem, managerId }, now), now)
  audit(tx, actor, now, { event, subjectType: 'problem', subjectId: problem.id, details: { number: problem.number, managerId } })
  return { id: problem.id, state: problem.state, version }
}
