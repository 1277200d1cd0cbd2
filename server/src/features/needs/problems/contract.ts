import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

export const problemKinds = ['technology', 'service'] as const
export const ProblemKind = z.enum(problemKinds)
export type ProblemKind = z.infer<typeof ProblemKind>
export const problemStates = ['draft', 'submitted', 'open', 'answered', 'settling', 'solved', 'declined', 'withdrawn', 'expired'] as const
export const ProblemState = z.enum(problemStates)
export type ProblemState = z.infer<typeof ProblemState>
export const problemActions = ['submit', 'verify', 'return', 'decline', 'withdraw', 'prolong', 'report', 'confirm', 'reopen'] as const
export const ProblemAction = z.enum(problemActions)
export type ProblemAction = z.infer<typeof ProblemAction>
export const serviceFamilies = ['talent_training', 'technology_application', 'management_innovation', 'industrial_support', 'enterprise_acceleration'] as const
export const ServiceFamily = z.enum(serviceFamilies)
export type ServiceFamily = z.infer<typeof ServiceFamily>
/** Why not: the same eight for a need and, in the rooms to the right, for an answer. */
export const declineCodes = ['wrong_field', 'not_mature', 'too_costly', 'too_late', 'no_capacity', 'terms', 'already_solved', 'unclear'] as const
export const DeclineCode = z.enum(declineCodes)
export type DeclineCode = z.infer<typeof DeclineCode>
export const Secrecy = z.enum(['open', 'nda'])

const ProblemParams = z.object({ needId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)
const Yuan = z.int().min(0).max(1_000_000_000).nullable().default(null)
const Day = z.iso.date().nullable().default(null)

/** Everything about a problem; a draft may leave it open, submission says what is missing. */
export const ProblemFields = z.object({
  kind: ProblemKind,
  family: ServiceFamily.nullable().default(null),
  title: Text(100).min(1),
  titleEn: Text(200).nullable().default(null),
  description: Text(4000).default(''),
  descriptionEn: Text(4000).nullable().default(null),
  presentValue: Text(300).nullable().default(null),
  wantedValue: Text(300).nullable().default(null),
  fieldCodes: z.array(z.string().regex(/^[A-Z]?\d{0,4}$/)).max(8).default([]),
  privateDetails: Text(4000).nullable().default(null),
  budgetMin: Yuan,
  budgetMax: Yuan,
  wantedBy: Day,
  secrecy: Secrecy.default('open'),
  validUntil: Day,
})
export type ProblemFields = z.infer<typeof ProblemFields>

export const ProblemRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: ProblemKind,
  family: ServiceFamily.nullable(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: ProblemState,
  organisationId: z.uuid(),
  organisationName: z.string(),
  spokenByName: z.string().nullable(),
  fields: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  secrecy: Secrecy,
  wantedBy: z.string().nullable(),
  validUntil: z.string().nullable(),
  managerName: z.string().nullable(),
  answerDueAt: z.string().nullable(),
  escalation: z.int(),
  declineCode: DeclineCode.nullable(),
  createdAt: z.string(),
  verifiedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  demo: z.boolean(),
})
export type ProblemRow = z.infer<typeof ProblemRow>

export const ProblemFilter = z.object({
  q: z.string().trim().max(60).default(''),
  kind: ProblemKind.optional(),
  state: z.union([ProblemState, z.literal('live'), z.literal('ended')]).optional(),
  family: ServiceFamily.optional(),
  fieldCode: z.string().max(5).optional(),
  organisationId: z.uuid().optional(),
  mine: z.stringbool().default(false),
  /** The technology manager's queue. */
  queue: z.enum(['unclaimed', 'mine', 'overdue', 'escalated']).optional(),
  sort: z.enum(['createdAt', '-createdAt', 'answerDueAt', '-answerDueAt', 'validUntil', '-validUntil']).default('-createdAt'),
})
export type ProblemFilter = z.infer<typeof ProblemFilter>

export const listProblems = endpoint({ method: 'GET', path: '/problems', query: Paging.extend(ProblemFilter.shape), reply: pageOf(ProblemRow), summary: 'Technology and service needs, within what one may see' })
export const exportProblems = endpoint({ method: 'GET', path: '/problems/export', query: ProblemFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })
export const countProblems = endpoint({
  method: 'GET',
  path: '/problems/queue',
  reply: z.object({ unclaimed: z.int(), mine: z.int(), overdue: z.int(), escalated: z.int() }),
  summary: 'How many needs stand in each part of the queue',
})

export const Gap = z.object({ field: z.string(), reason: z.string() })

export const ProblemView = ProblemRow.extend({
  allianceId: z.uuid(),
  organisationTown: z.string().nullable(),
  spokenBy: z.uuid().nullable(),
  description: z.string(),
  descriptionEn: z.string().nullable(),
  presentValue: z.string().nullable(),
  wantedValue: z.string().nullable(),
  /** False: private details, budget, files and reasons are kept back, and null or empty here. */
  whole: z.boolean(),
  privateDetails: z.string().nullable(),
  budgetMin: z.int().nullable(),
  budgetMax: z.int().nullable(),
  managerId: z.uuid().nullable(),
  submittedAt: z.string().nullable(),
  firstAnswerAt: z.string().nullable(),
  reason: z.string().nullable(),
  solution: z.string().nullable(),
  solutionByName: z.string().nullable(),
  solvedAt: z.string().nullable(),
  files: z.array(FileView),
  /** Organisations that read the private details by agreement. */
  granted: z.array(z.string()),
  gaps: z.array(Gap),
  /** Who acts next, until when, and what follows otherwise. */
  next: z.object({ who: z.enum(['asker', 'verifier', 'manager', 'office', 'parties', 'authority', 'nobody']), until: z.string().nullable() }),
  version: z.int(),
  can: z.record(ProblemAction, z.boolean()).and(z.object({ edit: z.boolean(), take: z.boolean(), handOver: z.boolean(), instruct: z.boolean(), clarify: z.boolean(), read: z.boolean(), addFile: z.boolean() })),
})
export type ProblemView = z.input<typeof ProblemView>

export const getProblem = endpoint({ method: 'GET', path: '/problems/:needId', params: ProblemParams, reply: ProblemView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const raiseProblem = endpoint({
  method: 'POST',
  path: '/problems',
  /** The organisation is one's own, unless one speaks for it or is the office. */
  body: ProblemFields.extend({ organisationId: z.uuid().optional() }),
  reply: Written,
  summary: 'A new technology or service need, as a draft; it may be half empty',
})
export const changeProblem = endpoint({ method: 'PATCH', path: '/problems/:needId', params: ProblemParams, body: ProblemFields.omit({ kind: true }).extend({ version: z.int() }), reply: Written, summary: 'Changes a draft' })

export const checkProblem = endpoint({
  method: 'POST',
  path: '/problems/check',
  body: ProblemFields.extend({ title: Text(100).default('') }),
  reply: z.object({ gaps: z.array(Gap) }),
  summary: 'What is still missing in a need that is being written; stores nothing',
})

export const clarifyProblem = endpoint({
  method: 'PUT',
  path: '/problems/:needId/question',
  params: ProblemParams,
  body: ProblemFields.pick({ title: true, description: true, presentValue: true, wantedValue: true, privateDetails: true }).extend({ version: z.int() }),
  reply: Written,
  summary: 'Rewrites the question of a need that was submitted; what is secret moves into the private details',
})

const Moved = z.object({ id: z.uuid(), state: ProblemState, version: z.int() })
export const moveProblem = endpoint({
  method: 'POST',
  path: '/problems/:needId/moves',
  params: ProblemParams,
  body: z.object({
    action: ProblemAction,
    reason: Text(500).optional(),
    /** With `decline`. */
    declineCode: DeclineCode.optional(),
    /** With `report`: what solved it, and who. */
    solution: Text(2000).optional(),
    solutionBy: z.uuid().optional(),
    /** With `prolong`. */
    validUntil: z.iso.date().optional(),
    version: z.int(),
  }),
  reply: Moved,
  summary: 'Submit, open, send back, decline, withdraw, prolong, report a solution, confirm it or say that it is none',
})

export const takeProblem = endpoint({ method: 'POST', path: '/problems/:needId/manager', params: ProblemParams, body: z.object({ version: z.int() }), reply: Moved, summary: 'Takes a need from the queue' })
export const listManagers = endpoint({
  method: 'GET',
  path: '/problems/:needId/managers',
  params: ProblemParams,
  reply: z.object({ rows: z.array(z.object({ accountId: z.uuid(), name: z.string(), organisationName: z.string().nullable() })) }),
  summary: 'To whom a need may be handed over',
})
export const handOverProblem = endpoint({ method: 'PUT', path: '/problems/:needId/manager', params: ProblemParams, body: z.object({ accountId: z.uuid(), version: z.int() }), reply: Moved, summary: 'Hands a need over to another manager' })
export const readProblemEnd = endpoint({ method: 'POST', path: '/problems/:needId/reading', params: ProblemParams, reply: z.object({}), summary: 'The asker has read how the need ended' })

export const instructProblem = endpoint({ method: 'POST', path: '/problems/:needId/instructions', params: ProblemParams, body: z.object({ text: Text(500).min(2) }), reply: z.object({}), summary: 'What the office or the authority decides about an escalated or expired need' })

export const addProblemFile = endpoint({ method: 'POST', path: '/problems/:needId/files', params: ProblemParams, bytes: 'upload', reply: FileView })
export const removeProblemFile = endpoint({ method: 'DELETE', path: '/problems/:needId/files/:fileId', params: ProblemParams.extend({ fileId: z.uuid() }), reply: z.object({}) })

export const getProblemHistory = endpoint({
  method: 'GET',
  path: '/problems/:needId/history',
  params: ProblemParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
