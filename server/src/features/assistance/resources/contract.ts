import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'

export const resourceKinds = ['equipment', 'money', 'remote_lessons', 'courseware', 'training_seats', 'contest_team', 'other'] as const
export const ResourceKind = z.enum(resourceKinds)
/** `corrected`: a newer version took its place. */
export const resourceStates = ['given', 'received', 'disputed', 'corrected'] as const
export const ResourceState = z.enum(resourceStates)
export type ResourceState = z.infer<typeof ResourceState>
const ResourceParams = z.object({ resourceId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
const Amount = z.number().positive().max(1_000_000_000).multipleOf(0.01)

export const ResourceRow = z.object({
  id: z.uuid(),
  number: z.string(),
  /** 1, and one more with every correction. */
  revision: z.int(),
  state: ResourceState,
  kind: ResourceKind,
  name: z.string(),
  giverId: z.uuid(),
  giverName: z.string(),
  receiverId: z.uuid(),
  receiverName: z.string(),
  quantity: z.number(),
  unit: z.string(),
  /** Yuan. */
  value: z.number().nullable(),
  givenOn: Day,
  receivedQuantity: z.number().nullable(),
  receivedOn: Day.nullable(),
  /** Of the value, the share that was received. */
  receivedValue: z.number().nullable(),
  demo: z.boolean(),
})
export type ResourceRow = z.infer<typeof ResourceRow>
export const ResourceFilter = z.object({ q: Text(60).default(''), state: ResourceState.optional(), kind: ResourceKind.optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), receiverId: z.uuid().optional(), /** Earlier versions too. */ all: z.stringbool().default(false) })
export type ResourceFilter = z.infer<typeof ResourceFilter>
export const listResources = endpoint({ method: 'GET', path: '/assistance/resources', query: Paging.extend(ResourceFilter.shape), reply: pageOf(ResourceRow), summary: 'What was given to county schools, and what arrived: giver and receiver see theirs' })
export const exportResources = endpoint({ method: 'GET', path: '/assistance/resources/export', query: ResourceFilter, reply: z.any(), bytes: 'download' })

export const ResourceView = ResourceRow.extend({
  note: z.string(),
  reason: z.string().nullable(),
  /** Why this version took the place of the one before. */
  correction: z.string().nullable(),
  receivedBy: z.string().nullable(),
  evidence: z.array(FileView),
  /** All versions, the oldest first. */
  versions: z.array(z.object({ id: z.uuid(), revision: z.int(), state: ResourceState, name: z.string(), quantity: z.number(), unit: z.string(), value: z.number().nullable(), givenOn: Day, correction: z.string().nullable(), createdAt: Moment })),
  createdAt: Moment,
  side: z.enum(['giver', 'receiver', 'office']),
  version: z.int(),
  can: z.object({ receive: z.boolean(), dispute: z.boolean(), correct: z.boolean(), evidence: z.boolean() }),
})
export type ResourceView = z.input<typeof ResourceView>
export const getResource = endpoint({ method: 'GET', path: '/assistance/resources/:resourceId', params: ResourceParams, reply: ResourceView })
export const getResourceHistory = endpoint({ method: 'GET', path: '/assistance/resources/:resourceId/history', params: ResourceParams, reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }) })

export const ResourceForm = z.object({
  kind: ResourceKind,
  name: Text(100, 2),
  quantity: Amount,
  unit: Text(20, 1),
  /** Of money it is the quantity. */
  value: z.number().min(0).max(1_000_000_000).multipleOf(0.01).nullable().default(null),
  givenOn: Day,
  note: Text(500).default(''),
})
export const giveResource = endpoint({ method: 'POST', path: '/assistance/resources', body: ResourceForm.extend({ receiverId: z.uuid(), /** Named by the office only; others give for themselves. */ giverId: z.uuid().optional() }), reply: z.object({ id: z.uuid(), number: z.string() }), summary: 'Writes down what was given to a county school' })
export const correctResource = endpoint({ method: 'POST', path: '/assistance/resources/:resourceId/corrections', params: ResourceParams, body: ResourceForm.extend({ correction: Text(500, 5), version: z.int() }), reply: z.object({ id: z.uuid(), revision: z.int() }), summary: 'A new version with its reason; the old one stays in the ledger' })
export const moveResource = endpoint({
  method: 'POST',
  path: '/assistance/resources/:resourceId/moves',
  params: ResourceParams,
  body: z.object({ action: z.enum(['receive', 'dispute']), version: z.int(), quantity: Amount.optional(), receivedOn: Day.optional(), reason: Text(500).optional() }),
  reply: z.object({ id: z.uuid(), state: ResourceState, version: z.int() }),
  summary: 'The receiver confirms what arrived and when, or says what is wrong',
})
export const addResourceEvidence = endpoint({ method: 'POST', path: '/assistance/resources/:resourceId/evidence', params: ResourceParams, reply: FileView, bytes: 'upload', summary: 'A paper or photograph that shows it' })
