import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { ProgrammeLevel } from '../programmes/contract.ts'

export const Sex = z.enum(['male', 'female'])
export const IdType = z.enum(['resident', 'hk_mo_tw', 'foreign'])
const Year = z.coerce.number().int().min(2000).max(2110)
const StudentParams = z.object({ studentId: z.uuid() })

export const StudentRow = z.object({
  id: z.uuid(),
  studentNumber: z.string(),
  name: z.string(),
  sex: Sex.nullable(),
  minor: z.boolean(),
  phone: z.string().nullable(),
  programmeName: z.string(),
  level: ProgrammeLevel,
  cohortId: z.uuid(),
  cohortName: z.string(),
  entryYear: z.int(),
  leaveYear: z.int(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  /** Marks as people write them: 81.5. */
  schoolMark: z.number().nullable(),
  tags: z.array(z.string()),
  hasAccount: z.boolean(),
  left: z.boolean(),
  demo: z.boolean(),
})
export type StudentRow = z.infer<typeof StudentRow>

export const StudentFilter = z.object({
  /** The start or the end of a name, or the start of a number. */
  q: z.string().trim().max(50).default(''),
  schoolId: z.uuid().optional(),
  programmeId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  entryYear: Year.optional(),
  leaveYear: Year.optional(),
  tag: z.string().max(40).optional(),
  left: z.stringbool().default(false),
  /** A column, with `-` downwards. */
  sort: z.enum(['number', '-number', 'name', '-name', 'mark', '-mark']).default('number'),
})

export const listStudents = endpoint({ method: 'GET', path: '/students', query: Paging.extend(StudentFilter.shape), reply: pageOf(StudentRow), summary: 'Students, within what one may see' })

export const exportStudents = endpoint({
  method: 'GET',
  path: '/students/export',
  query: StudentFilter,
  bytes: 'download',
  reply: z.object({}),
  summary: 'The same list as a workbook; numbers of persons stay masked',
})

export const StudentView = StudentRow.extend({
  majorCode: z.string(),
  birthDate: z.string(),
  idType: IdType,
  idNumberMask: z.string().nullable(),
  guardianName: z.string().nullable(),
  guardianPhone: z.string().nullable(),
  guardianRelation: z.string().nullable(),
  homeDivisionCode: z.string().nullable(),
  homeDivisionName: z.string().nullable(),
  certificates: z.array(z.string()),
  teacherName: z.string().nullable(),
  version: z.int(),
  updatedAt: z.string(),
  can: z.object({ edit: z.boolean(), unmask: z.boolean(), leave: z.boolean(), invite: z.boolean() }),
})
export type StudentView = z.infer<typeof StudentView>

export const getStudent = endpoint({ method: 'GET', path: '/students/:studentId', params: StudentParams, reply: StudentView })

const StudentFields = z.object({
  studentNumber: z.string().trim().regex(/^[A-Za-z0-9-]{2,30}$/),
  name: z.string().trim().min(1).max(50),
  sex: Sex.nullish(),
  cohortId: z.uuid(),
  idType: IdType.default('resident'),
  /** Read from the number of a resident; needed for other papers. */
  birthDate: z.iso.date().nullish(),
  phone: z.string().trim().max(30).nullish(),
  guardianName: z.string().trim().max(50).nullish(),
  guardianPhone: z.string().trim().max(30).nullish(),
  guardianRelation: z.string().trim().max(20).nullish(),
  homeDivisionCode: z.string().regex(/^\d{6}$/).nullish(),
  schoolMark: z.number().min(0).max(100).nullish(),
  certificates: z.array(z.string().trim().min(1).max(80)).max(20).default([]),
})

export const addStudent = endpoint({
  method: 'POST',
  path: '/students',
  body: StudentFields.extend({ idNumber: z.string().trim().min(5).max(30), schoolId: z.uuid().optional() }),
  reply: z.object({ id: z.uuid() }),
})

export const changeStudent = endpoint({
  method: 'PATCH',
  path: '/students/:studentId',
  params: StudentParams,
  /** Without an identity number the one that is kept stays. */
  body: StudentFields.extend({ idNumber: z.string().trim().min(5).max(30).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
})

export const markStudentLeft = endpoint({
  method: 'POST',
  path: '/students/:studentId/leave',
  params: StudentParams,
  body: z.object({ left: z.boolean(), version: z.int() }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
  summary: 'The student has left the school, or is back',
})

/** Kept word for word in the log, so it must not hold the number itself. */
const Reason = z.string().trim().min(5).max(200).regex(/^(?!.*\d{8}).*$/s)

export const unmaskStudent = endpoint({
  method: 'POST',
  path: '/students/:studentId/unmask',
  params: StudentParams,
  body: z.object({ reason: Reason }),
  reply: z.object({ idNumber: z.string().nullable(), phone: z.string().nullable(), guardianPhone: z.string().nullable() }),
  summary: 'See the numbers of a person in full; who, when and why is kept',
})

export const listUnmaskings = endpoint({
  method: 'GET',
  path: '/students/:studentId/unmaskings',
  params: StudentParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), name: z.string(), organisationName: z.string().nullable(), reason: z.string() })) }),
})
