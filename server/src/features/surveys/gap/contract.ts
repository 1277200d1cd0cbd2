import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { SurveyParams } from '../contract.ts'

const Forecast = z.object({
  method: z.enum(['last', 'mean', 'smoothed', 'trend']),
  next: z.int(),
  /** Null: too few years to tell how far off the guess may be. */
  error: z.object({ mean: z.number(), share: z.number().nullable(), years: z.int() }).nullable(),
})

export const GapRow = z.object({
  familyCode: z.string(),
  familyName: z.string(),
  years: z.array(
    z.object({
      year: z.int(),
      /** Null where fewer than three firms said it, for others than the office. */
      demand: z.int().nullable(),
      /** Null before the first rolls. */
      graduates: z.int().nullable(),
      gap: z.int().nullable(),
    }),
  ),
  majors: z.array(z.object({ code: z.string(), name: z.string(), graduates: z.int() })),
  next: z.object({
    demand: Forecast.nullable(),
    graduates: Forecast.nullable(),
    /** Who is on the rolls to leave next year; null without rolls. */
    onRolls: z.int().nullable(),
  }),
})
export type GapRow = z.infer<typeof GapRow>

export const getGap = endpoint({
  method: 'GET',
  path: '/surveys/:surveyId/gap',
  params: SurveyParams,
  reply: z.object({ year: z.int(), rows: z.array(GapRow) }),
  summary: 'By family of occupations: people wanted less graduates, year by year, and a guess for the next',
})
