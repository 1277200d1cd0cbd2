import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Password, Standing } from '../contract.ts'
import { Login, PersonName } from '../invitations/contract.ts'

export const getFirstRun = endpoint({ method: 'GET', path: '/first-run', open: true, reply: z.object({ needed: z.boolean() }), summary: 'Whether nobody has an account yet' })

export const found = endpoint({
  method: 'POST',
  path: '/first-run',
  open: true,
  body: z.object({
    alliance: z.object({
      name: z.string().trim().min(2).max(100),
      nameEn: z.string().trim().min(2).max(200),
      code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9-]{2,20}$/),
    }),
    name: PersonName,
    login: Login,
    password: Password,
  }),
  reply: z.object({ secondFactor: Standing }),
  summary: 'Make the alliance and its first officer, once',
})
