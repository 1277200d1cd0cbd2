import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { PlacementAction, PlacementParams, PlacementState, PlacementTerms } from '../contract.ts'

const Text = (most: number) => z.string().trim().max(most)
const Moved = z.object({ id: z.uuid(), state: PlacementState, version: z.int() })

export const changePlacement = endpoint({
  method: 'PATCH',
  path: '/placements/:placementId',
  params: PlacementParams,
  body: z.object({
    version: z.int(),
    startsOn: Day.optional(),
    endsOn: Day.optional(),
    supervisorId: z.uuid().nullable().optional(),
    mentorName: Text(50).min(1).nullable().optional(),
    mentorPhone: Text(30).nullable().optional(),
    lodging: z.enum(['school', 'unit', 'home', 'elsewhere']).nullable().optional(),
    /** Rule 1.41: the guardian's signed consent to living elsewhere. */
    lodgingConsentOn: Day.nullable().optional(),
    healthCheckOn: Day.nullable().optional(),
    /** What the student does there; fixed once the agreement is signed. */
    terms: PlacementTerms.optional(),
  }),
  reply: Moved,
  summary: 'Guides, lodging, health check; days and terms until the agreement is signed',
})

export const approveChoice = endpoint({
  method: 'POST',
  path: '/placements/:placementId/choice',
  params: PlacementParams,
  body: z.object({ version: z.int() }),
  reply: Moved,
  summary: 'The school approves the unit that the student found',
})

/** The successor of a placement that is changed. */
export const Successor = z.object({ postId: z.uuid().optional(), organisationId: z.uuid().optional(), terms: PlacementTerms.optional(), startsOn: Day, endsOn: Day })

export const movePlacement = endpoint({
  method: 'POST',
  path: '/placements/:placementId/moves',
  params: PlacementParams,
  body: z.object({
    action: PlacementAction,
    version: z.int(),
    /** With everything that ends, suspends or sends back. */
    reason: Text(500).optional(),
    /** With `change` and `endEarly`: the last day. */
    endedOn: Day.optional(),
    successor: Successor.optional(),
  }),
  reply: Moved.extend({ successorId: z.uuid().nullable() }),
  summary: 'Let the student begin, suspend, resume, change the post, end early, send back, cancel',
})

export const movePlacements = endpoint({
  method: 'POST',
  path: '/placements/moves',
  body: z.object({ action: z.literal('activate'), placementIds: z.array(z.uuid()).min(1).max(500) }),
  reply: z.object({
    moved: z.array(z.uuid()),
    refused: z.array(z.object({ id: z.uuid(), number: z.string(), studentName: z.string(), code: z.string(), findings: z.array(z.unknown()) })),
  }),
  summary: 'Lets many students begin; those the law holds back are named',
})

export const checkPlacements = endpoint({
  method: 'POST',
  path: '/placements/checks',
  body: z.object({ placementIds: z.array(z.uuid()).min(1).max(500) }),
  reply: z.object({ moved: z.int() }),
  summary: 'Looks at the facts again and takes every step that they carry, but the last',
})
