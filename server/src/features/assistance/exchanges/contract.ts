import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const exchangeStates = ['proposed', 'accepted', 'under_way', 'finished', 'declined', 'withdrawn'] as const
export const ExchangeState = z.enum(exchangeStates)
export type ExchangeState = z.infer<typeof ExchangeState>
export const purposes = ['teaching', 'shadowing', 'training', 'research', 'contest', 'management'] as const
export const Purpose = z.enum(purposes)
export const exchangeActions = ['accept', 'decline', 'start', 'finish', 'withdraw'] as const
export const ExchangeAction = z.enum(exchangeActions)
const ExchangeParams = z.object({ exchangeId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)

export const ExchangeRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: ExchangeState,
  teacherId: z.uuid(),
  teacherName: z.string(),
  homeId: z.uuid(),
  homeName: z.string(),
  hostId: z.uuid(),
  hostName: z.string(),
  /** Seen from the county: whose teacher goes where. */
  direction: z.enum(['to_county', 'from_county']),
  purpose: Purpose,
  subject: z.string(),
  startsOn: Day,
  endsOn: Day,
  endedOn: Day.nullable(),
  /** Confirmed by the host. */
  days: z.int().nullable(),
  demo: z.boolean(),
})
export type ExchangeRow = z.infer<typeof ExchangeRow>
export const ExchangeFilter = z.object({ q: Text(60).default(''), state: ExchangeState.optional(), direction: z.enum(['to_county', 'from_county']).optional(), year: z.coerce.number().int().min(2000).max(2100).optional() })
export type ExchangeFilter = z.infer<typeof ExchangeFilter>
export const listExchanges = endpoint({ method: 'GET', path: '/assistance/exchanges', query: Paging.extend(ExchangeFilter.shape), reply: pageOf(ExchangeRow), summary: 'Teachers who go from school to school: home and host see theirs, a teacher the own' })
export const exportExchanges = endpoint({ method: 'GET', path: '/assistance/exchanges/export', query: ExchangeFilter, reply: z.any(), bytes: 'download' })

export const ExchangeView = ExchangeRow.extend({
  plan: z.string(),
  report: z.string().nullable(),
  reportedAt: Moment.nullable(),
  hostContact: z.string().nullable(),
  reason: z.string().nullable(),
  createdAt: Moment,
  side: z.enum(['home', 'host', 'teacher', 'office']),
  version: z.int(),
  can: z.record(ExchangeAction, z.boolean()).and(z.object({ report: z.boolean() })),
})
export type ExchangeView = z.input<typeof ExchangeView>
export const getExchange = endpoint({ method: 'GET', path: '/assistance/exchanges/:exchangeId', params: ExchangeParams, reply: ExchangeView })
export const getExchangeHistory = endpoint({ method: 'GET', path: '/assistance/exchanges/:exchangeId/history', params: ExchangeParams, reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }) })
export const proposeExchange = endpoint({
  method: 'POST',
  path: '/assistance/exchanges',
  body: z.object({ teacherId: z.uuid(), hostId: z.uuid(), purpose: Purpose, subject: Text(60, 2), plan: Text(1000).default(''), startsOn: Day, endsOn: Day }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'A school proposes one of its teachers to another; one of both is a county school',
})
export const moveExchange = endpoint({
  method: 'POST',
  path: '/assistance/exchanges/:exchangeId/moves',
  params: ExchangeParams,
  body: z.object({
    action: ExchangeAction,
    version: z.int(),
    /** With `decline` and `withdraw`. */
    reason: Text(500).optional(),
    /** With `accept`: who looks after the guest. */
    hostContact: Text(60).optional(),
    /** With `finish`: how many days the host saw. */
    days: z.int().min(0).max(1100).optional(),
    endedOn: Day.optional(),
  }),
  reply: z.object({ id: z.uuid(), state: ExchangeState, version: z.int() }),
  summary: 'The host accepts or declines; either school says that it began; the host confirms the days; the home school withdraws',
})
export const writeReport = endpoint({ method: 'PUT', path: '/assistance/exchanges/:exchangeId/report', params: ExchangeParams, body: z.object({ report: Text(3000, 10), version: z.int() }), reply: z.object({ version: z.int() }), summary: 'What came of it, by the teacher or the home school' })

export const listAssistanceSchools = endpoint({
  method: 'GET',
  path: '/assistance/schools',
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), county: z.string().nullable() })) }),
  summary: 'Schools of the alliance; `county` is the division code of a county school',
})
