import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const TeacherRow = z.object({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  number: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  subject: z.string(),
  cohorts: z.int(),
  left: z.boolean(),
  can: z.object({ edit: z.boolean() }),
})
export type TeacherRow = z.infer<typeof TeacherRow>

export const listTeachers = endpoint({
  method: 'GET',
  path: '/teachers',
  query: Paging.extend({ q: z.string().trim().max(50).default(''), schoolId: z.uuid().optional(), left: z.stringbool().default(false) }),
  reply: pageOf(TeacherRow),
})

const TeacherFields = z.object({
  name: z.string().trim().min(1).max(50),
  phone: z.string().trim().max(30).nullish(),
  subject: z.string().trim().max(60).default(''),
})

export const addTeacher = endpoint({
  method: 'POST',
  path: '/teachers',
  body: TeacherFields.extend({ number: z.string().trim().min(1).max(30), schoolId: z.uuid().optional() }),
  reply: z.object({ id: z.uuid() }),
})

export const changeTeacher = endpoint({
  method: 'PATCH',
  path: '/teachers/:teacherId',
  params: z.object({ teacherId: z.uuid() }),
  body: TeacherFields.extend({ left: z.boolean().default(false) }),
  reply: z.object({ id: z.uuid() }),
})
