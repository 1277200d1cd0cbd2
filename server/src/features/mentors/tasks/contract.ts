import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { FileView } from '../../files/contract.ts'

export const mentorTaskKinds = ['course', 'talk', 'thesis', 'project', 'other'] as const
export const MentorTaskKind = z.enum(mentorTaskKinds)
export type MentorTaskKind = z.infer<typeof MentorTaskKind>
export const MentorTaskState = z.enum(['logged', 'returned', 'confirmed'])
export type MentorTaskState = z.infer<typeof MentorTaskState>

const MentorshipParams = z.object({ mentorshipId: z.uuid() })
const TaskParams = z.object({ taskId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const TaskFields = z.object({ kind: MentorTaskKind, title: Text(100).min(1), happenedOn: z.iso.date(), hours: z.number().min(0.5).max(200).multipleOf(0.5), note: Text(1000).default('') })
export type TaskFields = z.infer<typeof TaskFields>

export const TaskView = TaskFields.extend({
  id: z.uuid(),
  state: MentorTaskState,
  reason: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  photos: z.array(FileView),
  version: z.int(),
  can: z.object({ edit: z.boolean(), confirm: z.boolean() }),
})
export type TaskView = z.input<typeof TaskView>
export const listMentorTasks = endpoint({ method: 'GET', path: '/mentorships/:mentorshipId/tasks', params: MentorshipParams, reply: z.object({ rows: z.array(TaskView) }), summary: 'What the mentor did' })
export const logTask = endpoint({ method: 'POST', path: '/mentorships/:mentorshipId/tasks', params: MentorshipParams, body: TaskFields, reply: z.object({ id: z.uuid(), version: z.int() }), summary: 'Logs course hours, a talk, thesis help' })
export const changeTask = endpoint({ method: 'PUT', path: '/mentor-tasks/:taskId', params: TaskParams, body: TaskFields.extend({ version: z.int() }), reply: z.object({ id: z.uuid(), version: z.int() }) })
export const dropTask = endpoint({ method: 'DELETE', path: '/mentor-tasks/:taskId', params: TaskParams, reply: z.object({}) })
export const decideTask = endpoint({
  method: 'POST',
  path: '/mentor-tasks/:taskId/decision',
  params: TaskParams,
  body: z.object({ decision: z.enum(['confirm', 'return']), reason: Text(500).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: MentorTaskState, version: z.int() }),
  summary: 'The school confirms it, or sends it back',
})
export const addTaskPhoto = endpoint({ method: 'POST', path: '/mentor-tasks/:taskId/photos', params: TaskParams, bytes: 'upload', reply: FileView })
