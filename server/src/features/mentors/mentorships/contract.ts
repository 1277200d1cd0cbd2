import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'
import { MentorPersonRow } from '../people/contract.ts'

export const mentorshipStates = ['invited', 'applied', 'consented', 'publicity', 'contracting', 'active', 'ended', 'declined', 'withdrawn'] as const
export const MentorshipState = z.enum(mentorshipStates)
export type MentorshipState = z.infer<typeof MentorshipState>
export const mentorshipActions = ['join', 'refuse', 'consent', 'deny', 'approve', 'reject', 'clear', 'appoint', 'end', 'withdraw'] as const
export const MentorshipAction = z.enum(mentorshipActions)
export type MentorshipAction = z.infer<typeof MentorshipAction>
export const warningKinds = ['share', 'age', 'third_school'] as const
export const WarningKind = z.enum(warningKinds)
export const verdicts = ['good', 'fit', 'unfit'] as const
export const Verdict = z.enum(verdicts)

const MentorshipParams = z.object({ mentorshipId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const MentorshipRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: MentorshipState,
  came: z.enum(['applied', 'invited', 'renewed']),
  title: z.string(),
  mentorId: z.uuid(),
  mentorName: z.string(),
  position: z.string(),
  skill: z.string(),
  employerId: z.uuid(),
  employerName: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  needId: z.uuid().nullable(),
  hoursPerYear: z.int().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  publicityUntil: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  /** Of this year of the term, confirmed by the school. */
  hours: z.number(),
  tasks: z.int(),
  waiting: z.int(),
  lastTaskOn: z.string().nullable(),
  /** In force for a year without a confirmed task. */
  idle: z.boolean(),
  demo: z.boolean(),
})
export type MentorshipRow = z.infer<typeof MentorshipRow>

export const MentorshipFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([MentorshipState, z.literal('live'), z.literal('idle')]).optional(),
  sort: z.enum(['createdAt', '-createdAt', 'endsOn', '-endsOn']).default('-createdAt'),
})
export type MentorshipFilter = z.infer<typeof MentorshipFilter>
export const listMentorships = endpoint({
  method: 'GET',
  path: '/mentorships',
  query: Paging.extend(MentorshipFilter.shape),
  reply: pageOf(MentorshipRow).extend({ counts: z.object({ active: z.int(), working: z.int(), idle: z.int(), waiting: z.int() }), share: z.object({ mentors: z.int(), teachers: z.int(), percent: z.int() }).nullable() }),
  summary: 'Appointments one has a part in',
})
export const exportMentorships = endpoint({ method: 'GET', path: '/mentorships/export', query: MentorshipFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

const Objection = z.object({ id: z.uuid(), name: z.string(), contact: z.string(), body: z.string(), createdAt: z.string(), dueAt: z.string(), answer: z.string().nullable(), answeredAt: z.string().nullable() })
const Review = z.object({ year: z.int(), from: z.string(), to: z.string(), hours: z.number(), tasks: z.int(), verdict: Verdict.nullable(), words: z.string().nullable(), reviewedAt: z.string().nullable() })

export const MentorshipView = MentorshipRow.extend({
  statement: z.string(),
  duties: z.string(),
  /** Between school and mentor; not the employer's to know. */
  pay: z.string().nullable(),
  person: MentorPersonRow.extend({ phone: z.string().nullable(), age: z.int().nullable() }),
  onPaper: z.boolean(),
  reason: z.string().nullable(),
  /** What is beyond what is generally so, and why it was allowed. */
  warnings: z.array(z.object({ kind: WarningKind, reason: z.string().nullable(), share: z.object({ mentors: z.int(), teachers: z.int(), percent: z.int() }).nullable() })),
  publicityFrom: z.string().nullable(),
  objections: z.array(Objection),
  contract: z.object({ signedOn: z.string().nullable(), file: FileView.nullable(), agreementId: z.uuid().nullable(), agreementState: z.string().nullable() }),
  papers: z.array(FileView),
  termFaults: z.array(z.object({ path: z.array(z.string()), code: z.string() })),
  reviews: z.array(Review),
  reviewDue: z.object({ year: z.int(), dueOn: z.string() }).nullable(),
  renewalId: z.uuid().nullable(),
  renewsId: z.uuid().nullable(),
  certificateCode: z.string().nullable(),
  appointedAt: z.string().nullable(),
  endedOn: z.string().nullable(),
  side: z.enum(['mentor', 'school', 'employer']),
  version: z.int(),
  can: z.record(MentorshipAction, z.boolean()).and(z.object({ terms: z.boolean(), agreement: z.boolean(), contract: z.boolean(), paper: z.boolean(), log: z.boolean(), confirm: z.boolean(), review: z.boolean(), renew: z.boolean(), certificate: z.boolean(), admit: z.boolean() })),
})
export type MentorshipView = z.input<typeof MentorshipView>
export const getMentorship = endpoint({ method: 'GET', path: '/mentorships/:mentorshipId', params: MentorshipParams, reply: MentorshipView })

const Written = z.object({ id: z.uuid(), number: z.string() })
export const applyAsMentor = endpoint({ method: 'POST', path: '/mentor-needs/:needId/applications', params: z.object({ needId: z.uuid() }), body: z.object({ statement: Text(1000).min(10) }), reply: Written, summary: 'A mentor applies' })
export const inviteMentor = endpoint({
  method: 'POST',
  path: '/mentorships',
  body: z.object({
    needId: z.uuid().nullable().default(null),
    title: Text(100).min(1),
    duties: Text(2000).default(''),
    statement: Text(1000).default(''),
    personId: z.uuid().nullable().default(null),
    /** Somebody who is not known here yet; the firm is asked to open a seat. */
    person: z.object({ name: Text(50).min(2), organisationId: z.uuid(), phone: z.string().trim().regex(/^(\+86)?1[3-9]\d{9}$/).nullable().default(null), email: z.email().max(200).nullable().default(null) }).nullable().default(null),
  }),
  reply: Written,
  summary: 'A school invites',
})

export const moveMentorship = endpoint({
  method: 'POST',
  path: '/mentorships/:mentorshipId/moves',
  params: MentorshipParams,
  body: z.object({
    action: MentorshipAction,
    version: z.int(),
    reason: Text(500).optional(),
    /** With `approve`: why it is allowed nonetheless, by kind of warning; and the days of publicity. */
    reasons: z.partialRecord(WarningKind, Text(500)).optional(),
    publicityUntil: z.iso.date().optional(),
    /** The employer or the mentor answered on paper, which is kept here. */
    paper: z.boolean().optional(),
    /** With `end`. */
    endedOn: z.iso.date().optional(),
  }),
  reply: z.object({ id: z.uuid(), state: MentorshipState, version: z.int() }),
  summary: 'One step: join, consent, approve, clear, appoint, end',
})

export const changeTerms = endpoint({
  method: 'PUT',
  path: '/mentorships/:mentorshipId/terms',
  params: MentorshipParams,
  body: z.object({ duties: Text(2000), pay: Text(200), hoursPerYear: z.int().min(1).max(2000).nullable(), startsOn: z.iso.date().nullable(), endsOn: z.iso.date().nullable(), version: z.int() }),
  reply: z.object({ version: z.int() }),
  summary: 'Duties, pay, hours and term, as they will stand in the contract',
})
export const draftMentorAgreement = endpoint({ method: 'POST', path: '/mentorships/:mentorshipId/agreement', params: MentorshipParams, reply: z.object({ id: z.uuid() }), summary: 'Drafts the contract from the terms' })
export const addContract = endpoint({ method: 'POST', path: '/mentorships/:mentorshipId/contract', params: MentorshipParams, body: z.object({ signedOn: z.iso.date() }), bytes: 'upload', reply: FileView, summary: 'The contract on paper, signed and sealed by both' })
export const addMentorPaper = endpoint({ method: 'POST', path: '/mentorships/:mentorshipId/papers', params: MentorshipParams, bytes: 'upload', reply: FileView, summary: 'The employer’s or the mentor’s answer on paper' })

export const reviewMentor = endpoint({
  method: 'POST',
  path: '/mentorships/:mentorshipId/reviews',
  params: MentorshipParams,
  body: z.object({ year: z.int().min(1).max(5), verdict: Verdict, words: Text(1000).min(2), next: z.enum(['keep', 'renew', 'end']).default('keep'), version: z.int() }),
  reply: z.object({ id: z.uuid(), renewalId: z.uuid().nullable() }),
  summary: 'What a year was worth; and whether to go on, renew, or end',
})
export const renewMentorship = endpoint({ method: 'POST', path: '/mentorships/:mentorshipId/renewal', params: MentorshipParams, reply: Written, summary: 'Another term: a new contract, a new certificate' })
export const getMentorshipHistory = endpoint({
  method: 'GET',
  path: '/mentorships/:mentorshipId/history',
  params: MentorshipParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
