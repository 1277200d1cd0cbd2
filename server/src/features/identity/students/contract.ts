import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { Password } from '../contract.ts'
import { Login } from '../invitations/contract.ts'

const Slip = z.object({ schoolId: z.uuid(), studentNumber: z.string().trim().min(2).max(30), code: z.string().trim().min(1).max(20) })

export const listStudentSchools = endpoint({
  method: 'GET',
  path: '/student-schools',
  open: true,
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  summary: 'Schools whose students have codes',
})

const StudentSlipView = z.object({
  name: z.string(),
  schoolName: z.string(),
  cohortName: z.string(),
  /** Of a student who has an account already and lost the password. */
  login: z.string().nullable(),
})
export type StudentSlipView = z.infer<typeof StudentSlipView>

export const lookAtStudentCode = endpoint({ method: 'POST', path: '/student-code', open: true, body: Slip, reply: StudentSlipView, summary: 'Whose code this is' })

export const useStudentCode = endpoint({
  method: 'POST',
  path: '/student-account',
  open: true,
  body: Slip.extend({ login: Login.nullable().default(null), password: Password }),
  reply: z.object({ login: z.string() }),
  summary: 'Open a student’s account, or set a new password, and sign in',
})

export const issueStudentCodes = endpoint({
  method: 'POST',
  path: '/student-codes',
  /** These students, or all of a class: those without an account, and on request the others too. */
  body: z.union([z.object({ studentIds: z.array(z.uuid()).min(1).max(500) }), z.object({ cohortId: z.uuid(), withAccount: z.boolean().default(false) })]),
  reply: z.object({
    schoolName: z.string(),
    address: z.string(),
    expiresAt: Moment,
    rows: z.array(z.object({ studentId: z.uuid(), name: z.string(), studentNumber: z.string(), cohortName: z.string(), hasAccount: z.boolean(), code: z.string() })),
  }),
  summary: 'New codes for these students, to print and hand out; shown once',
})
export type StudentCodes = z.infer<typeof issueStudentCodes.reply>
