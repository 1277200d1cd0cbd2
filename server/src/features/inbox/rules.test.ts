import { expect, test } from 'vitest'
import { whyNotForward, whyNotRemind } from './rules.ts'

const now = new Date('2026-11-23T06:00:00Z')
const open = { closedAt: null, remindedAt: null }

test.each([
  ['an open item nobody reminded of', open, null],
  ['an item that is done', { ...open, closedAt: now }, 'item_closed'],
  ['one reminded of this morning', { ...open, remindedAt: new Date('2026-11-23T00:30:00Z') }, 'reminded_today'],
  ['one reminded of last night, before midnight in Shanghai', { ...open, remindedAt: new Date('2026-11-22T15:59:00Z') }, null],
  ['one reminded of after midnight in Shanghai, though still yesterday in UTC', { ...open, remindedAt: new Date('2026-11-22T16:01:00Z') }, 'reminded_today'],
  ['being done outranks being reminded', { closedAt: now, remindedAt: now }, 'item_closed'],
] as const)('%s', (_sentence, item, expected) => {
  expect(whyNotRemind(item, now)).toBe(expected)
})

test('only an open item is handed on', () => {
  expect([whyNotForward(open), whyNotForward({ ...open, closedAt: now })]).toEqual([null, 'item_closed'])
})
