import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import type { PlacementTerms, PlacementWish } from '../contract.ts'
import { barred, judge, moveAlong, refuseBarred, viewObstacle } from '../guards/service.ts'
import { faultsOfWish } from '../rules.ts'
import { insertPlacement, type Placement, type TermsValues } from '../tables.ts'
import { deletePlacements, ensureUnit, findAllianceOf, findStudentOf, findTeacherOf, findUnitOrganisation, listAccepted, listPlacedElsewhere, listPosts, listStudentsOf, type PostRow } from './tables.ts'

/** The terms of a post as the placement takes them over. */
function termsOfPost(post: PostRow): TermsValues {
  const { title, tasks, occupationCode, majorCodes, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork, town, address, meals } = post
  const { specialNeedFiling, specialNeedFiledOn } = post
  const { hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency, postStaff } = post
  return {
    title, tasks, occupationCode, majorCodes, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork, town, address, meals,
    hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency, postStaff, specialNeedFiling, specialNeedFiledOn,
    divisionCode: post.divisionCode ?? post.unitDivisionCode, abroad: false,
  }
}

const termsByHand = (terms: PlacementTerms, divisionCode: string | null): TermsValues => ({
  ...terms,
  occupationCode: terms.occupationCode ?? null, payMin: terms.payMin ?? null, payMax: terms.payMax ?? null, payPeriod: terms.payPeriod ?? null, samePostWage: terms.samePostWage ?? null,
  lowestTierWage: terms.lowestTierWage ?? null, hoursPerDay: terms.hoursPerDay ?? null, hoursPerWeek: terms.hoursPerWeek ?? null, shift: terms.shift ?? null, town: terms.town ?? null,
  address: terms.address ?? null, meals: terms.meals ?? null, labourIntensity: terms.labourIntensity ?? null, postStaff: terms.postStaff ?? null,
  specialNeedFiling: terms.specialNeedFiling ?? null, specialNeedFiledOn: terms.specialNeedFiledOn ?? null,
  divisionCode: terms.divisionCode ?? divisionCode,
})

export type NewPlace = { postId?: string; organisationId?: string; terms?: PlacementTerms; startsOn: string; endsOn: string }

/** After a change: the same student, the same supervisor, another place; from the beginning, with every guard. */
export async function makeSuccessor(tx: Tx, actor: Actor, { id, studentId, supervisorId, kind, scheme, lodging }: Placement, place: NewPlace, now: Date) {
  const wish = { ...place, studentId, kind, scheme, selfChosen: false, supervisorId, lodging: lodging as PlacementWish['lodging'], proposedBy: 'school' as const, charge: 0 }
  return (await makePlacement(tx, actor, wish, now, id)).id
}

/** By hand: a post of the platform, or a unit with what the student will do there. */
export async function makePlacement(tx: Tx, actor: Actor, wish: PlacementWish, now: Date, previousId: string | null = null) {
  const issues = faultsOfWish(wish)
  if (issues.length > 0) refuse('invalid_input', { issues })
  const schoolId = actor.organisationId!
  const student = (await findStudentOf(tx, schoolId, wish.studentId)) ?? refuse('invalid_input', { issues: [{ path: ['studentId'], code: 'unknown' }] })
  const [post] = wish.postId ? await listPosts(tx, [wish.postId]) : []
  if (wish.postId && !post) refuse('invalid_input', { issues: [{ path: ['postId'], code: 'unknown' }] })
  const unit = (await findUnitOrganisation(tx, post?.organisationId ?? wish.organisationId!)) ?? refuse('invalid_input', { issues: [{ path: ['organisationId'], code: 'unknown' }] })
  if (wish.supervisorId && !(await findTeacherOf(tx, schoolId, wish.supervisorId))) refuse('invalid_input', { issues: [{ path: ['supervisorId'], code: 'unknown' }] })
  const allianceId = post?.allianceId ?? (await findAllianceOf(tx, schoolId))!.id
  await ensureUnit(tx, { allianceId, schoolId, organisationId: unit.id, proposedBy: wish.selfChosen ? 'student' : wish.proposedBy, createdBy: actor.accountId, demo: student.demo }, now)
  const number = await nextNumber(tx, 'P', now)
  const id = await insertPlacement(
    tx,
    {
      number, allianceId, schoolId, organisationId: unit.id, studentId: student.id, postId: post?.needId ?? null, roundId: null, previousId,
      kind: wish.kind, scheme: wish.scheme === 'apprenticeship' ? 'apprenticeship' : 'ordinary', startsOn: wish.startsOn, endsOn: wish.endsOn,
      ...choiceOf(wish),
      supervisorId: wish.supervisorId ?? student.teacherId, mentorName: wish.mentorName ?? post?.mentorName ?? null, mentorPhone: wish.mentorPhone ?? post?.mentorPhone ?? null,
      lodging: wish.lodging ?? null, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: student.demo,
    },
    post ? termsOfPost(post) : termsByHand(wish.terms!, unit.divisionCode),
  )
  const judged = (await judge(tx, [id], dayOf(now))).get(id)!
  refuseBarred(barred({ ...judged, facts: { ...judged.facts, charge: wish.charge, scheme: wish.scheme, selfChosen: wish.selfChosen } }, 'make'))
  audit(tx, actor, now, { event: 'placement.made', subjectType: 'placement', subjectId: id, details: { number, selfChosen: wish.selfChosen, proposedBy: wish.proposedBy } })
  await moveAlong(tx, actor, [id], now)
  return { id, number }
}

/** There is no row for an orientation that a student chose: the guard refuses it by its rule before anything stays. */
const choiceOf = ({ kind, selfChosen, refusedOn, refusal }: PlacementWish) =>
  selfChosen && kind === 'placement' ? { selfChosen, refusedOn: refusedOn!, refusal: refusal! } : { selfChosen: false, refusedOn: null, refusal: null }

/** Everybody of the own school who accepted a place of this round and has no placement yet. Those the law keeps out are named; the others are made. */
export async function makeFromRound(tx: Tx, actor: Actor, { roundId, studentIds, supervisorId }: { roundId: string; studentIds?: readonly string[]; supervisorId?: string | null }, now: Date) {
  const schoolId = actor.organisationId!
  if (supervisorId && !(await findTeacherOf(tx, schoolId, supervisorId))) refuse('invalid_input', { issues: [{ path: ['supervisorId'], code: 'unknown' }] })
  const places = await listAccepted(tx, roundId, schoolId, studentIds)
  const posts = new Map((places.length > 0 ? await listPosts(tx, [...new Set(places.map(({ postId }) => postId!))]) : []).map((post) => [post.needId, post]))
  const elsewhere = new Set(await listPlacedElsewhere(tx, places.map(({ studentId }) => studentId)))
  const made = new Map<string, { studentId: string; studentName: string; number: string }>()
  const refused: Refused[] = []
  for (const { studentId, studentName, ...place } of places) {
    const post = posts.get(place.postId!)!
    const startsOn = post.startsOn ?? place.startsOn
    const endsOn = post.endsOn ?? place.endsOn
    if (elsewhere.has(studentId)) refused.push({ studentId, studentName, code: 'placement_exists', findings: [] })
    else if (!startsOn || !endsOn) refused.push({ studentId, studentName, code: 'round_incomplete', findings: [] })
    else {
      await ensureUnit(tx, { allianceId: place.allianceId, schoolId, organisationId: post.organisationId, proposedBy: 'unit', createdBy: actor.accountId, demo: place.demo }, now)
      const number = await nextNumber(tx, 'P', now)
      const id = await insertPlacement(
        tx,
        {
          number, allianceId: place.allianceId, schoolId, organisationId: post.organisationId, studentId, postId: post.needId, roundId, previousId: null,
          kind: 'placement', scheme: 'ordinary', startsOn, endsOn, selfChosen: false, refusedOn: null, refusal: null,
          supervisorId: supervisorId ?? place.teacherId, mentorName: post.mentorName, mentorPhone: post.mentorPhone, lodging: null,
          createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: place.demo,
        },
        termsOfPost(post),
      )
      made.set(id, { studentId, studentName, number })
    }
  }
  refused.push(...(await dropUnlawful(tx, made, now)))
  for (const [id, { number }] of made) audit(tx, actor, now, { event: 'placement.made', subjectType: 'placement', subjectId: id, details: { number, roundId } })
  await moveAlong(tx, actor, [...made.keys()], now)
  return { made: made.size, refused }
}

/** These students of the own school at one post, together; who may not is named with what the law says, and is none of those made. */
export async function makeAtPost(tx: Tx, actor: Actor, { postId, studentIds, startsOn, endsOn, supervisorId = null }: { postId: string; studentIds: readonly string[]; startsOn: string; endsOn: string; supervisorId?: string | null }, now: Date) {
  const schoolId = actor.organisationId!
  const wanted = [...new Set(studentIds)]
  const students = await listStudentsOf(tx, schoolId, wanted)
  if (students.length !== wanted.length) refuse('invalid_input', { issues: [{ path: ['studentIds'], code: 'unknown' }] })
  if (supervisorId && !(await findTeacherOf(tx, schoolId, supervisorId))) refuse('invalid_input', { issues: [{ path: ['supervisorId'], code: 'unknown' }] })
  const [post] = await listPosts(tx, [postId])
  const elsewhere = new Set(await listPlacedElsewhere(tx, wanted))
  await ensureUnit(tx, { allianceId: post!.allianceId, schoolId, organisationId: post!.organisationId, proposedBy: 'unit', createdBy: actor.accountId, demo: students[0]!.demo }, now)
  const made = new Map<string, { studentId: string; studentName: string; number: string }>()
  const refused: Refused[] = []
  for (const { id: studentId, name: studentName, teacherId, demo } of students) {
    if (elsewhere.has(studentId)) {
      refused.push({ studentId, studentName, code: 'placement_exists', findings: [] })
      continue
    }
    const number = await nextNumber(tx, 'P', now)
    const placement = {
      number, allianceId: post!.allianceId, schoolId, organisationId: post!.organisationId, studentId, postId, roundId: null, previousId: null, kind: 'placement' as const, scheme: 'ordinary' as const, startsOn, endsOn,
      selfChosen: false, refusedOn: null, refusal: null, supervisorId: supervisorId ?? teacherId, mentorName: post!.mentorName, mentorPhone: post!.mentorPhone, lodging: null, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo,
    }
    made.set(await insertPlacement(tx, placement, termsOfPost(post!)), { studentId, studentName, number })
  }
  refused.push(...(await dropUnlawful(tx, made, now)))
  for (const [id, { number }] of made) audit(tx, actor, now, { event: 'placement.made', subjectType: 'placement', subjectId: id, details: { number, postId } })
  return { made: [...made].map(([id, one]) => ({ id, ...one })), refused }
}

type Refused = { studentId: string; studentName: string; code: string; findings: unknown[] }

/** Judged together, a dozen queries for a whole class; those the law keeps out go again as if they had never been. */
async function dropUnlawful(tx: Tx, made: Map<string, { studentId: string; studentName: string }>, now: Date): Promise<Refused[]> {
  const judged = await judge(tx, [...made.keys()], dayOf(now))
  const refused: Refused[] = []
  const dropped: string[] = []
  for (const [id, { studentId, studentName }] of made) {
    const forbidden = barred(judged.get(id)!, 'make')
    if (forbidden.length === 0) continue
    refused.push({ studentId, studentName, code: 'rule_forbids', findings: forbidden.map(viewObstacle) })
    dropped.push(id)
    made.delete(id)
  }
  await deletePlacements(tx, dropped)
  return refused
}
