import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'

export const RollFilter = z.object({
  day: Day.optional(),
  town: z.string().trim().max(60).optional(),
  organisationId: z.uuid().optional(),
  schoolId: z.uuid().optional(),
})
const Person = z.object({
  placementId: z.uuid(), placementNumber: z.string(), state: z.string(), studentName: z.string(), studentNumber: z.string(), minor: z.boolean(), cohortName: z.string(), schoolName: z.string(), title: z.string(),
  lodging: z.string().nullable(), supervisorName: z.string().nullable(), mentorName: z.string().nullable(),
  /** Masked: opened by who has the right, with a reason that is kept. */
  phone: z.string().nullable(), guardianName: z.string().nullable(), guardianPhone: z.string().nullable(), supervisorPhone: z.string().nullable(), mentorPhone: z.string().nullable(),
})
const Roll = z.object({
  day: Day,
  asOf: Moment,
  total: z.int(),
  towns: z.array(z.object({ town: z.string(), count: z.int() })),
  units: z.array(z.object({ organisationId: z.uuid(), unitName: z.string(), town: z.string(), address: z.string().nullable(), people: z.array(Person) })),
  can: z.object({ unmask: z.boolean() }),
})
export type RollView = z.input<typeof Roll>
export type RollPerson = z.input<typeof Person>
export const getRoll = endpoint({ method: 'GET', path: '/roll', query: RollFilter, reply: Roll, summary: 'Who is where on a day, by town and unit; contacts masked' })
export const unmaskRoll = endpoint({
  method: 'POST',
  path: '/roll/unmasking',
  body: RollFilter.extend({ reason: z.string().trim().min(5).max(200) }),
  reply: Roll,
  summary: 'The same with contacts; every person looked at is kept with the reason',
})
