/** The ways to guess next year's figure, simplest first: of two that err alike the simpler is taken. */
export const forecastMethods = ['last', 'mean', 'smoothed', 'trend'] as const
export type ForecastMethod = (typeof forecastMethods)[number]

export type Forecast = {
  method: ForecastMethod
  /** Next year's figure; never below zero. */
  next: number
  /** What the method erred by when it was tried on each past year knowing only the years before: null when there are too few. */
  error: {
    /** Mean absolute error, in the unit of the figures. */
    mean: number
    /** Sum of errors over sum of figures, 0.12 for 12 %: stays sensible where a year is zero. Null when all were zero. */
    share: number | null
    /** How many years it was tried on. */
    years: number
  } | null
}

/** Years that must be known before a method is tried. */
const leastKnown = 2
/** Tries without which an error says nothing. */
const leastTries = 2

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Simple exponential smoothing (Brown 1959), half of each new year. */
const smoothed = (years: readonly number[]) => years.slice(1).reduce((level, year) => level + (year - level) / 2, years[0]!)

/** The straight line of least squares, one step on. */
function trend(years: readonly number[]): number {
  const middle = (years.length - 1) / 2
  const average = mean(years)
  const spread = years.reduce((sum, _year, at) => sum + (at - middle) ** 2, 0)
  const slope = spread === 0 ? 0 : years.reduce((sum, year, at) => sum + (at - middle) * (year - average), 0) / spread
  return average + slope * (years.length - middle)
}

const guesses: Record<ForecastMethod, (years: readonly number[]) => number> = { last: (years) => years.at(-1)!, mean: (years) => mean(years.slice(-3)), smoothed, trend }

/** What a method says of the year after these. */
export const guess = (method: ForecastMethod, years: readonly number[]): number => Math.max(0, guesses[method](years))

/**
 * Next year's figure from those of the years before, oldest first, by the method that erred least on the past (rolling origin: each year guessed
 * from the years before it only; Tashman 2000). Null without a single year; with too few years the last one, and no error. Time quadratic in years.
 */
export function forecast(years: readonly number[]): Forecast | null {
  if (years.length === 0) return null
  const tried = years.slice(leastKnown)
  if (tried.length < leastTries) return { method: 'last', next: guess('last', years), error: null }
  const sum = tried.reduce((total, year) => total + year, 0)
  const results = forecastMethods.map((method) => ({ method, erred: tried.reduce((total, year, at) => total + Math.abs(guess(method, years.slice(0, at + leastKnown)) - year), 0) }))
  const best = results.reduce((least, one) => (one.erred < least.erred ? one : least))
  return { method: best.method, next: guess(best.method, years), error: { mean: best.erred / tried.length, share: sum === 0 ? null : best.erred / sum, years: tried.length } }
}
