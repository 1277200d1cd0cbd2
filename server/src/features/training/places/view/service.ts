import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { agreementsOf, type AgreementFacts } from '../../../agreements/service.ts'
import { findIntakeOf, type OrderClass } from '../../classes/tables.ts'
import { finalMark, paperOf } from '../../rules.ts'
import { listMarksOf } from '../../terms/tables.ts'
import type { MyPlace, PlaceRow } from '../contract.ts'
import { placeLife } from '../lifecycle.ts'
import { mayMark } from '../policy.ts'
import { inMotion } from '../service.ts'
import { listOwnPlaces, listPlacesOf, listWaiting, type Place } from '../tables.ts'

const marks = (thousandths: number | null) => (thousandths === null ? null : thousandths / 1000)
const finalOf = ({ schoolMark, firmMark }: Place) => (schoolMark === null || firmMark === null ? null : finalMark(schoolMark, firmMark) / 1000)
const paperView = (papers: readonly AgreementFacts[] | undefined) => {
  const paper = papers?.[0]
  return paper ? { id: paper.id, kind: paper.kind, state: paper.state, parties: paper.parties.map(({ name, role, signedOn }) => ({ name, role, signedOn })) } : null
}
const offerView = (place: Place): PlaceRow['offer'] =>
  place.offerTitle === null
    ? null
    : { postTitle: place.offerTitle, pay: place.offerPay!, place: place.offerPlace!, startsOn: place.offerStartsOn!, replyUntil: place.replyUntil!, note: place.offerNote!, answer: place.answer as 'accepted' | 'declined' | null, reasonCode: place.offerReasonCode, reason: place.offerReason }

export async function viewPlaces(tx: Tx, actor: Actor, one: OrderClass): Promise<{ rows: PlaceRow[] }> {
  const places = await listPlacesOf(tx, one.id)
  const papers = await agreementsOf(tx, 'class_member', places.map(({ id }) => id))
  const replaced = new Set(places.filter(({ state }) => state !== 'released').map(({ replacesId }) => replacesId))
  return {
    rows: places.map((place) => {
      const { id, name, studentNumber, cohortName, state, replacesName, confirmUntil, enrolledOn, leftOn, leaveCode, leaveNote, version } = place
      const moves = canMove(placeLife, actor, inMotion(place))
      return {
        id, name, studentNumber, cohortName, state, replacesName, confirmUntil, enrolledOn, leftOn, leaveCode, leaveNote, version,
        schoolMark: marks(place.schoolMark), firmMark: marks(place.firmMark), finalMark: finalOf(place), paper: paperView(papers.get(id)), offer: offerView(place),
        retentions: place.retentions.map(({ askedAt: _asked, ...row }) => row),
        replaceable: ['left', 'released'].includes(state) && ['filled', 'running'].includes(one.state) && !replaced.has(id),
        can: { leave: moves.leave, release: moves.release, mark: state === 'enrolled' && one.state === 'running' && mayMark(actor, place), offer: moves.offer && one.state === 'assessed' },
      }
    }),
  }
}

export async function viewWaiting(tx: Tx, one: OrderClass) {
  const intake = await findIntakeOf(tx, one.id)
  const rows = intake ? await listWaiting(tx, one.id, intake.id) : []
  return { rows: rows.map(({ studentId, name, studentNumber, cohortName, score, position }) => ({ studentId, name, studentNumber, cohortName, score: marks(score), choice: position })) }
}

type Paper = ReturnType<typeof paperView>
const retentionOpen = (place: Place, today: string) => place.retentions.some(({ stays, dueOn }) => stays === null && dueOn <= today)
function askedOf(place: Place, paper: Paper, today: string): 'confirm' | 'sign' | 'answer' | 'retention' | null {
  if (place.state === 'admitted') return 'confirm'
  if (place.state === 'confirmed' && paper?.parties.some(({ role, signedOn }) => role === 'student' && signedOn === null)) return 'sign'
  if (place.state === 'offered') return 'answer'
  return retentionOpen(place, today) ? 'retention' : null
}

export async function viewMyPlaces(tx: Tx, actor: Actor, now: Date) {
  const places = await listOwnPlaces(tx, actor)
  const papers = await agreementsOf(tx, 'class_member', places.map(({ id }) => id))
  return { rows: places.map((place) => ({ id: place.id, title: place.title, organisationName: place.organisationName, state: place.state, startsOn: place.classStartsOn, confirmUntil: place.confirmUntil, asks: askedOf(place, paperView(papers.get(place.id)), dayOf(now)) })) }
}

export async function viewMyPlace(tx: Tx, actor: Actor, place: Place, now: Date): Promise<MyPlace> {
  const today = dayOf(now)
  const { id, classNumber, title, kind, organisationName, schoolName, classPost, payFloor, quitting, costs, state, confirmUntil, version } = place
  const moves = canMove(placeLife, actor, inMotion(place))
  return {
    id, classNumber, title, kind, organisationName, schoolName, classPost, payFloor, quitting, costs, state, confirmUntil, version,
    classState: place.classState as MyPlace['classState'],
    startsOn: place.classStartsOn,
    endsOn: place.classEndsOn,
    paperKind: paperOf(kind, place.birthDate, today),
    paper: paperView((await agreementsOf(tx, 'class_member', [id])).get(id)),
    finalMark: finalOf(place),
    terms: (await listMarksOf(tx, id)).map(({ number, schoolMark, firmMark }) => ({ number, schoolMark: marks(schoolMark), firmMark: marks(firmMark) })),
    offer: offerView(place),
    retentions: place.retentions.map(({ askedAt: _asked, ...row }) => ({ ...row, can: { answer: row.stays === null && row.dueOn <= today } })),
    can: { confirm: moves.confirm && confirmUntil > now, release: moves.release, leave: moves.leave, answer: moves.accept },
  }
}
