import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { FileView } from '../../files/contract.ts'

export const membershipStates = ['draft', 'submitted', 'checked', 'publicity', 'active', 'suspended', 'left', 'rejected', 'withdrawn'] as const
export const MembershipState = z.enum(membershipStates)
export const seats = ['member', 'council', 'standing_council', 'vice_chair', 'chair'] as const
export const Seat = z.enum(seats)
export const membershipActions = ['submit', 'check', 'publish', 'approve', 'register', 'return', 'reject', 'withdraw', 'suspend', 'resume', 'leave'] as const
export const MembershipAction = z.enum(membershipActions)

export const MembershipParams = z.object({ membershipId: z.uuid() })
const kinds = ['enterprise', 'school', 'park', 'innovation_platform', 'association', 'government'] as const

const Can = z.object(Object.fromEntries(membershipActions.map((action) => [action, z.boolean()])) as Record<(typeof membershipActions)[number], z.ZodBoolean>)

export const MembershipView = z.object({
  id: z.uuid(),
  version: z.int(),
  state: MembershipState,
  seat: Seat,
  statement: z.string(),
  /** Why it was sent back, refused, suspended or left; for those who take part. */
  reason: z.string().nullable(),
  objectionNote: z.string().nullable(),
  createdAt: Moment,
  appliedAt: Moment.nullable(),
  checkedAt: Moment.nullable(),
  publicityFrom: Day.nullable(),
  publicityUntil: Day.nullable(),
  approvedAt: Moment.nullable(),
  leftAt: Moment.nullable(),
  certificateNumber: z.string().nullable(),
  alliance: z.object({ id: z.uuid(), code: z.string(), name: z.string(), nameEn: z.string() }),
  organisation: z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable(), kind: z.enum(kinds), uscc: z.string().nullable() }),
  spokenByName: z.string().nullable(),
  /** What is asked now, of whom, until when. */
  waiting: z.object({ itemId: z.uuid(), kind: z.string(), role: z.string().nullable(), dueAt: Moment.nullable(), remindedAt: Moment.nullable() }).nullable(),
  files: z.array(FileView),
  /** The earliest day on which a publicity period that begins today may end. */
  earliestPublicityEnd: Day,
  can: Can.extend({ edit: z.boolean(), note: z.boolean(), readHistory: z.boolean(), remind: z.boolean(), printCertificate: z.boolean() }),
  /** What the state allows but the moment does not, and why. */
  not: z.partialRecord(MembershipAction, z.string()),
})
export type MembershipView = z.output<typeof MembershipView>

export const getMembership = endpoint({ method: 'GET', path: '/memberships/:membershipId', params: MembershipParams, reply: MembershipView, summary: 'One membership or application' })

export const HistoryEntry = z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })

export const getMembershipHistory = endpoint({
  method: 'GET',
  path: '/memberships/:membershipId/history',
  params: MembershipParams,
  reply: z.object({ entries: z.array(HistoryEntry) }),
  summary: 'Everything that happened to it, from the audit trail',
})

export const beginMembership = endpoint({
  method: 'POST',
  path: '/memberships',
  body: z.object({ allianceId: z.uuid(), organisationId: z.uuid(), seat: Seat.default('member'), statement: z.string().trim().max(2000).default('') }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Begins an application, as a draft',
})

export const editMembership = endpoint({
  method: 'PATCH',
  path: '/memberships/:membershipId',
  params: MembershipParams,
  body: z.object({ seat: Seat.optional(), statement: z.string().trim().max(2000).optional(), version: z.int() }),
  reply: MembershipView,
  summary: 'Changes a draft; for the secretariat also the seat of a member',
})

export const noteObjection = endpoint({
  method: 'PUT',
  path: '/memberships/:membershipId/objection-note',
  params: MembershipParams,
  body: z.object({ note: z.string().trim().max(2000), version: z.int() }),
  reply: MembershipView,
  summary: 'Records what was said against it while it was public',
})

export const moveMembership = endpoint({
  method: 'POST',
  path: '/memberships/:membershipId/actions/:action',
  params: MembershipParams.extend({ action: MembershipAction }),
  body: z.object({ version: z.int(), reason: z.string().trim().max(500).optional(), publicityFrom: Day.optional(), publicityUntil: Day.optional() }),
  reply: MembershipView,
  summary: 'One step of its life',
})

export const moveMemberships = endpoint({
  method: 'POST',
  path: '/memberships/batch',
  body: z.object({
    membershipIds: z.array(z.uuid()).min(1).max(500),
    action: MembershipAction,
    reason: z.string().trim().max(500).optional(),
    publicityFrom: Day.optional(),
    publicityUntil: Day.optional(),
  }),
  reply: z.object({ done: z.int(), failed: z.array(z.object({ id: z.uuid(), organisationName: z.string(), code: z.string() })) }),
  summary: 'The same step for many; names those that failed and why',
})

export const addMembershipFile = endpoint({
  method: 'POST',
  path: '/memberships/:membershipId/files',
  params: MembershipParams,
  reply: FileView,
  bytes: 'upload',
  summary: 'Adds a scan to an application: PDF or picture',
})

export const removeMembershipFile = endpoint({
  method: 'DELETE',
  path: '/memberships/:membershipId/files/:fileId',
  params: MembershipParams.extend({ fileId: z.uuid() }),
  reply: z.object({}),
  summary: 'Takes a scan away while the application is a draft',
})

export const CertificateView = z.object({
  number: z.string(),
  allianceName: z.string(),
  allianceNameEn: z.string(),
  organisationName: z.string(),
  organisationNameEn: z.string().nullable(),
  uscc: z.string().nullable(),
  seat: Seat,
  state: MembershipState,
  approvedOn: Day,
  verifyAt: z.string(),
  /** SVG of a QR code that leads to `verifyAt`. */
  qr: z.string(),
})
export type CertificateView = z.output<typeof CertificateView>

export const getCertificate = endpoint({
  method: 'GET',
  path: '/memberships/:membershipId/certificate',
  params: MembershipParams,
  reply: CertificateView,
  summary: 'What stands on the certificate',
})
