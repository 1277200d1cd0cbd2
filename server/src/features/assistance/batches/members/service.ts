import { ageOn } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { settle } from '../../../inbox/service.ts'
import { prepareFiling } from '../../../placements/filings/service.ts'
import { makeAtPost } from '../../../placements/making/service.ts'
import { moveAlong } from '../../../placements/moving/service.ts'
import { isMinorOn } from '../../rules.ts'
import type { Seat } from '../seats/service.ts'
import type { Batch } from '../service.ts'
import { insertMembers, listCohorts, listFilingsOf, listMembers, listStudents, releaseMembers } from './tables.ts'

export const most = 200
const onTheWay = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained']

/** Who could take a seat; who is placed already, or too young on the first day, is left out and said so. */
export async function viewCandidates(tx: Tx, seat: Seat, query: { cohortId?: string; q: string }) {
  const students = await listStudents(tx, { schoolId: seat.schoolId, batchId: seat.batchId, ...query })
  const codeOf = ({ memberOf, placementNumber, birthDate }: (typeof students)[number]) =>
    memberOf ? ('in_batch' as const) : placementNumber ? ('placed' as const) : ageOn(birthDate, seat.startsOn) < 16 ? ('under_16' as const) : null
  const free = students.filter((one) => codeOf(one) === null)
  return {
    rows: free.slice(0, most).map(({ studentId, studentName, studentNumber, cohortId, cohortName, birthDate, hasGuardian, hasAccount }) => ({ studentId, studentName, studentNumber, cohortId, cohortName, minor: isMinorOn(birthDate, seat.startsOn), hasGuardian, hasAccount })),
    more: Math.max(0, free.length - most),
    leftOut: students.flatMap((one) => {
      const code = codeOf(one)
      return code ? [{ studentId: one.studentId, studentName: one.studentName, cohortName: one.cohortName, code, placementNumber: one.placementNumber }] : []
    }).slice(0, most),
    cohorts: await listCohorts(tx, seat.schoolId),
    free: seat.state === 'confirmed' ? seat.confirmed! - seat.members : 0,
  }
}

/** Drafts their placements by the placements' own service; what the law says of each is said at once, and nothing is half made. */
export async function fillSeat(tx: Tx, actor: Actor, seat: Locked<Seat>, { studentIds, supervisorId }: { studentIds: readonly string[]; supervisorId?: string | null }, now: Date) {
  if (seat.state !== 'confirmed' || !['asked', 'agreed', 'running'].includes(seat.batchState)) refuse('wrong_state', { state: seat.state })
  await releaseMembers(tx, now, seat.batchId)
  const wanted = [...new Set(studentIds)]
  const taken = new Map((await listMembers(tx, seat.batchId, null)).map((member) => [member.studentId, member]))
  const left = seat.confirmed! - [...taken.values()].filter(({ seatId }) => seatId === seat.id).length
  if (wanted.length > left) refuse('seats_short', { left, wanted: wanted.length })
  const { made, refused } = await makeAtPost(tx, actor, { postId: seat.postId, studentIds: wanted, startsOn: seat.startsOn, endsOn: seat.endsOn, ...(supervisorId ? { supervisorId } : {}) }, now)
  if (refused.length > 0) refuse('batch_students_refused', { count: refused.length, students: refused.map((one) => (taken.has(one.studentId) ? { ...one, code: 'in_batch' } : one)) })
  await insertMembers(tx, made.map(({ id, studentId }) => ({ batchId: seat.batchId, seatId: seat.id, placementId: id, studentId })), now)
  await settle(tx, actor, { subjectType: 'assistance_seat', subjectIds: [seat.id], kinds: ['assistance_seat.fill'] }, 'fill', now)
  audit(tx, actor, now, { event: 'assistance_seat.filled', subjectType: 'assistance_seat', subjectId: seat.id, details: { batch: seat.number, firm: seat.organisationName, students: made.length } })
  await moveAlong(tx, actor, made.map(({ id }) => id), now)
  return { made: made.length, placements: made }
}

/** The filing of everybody who is on the way and stands in none, with the escort of the batch. What goes with it is the filing's own business. */
export async function fileBatch(tx: Tx, actor: Actor, batch: Locked<Batch>, { title }: { title?: string }, now: Date) {
  const members = (await listMembers(tx, batch.id, null)).filter(({ placementState }) => onTheWay.includes(placementState))
  const filed = new Set((await listFilingsOf(tx, members.map(({ placementId }) => placementId))).map(({ placementId }) => placementId))
  const placementIds = members.map(({ placementId }) => placementId).filter((id) => !filed.has(id))
  if (placementIds.length === 0) refuse('nothing_to_file')
  const { id } = await prepareFiling(tx, actor, { kind: 'cross_province', title: title ?? `${batch.title}（${batch.number}）`, authority: batch.authority, escortId: batch.escortId, placementIds }, now)
  audit(tx, actor, now, { event: 'assistance_batch.filing_opened', subjectType: 'assistance_batch', subjectId: batch.id, details: { number: batch.number, filingId: id, students: placementIds.length } })
  return { filingId: id, members: placementIds.length }
}
