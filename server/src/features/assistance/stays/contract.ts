import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const stayAnswers = ['as_intern', 'employed', 'left'] as const
export const StayAnswer = z.enum(stayAnswers)
export const stayReasons = ['pay', 'post', 'distance', 'hours', 'family', 'health', 'study', 'other_firm', 'own_business', 'army', 'other'] as const
export const StayReason = z.enum(stayReasons)
const StayParams = z.object({ stayId: z.uuid() })
export const Months = z.union([z.literal(6), z.literal(12)])

export const StayRow = z.object({
  id: z.uuid(),
  batchId: z.uuid(),
  batchNumber: z.string(),
  schoolName: z.string(),
  placementId: z.uuid(),
  studentName: z.string(),
  firmName: z.string(),
  months: Months,
  dueOn: Day,
  askedAt: Moment.nullable(),
  /** `planned` before it is due, `waiting` for the student, `unanswered` after twenty working days. */
  state: z.enum(['planned', 'waiting', 'unanswered', 'answered']),
  answer: StayAnswer.nullable(),
  reasonCode: StayReason.nullable(),
  /** Between the student and the school; null for the office. */
  note: z.string().nullable(),
  answeredAt: Moment.nullable(),
})
export type StayRow = z.input<typeof StayRow>
export const StayFilter = z.object({ q: z.string().trim().max(60).default(''), batchId: z.uuid().optional(), months: z.coerce.number().int().optional(), state: z.enum(['planned', 'waiting', 'unanswered', 'answered']).optional(), answer: StayAnswer.optional() })
export type StayFilter = z.infer<typeof StayFilter>
export const listStays = endpoint({ method: 'GET', path: '/assistance/stays', query: Paging.extend(StayFilter.shape), reply: pageOf(StayRow), summary: 'Who is still there after half a year, after a year; for the school and the office' })

export const MyStay = z.object({ id: z.uuid(), firmName: z.string(), schoolName: z.string(), months: Months, startedOn: Day, dueOn: Day, open: z.boolean(), answer: StayAnswer.nullable(), reasonCode: StayReason.nullable(), note: z.string().nullable(), answeredAt: Moment.nullable() })
export const listMyStays = endpoint({ method: 'GET', path: '/my/stays', reply: z.object({ rows: z.array(MyStay) }), summary: 'What a student is asked, and answered' })
export const getMyStay = endpoint({ method: 'GET', path: '/my/stays/:stayId', params: StayParams, reply: MyStay })
export const answerStay = endpoint({
  method: 'POST',
  path: '/my/stays/:stayId',
  params: StayParams,
  body: z.object({ answer: StayAnswer, code: StayReason.optional(), note: z.string().trim().max(500).optional() }),
  reply: z.object({ id: z.uuid(), answer: StayAnswer }),
  summary: 'Still there as an intern, employed, or gone: said by the student and nobody else',
})
