import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams } from '../contract.ts'

export const stopRun = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/run/stop',
  params: RoundParams,
  reply: z.object({ state: z.literal('cancelled') }),
  summary: 'Stop a match that runs in the background; nothing of it is kept, and it may be started again',
})
