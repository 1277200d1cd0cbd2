import { expect, test } from 'vitest'
import { bySureness, leavingYears } from './rules.ts'

const row = (id: string, fit: number, named = false, official: string | null = null) => ({ id, fit, named, official })

test('what the post itself says comes before the official tables, those before the words, and of equals the nearest first', () => {
  const rows = [row('words', 0.9), row('nearer table', 0.3, false, '车工'), row('named', 0.1, true), row('table', 0.2, false, '车工'), row('named and near', 0.4, true, '车工')]
  expect(bySureness(rows).map(({ id }) => id)).toEqual(['named and near', 'named', 'nearer table', 'table', 'words'])
})

test.each([
  ['2026-08-31', [2026, 2027]],
  ['2026-09-01', [2027, 2028]],
  ['2027-01-01', [2027, 2028]],
])('on %s those who leave soonest leave in %j', (today, years) => {
  expect(leavingYears(today)).toEqual(years)
})
