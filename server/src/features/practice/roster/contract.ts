import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const standingStates = ['short', 'first', 'growing', 'enough', 'free'] as const
export const StandingState = z.enum(standingStates)
export type StandingState = z.infer<typeof StandingState>
export const teacherKinds = ['specialist', 'general'] as const
export const TeacherKind = z.enum(teacherKinds)

const TeacherParams = z.object({ teacherId: z.uuid() })

export const Standing = z.object({
  state: StandingState,
  /** Credited, in the five years that end today. */
  days: z.int(),
  months: z.number(),
  needed: z.int(),
  missing: z.int(),
  shortOn: z.string().nullable(),
  /** The same, if what is approved is carried out. */
  shortOnPlanned: z.string().nullable(),
  /** Said to have been done elsewhere, not seen yet: never part of the days. */
  claimed: z.int(),
})
export type Standing = z.infer<typeof Standing>

export const StandingRow = Standing.extend({
  teacherId: z.uuid(),
  number: z.string(),
  name: z.string(),
  subject: z.string(),
  departmentId: z.uuid().nullable(),
  departmentName: z.string().nullable(),
  kind: TeacherKind,
  employedOn: z.string().nullable(),
  experienced: z.boolean().nullable(),
  accountName: z.string().nullable(),
  /** The next stay that is on its way. */
  plan: z.object({ id: z.uuid(), state: z.string(), startsOn: z.string(), endsOn: z.string(), organisationName: z.string() }).nullable(),
})
export type StandingRow = z.infer<typeof StandingRow>

export const StandingFilter = z.object({
  q: z.string().trim().max(60).default(''),
  departmentId: z.uuid().optional(),
  kind: TeacherKind.optional(),
  state: z.union([StandingState, z.literal('soon'), z.literal('unplanned')]).optional(),
})
export type StandingFilter = z.infer<typeof StandingFilter>

export const listStandings = endpoint({
  method: 'GET',
  path: '/practice/standings',
  query: Paging.extend(StandingFilter.shape),
  reply: pageOf(StandingRow).extend({
    /** Of all teachers in sight, whatever the filter says. */
    counts: z.object({ short: z.int(), first: z.int(), soon: z.int(), growing: z.int(), enough: z.int(), free: z.int(), unset: z.int() }),
    requiredMonths: z.int(),
  }),
  summary: 'The teachers of a school, those who fall short first at the top',
})
export const exportStandings = endpoint({ method: 'GET', path: '/practice/standings/export', query: StandingFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

const Stretch = z.object({ from: z.string(), to: z.string(), days: z.int(), kind: z.enum(['plan', 'claim']), id: z.uuid(), title: z.string(), inWindow: z.int() })
export const TeacherStandingView = StandingRow.extend({
  stretches: z.array(Stretch),
  /** How many days leave the window in each of the next months. */
  leaving: z.array(z.object({ month: z.string(), days: z.int() })),
  requiredMonths: z.int(),
  accountId: z.uuid().nullable(),
  can: z.object({ edit: z.boolean(), plan: z.boolean(), claim: z.boolean() }),
})
export type TeacherStandingView = z.input<typeof TeacherStandingView>
export const getTeacherStanding = endpoint({ method: 'GET', path: '/practice/teachers/:teacherId', params: TeacherParams, reply: TeacherStandingView, summary: 'One teacher: the counter and what it is made of' })

export const getMyPractice = endpoint({
  method: 'GET',
  path: '/my/practice',
  reply: z.object({
    /** Null where the account is not on the school's roll yet. */
    teacher: TeacherStandingView.nullable(),
    /** Departments this teacher heads. */
    heads: z.array(z.string()),
  }),
  summary: 'My practice: the counter, the forecast, what it is made of',
})

export const changeProfile = endpoint({
  method: 'PUT',
  path: '/practice/teachers/:teacherId/profile',
  params: TeacherParams,
  body: z.object({
    departmentId: z.uuid().nullable(),
    kind: TeacherKind,
    employedOn: z.iso.date().nullable(),
    experienced: z.boolean().nullable(),
    /** The account by which this teacher signs in; left out, it stays. */
    accountId: z.uuid().nullable().optional(),
  }),
  reply: z.object({ teacherId: z.uuid() }),
  summary: 'What the rule on practice has to know of a teacher',
})
export const listTeacherAccounts = endpoint({
  method: 'GET',
  path: '/practice/accounts',
  reply: z.object({ rows: z.array(z.object({ accountId: z.uuid(), name: z.string(), login: z.string(), teacherId: z.uuid().nullable() })) }),
  summary: 'Accounts that sit as teachers at my school, and whom of the roll they are',
})

export const DepartmentView = z.object({ id: z.uuid(), name: z.string(), headId: z.uuid().nullable(), headName: z.string().nullable(), headSignsIn: z.boolean(), teachers: z.int(), away: z.int() })
export type DepartmentView = z.infer<typeof DepartmentView>
export const SettingView = z.object({ awayPercent: z.int().min(1).max(100), generalMonths: z.int().min(0).max(6), needsAgreement: z.boolean(), restDays: z.boolean() })
export type SettingView = z.infer<typeof SettingView>

export const getPracticeSetting = endpoint({ method: 'GET', path: '/practice/setting', reply: z.object({ departments: z.array(DepartmentView), setting: SettingView, can: z.object({ edit: z.boolean() }) }), summary: 'Departments, and what the school decided' })
export const changePracticeSetting = endpoint({ method: 'PUT', path: '/practice/setting', body: SettingView, reply: SettingView, summary: 'The share that may be away, what common subjects owe, whether an agreement is signed' })
const DepartmentFields = z.object({ name: z.string().trim().min(1).max(50), headId: z.uuid().nullable().default(null) })
export const addDepartment = endpoint({ method: 'POST', path: '/practice/departments', body: DepartmentFields, reply: z.object({ id: z.uuid() }) })
export const changeDepartment = endpoint({ method: 'PUT', path: '/practice/departments/:departmentId', params: z.object({ departmentId: z.uuid() }), body: DepartmentFields, reply: z.object({ id: z.uuid() }) })

export const getCoverage = endpoint({
  method: 'GET',
  path: '/practice/coverage',
  reply: z.object({
    /** By protocol, not by figure: this is no comparison of schools. */
    rows: z.array(z.object({ schoolId: z.uuid(), schoolName: z.string(), specialists: z.int(), enough: z.int(), growing: z.int(), short: z.int(), first: z.int(), practising: z.int() })),
    asOf: z.string(),
  }),
  summary: 'How many specialist teachers have their six months, school by school; no names',
})
