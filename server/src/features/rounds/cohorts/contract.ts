import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams } from '../contract.ts'

const When = z.iso.datetime({ offset: true })

const CohortRow = z.object({
  id: z.uuid(),
  name: z.string(),
  schoolName: z.string(),
  programmeName: z.string(),
  teacherName: z.string().nullable(),
  chosen: z.boolean(),
  students: z.int(),
  submitted: z.int(),
  drafts: z.int(),
  remindedAt: When.nullable(),
})

export const listRoundCohorts = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/cohorts',
  params: RoundParams,
  query: z.object({ all: z.enum(['true', 'false']).default('false') }),
  reply: z.object({ rows: z.array(CohortRow) }),
  summary: 'Classes of the round with who has not answered; all=true offers every class that leaves in its year',
})

export const chooseCohorts = endpoint({
  method: 'PUT',
  path: '/rounds/:roundId/cohorts',
  params: RoundParams,
  body: z.object({ cohortIds: z.array(z.uuid()).max(2000) }),
  reply: z.object({ cohorts: z.int() }),
})

export const remindStudents = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/reminders',
  params: RoundParams,
  body: z.object({ cohortIds: z.array(z.uuid()).max(2000).optional() }),
  reply: z.object({ reminded: z.int() }),
  summary: 'Remind those who have not submitted; once a day each',
})

export const getRoundProgress = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/progress',
  params: RoundParams,
  reply: z.object({ days: z.array(z.object({ day: z.string(), submitted: z.int() })), students: z.int() }),
  summary: 'Submitted wish lists day by day',
})
