import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { ClassKind, ClassParams, ClassState } from '../classes/contract.ts'

export const placeStates = ['admitted', 'confirmed', 'enrolled', 'released', 'left', 'passed', 'failed', 'offered', 'accepted', 'declined', 'lapsed'] as const
export const PlaceState = z.enum(placeStates)
export type PlaceState = z.infer<typeof PlaceState>
export const leaveCodes = ['health', 'family', 'study', 'not_suited', 'conditions', 'pay', 'distance', 'army', 'moved', 'other'] as const
export const LeaveCode = z.enum(leaveCodes)
export const answerCodes = ['pay', 'post', 'place', 'hours', 'study', 'other_firm', 'own_business', 'army', 'family', 'health', 'other'] as const
export const AnswerCode = z.enum(answerCodes)
export type AnswerCode = z.infer<typeof AnswerCode>

export const PlaceParams = z.object({ placeId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)

export const RetentionView = z.object({ id: z.uuid(), months: z.int(), dueOn: Day, stays: z.boolean().nullable(), reasonCode: z.string().nullable(), answeredAt: z.string().nullable() })
export const OfferView = z.object({ postTitle: z.string(), pay: z.int(), place: z.string(), startsOn: Day, replyUntil: Moment, note: z.string(), answer: z.enum(['accepted', 'declined']).nullable(), reasonCode: z.string().nullable(), reason: z.string().nullable() })
const PaperView = z.object({ id: z.uuid(), kind: z.string(), state: z.string(), parties: z.array(z.object({ name: z.string(), role: z.string(), signedOn: Day.nullable() })) })

export const PlaceRow = z.object({
  id: z.uuid(),
  name: z.string(),
  studentNumber: z.string(),
  cohortName: z.string(),
  state: PlaceState,
  replacesName: z.string().nullable(),
  confirmUntil: Moment,
  enrolledOn: Day.nullable(),
  leftOn: Day.nullable(),
  leaveCode: z.string().nullable(),
  leaveNote: z.string().nullable(),
  schoolMark: z.number().nullable(),
  firmMark: z.number().nullable(),
  finalMark: z.number().nullable(),
  paper: PaperView.nullable(),
  offer: OfferView.nullable(),
  retentions: z.array(RetentionView),
  replaceable: z.boolean(),
  version: z.int(),
  can: z.object({ leave: z.boolean(), release: z.boolean(), mark: z.boolean(), offer: z.boolean() }),
})
export type PlaceRow = z.input<typeof PlaceRow>
export const listPlaces = endpoint({ method: 'GET', path: '/order-classes/:classId/places', params: ClassParams, reply: z.object({ rows: z.array(PlaceRow) }), summary: 'The roll of a class' })
const Waiting = z.object({ studentId: z.uuid(), name: z.string(), studentNumber: z.string(), cohortName: z.string(), score: z.number().nullable(), choice: z.int() })
export const listWaiting = endpoint({ method: 'GET', path: '/order-classes/:classId/waiting', params: ClassParams, reply: z.object({ rows: z.array(Waiting) }), summary: 'Who could take a place that came free, in order' })
export const replacePlace = endpoint({ method: 'POST', path: '/order-classes/:classId/replacements', params: ClassParams, body: z.object({ studentId: z.uuid(), replacesId: z.uuid().optional() }), reply: z.object({ id: z.uuid() }), summary: 'The next of the waiting list is offered the place' })

const Moved = z.object({ id: z.uuid(), state: PlaceState, version: z.int() })
const Body = z.object({ action: z.enum(['confirm', 'release', 'leave']), code: LeaveCode.optional(), note: Text(500).optional(), version: z.int() })
export const movePlace = endpoint({ method: 'POST', path: '/class-places/:placeId/moves', params: PlaceParams, body: Body, reply: Moved, summary: 'Confirmed or given back by the student; left, with a reason' })
export const markPlace = endpoint({ method: 'PUT', path: '/class-places/:placeId/final', params: PlaceParams, body: z.object({ mark: z.number().min(0).max(100), note: Text(500).default(''), version: z.int() }), reply: Moved, summary: 'The final mark of one’s own side; with both it is passed or failed' })

export const MyPlace = z.object({
  id: z.uuid(),
  classNumber: z.string(),
  title: z.string(),
  kind: ClassKind,
  classState: ClassState,
  organisationName: z.string(),
  schoolName: z.string(),
  classPost: z.string(),
  startsOn: Day,
  endsOn: Day,
  payFloor: z.int(),
  quitting: z.string(),
  costs: z.string(),
  state: PlaceState,
  confirmUntil: Moment,
  /** What is signed with the confirmation. */
  paperKind: z.enum(['apprenticeship', 'consent']).nullable(),
  paper: PaperView.nullable(),
  finalMark: z.number().nullable(),
  terms: z.array(z.object({ number: z.int(), schoolMark: z.number().nullable(), firmMark: z.number().nullable() })),
  offer: OfferView.nullable(),
  retentions: z.array(RetentionView.extend({ can: z.object({ answer: z.boolean() }) })),
  version: z.int(),
  can: z.object({ confirm: z.boolean(), release: z.boolean(), leave: z.boolean(), answer: z.boolean() }),
})
export type MyPlace = z.input<typeof MyPlace>
export const listMyPlaces = endpoint({ method: 'GET', path: '/my/class-places', reply: z.object({ rows: z.array(MyPlace.pick({ id: true, title: true, organisationName: true, state: true, startsOn: true, confirmUntil: true }).extend({ asks: z.enum(['confirm', 'sign', 'answer', 'retention']).nullable() })) }), summary: 'A student’s places, with what is asked now' })
export const getMyPlace = endpoint({ method: 'GET', path: '/my/class-places/:placeId', params: PlaceParams, reply: MyPlace })
