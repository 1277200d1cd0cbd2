import type { Tx } from '../../../../kernel/db.ts'

/** Those whose clock ran out, and those whose need has ended without them; each is locked and looked at again by itself. */
export const listDue = (tx: Tx, now: Date) =>
  tx
    .selectFrom('serviceRequest')
    .innerJoin('need', 'need.id', 'serviceRequest.needId')
    .select(['serviceRequest.id', 'serviceRequest.needId'])
    .where('serviceRequest.state', 'in', ['routed', 'accepted', 'delivered'])
    .where((one) => one.or([one.and([one('serviceRequest.dueAt', '<=', now), one('serviceRequest.escalation', '=', 0)]), one('need.state', 'in', ['solved', 'declined', 'withdrawn', 'expired'])]))
    .orderBy('serviceRequest.dueAt')
    .orderBy('serviceRequest.id')
    .execute()

/** Ratings that were asked for and not given in time: the question is taken back. */
export const listUnrated = (tx: Tx, before: Date) => tx.selectFrom('inboxItem').select('subjectId as id').where('kind', '=', 'service_request.rate').where('closedAt', 'is', null).where('dueAt', '<=', before).execute()

/** Needs that ended while the question of the next provider still lay at the window. */
export const listIdleWindows = (tx: Tx) =>
  tx
    .selectFrom('inboxItem')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'inboxItem.subjectId')
    .innerJoin('need', 'need.id', 'serviceRequest.needId')
    .select('serviceRequest.needId')
    .distinct()
    .where('inboxItem.kind', 'in', ['service_request.route', 'service_request.late'])
    .where('inboxItem.closedAt', 'is', null)
    .where('need.state', 'in', ['solved', 'declined', 'withdrawn', 'expired'])
    .execute()
