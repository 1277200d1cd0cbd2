import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { FindingView } from '../../needs/law/contract.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Text = (most: number) => z.string().trim().max(most)
export const RotaKind = z.enum(['planned', 'actual'])
export type RotaKind = z.infer<typeof RotaKind>

export const ShiftFields = z.object({
  day: Day,
  from: Clock,
  /** Not later than `from`: on the next day. */
  until: Clock,
  breakMinutes: z.int().min(0).max(480).default(0),
  /** Rule 1.30: the number under which the exception was filed, and when. */
  filingNumber: Text(60).nullish(),
  filedOn: Day.nullish(),
  /** Why it came so, where the law warns. */
  reason: Text(300).nullish(),
})
export type ShiftFields = z.output<typeof ShiftFields>
export const ShiftView = z.object({ id: z.uuid(), kind: RotaKind, day: Day, from: Clock, until: Clock, breakMinutes: z.int(), hours: z.number(), filingNumber: z.string().nullable(), filedOn: Day.nullable(), reason: z.string().nullable() })
export type ShiftView = z.input<typeof ShiftView>

const WeekParams = z.object({ placementId: z.uuid(), week: Day })
export const RotaWeek = z.object({
  week: Day,
  startsOn: Day,
  lastDay: Day,
  /** Whether one works that day; `announced`: the year’s holidays are known. */
  days: z.array(z.object({ day: Day, works: z.boolean(), announced: z.boolean() })),
  planned: z.array(ShiftView),
  actual: z.array(ShiftView),
  hours: z.object({ planned: z.number(), actual: z.number() }),
  /** What the law says of what is there; `field` is the id of a shift, or 'week'. */
  findings: z.array(FindingView),
  notedAt: Moment.nullable(),
  can: z.object({ plan: z.boolean(), report: z.boolean(), note: z.boolean() }),
})
export const getRota = endpoint({ method: 'GET', path: '/placements/:placementId/rota/:week', params: WeekParams, reply: RotaWeek, summary: 'Shifts of a week, with what the law says of them' })

export const writeRota = endpoint({
  method: 'PUT',
  path: '/placements/:placementId/rota/:week',
  params: WeekParams,
  body: z.object({
    kind: RotaKind,
    shifts: z.array(ShiftFields).max(21),
    /** Ids of the shifts that one saw: somebody else may have written meanwhile. */
    seen: z.array(z.uuid()).max(50),
    /** Other students of the same unit who get the same shifts, unless they have some that week. */
    also: z.array(z.uuid()).max(200).default([]),
  }),
  reply: z.object({ ids: z.array(z.uuid()), also: z.int() }),
  summary: 'The shifts of a week: planned ones the law forbids are not saved, actual ones are told to the teacher',
})
export const noteRota = endpoint({
  method: 'POST',
  path: '/placements/:placementId/rota/:week/notes',
  params: WeekParams,
  body: z.object({ remark: z.string().trim().min(5).max(500) }),
  reply: z.object({}),
  summary: 'The school has heard of hours beyond the law, and what it did',
})
