import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { Refusal, refuse } from '../../../kernel/refusal.ts'
import type { PlacementAction, PlacementTerms } from '../contract.ts'
import { barred, begin, judge, moveAlong, refuseBarred } from '../guards/service.ts'
import { lastEdgeOf } from '../guards/rules.ts'
import { endCovers } from '../insurance/service.ts'
import { isLive } from '../lifecycle.ts'
import { makeSuccessor, type NewPlace } from '../making/service.ts'
import { findTeacherOf } from '../making/tables.ts'
import { endPapers } from '../papers/service.ts'
import { needsReason, whyNotEnd } from '../rules.ts'
import { go } from '../service.ts'
import { findTerms, lockPlacementsAnyhow, updatePlacement, updateTerms, type Placement, type PlacementChange, type TermsValues } from '../tables.ts'

export { moveAlong } from '../guards/service.ts'

export type Edit = Partial<Pick<Placement, 'startsOn' | 'endsOn' | 'supervisorId' | 'mentorName' | 'mentorPhone' | 'lodgingConsentOn' | 'healthCheckOn'>> & { lodging?: string | null; terms?: PlacementTerms; version: number }

const beforeSigning = ['draft', 'vetted', 'consented']

/** Changes what may still be changed; what held before must hold after. */
export async function changePlacement(tx: Tx, actor: Actor, placement: Locked<Placement>, { version, terms, ...change }: Edit, now: Date) {
  if (placement.version !== version) refuse('changed_meanwhile')
  if (!isLive(placement.state)) refuse('wrong_state', { state: placement.state })
  if ((terms || change.startsOn || change.endsOn) && !beforeSigning.includes(placement.state)) refuse('terms_fixed', { state: placement.state })
  if (change.supervisorId && !(await findTeacherOf(tx, placement.schoolId, change.supervisorId))) refuse('invalid_input', { issues: [{ path: ['supervisorId'], code: 'unknown' }] })
  if ((change.endsOn ?? placement.endsOn) < (change.startsOn ?? placement.startsOn)) refuse('invalid_input', { issues: [{ path: ['endsOn'], code: 'out_of_order' }] })
  // A post's flags are the firm's word; the rest the school may write down better.
  if (terms) await updateTerms(tx, placement.id, termsToKeep(terms, placement.postId !== null ? await findTerms(tx, placement.id) : null))
  const next = await updatePlacement(tx, placement.id, change as PlacementChange, now)
  const edge = lastEdgeOf(placement.state)!
  refuseBarred(barred((await judge(tx, [placement.id], dayOf(now))).get(placement.id)!, edge).filter(({ severity }) => severity === 'block'))
  audit(tx, actor, now, { event: 'placement.edited', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, fields: [...Object.keys(change), ...(terms ? ['terms'] : [])] } })
  await moveAlong(tx, actor, [placement.id], now)
  const [after] = await lockPlacementsAnyhow(tx, [placement.id])
  return { id: placement.id, state: after!.state, version: Math.max(after!.version, next) }
}

const flags = ['hazards', 'labourIntensity', 'minorForbidden', 'femaleForbidden', 'entertainmentVenue', 'agency', 'nightWork', 'restDayWork', 'postStaff'] as const
function termsToKeep(terms: PlacementTerms, ofPost: Awaited<ReturnType<typeof findTerms>> | null): Partial<TermsValues> {
  const plain = Object.fromEntries(Object.entries(terms).map(([name, value]) => [name, value ?? null])) as TermsValues
  return ofPost ? { ...plain, ...Object.fromEntries(flags.map((flag) => [flag, ofPost[flag]])) } : plain
}

/** Rule 1.8: the school agrees to the unit that the student found. */
export async function approveChoice(tx: Tx, actor: Actor, placement: Locked<Placement>, version: number, now: Date) {
  if (placement.version !== version) refuse('changed_meanwhile')
  if (!placement.selfChosen || placement.chosenApprovedAt || !isLive(placement.state)) refuse('wrong_state', { state: placement.state })
  const next = await updatePlacement(tx, placement.id, { chosenApprovedBy: actor.accountId, chosenApprovedAt: now }, now)
  audit(tx, actor, now, { event: 'placement.choice_approved', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number } })
  return { id: placement.id, state: placement.state, version: next }
}

export type Move = { action: PlacementAction; version: number; reason?: string; endedOn?: string; successor?: NewPlace }

export async function movePlacement(tx: Tx, actor: Actor, placement: Locked<Placement>, move: Move, now: Date): Promise<{ id: string; state: Placement['state']; version: number; successorId: string | null }> {
  const { action, reason = '' } = move
  if (placement.version !== move.version) refuse('changed_meanwhile')
  if (needsReason(action) && reason.trim().length < 2) refuse('reason_needed', { field: 'reason' })
  if (action === 'activate') return { ...(await begin(tx, actor, placement, now)), successorId: null }
  if (action === 'resume') return { ...(await resume(tx, actor, placement, now)), successorId: null }
  const last = move.endedOn ?? dayOf(now)
  const no = action === 'change' || action === 'endEarly' ? whyNotEnd(placement, last, dayOf(now)) : null
  if (no) refuse('invalid_input', { issues: [{ path: ['endedOn'], code: no }] })
  if (action === 'change' && !move.successor) refuse('invalid_input', { issues: [{ path: ['successor'], code: 'missing' }] })
  const change: PlacementChange = action === 'change' || action === 'endEarly' ? { reason, endedOn: last } : { reason }
  const moved = await go(tx, actor, placement, action, now, { change, details: { reason } })
  await endPapers(tx, actor, placement, action, { reason, endedOn: last }, now)
  if (change.endedOn || action === 'cancel') await endCovers(tx, actor, placement, change.endedOn ?? null, now)
  const successorId = action === 'change' ? await makeSuccessor(tx, actor, placement, move.successor!, now) : null
  return { ...moved, successorId }
}

/** Back to the post: everything that had to hold on the first day has to hold today. */
async function resume(tx: Tx, actor: Actor, placement: Locked<Placement>, now: Date) {
  refuseBarred(barred((await judge(tx, [placement.id], dayOf(now))).get(placement.id)!, 'activate'))
  return go(tx, actor, placement, 'resume', now, { change: { suspendedAt: null, reason: null } })
}

/** Lets many students begin. Each by itself: one that the law holds back does not hold up the others. */
export async function activateMany(tx: Tx, actor: Actor, placements: readonly Locked<Placement>[], now: Date) {
  const moved: string[] = []
  const refused: { id: string; number: string; studentName: string; code: string; findings: unknown[] }[] = []
  for (const placement of placements) {
    try {
      await begin(tx, actor, placement, now)
      moved.push(placement.id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ id: placement.id, number: placement.number, studentName: placement.studentName, code: error.code, findings: (error.details['findings'] as unknown[]) ?? [] })
    }
  }
  return { moved, refused }
}
