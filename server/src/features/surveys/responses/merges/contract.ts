import { z } from 'zod'
import { endpoint } from '../../../../contract/endpoint.ts'
import { SurveyParams } from '../../contract.ts'

const Code = z.string().regex(/^\d(-\d\d){3}$/)
export const mergeOccupations = endpoint({
  method: 'POST',
  path: '/surveys/:surveyId/merges',
  params: SurveyParams,
  body: z.object({ from: Code, to: Code }),
  reply: z.object({ lines: z.int() }),
  summary: 'Counts the lines of one occupation as another, where firms meant the same',
})
