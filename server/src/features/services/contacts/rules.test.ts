import { expect, test } from 'vitest'
import { boundsOf, needsReason, spreadOf } from './rules.ts'

test.each([
  ['below the threshold nobody has to explain', { forms: 2, visits: 1, calls: 0 }, false],
  ['at the threshold the next one is explained', { forms: 3, visits: 1, calls: 0 }, true],
  ['visits and calls count as forms do', { forms: 0, visits: 2, calls: 2 }, true],
])('%s', (_sentence, counts, expected) => expect(needsReason(counts, 4)).toBe(expected))

test.each([
  ['a month of thirty days', '2026-11', { from: '2026-11-01', until: '2026-11-30' }],
  ['February of a leap year', '2028-02', { from: '2028-02-01', until: '2028-02-29' }],
  ['December', '2026-12', { from: '2026-12-01', until: '2026-12-31' }],
])('%s', (_sentence, month, expected) => expect(boundsOf(month)).toEqual(expected))

test('firms that nobody asked count, too, and the last row takes all beyond', () => {
  expect(spreadOf([1, 1, 2, 9], 10, 3)).toEqual([{ contacts: 0, firms: 6 }, { contacts: 1, firms: 2 }, { contacts: 2, firms: 1 }, { contacts: 3, firms: 1 }])
})
