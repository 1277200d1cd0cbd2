import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { SurveyParams } from '../contract.ts'
import { LineView } from '../responses/contract.ts'

const Score = z.number().min(1).max(5)
const Scores = z.object({ contrast: Score, education: Score, experience: Score, requirement: Score, pay: Score })

export const CatalogueEntry = z.object({
  occupationCode: z.string(),
  occupationName: z.string(),
  firms: z.int(),
  lines: z.int(),
  people: z.int(),
  /** Who leaves programmes that lead there this year. */
  graduates: z.int(),
  /** Yuan a month; null where nobody said. */
  medianPay: z.number().nullable(),
  scores: Scores,
  computed: Score,
  /** What an expert moved it by, and why. */
  step: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  stepReason: z.string().nullable(),
  /** For the office only. */
  expert: z.string().nullable(),
  total: Score,
  scarce: z.boolean(),
})
export type CatalogueEntry = z.infer<typeof CatalogueEntry>

export const Catalogue = z.object({
  year: z.int(),
  publishedAt: z.string().nullable(),
  cutOff: z.number(),
  /** The median over all occupations. */
  usualPay: z.number().nullable(),
  weights: z.object({ contrast: z.number(), education: z.number(), experience: z.number(), requirement: z.number(), pay: z.number() }),
  /** Why they are others than usual; null where they are the usual ones. */
  weightsReason: z.string().nullable().default(null),
  /** How many firms an occupation needs before others than the office read of it. */
  leastFirms: z.int(),
  entries: z.array(CatalogueEntry),
  version: z.int(),
})
export type Catalogue = z.output<typeof Catalogue>

export const getCatalogue = endpoint({ method: 'GET', path: '/surveys/:surveyId/catalogue', params: SurveyParams, reply: Catalogue, summary: 'How scarce each occupation is; as published, or, for the office, as it would be' })
export const exportCatalogue = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/catalogue/export',
  params: SurveyParams,
  query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  bytes: 'download',
  reply: z.object({}),
  summary: 'The catalogue as a workbook or as text',
})

const OccupationParams = SurveyParams.extend({ occupationCode: z.string().regex(/^[\d-]{1,20}$/) })
export const getOccupationLines = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/catalogue/:occupationCode',
  params: OccupationParams,
  reply: z.object({ rows: z.array(LineView.extend({ responseId: z.uuid(), organisationName: z.string() })) }),
  summary: 'The lines a score was made of, for the office',
})
export const adjustOccupation = endpoint({
  method: 'PUT',
  path: '/surveys/:surveyId/adjustments/:occupationCode',
  params: OccupationParams,
  body: z.object({ step: z.union([z.literal(-1), z.literal(0), z.literal(1)]), reason: z.string().trim().max(300).default(''), expert: z.string().trim().max(50).default('') }),
  reply: z.object({}),
  summary: 'What an expert moves a score by, with reason and name; 0 takes it back',
})
export const setCutOff = endpoint({
  method: 'PUT',
  path: '/surveys/:surveyId/cut-off',
  params: SurveyParams,
  body: z.object({ cutOff: z.number().min(1).max(5).multipleOf(0.1), version: z.int() }),
  reply: z.object({ version: z.int() }),
  summary: 'From which total an occupation is called scarce',
})

const Share = z.int().min(0).max(100)
export const setWeights = endpoint({
  method: 'PUT',
  path: '/surveys/:surveyId/weights',
  params: SurveyParams,
  /** In hundredths; null goes back to the usual ones. */
  body: z.object({ weights: z.object({ contrast: Share, education: Share, experience: Share, requirement: Share, pay: Share }).nullable(), reason: z.string().trim().max(500).default(''), version: z.int() }),
  reply: z.object({ version: z.int() }),
  summary: 'How much each of the five dimensions counts in this survey, with the reason; until it is published',
})
