import { z } from 'zod'
import { endpoint } from '../../../../contract/endpoint.ts'
import { SurveyParams } from '../../contract.ts'
import { LineView, ResponseFilter } from '../contract.ts'

export const exportResponses = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/responses/export',
  params: SurveyParams,
  query: ResponseFilter,
  bytes: 'download',
  reply: z.object({}),
  summary: 'Where each firm stands; for the office also every line it sent',
})

export const getAnswerSheet = endpoint({ method: 'GET', path: '/surveys/:surveyId/answer/sheet', params: SurveyParams, bytes: 'download', reply: z.object({}), summary: 'The lines of my firm as a workbook, filled in as far as is known' })

export const readAnswerSheet = endpoint({
  method: 'POST',
  path: '/surveys/:surveyId/answer/sheet',
  params: SurveyParams,
  bytes: 'upload',
  reply: z.object({
    lines: z.array(LineView),
    faults: z.array(z.object({ row: z.int(), column: z.string(), value: z.string(), sentence: z.string() })),
    missingColumns: z.array(z.string()),
  }),
  summary: 'Reads a workbook into lines for the form. Nothing is stored: what was read is looked at, then sent.',
})
