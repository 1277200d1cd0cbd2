import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { Edge, Who } from '../guards/contract.ts'
import { PlacementState } from '../contract.ts'

/** What a student has to know before the first day, in one small answer. */
export const MyPlacement = z.object({
  id: z.uuid(),
  number: z.string(),
  state: PlacementState,
  unitName: z.string(),
  title: z.string(),
  place: z.string(),
  startsOn: Day,
  endsOn: Day,
  supervisor: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  mentor: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  /** The way to the first day: what is done, what is next, what is missing and who must do it. */
  steps: z.array(
    z.object({
      edge: Edge,
      state: z.enum(['done', 'now', 'next']),
      /** Said in the reader's language, so that a phone need not load the whole catalogue. */
      missing: z.array(z.object({ ruleId: z.string(), text: z.string(), who: Who, article: z.string().nullable() })),
    }),
  ),
  /** What I can do now. */
  todo: z.array(z.object({ what: z.enum(['sign', 'test']), agreementId: z.uuid().nullable(), kind: z.string().nullable() })),
  insured: z.array(z.object({ insurer: z.string(), number: z.string(), kind: z.enum(['liability', 'work_injury']) })),
  ended: z.boolean(),
})
export const getMyPlacement = endpoint({ method: 'GET', path: '/my/placement', reply: z.object({ placement: MyPlacement.nullable(), earlier: z.array(z.object({ id: z.uuid(), unitName: z.string(), state: PlacementState, startsOn: Day, endsOn: Day })) }), summary: 'My internship: what is missing, what I must do' })
