import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { agreementsOf, draftAgreement, openAgreement, terminateAgreement } from '../../agreements/service.ts'
import { advance, askFor, settle } from '../../inbox/service.ts'
import type { OrderClass } from '../classes/tables.ts'
import { findIntakeOf } from '../classes/tables.ts'
import { listMentors } from '../plans/tables.ts'
import { isMinor, isPassed, paperOf } from '../rules.ts'
import { placeLife, type PlaceInMotion } from './lifecycle.ts'
import { isFirm } from '../policy.ts'
import type { PlaceMove } from './policy.ts'
import { insertPlace, listDuePlaces, listPlacesOf, listWaiting, lockPlacesAnyhow, updatePlace, type Place, type PlaceChange } from './tables.ts'

export { findPlace, lockPlace, type Place } from './tables.ts'

export const inMotion = (place: Place): PlaceInMotion => ({ ...place, title: place.title })

/** One step of a place: what the lifecycle says, then what is stored. */
export async function step(tx: Tx, by: Actor | null, place: Locked<Place>, action: PlaceMove, change: PlaceChange, now: Date, details: Record<string, unknown> = {}) {
  const state = await advance(tx, by, placeLife, action, { ...inMotion({ ...place, ...change, state: place.state } as Place), locked: true }, now, { class: place.classNumber, ...details })
  const version = await updatePlace(tx, place.id, { ...change, state }, now)
  return { id: place.id, state, version }
}

/** A place by the draw, or by coming next on the waiting list: the student is asked. */
export async function admit(tx: Tx, by: Actor | null, given: { classId: string; studentId: string; intakeId: string; confirmUntil: Date; replacesId?: string | null }, now: Date) {
  const id = await insertPlace(tx, { ...given, admittedAt: now, createdAt: now, updatedAt: now })
  const [place] = await lockPlacesAnyhow(tx, [id])
  audit(tx, by, now, { event: 'class_member.admitted', subjectType: 'class_member', subjectId: id, details: { class: place!.classNumber } })
  await askFor(tx, by, placeLife, inMotion(place!), now)
  return { id }
}

type Moving = { action: 'confirm' | 'release' | 'leave'; code?: string; note?: string; version: number }
export async function movePlace(tx: Tx, actor: Actor, place: Locked<Place>, { action, code, note, version }: Moving, now: Date) {
  if (place.version !== version) refuse('changed_meanwhile')
  if (!placeLife.transitions[action].from.includes(place.state)) refuse('wrong_state', { state: place.state, action })
  if (action === 'confirm') return confirm(tx, actor, place, now)
  if (action === 'release') return release(tx, actor, place, note ?? '', now)
  return leave(tx, actor, place, { code: code ?? refuse('reason_needed', { field: 'code' }), note }, now)
}

/** The student says yes. Where a paper is due it is drafted and opened; without one they are in at once. */
async function confirm(tx: Tx, actor: Actor, place: Locked<Place>, now: Date) {
  if (place.confirmUntil <= now) refuse('deadline_passed')
  const today = dayOf(now)
  const paper = paperOf(place.kind, place.birthDate, today)
  if (paper === null) return step(tx, actor, place, 'enrol', { enrolledOn: today }, now)
  const minor = isMinor(place.birthDate, today)
  if (minor && !place.guardianName) refuse('guardian_needed')
  const { id } = await draftAgreement(tx, actor, { kind: paper, subject: { kind: 'class_member', id: place.id }, allianceId: place.allianceId, keeperId: place.schoolId, title: paper === 'consent' ? `知情同意书（${place.title}）` : `学徒协议（${place.title}）`, ...(await wordsFor(tx, place, paper)), parties: partiesFor(place, paper, minor), startsOn: place.classStartsOn > today ? place.classStartsOn : addDays(today, 14), endsOn: place.classEndsOn }, now)
  await openAgreement(tx, actor, id, now)
  return step(tx, actor, place, 'confirm', {}, now, { paper })
}

const partiesFor = (place: Place, paper: 'consent' | 'apprenticeship', minor: boolean) => [
  { kind: 'student' as const, studentId: place.studentId, position: 1 },
  // Rule 2.15: three parties, four when the apprentice is under age.
  ...(minor ? [{ kind: 'guardian' as const, studentId: place.studentId, position: 2 }] : []),
  ...(paper === 'apprenticeship' ? [{ kind: 'organisation' as const, organisationId: place.schoolId, position: 3 }, { kind: 'organisation' as const, organisationId: place.organisationId, position: 4 }] : []),
]

/** What the papers say: facts for the school's own template, and the sections where it has none of its own for a class. */
async function wordsFor(tx: Tx, place: Place, paper: 'consent' | 'apprenticeship') {
  const guides = (await listMentors(tx, place.classId)).filter(({ until }) => until === null)
  const named = (side: 'school' | 'firm') => guides.filter((one) => one.side === side).map(({ name }) => name).join('、') || '由双方在开班前书面指定'
  const hours = '每日不超过八小时、每周不超过四十小时'
  const facts = {
    unit: place.organisationName, post: place.classPost, place: place.organisationName, tasks: `${place.title}的培养方案所列课程和实践`, hours, lodging: '按培养方案安排', meals: '按培养方案安排', payDay: '乙方工资支付日', pay: `不低于协议约定的标准；录用后的起薪每月不低于 ${place.payFloor} 元`,
    supervisor: named('school'), mentor: named('firm'), supervisorPhone: guides.find(({ side }) => side === 'school')?.phone ?? '见学校公布的联系电话', offer: `${place.classPost}岗位、起薪每月不低于 ${place.payFloor} 元的条件`,
  }
  if (paper === 'apprenticeship') return { facts }
  return {
    facts,
    sections: {
      facts: `学生自愿报名参加${place.title}，由${place.schoolName}和${place.organisationName}共同培养，面向${place.classPost}岗位。双向选择，学生可以不接受录用。`,
      terms: `费用：${place.costs} 退出：${place.quitting}`,
      protection: '参加订单班不等于实习。需要到企业岗位实习的，学校另行办理三方协议、保险和安全培训。',
      rights: '学校和企业不向学生收取培训费、押金、岗位安置费。学生和监护人可以随时了解情况，可以按约定退出，可以向教育主管部门反映问题。',
      statement: '以上内容我（我们）已经看过、明白，同意参加。',
    },
  }
}

/** A place is given back, or not taken in time. What was being signed for it is taken back. */
export async function release(tx: Tx, by: Actor | null, place: Locked<Place>, note: string, now: Date) {
  await endPapers(tx, by, place, note || '没有接受名额', now)
  return step(tx, by, place, 'release', {}, now, { by: by ? (by.studentId === place.studentId ? 'student' : 'school') : 'clock' })
}

/** Left, with a reason code; the agreement about the place ends with it. */
export async function leave(tx: Tx, by: Actor | null, place: Locked<Place>, { code, note }: { code: string; note?: string }, now: Date) {
  if (code === 'other' && !note?.trim()) refuse('reason_needed', { field: 'note' })
  await endPapers(tx, by, place, note?.trim() || '学生退出', now)
  return step(tx, by, place, 'leave', { leftOn: dayOf(now), leaveCode: code, leaveNote: note?.trim() || null }, now, { code })
}

async function endPapers(tx: Tx, by: Actor | null, place: Place, reason: string, now: Date) {
  for (const { id } of (await agreementsOf(tx, 'class_member', [place.id])).get(place.id) ?? []) await terminateAgreement(tx, by, id, { reason, endedOn: dayOf(now) }, now)
}

/** The class ends: whoever is in it is let go, and knows why. */
export async function letAllGo(tx: Tx, by: Actor | null, classId: string, reason: string, now: Date) {
  const ids = (await listPlacesOf(tx, classId)).filter(({ state }) => ['admitted', 'confirmed', 'enrolled'].includes(state)).map(({ id }) => id)
  for (const place of await lockPlacesAnyhow(tx, ids)) await (place.state === 'enrolled' ? leave(tx, by, place, { code: 'moved', note: reason }, now) : release(tx, by, place, reason, now))
  await settle(tx, by, { subjectType: 'class_member', subjectIds: ids }, 'end', now)
}

/** Who waits is called in order: nobody is passed over. */
export async function replace(tx: Tx, actor: Actor, one: Locked<OrderClass>, { studentId, replacesId }: { studentId: string; replacesId?: string }, now: Date) {
  if (!['filled', 'running'].includes(one.state)) refuse('wrong_state', { state: one.state })
  const intake = (await findIntakeOf(tx, one.id)) ?? refuse('not_found')
  const waiting = await listWaiting(tx, one.id, intake.id)
  if (!waiting.some((row) => row.studentId === studentId)) refuse('not_waiting')
  if (waiting[0]!.studentId !== studentId) refuse('not_next', { next: waiting[0]!.name })
  const places = await listPlacesOf(tx, one.id)
  const gone = replacesId ? places.find(({ id, state }) => id === replacesId && ['left', 'released'].includes(state)) : undefined
  if (replacesId && !gone) refuse('invalid_input', { issues: [{ path: ['replacesId'], code: 'unknown' }] })
  if (places.filter(({ state }) => !['left', 'released'].includes(state)).length >= one.seats) refuse('class_full')
  const made = await admit(tx, actor, { classId: one.id, studentId, intakeId: intake.id, confirmUntil: dueInWorkingDays(now, 5), replacesId: gone?.id ?? null }, now)
  if (gone) await settle(tx, actor, { subjectType: 'class_member', subjectIds: [gone.id], kinds: ['class_member.replace'] }, 'accept', now)
  return made
}

/** Each side its own mark; the second decides. */
export async function mark(tx: Tx, actor: Actor, place: Locked<Place>, { mark: given, note, version }: { mark: number; note: string; version: number }, now: Date) {
  if (place.version !== version) refuse('changed_meanwhile')
  if (place.state !== 'enrolled' || place.classState !== 'running') refuse('wrong_state', { state: place.state })
  const value = Math.round(given * 1000)
  const change = isFirm(actor, place) ? { firmMark: value } : { schoolMark: value }
  const { schoolMark, firmMark } = { ...place, ...change }
  const finalNote = note || place.finalNote
  audit(tx, actor, now, { event: 'class_member.marked', subjectType: 'class_member', subjectId: place.id, details: { side: isFirm(actor, place) ? 'firm' : 'school' } })
  if (schoolMark === null || firmMark === null) return { id: place.id, state: place.state, version: await updatePlace(tx, place.id, { ...change, finalNote }, now) }
  return step(tx, actor, place, isPassed(schoolMark, firmMark) ? 'pass' : 'fail', { ...change, finalNote, assessedOn: dayOf(now) }, now)
}

/** All have signed: the student is in. Somebody would not: the place is free again. */
export async function heedPaper(tx: Tx, placeId: string, state: string, now: Date) {
  const [place] = await lockPlacesAnyhow(tx, [placeId])
  if (!place || place.state !== 'confirmed') return
  if (state === 'concluded') await step(tx, null, place, 'enrol', { enrolledOn: dayOf(now) }, now)
  if (state === 'declined') await step(tx, null, place, 'release', {}, now, { by: 'paper' })
}

/** Places nobody confirmed in time are free again. */
export async function releaseLate(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    for (const place of await lockPlacesAnyhow(tx, await listDuePlaces(tx, now))) if (place.state === 'admitted') await release(tx, null, place, '逾期没有确认', now)
  })
}
