import { expect, test } from 'vitest'
import { whyNotObject } from './rules.ts'

const deal = { state: 'drafting', noticeFrom: '2026-11-23', noticeUntil: '2026-12-08' }

test.each([
  ['on the first day', deal, '2026-11-23', null],
  ['on the day before it may be signed', deal, '2026-12-07', null],
  ['on the day it may be signed', deal, '2026-12-08', 'price_notice_over'],
  ['before it was published', { ...deal, noticeFrom: null, noticeUntil: null }, '2026-11-23', 'price_notice_over'],
  ['when it is signed', { ...deal, state: 'signed' }, '2026-11-24', 'price_notice_over'],
] as const)('whether anybody may object %s', (_sentence, given, today, expected) => {
  expect(whyNotObject(given, today)).toBe(expected)
})
