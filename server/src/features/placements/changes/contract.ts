import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

const State = z.enum(['asked', 'changed', 'ended', 'declined', 'withdrawn'])
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
export const ChangeParams = z.object({ changeId: z.uuid() })

export const ChangeView = z.object({
  id: z.uuid(),
  number: z.string(),
  state: State,
  kind: z.enum(['change', 'leave']),
  safety: z.boolean(),
  reason: z.string(),
  wantedOn: Day.nullable(),
  dueAt: Moment.nullable(),
  answer: z.string().nullable(),
  answeredAt: Moment.nullable(),
  endedOn: Day.nullable(),
  endedBy: z.enum(['school', 'student']).nullable(),
  nextId: z.uuid().nullable(),
  createdAt: Moment,
  placement: z.object({ id: z.uuid(), number: z.string(), state: z.string(), title: z.string(), unitName: z.string(), studentId: z.uuid(), studentName: z.string(), cohortName: z.string(), startsOn: Day, endsOn: Day }),
  demo: z.boolean(),
  can: z.object({ end: z.boolean(), change: z.boolean(), decline: z.boolean(), withdraw: z.boolean(), insist: z.boolean() }),
})
export type ChangeView = z.input<typeof ChangeView>

export const askForChange = endpoint({
  method: 'POST',
  path: '/my/changes',
  body: z.object({ placementId: z.uuid(), kind: z.enum(['change', 'leave']), safety: z.boolean().default(false), reason: Text(5, 2000), wantedOn: Day.nullish() }),
  reply: z.object({ id: z.uuid(), number: z.string(), suspended: z.boolean() }),
  summary: 'A student asks for another post, or to stop; for the sake of safety the placement is suspended at once',
})
export const moveMyChange = endpoint({
  method: 'POST',
  path: '/my/changes/:changeId/moves',
  params: ChangeParams,
  /** insist: the school let its three working days pass, so the student ends it. */
  body: z.object({ action: z.enum(['withdraw', 'insist']) }),
  reply: z.object({ state: State }),
})
export const ChangeFilter = z.object({ state: State.optional(), late: z.stringbool().default(false) })
export const listChanges = endpoint({ method: 'GET', path: '/placement-changes', query: Paging.extend(ChangeFilter.shape), reply: pageOf(ChangeView) })
export const getChange = endpoint({ method: 'GET', path: '/placement-changes/:changeId', params: ChangeParams, reply: ChangeView })
export const moveChange = endpoint({
  method: 'POST',
  path: '/placement-changes/:changeId/moves',
  params: ChangeParams,
  body: z.object({
    action: z.enum(['end', 'change', 'decline']),
    answer: Text(2, 2000),
    /** The last day; today when left out. */
    endedOn: Day.optional(),
    /** With `change`: where to, from when until when. */
    postId: z.uuid().optional(),
    startsOn: Day.optional(),
    endsOn: Day.optional(),
  }),
  reply: z.object({ state: State, nextId: z.uuid().nullable() }),
  summary: 'The school ends the placement or finds another post. Whoever wants to stop cannot be refused',
})
