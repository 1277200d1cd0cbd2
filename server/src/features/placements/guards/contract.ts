import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { PlacementParams } from '../contract.ts'

export const Edge = z.enum(['make', 'vet', 'consent', 'sign', 'insure', 'train', 'activate'])
export const Who = z.enum(['school', 'unit', 'student', 'guardian', 'authority'])

export const GuardView = z.object({
  ruleId: z.string(),
  edge: Edge,
  /** Who puts it right. */
  who: Who,
  state: z.enum(['ok', 'block', 'warn', 'accepted', 'record']),
  /** The sentence: words, namespace rules, findings. */
  key: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  article: z.string().nullable(),
  sourceStatus: z.enum(['V', 'P', 'K']),
})
export type GuardView = z.infer<typeof GuardView>

export const AlarmView = z.object({ id: z.uuid(), ruleId: z.string(), key: z.string(), severity: z.enum(['block', 'warn']), params: z.record(z.string(), z.union([z.string(), z.number()])), openedAt: Moment, ofUnit: z.boolean() })

export const listGuards = endpoint({
  method: 'GET',
  path: '/placements/:placementId/guards',
  params: PlacementParams,
  reply: z.object({
    rows: z.array(GuardView),
    /** Next on the way to the first day, and what bars it; null once the student has begun. */
    next: z.object({ edge: Edge, barred: z.int() }).nullable(),
    alarms: z.array(AlarmView),
  }),
  summary: 'Every guard on the way to the first day, how it stands, and who puts it right',
})
