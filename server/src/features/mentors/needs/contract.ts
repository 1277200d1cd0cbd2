import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const mentorNeedStates = ['draft', 'open', 'closed'] as const
export const MentorNeedState = z.enum(mentorNeedStates)
export type MentorNeedState = z.infer<typeof MentorNeedState>
export const mentorNeedActions = ['publish', 'revise', 'close'] as const
export const MentorNeedAction = z.enum(mentorNeedActions)

const NeedParams = z.object({ needId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const MentorNeedFields = z.object({
  title: Text(100).min(1),
  field: Text(100).default(''),
  duties: Text(2000).default(''),
  conditions: Text(1000).default(''),
  hoursPerYear: z.int().min(1).max(2000).nullable().default(null),
  /** Five years at most. */
  termMonths: z.int().min(1).max(60).default(12),
  pay: Text(200).default(''),
  places: z.int().min(1).max(100).default(1),
  validUntil: z.iso.date().nullable().default(null),
})
export type MentorNeedFields = z.infer<typeof MentorNeedFields>

export const MentorNeedRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  field: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  hoursPerYear: z.int().nullable(),
  termMonths: z.int(),
  pay: z.string(),
  places: z.int(),
  /** In force or on the way, out of this need. */
  taken: z.int(),
  validUntil: z.string().nullable(),
  state: MentorNeedState,
  demo: z.boolean(),
})
export type MentorNeedRow = z.infer<typeof MentorNeedRow>
export const MentorNeedFilter = z.object({ q: z.string().trim().max(60).default(''), state: MentorNeedState.optional(), mine: z.stringbool().default(false) })
export const listMentorNeeds = endpoint({ method: 'GET', path: '/mentor-needs', query: Paging.extend(MentorNeedFilter.shape), reply: pageOf(MentorNeedRow), summary: 'What schools want people of firms to teach' })

export const MentorNeedView = MentorNeedRow.extend({
  duties: z.string(),
  conditions: z.string(),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  version: z.int(),
  can: z.record(MentorNeedAction, z.boolean()).and(z.object({ edit: z.boolean(), apply: z.boolean(), invite: z.boolean() })),
})
export type MentorNeedView = z.input<typeof MentorNeedView>
export const getMentorNeed = endpoint({ method: 'GET', path: '/mentor-needs/:needId', params: NeedParams, reply: MentorNeedView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writeMentorNeed = endpoint({ method: 'POST', path: '/mentor-needs', body: MentorNeedFields, reply: Written, summary: 'A new need, as a draft' })
export const changeMentorNeed = endpoint({ method: 'PATCH', path: '/mentor-needs/:needId', params: NeedParams, body: MentorNeedFields.extend({ version: z.int() }), reply: Written })
export const moveMentorNeed = endpoint({ method: 'POST', path: '/mentor-needs/:needId/moves', params: NeedParams, body: z.object({ action: MentorNeedAction, version: z.int() }), reply: z.object({ id: z.uuid(), state: MentorNeedState, version: z.int() }), summary: 'Publish, take back to change it, close' })
