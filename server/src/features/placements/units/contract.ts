import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

export const UnitState = z.enum(['proposed', 'listed', 'removed'])
export const Proposer = z.enum(['school', 'student', 'unit', 'office', 'authority'])
const UnitParams = z.object({ unitId: z.uuid() })
const VisitParams = UnitParams.extend({ visitId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)
const Words = Text(2000).min(5)

export const UnitRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  name: z.string(),
  uscc: z.string().nullable(),
  industryCode: z.string().nullable(),
  town: z.string().nullable(),
  divisionCode: z.string().nullable(),
  staffCount: z.int().nullable(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  state: UnitState,
  visitedOn: Day.nullable(),
  conclusion: z.enum(['suitable', 'after_repair', 'unsuitable']).nullable(),
  checkedOn: Day.nullable(),
  listedOn: Day.nullable(),
  minutesNumber: z.string().nullable(),
  /** On the way or under way. */
  placements: z.int(),
  alarms: z.int(),
  demo: z.boolean(),
})
export type UnitRow = z.infer<typeof UnitRow>

export const listUnits = endpoint({
  method: 'GET',
  path: '/units',
  query: Paging.extend({ q: Text(60).default(''), state: UnitState.optional(), schoolId: z.uuid().optional(), sort: z.enum(['name', '-listedOn', '-visitedOn']).default('-listedOn') }),
  reply: pageOf(UnitRow),
  summary: 'Units as the schools know them: visited, looked up, listed',
})

const Finding = z.object({ ruleId: z.string(), key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), article: z.string().nullable(), sourceStatus: z.enum(['V', 'P', 'K']) })
export const VisitView = z.object({
  id: z.uuid(),
  visitedOn: Day,
  visitors: z.string(),
  qualifications: z.string(),
  credit: z.string(),
  management: z.string(),
  work: z.string(),
  hours: z.string(),
  workplace: z.string(),
  living: z.string(),
  healthSafety: z.string(),
  conclusion: z.enum(['suitable', 'after_repair', 'unsuitable']),
  remark: z.string(),
  writtenBy: z.string().nullable(),
  writtenAt: Moment,
  photos: z.array(FileView),
})
export const UnitView = UnitRow.extend({
  proposedBy: Proposer,
  dishonestSince: Day.nullable(),
  safetyViolationOn: Day.nullable(),
  cooperationFrom: Day.nullable(),
  cooperationUntil: Day.nullable(),
  visits: z.array(VisitView),
  checks: z.array(z.object({ id: z.uuid(), checkedOn: Day, dishonestSince: Day.nullable(), safetyViolationOn: Day.nullable(), sources: z.string(), writtenBy: z.string().nullable(), writtenAt: Moment })),
  decisions: z.array(z.object({ id: z.uuid(), decision: z.enum(['list', 'refuse', 'remove']), body: z.enum(['party_committee', 'executive_meeting']), decidedOn: Day, minutesNumber: z.string(), reason: z.string(), writtenBy: z.string().nullable(), writtenAt: Moment })),
  /** What keeps it off the list. */
  obstacles: z.array(Finding),
  version: z.int(),
  can: z.object({ list: z.boolean(), visit: z.boolean() }),
})
export type UnitView = z.input<typeof UnitView>
export const getUnit = endpoint({ method: 'GET', path: '/units/:unitId', params: UnitParams, reply: UnitView })

export const proposeUnit = endpoint({ method: 'POST', path: '/units', body: z.object({ organisationId: z.uuid(), proposedBy: Proposer.default('school') }), reply: z.object({ id: z.uuid() }), summary: 'The school takes a unit into consideration' })

export const writeVisit = endpoint({
  method: 'POST',
  path: '/units/:unitId/visits',
  params: UnitParams,
  body: z.object({
    visitedOn: Day,
    visitors: Text(200).min(2),
    qualifications: Words, credit: Words, management: Words, work: Words, hours: Words, workplace: Words, living: Words, healthSafety: Words,
    conclusion: z.enum(['suitable', 'after_repair', 'unsuitable']),
    remark: Text(1000).default(''),
  }),
  reply: z.object({ id: z.uuid() }),
  summary: 'The report of a visit, under its eight headings',
})
export const addVisitPhoto = endpoint({ method: 'POST', path: '/units/:unitId/visits/:visitId/photos', params: VisitParams, reply: FileView, bytes: 'upload', summary: 'A photo of the place' })

export const writeCheck = endpoint({
  method: 'POST',
  path: '/units/:unitId/checks',
  params: UnitParams,
  body: z.object({ checkedOn: Day, dishonestSince: Day.nullish(), safetyViolationOn: Day.nullish(), sources: Text(500).min(2) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Negative records, as looked up on one day',
})
export const decideUnit = endpoint({
  method: 'POST',
  path: '/units/:unitId/decisions',
  params: UnitParams,
  body: z.object({ decision: z.enum(['list', 'refuse', 'remove']), body: z.enum(['party_committee', 'executive_meeting']), decidedOn: Day, minutesNumber: Text(60).min(2), reason: Text(500).default('') }),
  reply: z.object({ id: z.uuid(), state: UnitState, /** Placements that moved on with it. */ moved: z.int() }),
  summary: 'What the meeting decided, with the number of its minutes',
})
export const changeUnit = endpoint({
  method: 'PATCH',
  path: '/units/:unitId',
  params: UnitParams,
  body: z.object({ version: z.int(), cooperationFrom: Day.nullable(), cooperationUntil: Day.nullable() }),
  reply: z.object({ version: z.int() }),
  summary: 'The term of the cooperation agreement, where it is not kept among the agreements',
})
