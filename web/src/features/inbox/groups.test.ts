import { expect, test } from 'vitest'
import { groupOf } from './groups.ts'

// Monday, two in the afternoon in Shanghai.
const now = new Date('2026-11-23T06:00:00Z')

test.each([
  ['an hour ago is overdue', '2026-11-23T05:00:00Z', 'overdue'],
  ['this very moment is too late', '2026-11-23T06:00:00Z', 'overdue'],
  ['18:00 today', '2026-11-23T10:00:00Z', 'today'],
  ['24:00 today is still today', '2026-11-23T16:00:00Z', 'today'],
  ['a minute after midnight is this week', '2026-11-23T16:01:00Z', 'week'],
  ['Sunday 24:00 is this week', '2026-11-29T16:00:00Z', 'week'],
  ['Monday next is later', '2026-11-30T01:00:00Z', 'later'],
  ['without a deadline it is later', null, 'later'],
] as const)('%s', (_sentence, dueAt, expected) => {
  expect(groupOf(dueAt, now)).toBe(expected)
})

test('on a Sunday the week ends tonight', () => {
  expect(groupOf('2026-11-30T01:00:00Z', new Date('2026-11-29T06:00:00Z'))).toBe('later')
})
