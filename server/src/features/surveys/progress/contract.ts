import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Burden } from '../../services/contacts/contract.ts'
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

const Speaker = z.union([z.uuid(), z.literal('none')]).optional()

export const lookBeforeReminding = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/reminders',
  params: SurveyParams,
  query: z.object({ speaker: Speaker }),
  reply: z.object({
    silent: z.int(),
    /** From how many contacts a month on one more needs a reason. */
    threshold: z.int(),
    /** How many of them received so many this month; the last means so many or more. */
    spread: z.array(z.object({ contacts: z.int(), firms: z.int() })),
    /** Those at or past the threshold, the most burdened first. */
    above: z.array(Burden),
  }),
  summary: 'What the silent firms received this month: looked at before one more reminder is sent',
})

export const remindSilent = endpoint({
  method: 'POST',
  path: '/surveys/:surveyId/reminders',
  params: SurveyParams,
  body: z.object({
    speaker: Speaker,
    /** Firms at or past the threshold are left alone. */
    sparing: z.boolean().default(false),
    /** Why they are reminded all the same. */
    reason: z.string().trim().max(300).optional(),
  }),
  reply: z.object({ silent: z.int(), spared: z.int(), reminded: z.int(), mails: z.int() }),
  summary: 'Reminds the firms that are silent, once a day at most; an association and a park theirs. Firms past the threshold are spared, or a reason is given',
})
