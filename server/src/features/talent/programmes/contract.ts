import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const programmeLevels = ['secondary', 'technician', 'higher', 'bachelor'] as const
export const ProgrammeLevel = z.enum(programmeLevels)
export type ProgrammeLevel = z.infer<typeof ProgrammeLevel>

const Year = z.coerce.number().int().min(2000).max(2100)

export const ProgrammeRow = z.object({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  majorCode: z.string(),
  name: z.string(),
  level: ProgrammeLevel,
  lengthYears: z.int(),
  cohorts: z.int(),
  students: z.int(),
  can: z.object({ edit: z.boolean() }),
})
export type ProgrammeRow = z.infer<typeof ProgrammeRow>

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/programmes',
  query: Paging.extend({ q: z.string().trim().max(60).default(''), schoolId: z.uuid().optional(), level: ProgrammeLevel.optional() }),
  reply: pageOf(ProgrammeRow),
  summary: 'Programmes by official major code',
})

const MajorCode = z.string().regex(/^\d{6}[A-Z]?$/)

export const addProgramme = endpoint({
  method: 'POST',
  path: '/programmes',
  body: z.object({
    majorCode: MajorCode,
    /** Without one, the official name of the major. */
    name: z.string().trim().min(2).max(60).optional(),
    level: ProgrammeLevel.optional(),
    lengthYears: z.int().min(1).max(6).default(3),
    /** Needed from the office only; a school writes for itself. */
    schoolId: z.uuid().optional(),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const CohortRow = z.object({
  id: z.uuid(),
  name: z.string(),
  programmeId: z.uuid(),
  programmeName: z.string(),
  majorCode: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  entryYear: z.int(),
  leaveYear: z.int(),
  teacherId: z.uuid().nullable(),
  teacherName: z.string().nullable(),
  students: z.int(),
  can: z.object({ edit: z.boolean() }),
})
export type CohortRow = z.infer<typeof CohortRow>

export const listCohorts = endpoint({
  method: 'GET',
  path: '/cohorts',
  query: Paging.extend({
    q: z.string().trim().max(60).default(''),
    schoolId: z.uuid().optional(),
    programmeId: z.uuid().optional(),
    leaveYear: Year.optional(),
  }),
  reply: pageOf(CohortRow),
})

export const addCohort = endpoint({
  method: 'POST',
  path: '/cohorts',
  body: z.object({
    programmeId: z.uuid(),
    name: z.string().trim().min(1).max(60),
    entryYear: z.int().min(2000).max(2100),
    leaveYear: z.int().min(2000).max(2108),
    teacherId: z.uuid().nullish(),
  }),
  reply: z.object({ id: z.uuid() }),
})

export const changeCohort = endpoint({
  method: 'PATCH',
  path: '/cohorts/:cohortId',
  params: z.object({ cohortId: z.uuid() }),
  body: z.object({ name: z.string().trim().min(1).max(60), leaveYear: z.int().min(2000).max(2108), teacherId: z.uuid().nullable() }),
  reply: z.object({ id: z.uuid() }),
})
