import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FindingView } from '../../needs/law/contract.ts'
import { TaskState } from '../tasks/contract.ts'

const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
export const mostPhotos = 6

export const PhotoView = z.object({ id: z.uuid(), fileId: z.uuid() })
export const LogView = z.object({
  id: z.uuid(),
  placementId: z.uuid(),
  /** Its Monday. */
  week: Day,
  did: z.string(),
  learnt: z.string(),
  question: z.string(),
  hours: z.array(z.object({ taskId: z.uuid().nullable(), hours: z.number() })),
  photos: z.array(PhotoView),
  sentAt: Moment,
  changedAt: Moment,
  readAt: Moment.nullable(),
  readByName: z.string().nullable(),
  comment: z.string().nullable(),
  version: z.int(),
})
export type LogView = z.input<typeof LogView>

export const MyPlacement = z.object({ id: z.uuid(), number: z.string(), title: z.string(), unitName: z.string(), startsOn: Day, lastDay: Day, state: z.string(), supervisorName: z.string().nullable(), mentorName: z.string().nullable() })
export const getMyLogs = endpoint({
  method: 'GET',
  path: '/my/logs',
  reply: z.object({
    placement: MyPlacement.nullable(),
    /** Every week since the first day, the newest first; `open`: it can be written. */
    weeks: z.array(z.object({ week: Day, lastDay: Day, log: LogView.nullable(), open: z.boolean() })),
    tasks: z.array(z.object({ id: z.uuid(), title: z.string(), state: TaskState })),
    most: z.object({ photos: z.int(), bytes: z.int() }),
  }),
  summary: 'My weekly logs, with all that a phone needs to write the next one without a network',
})

export const LogParams = z.object({ placementId: z.uuid(), week: Day })
export const sendLog = endpoint({
  method: 'PUT',
  path: '/my/placements/:placementId/logs/:week',
  params: LogParams,
  body: z.object({
    /** Made on the phone, one for each text that is sent: sending it again changes nothing. */
    sendId: z.uuid(),
    /** What the phone last saw of this week on the server; 0: nothing. */
    version: z.int().min(0),
    did: Text(10, 3000),
    learnt: Text(0, 2000).default(''),
    question: Text(0, 1000).default(''),
    hours: z.array(z.object({ taskId: z.uuid().nullable(), hours: z.number().positive().max(80) })).max(60).default([]),
    /** In the order to be shown; each was sent before. */
    photos: z.array(z.uuid()).max(mostPhotos).default([]),
  }),
  reply: LogView,
  summary: 'Sends the log of a week, whole: with all its photos, or not at all',
})
export type LogWish = z.output<(typeof sendLog)['body']>

export const sendLogPhoto = endpoint({
  method: 'POST',
  path: '/my/placements/:placementId/log-photos',
  params: z.object({ placementId: z.uuid() }),
  body: z.object({ id: z.uuid() }),
  bytes: 'upload',
  reply: PhotoView,
  summary: 'A photo ahead of the text it belongs to (field `id`, made on the phone); where it was taken and by which device is removed',
})

export const LogRow = z.object({
  id: z.uuid(),
  placementId: z.uuid(),
  week: Day,
  studentName: z.string(),
  studentNumber: z.string(),
  cohortName: z.string(),
  unitName: z.string(),
  supervisorName: z.string().nullable(),
  excerpt: z.string(),
  asks: z.boolean(),
  photos: z.int(),
  hours: z.number(),
  /** Earlier logs it reads like. */
  twins: z.int(),
  sentAt: Moment,
  readAt: Moment.nullable(),
})
export type LogRow = z.input<typeof LogRow>
export const LogFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.enum(['unread', 'asks', 'copied', 'read']).optional(),
  placementId: z.uuid().optional(),
  week: Day.optional(),
  mine: z.stringbool().default(false),
})
export const listLogs = endpoint({ method: 'GET', path: '/placement-logs', query: Paging.extend(LogFilter.shape), reply: pageOf(LogRow), summary: 'Logs of the own school’s students' })

const Span = z.tuple([z.int(), z.int()])
export const TwinView = z.object({
  logId: z.uuid(),
  /** Whether the twin was sent before. */
  earlier: z.boolean(),
  similarity: z.number(),
  sameStudent: z.boolean(),
  studentName: z.string(),
  cohortName: z.string(),
  week: Day,
  sentAt: Moment,
  text: z.string(),
  /** Parts of this log's text, and of the twin's, that stand in both. */
  here: z.array(Span),
  there: z.array(Span),
})
export const LogRecord = LogView.extend({
  studentName: z.string(),
  studentNumber: z.string(),
  cohortName: z.string(),
  unitName: z.string(),
  title: z.string(),
  placementNumber: z.string(),
  /** What is compared: the three fields, one after the other. */
  text: z.string(),
  tasks: z.array(z.object({ id: z.uuid(), title: z.string() })),
  twins: z.array(TwinView),
  findings: z.array(FindingView),
  /** Older and newer, of the same placement. */
  previousId: z.uuid().nullable(),
  nextId: z.uuid().nullable(),
  can: z.object({ read: z.boolean() }),
})
export type LogRecord = z.input<typeof LogRecord>
const LogIdParams = z.object({ logId: z.uuid() })
export const getLog = endpoint({ method: 'GET', path: '/placement-logs/:logId', params: LogIdParams, reply: LogRecord, summary: 'A log, beside those it reads like' })
export const readLog = endpoint({
  method: 'POST',
  path: '/placement-logs/:logId/reading',
  params: LogIdParams,
  body: z.object({ comment: Text(0, 1000).default(''), version: z.int() }),
  reply: z.object({ id: z.uuid(), readAt: Moment, version: z.int() }),
  summary: 'The teacher has read it, with or without a comment; from then on it stands as it is',
})
