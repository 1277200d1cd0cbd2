import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'

export const SessionView = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), locale: z.enum(['zh-Hans', 'zh-Hant', 'en']), largeText: z.boolean(), demo: z.boolean() }),
  seat: z
    .object({
      id: z.uuid(),
      role: z.string(),
      organisationId: z.uuid().nullable(),
      organisationName: z.string().nullable(),
      organisationKind: z.string().nullable(),
      allianceId: z.uuid().nullable(),
      allianceName: z.string().nullable(),
      studentId: z.uuid().nullable(),
    })
    .nullable(),
  seats: z.array(z.object({ id: z.uuid(), role: z.string(), organisationName: z.string().nullable(), allianceName: z.string().nullable() })),
})
export type SessionView = z.infer<typeof SessionView>

export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  reply: SessionView,
  summary: 'Who I am, and the seat I act in',
})
