import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Standing } from '../contract.ts'

export const startOidc = endpoint({
  method: 'POST',
  path: '/oidc/start',
  open: true,
  body: z.object({ purpose: z.enum(['sign_in', 'link']) }),
  /** The page keeps the ticket in its tab and hands it back: it binds the way out to the way in. */
  reply: z.object({ url: z.string(), ticket: z.string() }),
  summary: 'Where to go to prove who I am with the other system',
})

export const finishOidc = endpoint({
  method: 'POST',
  path: '/oidc/return',
  open: true,
  body: z.object({ ticket: z.string().max(4000), search: z.string().max(4000) }),
  reply: z.object({ purpose: z.enum(['sign_in', 'link']), secondFactor: Standing }),
  summary: 'Back from the other system: signs in, or links it to my account',
})
