import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'

export const taskStates = ['planned', 'shown', 'signed'] as const
export const TaskState = z.enum(taskStates)
export type TaskState = z.infer<typeof TaskState>
export const taskActions = ['show', 'sign', 'giveBack'] as const
export const TaskAction = z.enum(taskActions)
export type TaskAction = z.infer<typeof TaskAction>

const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
const PlacementParams = z.object({ placementId: z.uuid() })

export const TaskCardView = z.object({
  id: z.uuid(),
  position: z.int(),
  title: z.string(),
  goal: z.string(),
  state: TaskState,
  evidence: z.string().nullable(),
  shownAt: Moment.nullable(),
  reason: z.string().nullable(),
  signedAt: Moment.nullable(),
  signerName: z.string().nullable(),
  onPaper: z.boolean(),
  remark: z.string(),
  /** As the student logged them. */
  hours: z.number(),
  version: z.int(),
  can: z.record(TaskAction, z.boolean()),
})
export type TaskCardView = z.input<typeof TaskCardView>

export const listTasks = endpoint({
  method: 'GET',
  path: '/placements/:placementId/tasks',
  params: PlacementParams,
  reply: z.object({
    rows: z.array(TaskCardView),
    mentor: z.object({ accountId: z.uuid().nullable(), name: z.string().nullable() }),
    /** More cards than these cannot be signed on a phone: the mentor has no account. */
    onPaper: z.boolean(),
    can: z.object({ plan: z.boolean(), giveMentor: z.boolean() }),
  }),
  summary: 'The task cards of a placement, within what one may see',
})

export const planTasks = endpoint({
  method: 'PUT',
  path: '/placements/:placementId/tasks',
  params: PlacementParams,
  body: z.object({
    tasks: z.array(z.object({ id: z.uuid().optional(), title: Text(2, 100), goal: Text(0, 500).default('') })).max(60),
    /** Also for the school's other students at the same post who have no plan yet. */
    alsoSamePost: z.boolean().default(false),
  }),
  reply: z.object({ rows: z.int(), also: z.int() }),
  summary: 'The school’s plan of typical tasks; what is signed stays',
})

export const moveTask = endpoint({
  method: 'POST',
  path: '/task-cards/:taskId/moves',
  params: z.object({ taskId: z.uuid() }),
  body: z.object({
    action: TaskAction,
    /** With `show`: what was done and how one sees that it was learnt. */
    evidence: Text(0, 1000).optional(),
    /** With `sign`; a contact who vouches for a card on paper names who signed it. */
    remark: Text(0, 500).optional(),
    signerName: Text(0, 50).optional(),
    /** With `giveBack`. */
    reason: Text(0, 300).optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: TaskState, version: z.int() }),
  summary: 'The student shows what was done; the mentor signs or gives back',
})

export const listMentors = endpoint({
  method: 'GET',
  path: '/placements/:placementId/mentors',
  params: PlacementParams,
  reply: z.object({ rows: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
  summary: 'People of the unit with a mentor’s seat',
})
export const giveMentor = endpoint({
  method: 'PUT',
  path: '/placements/:placementId/mentor',
  params: PlacementParams,
  body: z.object({ accountId: z.uuid().nullable() }),
  reply: z.object({ name: z.string().nullable() }),
  summary: 'The unit says which of its mentors signs the cards',
})

export const listInterns = endpoint({
  method: 'GET',
  path: '/mentor/interns',
  reply: z.object({
    rows: z.array(
      z.object({ placementId: z.uuid(), studentName: z.string(), schoolName: z.string(), title: z.string(), startsOn: Day, endsOn: Day, supervisorName: z.string().nullable(), supervisorPhone: z.string().nullable(), cards: z.array(TaskCardView) }),
    ),
  }),
  summary: 'The students a mentor works with, and their cards',
})
