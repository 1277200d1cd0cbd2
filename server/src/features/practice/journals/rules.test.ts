import { expect, test } from 'vitest'
import { faultsOfDays, faultsOfWeek, whyNotWrite } from './rules.ts'

const stay = { startsOn: '2026-12-08', endsOn: '2026-12-30', today: '2026-12-17' }
test.each([
  ['days of the week are fine', '2026-12-14', ['2026-12-14', '2026-12-16'], null],
  ['a day of another week is not', '2026-12-14', ['2026-12-13'], 'other_week'],
  ['the Monday after is another week', '2026-12-14', ['2026-12-21'], 'other_week'],
  ['a day before the stay is outside', '2026-12-07', ['2026-12-07'], 'outside'],
  ['its first day is inside', '2026-12-07', ['2026-12-08'], null],
  ['a day after it is outside', '2026-12-28', ['2026-12-31'], 'outside'],
  ['tomorrow has not been yet', '2026-12-14', ['2026-12-18'], 'future'],
  ['a week without days is kept, not sent', '2026-12-14', [], null],
] as const)('%s', (_sentence, week, days, expected) => {
  expect(faultsOfDays(days, week, stay)[0]?.code ?? null).toBe(expected)
})

test('a week says on which days, and what was done', () => {
  expect(faultsOfWeek({ days: [], work: '修好了' }).map(({ path, code }) => [path[0], code])).toEqual([['days', 'missing'], ['work', 'too_short']])
  expect(faultsOfWeek({ days: ['2026-12-14'], work: '跟班调试，处理两次故障。' })).toEqual([])
})

test.each([['none', null], ['draft', null], ['returned', null], ['sent', 'wrong_state'], ['confirmed', 'wrong_state']] as const)('a week that is %s', (state, expected) => {
  expect(whyNotWrite(state)).toBe(expected)
})
