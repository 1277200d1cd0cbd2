import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import type { PlacementTerms, PlacementWish } from '../contract.ts'
import { faultsOfWish } from '../rules.ts'
import { insertPlacement, type TermsValues } from '../tables.ts'
import { ensureUnit, findAllianceOf, findStudentOf, findTeacherOf, findUnitOrganisation, listAccepted, listPlacedElsewhere, listPosts, type PostRow } from './tables.ts'

/** The terms of a post as the placement takes them over. */
function termsOfPost(post: PostRow): TermsValues {
  const { title, tasks, occupationCode, majorCodes, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork, town, address, meals } = post
  const { hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency, postStaff } = post
  return {
    title, tasks, occupationCode, majorCodes, payMin, payMax, payPeriod, samePostWage, lowestTierWage, payDirect, hoursPerDay, hoursPerWeek, shift, nightWork, restDayWork, town, address, meals,
    hazards, labourIntensity, minorForbidden, femaleForbidden, entertainmentVenue, agency, postStaff,
    divisionCode: post.divisionCode ?? post.unitDivisionCode, abroad: false,
  }
}

const termsByHand = (terms: PlacementTerms, divisionCode: string | null): TermsValues => ({
  ...terms,
  occupationCode: terms.occupationCode ?? null, payMin: terms.payMin ?? null, payMax: terms.payMax ?? null, payPeriod: terms.payPeriod ?? null, samePostWage: terms.samePostWage ?? null,
  lowestTierWage: terms.lowestTierWage ?? null, hoursPerDay: terms.hoursPerDay ?? null, hoursPerWeek: terms.hoursPerWeek ?? null, shift: terms.shift ?? null, town: terms.town ?? null,
  address: terms.address ?? null, meals: terms.meals ?? null, labourIntensity: terms.labourIntensity ?? null, postStaff: terms.postStaff ?? null,
  divisionCode: terms.divisionCode ?? divisionCode,
})

/** By hand: a post of the platform, or a unit with what the student will do there. */
export async function makePlacement(tx: Tx, actor: Actor, wish: PlacementWish, now: Date) {
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
      number, allianceId, schoolId, organisationId: unit.id, studentId: student.id, postId: post?.needId ?? null, roundId: null, previousId: null,
      kind: wish.kind, scheme: wish.scheme === 'apprenticeship' ? 'apprenticeship' : 'ordinary', startsOn: wish.startsOn, endsOn: wish.endsOn,
      selfChosen: wish.selfChosen, refusedOn: wish.selfChosen ? wish.refusedOn! : null, refusal: wish.selfChosen ? wish.refusal! : null,
      supervisorId: wish.supervisorId ?? student.teacherId, mentorName: wish.mentorName ?? post?.mentorName ?? null, mentorPhone: wish.mentorPhone ?? post?.mentorPhone ?? null,
      lodging: wish.lodging ?? null, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: student.demo,
    },
    post ? termsOfPost(post) : termsByHand(wish.terms!, unit.divisionCode),
  )
  audit(tx, actor, now, { event: 'placement.made', subjectType: 'placement', subjectId: id, details: { number, selfChosen: wish.selfChosen, proposedBy: wish.proposedBy } })
  return { id, number }
}

/** Everybody of the own school who accepted a place of this round and has no placement yet. Those the law keeps out are named; the others are made. */
export async function makeFromRound(tx: Tx, actor: Actor, { roundId, studentIds, supervisorId }: { roundId: string; studentIds?: readonly string[]; supervisorId?: string | null }, now: Date) {
  const schoolId = actor.organisationId!
  if (supervisorId && !(await findTeacherOf(tx, schoolId, supervisorId))) refuse('invalid_input', { issues: [{ path: ['supervisorId'], code: 'unknown' }] })
  const places = await listAccepted(tx, roundId, schoolId, studentIds)
  const posts = new Map((places.length > 0 ? await listPosts(tx, [...new Set(places.map(({ postId }) => postId!))]) : []).map((post) => [post.needId, post]))
  const elsewhere = new Set(await listPlacedElsewhere(tx, places.map(({ studentId }) => studentId)))
  const made: string[] = []
  const refused: { studentId: string; studentName: string; code: string; findings: unknown[] }[] = []
  for (const place of places) {
    const post = posts.get(place.postId!)!
    const startsOn = post.startsOn ?? place.startsOn
    const endsOn = post.endsOn ?? place.endsOn
    if (elsewhere.has(place.studentId)) refused.push({ studentId: place.studentId, studentName: place.studentName, code: 'placement_exists', findings: [] })
    else if (!startsOn || !endsOn) refused.push({ studentId: place.studentId, studentName: place.studentName, code: 'round_incomplete', findings: [] })
    else {
      await ensureUnit(tx, { allianceId: place.allianceId, schoolId, organisationId: post.organisationId, proposedBy: 'unit', createdBy: actor.accountId, demo: place.demo }, now)
      const number = await nextNumber(tx, 'P', now)
      const id = await insertPlacement(
        tx,
        {
          number, allianceId: place.allianceId, schoolId, organisationId: post.organisationId, studentId: place.studentId, postId: post.needId, roundId, previousId: null,
          kind: 'placement', scheme: 'ordinary', startsOn, endsOn, selfChosen: false, refusedOn: null, refusal: null,
          supervisorId: supervisorId ?? place.teacherId, mentorName: post.mentorName, mentorPhone: post.mentorPhone, lodging: null,
          createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: place.demo,
        },
        termsOfPost(post),
      )
      made.push(id)
      audit(tx, actor, now, { event: 'placement.made', subjectType: 'placement', subjectId: id, details: { number, roundId } })
    }
  }
  return { made: made.length, refused }
}
