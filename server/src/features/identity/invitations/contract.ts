import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { Nothing, Password, Standing } from '../contract.ts'

/** Seats that an invitation can give. Students come in by their codes. */
export const staffRoles = ['secretariat', 'enterprise_contact', 'school_contact', 'teacher', 'park_contact', 'association_contact', 'platform_contact', 'official', 'mentor'] as const
export const StaffRole = z.enum(staffRoles)
export type StaffRole = z.infer<typeof StaffRole>

export const PersonName = z.string().trim().min(1).max(50)
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{2,39}$/)
const Token = z.string().min(20).max(100)
const InvitationParams = z.object({ invitationId: z.uuid() })

const InvitationRow = z.object({
  id: z.uuid(),
  /** A seat to take, or a way back in for somebody who lost password or phone. */
  kind: z.enum(['seat', 'way_back']),
  name: z.string(),
  email: z.string().nullable(),
  role: z.string(),
  organisationName: z.string().nullable(),
  allianceName: z.string().nullable(),
  invitedByName: z.string().nullable(),
  createdAt: Moment,
  expiresAt: Moment,
  expired: z.boolean(),
})
export type InvitationRow = z.infer<typeof InvitationRow>

/** The link is shown this once: only its hash is stored. */
export const NewLink = z.object({ id: z.uuid(), link: z.string(), expiresAt: Moment, mailed: z.boolean() })
export type NewLink = z.infer<typeof NewLink>

export const listInvitations = endpoint({ method: 'GET', path: '/invitations', query: Paging, reply: pageOf(InvitationRow), summary: 'Links that nobody has used yet' })

export const invite = endpoint({
  method: 'POST',
  path: '/invitations',
  body: z.object({ role: StaffRole, organisationId: z.uuid().nullable().default(null), name: PersonName, email: z.email().max(200).nullable().default(null) }),
  reply: NewLink,
  summary: 'Offer a seat by a link',
})

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:invitationId/renewal',
  params: InvitationParams,
  reply: NewLink,
  summary: 'A new link for another seven days; the old one is void',
})

export const revokeInvitation = endpoint({ method: 'DELETE', path: '/invitations/:invitationId', params: InvitationParams, reply: Nothing, summary: 'Withdraw a link' })

export const listInvitationPlaces = endpoint({
  method: 'GET',
  path: '/invitation-places',
  query: z.object({ q: z.string().trim().max(50).default('') }),
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), kind: z.string() })) }),
  summary: 'Organisations whose people I may invite',
})

const InvitationView = InvitationRow.pick({ kind: true, name: true, role: true, organisationName: true, allianceName: true, invitedByName: true, expiresAt: true }).extend({
  /** Of a way back in: the account it leads to. */
  login: z.string().nullable(),
})
export type InvitationView = z.infer<typeof InvitationView>

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/invitation',
  open: true,
  body: z.object({ token: Token }),
  reply: InvitationView,
  summary: 'What this link offers',
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitation/account',
  open: true,
  body: z.object({ token: Token, name: PersonName, login: Login, password: Password }),
  reply: z.object({ secondFactor: Standing }),
  summary: 'Take the seat with a new account',
})

export const joinByInvitation = endpoint({
  method: 'POST',
  path: '/invitation/seat',
  body: z.object({ token: Token }),
  reply: z.object({ seatId: z.uuid() }),
  summary: 'Add the seat to the account I am signed in to',
})

export const comeBack = endpoint({
  method: 'POST',
  path: '/invitation/way-back',
  open: true,
  body: z.object({ token: Token, password: Password }),
  reply: z.object({ secondFactor: Standing }),
  summary: 'A new password by a way back in; the second factor is set up anew',
})
