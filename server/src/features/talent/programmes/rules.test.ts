import { expect, test } from 'vitest'
import { levelOfMajor, suitsMajor } from './rules.ts'

test.each([['660303', 'secondary'], ['730701', 'secondary'], ['460301', 'higher'], ['530701', 'higher'], ['260304', 'bachelor'], ['310203', 'bachelor']])('major %s is %s', (code, level) => {
  expect(levelOfMajor(code)).toBe(level)
})

test.each([
  ['a technician school may use the secondary catalogue', 'technician', '660303', true],
  ['and the higher one', 'technician', '460301', true],
  ['but not that of bachelors', 'technician', '260304', false],
  ['a secondary code is no higher programme', 'higher', '660303', false],
] as const)('%s', (_sentence, level, code, expected) => {
  expect(suitsMajor(level, code)).toBe(expected)
})
