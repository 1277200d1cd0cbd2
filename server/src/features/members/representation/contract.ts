import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'

const Pair = z.object({ speakerId: z.uuid(), organisationId: z.uuid() })

export const grantRepresentation = endpoint({
  method: 'PUT',
  path: '/organisations/:organisationId/speakers/:speakerId',
  params: Pair,
  reply: z.object({}),
  summary: 'An association, park or platform may speak for this organisation',
})

export const endRepresentation = endpoint({
  method: 'DELETE',
  path: '/organisations/:organisationId/speakers/:speakerId',
  params: Pair,
  reply: z.object({}),
  summary: 'It no longer speaks for this organisation',
})
