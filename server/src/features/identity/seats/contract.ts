import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { Nothing } from '../contract.ts'
import { NewLink, StaffRole } from '../invitations/contract.ts'

const SeatParams = z.object({ seatId: z.uuid() })

const SeatRow = z.object({
  id: z.uuid(),
  name: z.string(),
  login: z.string(),
  demo: z.boolean(),
  role: z.string(),
  organisationId: z.uuid().nullable(),
  organisationName: z.string().nullable(),
  allianceName: z.string().nullable(),
  grantedAt: Moment,
  lastSeenAt: Moment.nullable(),
  secondFactor: z.boolean(),
  own: z.boolean(),
  can: z.object({ revoke: z.boolean(), wayBack: z.boolean() }),
})
export type SeatRow = z.infer<typeof SeatRow>

export const listSeatsOfOthers = endpoint({
  method: 'GET',
  path: '/seats',
  query: Paging.extend({ q: z.string().trim().max(50).default(''), role: StaffRole.optional(), organisationId: z.uuid().optional() }),
  reply: pageOf(SeatRow),
  summary: 'Who holds which seat',
})

export const revokeSeat = endpoint({ method: 'DELETE', path: '/seats/:seatId', params: SeatParams, reply: Nothing, summary: 'Take a seat back' })

export const offerWayBackIn = endpoint({
  method: 'POST',
  path: '/seats/:seatId/way-back',
  params: SeatParams,
  reply: NewLink,
  summary: 'A link to a new password for somebody who lost it, or the phone',
})
