import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { ResourceKind } from '../resources/contract.ts'

/** How many; null where it is one or two people and the reader may not open the rows, and in a sum that would tell them. */
export const People = z.int().nullable()
const Stay = z.object({ /** Those whose day has come, asked or not. */ due: People, asked: People, answered: People, stayed: People })

export const TotalRow = z.object({
  /** Division code of the county; '' in the sum. */
  county: z.string(),
  year: z.int().nullable(),
  batches: z.int(),
  seatsAsked: z.int(),
  seatsConfirmed: z.int(),
  /** On the way, there, or back again. */
  members: People,
  /** Has begun. */
  placed: People,
  /** Of the members: the consents are complete; the filing has a number. */
  consented: People,
  filed: People,
  checksDue: People,
  checksOnTime: People,
  stay6: Stay,
  stay12: Stay,
  teachersTo: People,
  daysTo: People,
  teachersFrom: People,
  daysFrom: People,
  resources: z.array(z.object({ kind: ResourceKind, count: z.int(), value: z.number() })),
  resourcesReceived: z.int(),
  resourcesValue: z.number(),
  /** The reader may open the rows behind the numbers. */
  open: z.boolean(),
})
export type TotalRow = z.infer<typeof TotalRow>

const Query = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })
export const getTotals = endpoint({
  method: 'GET',
  path: '/assistance/totals',
  query: Query,
  reply: z.object({
    years: z.array(z.int()),
    year: z.int().nullable(),
    rows: z.array(TotalRow),
    sum: TotalRow,
    /** Which lists the reader may open, and what the reader may begin. */
    can: z.object({ batches: z.boolean(), checks: z.boolean(), stays: z.boolean(), exchanges: z.boolean(), resources: z.boolean(), planBatch: z.boolean(), proposeExchange: z.boolean(), giveResource: z.boolean(), care: z.boolean() }),
  }),
  summary: 'Paired assistance by county, counted from records; one or two people are not told to those who may not open the rows',
})
export const exportTotals = endpoint({ method: 'GET', path: '/assistance/totals/export', query: Query, reply: z.any(), bytes: 'download' })
