import { audit } from '../../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { rerouteWithin } from '../rules.ts'
import { close, end, go, lockAnyhow, settleWindow, type Held } from '../service.ts'
import { updateRequest } from '../tables.ts'
import { listDue, listIdleWindows, listUnrated } from './tables.ts'

/** Every few minutes. Each request in a transaction of its own and looked at again under its lock; one that fails does not hold up the others. */
export async function watchServiceRequests(db: Db, now: Date) {
  const { due, unrated, idle } = await inReadOnlyTransaction(db, async (tx) => ({ due: await listDue(tx, now), unrated: await listUnrated(tx, now), idle: await listIdleWindows(tx) }))
  const failures: unknown[] = []
  const each = async (work: (tx: Tx) => Promise<void>) => void (await inTransaction(db, work).catch((error: unknown) => failures.push(error)))
  for (const { id, needId } of due) await each((tx) => lookAt(tx, { id, needId }, now))
  for (const { id } of unrated) await each((tx) => settle(tx, null, { subjectType: 'service_request', subjectIds: [id], kinds: ['service_request.rate'] }, 'lapse', now))
  for (const { needId } of idle) await each((tx) => settleWindow(tx, null, needId, now))
  if (failures.length > 0) throw failures[0]
}

async function lookAt(tx: Tx, { id, needId }: { id: string; needId: string }, now: Date) {
  const held = await lockAnyhow(tx, needId, id)
  if (!held) return
  const { request, problem } = held
  if (!['routed', 'accepted', 'delivered'].includes(request.state)) return
  if (['solved', 'declined', 'withdrawn', 'expired'].includes(problem.state)) {
    // The asker said on the need itself that it is solved: what this provider delivered counts as confirmed, if it was the one.
    const theirs = problem.state === 'solved' && request.state === 'delivered' && (problem.solutionBy === null || problem.solutionBy === request.providerId)
    if (theirs) await go(tx, null, request, 'settle', { confirmedAt: now, dueAt: null }, now)
    else await close(tx, null, request, now)
    return
  }
  if (!request.dueAt || request.dueAt > now || request.escalation > 0) return
  if (request.state === 'routed') return void (await end(tx, null, held, 'lapse', {}, now))
  await tellOffice(tx, held, now)
}

/** A promise past its day, or an asker who does not say whether it was kept: the office looks into it. */
async function tellOffice(tx: Tx, { request }: Held, now: Date) {
  const params = { number: request.number, title: request.needTitle, asker: request.askerName, provider: request.providerName, reason: '' }
  const kind = request.state === 'accepted' ? 'service_request.late' : 'service_request.unconfirmed'
  await ask(tx, [{ kind, subjectType: 'service_request', subjectId: request.id, params, assignee: { role: 'secretariat', allianceId: request.allianceId }, initiatorId: null, dueAt: dueInWorkingDays(now, rerouteWithin) }], now)
  await updateRequest(tx, request.id, { escalation: 1 }, now)
  audit(tx, null, now, { event: 'service_request.escalated', subjectType: 'service_request', subjectId: request.id, details: { number: request.number, state: request.state } })
}
