import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'

export const returnSources = [
  'number', 'studentName', 'studentNumber', 'idType', 'idNumber', 'sex', 'birthDate', 'phone', 'guardianName', 'guardianPhone', 'schoolName', 'schoolCode', 'majorCode', 'programmeName', 'level', 'cohortName', 'entryYear',
  'unitName', 'unitCode', 'industryCode', 'divisionCode', 'town', 'address', 'title', 'occupationCode', 'kind', 'scheme', 'state', 'selfChosen', 'startsOn', 'endsOn', 'lastDay', 'payMin', 'payMax', 'payPeriod', 'hoursPerWeek',
  'lodging', 'supervisorName', 'supervisorPhone', 'mentorName', 'mentorPhone', 'agreementNumber', 'agreementSignedOn', 'insurer', 'policyNumber', 'filingNumber', 'filedOn', 'total', 'passed', 'fixed',
] as const
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
const FormParams = z.object({ formId: z.uuid() })
export const ReturnColumn = z.object({
  heading: Text(1, 60),
  source: z.enum(returnSources),
  /** With the source `fixed`: what stands in every row. */
  fixed: Text(0, 100).default(''),
  /** A table of codes below. */
  map: Text(0, 40).default(''),
  required: z.boolean().default(false),
  /** Most characters the ministry's system takes; 0: no limit. */
  most: z.int().min(0).max(1000).default(0),
  days: z.enum(['2027-03-01', '20270301', '2027/03/01']).default('2027-03-01'),
})
export type ReturnColumn = z.output<typeof ReturnColumn>
const Maps = z.record(z.string().max(40), z.record(z.string().max(60), z.string().max(100)))
const FormBody = z.object({ title: Text(2, 100), columns: z.array(ReturnColumn).min(1).max(100), maps: Maps.default({}), note: Text(0, 500).default('') })

export const ReturnForm = z.object({ id: z.uuid(), title: z.string(), columns: z.array(ReturnColumn), maps: Maps, note: z.string(), updatedAt: Moment, updatedBy: z.string().nullable(), version: z.int(), demo: z.boolean(), can: z.object({ edit: z.boolean() }) })
export type ReturnForm = z.input<typeof ReturnForm>
export const listReturnForms = endpoint({ method: 'GET', path: '/return-forms', reply: z.object({ rows: z.array(ReturnForm), can: z.object({ write: z.boolean() }) }) })
export const getReturnForm = endpoint({ method: 'GET', path: '/return-forms/:formId', params: FormParams, reply: ReturnForm })
export const writeReturnForm = endpoint({ method: 'POST', path: '/return-forms', body: FormBody, reply: z.object({ id: z.uuid() }) })
export const changeReturnForm = endpoint({ method: 'PATCH', path: '/return-forms/:formId', params: FormParams, body: FormBody.extend({ version: z.int() }), reply: z.object({ version: z.int() }) })

export const ReturnFilter = z.object({ from: Day, until: Day, schoolId: z.uuid().optional(), states: z.enum(['begun', 'over']).default('begun') })
const Fault = z.object({ row: z.int(), number: z.string(), studentName: z.string(), heading: z.string(), code: z.enum(['missing', 'unmapped', 'too_long']), value: z.string() })
export const previewReturn = endpoint({
  method: 'GET',
  path: '/return-forms/:formId/preview',
  params: FormParams,
  query: ReturnFilter,
  reply: z.object({ total: z.int(), headings: z.array(z.string()), rows: z.array(z.array(z.string())), faults: z.array(Fault), faultyRows: z.int() }),
  summary: 'The first rows as they would be written, and every fault of every row',
})
export const exportReturn = endpoint({
  method: 'POST',
  path: '/return-forms/:formId/export',
  params: FormParams,
  body: ReturnFilter.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx'), reason: Text(0, 200).default('') }),
  reply: z.unknown(),
  bytes: 'download',
  summary: 'The file itself; with identity or telephone numbers only with a reason, kept for each student',
})
