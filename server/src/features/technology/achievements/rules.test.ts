import { expect, test } from 'vitest'
import { confirmedAfter, gapsOf, levelOf, whyNotConfirmLevel } from './rules.ts'

test.each([
  ['nothing shown is level 0', [], 0],
  ['one level after the other climbs', [1, 2, 3], 3],
  ['a gap ends the climb', [1, 2, 4, 5], 2],
  ['without the first there is none', [2, 3], 0],
  ['the order of the evidence does not matter', [9, 8, 7, 6, 5, 4, 3, 2, 1], 9],
] as const)('%s', (_sentence, evidenced, level) => {
  expect(levelOf(evidenced)).toBe(level)
})

test.each([
  ['what was reached and has files is confirmed', 2, [[1, 1], [2, 2]], null],
  ['what was not reached is not, and the gap is named', 3, [[1, 1], [3, 1]], { code: 'level_not_reached', levels: [2] }],
  ['words alone are not enough, and it says where', 2, [[1, 0], [2, 1]], { code: 'evidence_without_file', levels: [1] }],
  ['a bare level above the one confirmed does not matter', 1, [[1, 1], [2, 0]], null],
] as const)('%s', (_sentence, level, evidence, expected) => {
  expect(whyNotConfirmLevel(level, evidence.map(([one, files]) => ({ level: one, files })))).toEqual(expected)
})

test('a confirmation does not outlive the evidence it rested on', () => {
  expect([confirmedAfter(5, 3), confirmedAfter(2, 3), confirmedAfter(null, 3), confirmedAfter(5, 0)]).toEqual([3, 2, null, null])
})

test('what is missing is named all at once; details are owed only where they are for the other side of an agreement', () => {
  const empty = { description: '', fieldCodes: [], ways: [], disclosure: 'nda' as const, details: null, contactName: null, level: 0 }
  expect(gapsOf(empty).map(({ field }) => field)).toEqual(['description', 'fieldCodes', 'ways', 'details', 'contactName', 'evidence'])
  expect(gapsOf({ ...empty, disclosure: 'public' }).map(({ field }) => field)).not.toContain('details')
  expect(gapsOf({ ...empty, description: '太短' })[0]).toEqual({ field: 'description', reason: 'too_short' })
})
