import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { SurveyParams } from '../contract.ts'

export const Progress = z.object({
  asked: z.int(),
  /** Sent in, whatever the office thinks of it. */
  answered: z.int(),
  unchanged: z.int(),
  declined: z.int(),
  silent: z.int(),
  accepted: z.int(),
  returned: z.int(),
  /** Net hiring outlook: the share of answers that mean to grow less the share that mean to shrink. Null where too few answered to tell without telling on one. */
  outlook: z.object({ grow: z.int(), same: z.int(), shrink: z.int(), net: z.number() }).nullable(),
  /** Times that firms were reminded. */
  reminders: z.int(),
})
export type Progress = z.infer<typeof Progress>

export const getProgress = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/progress',
  params: SurveyParams,
  reply: z.object({
    /** Of all the firms that the reader may see. */
    all: Progress,
    /** By association and park; id null: firms nobody speaks for. A firm that two speak for stands in both. */
    speakers: z.array(z.object({ id: z.uuid().nullable(), name: z.string().nullable(), progress: Progress })),
  }),
  summary: 'Who answered, by association and park',
})

export const remindSilent = endpoint({
  method: 'POST',
  path: '/surveys/:surveyId/reminders',
  params: SurveyParams,
  body: z.object({ speaker: z.union([z.uuid(), z.literal('none')]).optional() }),
  reply: z.object({ silent: z.int(), reminded: z.int(), mails: z.int() }),
  summary: 'Reminds the firms that are silent, once a day at most; an association and a park theirs',
})
