import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const complaintStates = ['received', 'answered', 'closed'] as const
export const complaintTopics = ['pay', 'fees', 'papers', 'hours', 'safety', 'treatment', 'forced', 'agency', 'other'] as const
const State = z.enum(complaintStates)
const Topic = z.enum(complaintTopics)
const Against = z.enum(['unit', 'school', 'both'])
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
export const ComplaintParams = z.object({ complaintId: z.uuid() })
const Receipt = z.string().trim().min(20).max(100)

const Authority = z.object({ id: z.uuid(), name: z.string() })

const Message = z.object({ id: z.uuid(), kind: z.enum(['answer', 'question', 'reply', 'measure']), text: z.string(), at: Moment, by: z.string().nullable() })
/** When the name was looked at, and why: the one who complained may know. */
const Look = z.object({ at: Moment, reason: z.string(), by: z.string().nullable() })

const Complaint = z.object({
  id: z.uuid(),
  number: z.string(),
  state: State,
  topic: Topic,
  against: Against,
  unitName: z.string().nullable(),
  schoolName: z.string().nullable(),
  authorityName: z.string(),
  dueAt: Moment.nullable(),
  createdAt: Moment,
})
/** What the one who complained sees of it. */
export const OwnComplaint = Complaint.extend({ text: z.string(), messages: z.array(Message), looks: z.array(Look), unread: z.boolean(), can: z.object({ reply: z.boolean(), close: z.boolean() }) })
export type OwnComplaint = z.input<typeof OwnComplaint>

export const listMyComplaints = endpoint({
  method: 'GET',
  path: '/my/complaints',
  reply: z.object({
    authorities: z.array(Authority),
    places: z.array(z.object({ placementId: z.uuid(), unitName: z.string(), schoolName: z.string() })),
    rows: z.array(OwnComplaint),
  }),
  summary: 'Complaints I made past school and firm; nobody else learns that they exist, but the authority',
})

const Words = { authorityId: z.uuid(), topic: Topic, against: Against, text: Text(10, 5000) }
export const complain = endpoint({
  method: 'POST',
  path: '/my/complaints',
  body: z.object({ ...Words, placementId: z.uuid().nullish(), phone: z.string().trim().max(30).nullish() }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
})
export const readMyComplaint = endpoint({ method: 'POST', path: '/my/complaints/:complaintId/reading', params: ComplaintParams, reply: z.object({}) })
const ReplyBody = z.object({ text: Text(2, 5000).optional(), close: z.boolean().default(false) })
export const replyToMyComplaint = endpoint({ method: 'POST', path: '/my/complaints/:complaintId/replies', params: ComplaintParams, body: ReplyBody, reply: z.object({ state: State }) })

// Without an account: a guardian, or a student who does not want to sign in. The receipt opens the answer.
export const listAuthorities = endpoint({ method: 'GET', path: '/public/complaint-authorities', open: true, reply: z.object({ rows: z.array(Authority) }) })
export const complainOpenly = endpoint({
  method: 'POST',
  path: '/public/complaints',
  open: true,
  body: z.object({
    ...Words,
    reporterKind: z.enum(['student', 'guardian', 'other']),
    unitName: Text(0, 100).default(''),
    schoolName: Text(0, 100).default(''),
    name: Text(0, 50).default(''),
    phone: Text(0, 30).default(''),
  }),
  reply: z.object({ number: z.string(), receipt: z.string() }),
})
export const readByReceipt = endpoint({ method: 'POST', path: '/public/complaints/thread', open: true, body: z.object({ receipt: Receipt }), reply: OwnComplaint })
export const replyByReceipt = endpoint({ method: 'POST', path: '/public/complaints/replies', open: true, body: ReplyBody.extend({ receipt: Receipt }), reply: z.object({ state: State }) })

// The authority.
export const ComplaintRow = Complaint.extend({ reporterKind: z.enum(['student', 'guardian', 'other']), named: z.boolean(), demo: z.boolean() })
export const ComplaintFilter = z.object({ state: State.optional(), q: z.string().trim().max(60).default('') })
export const listComplaints = endpoint({ method: 'GET', path: '/complaints', query: Paging.extend(ComplaintFilter.shape), reply: pageOf(ComplaintRow) })
export const ComplaintView = ComplaintRow.extend({
  text: z.string(),
  messages: z.array(Message),
  looks: z.array(Look),
  can: z.object({ answer: z.boolean(), unmask: z.boolean(), close: z.boolean() }),
})
export type ComplaintView = z.input<typeof ComplaintView>
export const getComplaint = endpoint({ method: 'GET', path: '/complaints/:complaintId', params: ComplaintParams, reply: ComplaintView })
export const writeToComplaint = endpoint({
  method: 'POST',
  path: '/complaints/:complaintId/messages',
  params: ComplaintParams,
  body: z.object({ kind: z.enum(['answer', 'question', 'measure']), text: Text(2, 5000) }),
  reply: z.object({ state: State }),
})
export const closeComplaint = endpoint({ method: 'POST', path: '/complaints/:complaintId/closing', params: ComplaintParams, reply: z.object({ state: State }) })
export const unmaskComplaint = endpoint({
  method: 'POST',
  path: '/complaints/:complaintId/unmasking',
  params: ComplaintParams,
  body: z.object({ reason: Text(5, 500) }),
  reply: z.object({ name: z.string().nullable(), phone: z.string().nullable(), cohortName: z.string().nullable(), placementNumber: z.string().nullable() }),
  summary: 'The name of the one who complained; each look is kept with its reason, and the one who complained is told',
})
