import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecast, forecastMethods, guess } from './forecast.ts'

test.each([
  ['no year says nothing', [], null],
  ['one year says the same again, and no error', [12], { method: 'last', next: 12, error: null }],
  ['three years are one try: still no error', [10, 12, 14], { method: 'last', next: 14, error: null }],
  ['a straight line goes on', [10, 20, 30, 40, 50], { method: 'trend', next: 60, error: { mean: 0, share: 0, years: 3 } }],
  ['what never moves stays, by the simplest way', [7, 7, 7, 7], { method: 'last', next: 7, error: { mean: 0, share: 0, years: 2 } }],
  ['what falls to nothing does not fall below', [30, 20, 10, 0], { method: 'trend', next: 0, error: { mean: 0, share: 0, years: 2 } }],
  ['years of zero have an error but no share', [0, 0, 0, 0], { method: 'last', next: 0, error: { mean: 0, share: null, years: 2 } }],
])('%s', (_sentence, years, expected) => {
  expect(forecast(years)).toEqual(expected)
})

test('a year up, a year down is guessed better by the mean than by the last', () => {
  const { method } = forecast([10, 20, 10, 20, 10, 20, 10, 20])!

  expect(method).not.toBe('last')
})

const series = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 12 })

test('no other method would have erred less on the same past', () => {
  fc.assert(
    fc.property(series, (years) => {
      const chosen = forecast(years)!
      const errors = forecastMethods.map((method) => {
        const misses: number[] = []
        for (let at = 2; at < years.length; at++) misses.push(Math.abs(guess(method, years.slice(0, at)) - years[at]!))
        return misses.reduce((a, b) => a + b, 0) / misses.length
      })
      expect(chosen.error!.mean).toBeCloseTo(Math.min(...errors), 9)
    }),
  )
})

test('a year that has not come yet changes nothing that was said before it', () => {
  fc.assert(
    fc.property(series, fc.integer({ min: 0, max: 500 }), (years, later) => {
      for (const method of forecastMethods) expect(guess(method, [...years, later].slice(0, years.length))).toBe(guess(method, years))
    }),
  )
})
