import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Moment } from '../../contract/moment.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

export const inboxTabs = ['todo', 'done', 'started', 'copied'] as const
export const InboxTab = z.enum(inboxTabs)
export type InboxTab = z.infer<typeof InboxTab>

const ItemParams = z.object({ itemId: z.uuid() })

export const InboxItemView = z.object({
  id: z.uuid(),
  /** '<noun>.<verb>': worded on the web as title, why, todo and otherwise, with `params` filled in. */
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  subjectType: z.string(),
  subjectId: z.uuid(),
  createdAt: Moment,
  dueAt: Moment.nullable(),
  /** Working days past the deadline; 0 while there is time. */
  daysLate: z.int(),
  closedAt: Moment.nullable(),
  outcome: z.string().nullable(),
  initiatorName: z.string().nullable(),
  forwardedByName: z.string().nullable(),
  closedByName: z.string().nullable(),
  remindedAt: Moment.nullable(),
  /** With whom it lies: a person by name, or a role at an organisation or alliance. */
  holder: z.object({ name: z.string().nullable(), role: z.string().nullable(), organisationName: z.string().nullable() }),
  /** For a copy: when I read it. */
  readAt: Moment.nullable(),
  can: z.object({ remind: z.boolean(), forward: z.boolean() }),
})
export type InboxItemView = z.output<typeof InboxItemView>

export const listInbox = endpoint({
  method: 'GET',
  path: '/inbox',
  query: Paging.extend({ tab: InboxTab.default('todo') }),
  reply: pageOf(InboxItemView),
  summary: 'What I have to do, did, started, or got a copy of',
})

export const countInbox = endpoint({
  method: 'GET',
  path: '/inbox/counts',
  reply: z.object({ todo: z.int(), overdue: z.int(), dueToday: z.int(), started: z.int(), unread: z.int() }),
  summary: 'How much is waiting; asked every half minute',
})

export const getInboxItem = endpoint({ method: 'GET', path: '/inbox/:itemId', params: ItemParams, reply: InboxItemView, summary: 'One item' })

export const readCopies = endpoint({
  method: 'POST',
  path: '/inbox/copies/read',
  body: z.object({ itemIds: z.array(z.uuid()).max(500).optional() }),
  reply: z.object({ read: z.int() }),
  summary: 'Marks copies as read: these, or all',
})

export const remindItem = endpoint({
  method: 'POST',
  path: '/inbox/:itemId/remind',
  params: ItemParams,
  reply: z.object({ people: z.int(), mails: z.int() }),
  summary: '催办: reminds whoever has the item, at most once a day',
})

export const listColleagues = endpoint({
  method: 'GET',
  path: '/inbox/:itemId/colleagues',
  params: ItemParams,
  reply: z.object({ colleagues: z.array(z.object({ accountId: z.uuid(), name: z.string() })) }),
  summary: 'To whom an item may be handed on: those in the same seat',
})

export const forwardItem = endpoint({
  method: 'POST',
  path: '/inbox/:itemId/forward',
  params: ItemParams,
  body: z.object({ accountId: z.uuid() }),
  reply: z.object({ holderName: z.string() }),
  summary: '转办: hands an item on; I keep a copy',
})

const DraftParams = z.object({ form: z.string().min(1).max(100) })

export const getDraft = endpoint({
  method: 'GET',
  path: '/drafts/:form',
  params: DraftParams,
  reply: z.object({ draft: z.object({ content: z.unknown(), savedAt: Moment }).nullable() }),
  summary: 'A form I left half filled in',
})

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/drafts/:form',
  params: DraftParams,
  body: z.object({ content: z.record(z.string(), z.unknown()).refine((content) => JSON.stringify(content).length < 100_000, 'too_big') }),
  reply: z.object({ savedAt: Moment }),
  summary: 'Keeps a form half filled in',
})

export const deleteDraft = endpoint({ method: 'DELETE', path: '/drafts/:form', params: DraftParams, reply: z.object({}), summary: 'Throws a draft away' })
