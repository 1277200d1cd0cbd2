import { expect, test } from 'vitest'
import { dayInChina, needsGuardian } from './rules.ts'

test.each([
  ['on the 14th birthday nobody has to be asked', '2012-11-23', false],
  ['the day before, a guardian has to agree', '2012-11-24', true],
  ['at 17 nobody has to be asked', '2009-03-01', false],
] as const)('%s', (_sentence, birthDate, expected) => {
  expect(needsGuardian(birthDate, '2026-11-23')).toBe(expected)
})

test('the day changes at midnight in China', () => {
  expect(dayInChina(new Date('2026-11-23T15:59:00Z'))).toBe('2026-11-23')
  expect(dayInChina(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24')
})
