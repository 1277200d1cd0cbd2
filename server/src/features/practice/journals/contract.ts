import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { FileView } from '../../files/contract.ts'

export const journalStates = ['draft', 'sent', 'returned', 'confirmed'] as const
export const JournalState = z.enum(journalStates)
export type JournalState = z.infer<typeof JournalState>
export const journalActions = ['send', 'confirm', 'return'] as const
export const JournalAction = z.enum(journalActions)
export const mostPhotos = 6

const PlanParams = z.object({ planId: z.uuid() })
const WeekParams = z.object({ planId: z.uuid(), weekOn: z.iso.date() })
const Text = (most: number) => z.string().trim().max(most)

export const JournalView = z.object({
  /** Null for a week nobody has written yet. */
  id: z.uuid().nullable(),
  weekOn: z.string(),
  /** The days of this week that lie in the stay; those to come are not ticked yet. */
  open: z.array(z.object({ day: z.string(), working: z.boolean(), future: z.boolean() })),
  days: z.array(z.string()),
  work: z.string(),
  learnt: z.string(),
  state: z.union([JournalState, z.literal('none')]),
  reason: z.string().nullable(),
  sentAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  photos: z.array(FileView),
  version: z.int(),
  can: z.object({ write: z.boolean(), send: z.boolean(), confirm: z.boolean() }),
})
export type JournalView = z.input<typeof JournalView>

export const listJournals = endpoint({ method: 'GET', path: '/practice/plans/:planId/weeks', params: PlanParams, reply: z.object({ rows: z.array(JournalView) }), summary: 'The weeks of a stay, with what was written' })
export const writeJournal = endpoint({
  method: 'PUT',
  path: '/practice/plans/:planId/weeks/:weekOn',
  params: WeekParams,
  body: z.object({ days: z.array(z.iso.date()).max(7), work: Text(3000).default(''), learnt: Text(2000).default(''), version: z.int().default(0) }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
  summary: 'Keeps a week; nothing is sent yet',
})
export const moveJournal = endpoint({
  method: 'POST',
  path: '/practice/plans/:planId/weeks/:weekOn/moves',
  params: WeekParams,
  body: z.object({ action: JournalAction, version: z.int(), reason: Text(500).optional() }),
  reply: z.object({ id: z.uuid(), state: JournalState, version: z.int() }),
  summary: 'Sends a week; the firm confirms it or sends it back',
})
export const addPhoto = endpoint({ method: 'POST', path: '/practice/plans/:planId/weeks/:weekOn/photos', params: WeekParams, bytes: 'upload', reply: FileView, summary: 'A photo to a week' })
export const removePhoto = endpoint({ method: 'DELETE', path: '/practice/plans/:planId/weeks/:weekOn/photos/:fileId', params: WeekParams.extend({ fileId: z.uuid() }), reply: z.object({}), summary: 'Takes a photo away' })
