import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'routed' | 'accepted' | 'delivered' | 'confirmed' | 'rated' | 'declined' | 'lapsed' | 'withdrawn'

const requests = (tx: Tx) =>
  tx
    .selectFrom('serviceRequest')
    .innerJoin('need', 'need.id', 'serviceRequest.needId')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .innerJoin('organisation as asker', 'asker.id', 'serviceRequest.askerId')
    .innerJoin('organisation as provider', 'provider.id', 'serviceRequest.providerId')

/** The one place that says who sees which request: its two sides, who speaks for the asker in it, the office, who manages the need, and the authority of the alliance. */
export function visibleRequests(tx: Tx, actor: Actor) {
  return requests(tx).where((one) => {
    if (hasRole(actor, 'student', 'teacher', 'mentor')) return sql<boolean>`false`
    if (hasRole(actor, 'official')) return sql<boolean>`exists (select from membership m where m.alliance_id = service_request.alliance_id and m.organisation_id = ${actor.organisationId} and m.state = 'active')`
    if (hasRole(actor, 'secretariat')) return one('serviceRequest.allianceId', '=', actor.allianceId)
    return one.or([
      one('serviceRequest.askerId', '=', actor.organisationId),
      one('serviceRequest.askerSpeakerId', '=', actor.organisationId),
      one('serviceRequest.providerId', '=', actor.organisationId),
      ...(hasRole(actor, 'platform_contact') ? [one('problem.managerId', '=', actor.accountId)] : []),
    ])
  })
}

const whole = (rows: ReturnType<typeof requests>) =>
  rows
    .leftJoin('serviceOffer as offer', 'offer.id', 'serviceRequest.offerId')
    .leftJoin('organisation as speaker', 'speaker.id', 'serviceRequest.askerSpeakerId')
    .leftJoin('serviceRating as rating', 'rating.requestId', 'serviceRequest.id')
    .selectAll('serviceRequest')
    .select(['need.number as needNumber', 'need.title as needTitle', 'need.state as needState', 'need.createdBy as needBy', 'problem.family', 'problem.managerId', 'problem.secrecy'])
    .select(['asker.name as askerName', 'asker.kind as askerKind', 'provider.name as providerName', 'provider.kind as providerKind', 'speaker.kind as speakerKind'])
    .select(['offer.title as offerTitle', 'rating.stars', 'rating.words', 'rating.ratedAt'])
    // A provider that has promised confidentiality reads the private part; one that has not is asked to before it accepts.
    .select(sql<boolean>`exists (select from problem_access a where a.need_id = need.id and a.organisation_id = service_request.provider_id)`.as('granted'))

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type ServiceRequest = ReturnType<typeof typed>

export async function findRequest(tx: Tx, actor: Actor, requestId: string): Promise<ServiceRequest | undefined> {
  const row = await whole(visibleRequests(tx, actor)).where('serviceRequest.id', '=', requestId).executeTakeFirst()
  return row && typed(row)
}

/** The need it is about, as far as this actor sees the request; the need is locked before the request is. */
export const findNeedOf = (tx: Tx, actor: Actor, requestId: string) => visibleRequests(tx, actor).select('serviceRequest.needId').where('serviceRequest.id', '=', requestId).executeTakeFirst()

export async function lockRequestAnyhow(tx: Tx, requestId: string): Promise<Locked<ServiceRequest> | undefined> {
  const row = await whole(requests(tx)).where('serviceRequest.id', '=', requestId).forUpdate(['serviceRequest']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** All of a need, whoever asks: for the service, which has the need locked. */
export async function listOfNeed(tx: Tx, needId: string): Promise<ServiceRequest[]> {
  return (await whole(requests(tx)).where('serviceRequest.needId', '=', needId).orderBy('serviceRequest.routedAt').orderBy('serviceRequest.number').execute()).map(typed)
}
export async function listVisibleOfNeed(tx: Tx, actor: Actor, needId: string): Promise<ServiceRequest[]> {
  return (await whole(visibleRequests(tx, actor)).where('serviceRequest.needId', '=', needId).orderBy('serviceRequest.routedAt').orderBy('serviceRequest.number').execute()).map(typed)
}

type NewRequest = {
  number: string
  allianceId: string
  needId: string
  offerId: string | null
  providerId: string
  askerId: string
  askerSpeakerId: string | null
  routedAs: 'office' | 'provider'
  routedBy: string
  routedAt: Date
  message: string | null
  state: 'routed'
  dueAt: Date
  updatedAt: Date
  demo: boolean
}
export const insertRequest = async (tx: Tx, request: NewRequest) => (await tx.insertInto('serviceRequest').values(request).returning('id').executeTakeFirstOrThrow()).id

export type RequestChange = Partial<{
  state: State
  dueAt: Date | null
  escalation: number
  acceptedAt: Date
  plan: string
  deliverBy: string
  deliveredAt: Date
  delivery: string
  confirmedAt: Date
  objection: string | null
  declineCode: string
  reason: string | null
  endedAt: Date
}>
export async function updateRequest(tx: Tx, requestId: string, change: RequestChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('serviceRequest')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', requestId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
