import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const practiceForms = ['post', 'training', 'research', 'visit'] as const
export const PracticeForm = z.enum(practiceForms)
export type PracticeForm = z.infer<typeof PracticeForm>
export const openingStates = ['draft', 'open', 'closed'] as const
export const OpeningState = z.enum(openingStates)
export type OpeningState = z.infer<typeof OpeningState>
export const openingActions = ['publish', 'revise', 'close'] as const
export const OpeningAction = z.enum(openingActions)
export type OpeningAction = z.infer<typeof OpeningAction>

const OpeningParams = z.object({ openingId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

/** Everything about an opening; a draft may leave it open, publishing says what is missing. */
export const OpeningFields = z.object({
  title: Text(100).min(1),
  department: Text(60).default(''),
  tasks: Text(2000).default(''),
  form: PracticeForm.default('post'),
  field: Text(60).default(''),
  places: z.int().min(1).max(200).default(1),
  startsOn: z.iso.date().nullable().default(null),
  endsOn: z.iso.date().nullable().default(null),
  costs: Text(300).default(''),
  contactName: Text(60).nullable().default(null),
  contactPhone: Text(30).nullable().default(null),
})
export type OpeningFields = z.infer<typeof OpeningFields>

export const OpeningRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  department: z.string(),
  form: PracticeForm,
  field: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  town: z.string().nullable(),
  places: z.int(),
  /** Held by teachers whom the firm has accepted. */
  taken: z.int(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  costs: z.string(),
  state: OpeningState,
  demo: z.boolean(),
})
export type OpeningRow = z.infer<typeof OpeningRow>

export const OpeningFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: OpeningState.optional(),
  form: PracticeForm.optional(),
  free: z.stringbool().default(false),
  mine: z.stringbool().default(false),
  sort: z.enum(['startsOn', '-startsOn']).default('startsOn'),
})
export type OpeningFilter = z.infer<typeof OpeningFilter>

export const listOpenings = endpoint({ method: 'GET', path: '/practice/openings', query: Paging.extend(OpeningFilter.shape), reply: pageOf(OpeningRow), summary: 'Where teachers may practise' })

export const OpeningView = OpeningRow.extend({
  tasks: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  version: z.int(),
  can: z.record(OpeningAction, z.boolean()).and(z.object({ edit: z.boolean(), plan: z.boolean() })),
})
export type OpeningView = z.input<typeof OpeningView>
export const getOpening = endpoint({ method: 'GET', path: '/practice/openings/:openingId', params: OpeningParams, reply: OpeningView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writeOpening = endpoint({ method: 'POST', path: '/practice/openings', body: OpeningFields.extend({ organisationId: z.uuid().optional() }), reply: Written, summary: 'A new opening, as a draft; it may be half empty' })
export const changeOpening = endpoint({ method: 'PATCH', path: '/practice/openings/:openingId', params: OpeningParams, body: OpeningFields.extend({ version: z.int() }), reply: Written, summary: 'Changes a draft' })
export const moveOpening = endpoint({
  method: 'POST',
  path: '/practice/openings/:openingId/moves',
  params: OpeningParams,
  body: z.object({ action: OpeningAction, version: z.int() }),
  reply: z.object({ id: z.uuid(), state: OpeningState, version: z.int() }),
  summary: 'Publish, take back to change it, close',
})
