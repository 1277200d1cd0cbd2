import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

const TeamParams = z.object({ teamId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const TeamFields = z.object({
  name: Text(100).min(1),
  nameEn: Text(200).nullable().default(null),
  leaderName: Text(60).min(1),
  headcount: z.int().min(1).max(500).nullable().default(null),
  fieldCodes: z.array(z.string().regex(/^[A-Z]?\d{0,4}$/)).max(8).default([]),
  abilities: Text(2000).min(10),
  abilitiesEn: Text(4000).nullable().default(null),
})
export type TeamFields = z.infer<typeof TeamFields>

export const TeamView = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  leaderName: z.string(),
  headcount: z.int().nullable(),
  fields: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  abilities: z.string(),
  abilitiesEn: z.string().nullable(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  state: z.enum(['open', 'withdrawn']),
  demo: z.boolean(),
  version: z.int(),
  can: z.object({ edit: z.boolean() }),
})
export type TeamView = z.infer<typeof TeamView>

export const TeamFilter = z.object({ q: z.string().trim().max(60).default(''), fieldCode: z.string().max(5).optional(), mine: z.stringbool().default(false) })
export const listTeams = endpoint({ method: 'GET', path: '/teams', query: Paging.extend(TeamFilter.shape), reply: pageOf(TeamView), summary: 'Teams that answer technology needs' })
export const getTeam = endpoint({ method: 'GET', path: '/teams/:teamId', params: TeamParams, reply: TeamView })
export const writeTeam = endpoint({ method: 'POST', path: '/teams', body: TeamFields.extend({ organisationId: z.uuid().optional() }), reply: TeamView, summary: 'A new team, shown at once to members' })
export const changeTeam = endpoint({ method: 'PATCH', path: '/teams/:teamId', params: TeamParams, body: TeamFields.extend({ state: z.enum(['open', 'withdrawn']), version: z.int() }), reply: TeamView })
