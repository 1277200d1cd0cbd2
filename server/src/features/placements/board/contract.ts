import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { Who } from '../guards/contract.ts'
import { PlacementFilter, PlacementState } from '../contract.ts'

export const getBoard = endpoint({
  method: 'GET',
  path: '/placement-board',
  reply: z.object({
    states: z.array(z.object({ state: PlacementState, count: z.int() })),
    /** Open alarms by rule, the forbidden first. */
    alarms: z.array(z.object({ ruleId: z.string(), severity: z.enum(['block', 'warn']), placements: z.int(), units: z.int(), article: z.string().nullable(), sourceStatus: z.enum(['V', 'P', 'K']) })),
    /** Those who start within a month, and what most of them still lack. */
    soon: z.array(z.object({ id: z.uuid(), number: z.string(), studentName: z.string(), unitName: z.string(), startsOn: Day, state: PlacementState, missing: z.array(z.object({ ruleId: z.string(), who: Who, severity: z.enum(['block', 'warn']) })) })),
    soonTotal: z.int(),
    /** Units whose visit or look-up is nearly too old. */
    units: z.array(z.object({ id: z.uuid(), name: z.string(), visitedOn: Day.nullable(), checkedOn: Day.nullable(), placements: z.int() })),
  }),
  summary: 'Where the placements of the own school stand, what is wrong, and what comes next',
})

export const exportPlacements = endpoint({ method: 'GET', path: '/placements/export', query: PlacementFilter, reply: z.any(), bytes: 'download', summary: 'The list as a workbook' })
