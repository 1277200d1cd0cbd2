import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'

export const allianceKinds = ['district', 'specialty', 'consortium', 'alumni'] as const

export const AllianceView = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: z.enum(allianceKinds),
  name: z.string(),
  nameEn: z.string(),
  foundedOn: Day.nullable(),
  introduction: z.string(),
  introductionEn: z.string(),
  members: z.int(),
  can: z.object({ edit: z.boolean() }),
})
export type AllianceView = z.output<typeof AllianceView>

export const listAlliances = endpoint({ method: 'GET', path: '/alliances', reply: z.object({ alliances: z.array(AllianceView) }), summary: 'The alliances one may join' })

export const editAlliance = endpoint({
  method: 'PATCH',
  path: '/alliances/:allianceId',
  params: z.object({ allianceId: z.uuid() }),
  body: z.object({
    name: z.string().trim().min(2).max(100).optional(),
    nameEn: z.string().trim().min(2).max(200).optional(),
    foundedOn: Day.nullish(),
    introduction: z.string().trim().max(5000).optional(),
    introductionEn: z.string().trim().max(5000).optional(),
  }),
  reply: z.object({}),
  summary: 'What the public reads about the alliance',
})
