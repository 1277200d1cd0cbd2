import { traceMatching, type Trace, type TraceMarket } from '@silian/algorithms/trace-matching'
import { exampleNames, examples, isExample, type ExampleName } from './examples.ts'
import { codeOf, readCode, type CodeFault } from './market-code.ts'

export type Watched = {
  market: TraceMarket
  trace: Trace
  /** How many steps have been told; all of them at the end. */
  step: number
  example: ExampleName | null
  /** What of the link could not be followed. The first example, or the first step, stands in. */
  fault: CodeFault | { code: 'step'; last: number } | null
}

/** What an address shows: `?m=popular&s=3` or `?m=A2.B1_1-A80…&s=3`. */
export function watchedAt(m: string | null, s: string | null): Watched {
  const name = m === null || m === '' ? 'popular' : m
  const read = readCode(isExample(name) ? examples[name] : name)
  const market = read.market ?? readCode(examples.popular).market!
  const trace = traceMatching(market)
  const last = trace.steps.length
  const asked = s === null || s === '' ? 0 : /^\d{1,3}$/.test(s) ? Number(s) : NaN
  const fault = read.fault ?? (asked >= 0 && asked <= last ? null : { code: 'step' as const, last })
  return { market, trace, step: fault ? 0 : asked, example: exampleOf(codeOf(market)), fault }
}

/** A market that is an example goes by its name. */
export const nameOf = (market: TraceMarket): string => exampleOf(codeOf(market)) ?? codeOf(market)

const exampleOf = (code: string): ExampleName | null => exampleNames.find((name) => examples[name] === code) ?? null

/** Below /app. */
export const addressOf = (market: string, step: number): string => `/learn${searchOf(market, step)}`

export const searchOf = (market: string, step: number): string => `?m=${market}${step > 0 ? `&s=${step}` : ''}`
