import { expect, test } from 'vitest'
import { missingForApplication, whyNotApprove, whyNotPublish, whyNotSubmit, whyNotWithout } from './rules.ts'

const profile = { uscc: '91440605MA4UPX1L2A', contactName: '示例', contactPhone: '0757-81234567' }

test.each([
  ['a full profile may apply', profile, null],
  ['without a credit code it may not', { ...profile, uscc: null }, 'profile_incomplete'],
  ['nor without somebody to call', { ...profile, contactPhone: null }, 'profile_incomplete'],
] as const)('%s', (_sentence, organisation, expected) => {
  expect(whyNotSubmit(organisation)).toBe(expected)
})

test('what is missing is named, all at once', () => {
  expect(missingForApplication({ uscc: null, contactName: null, contactPhone: '1' })).toEqual(['uscc', 'contactName'])
})

const ends = new Date('2026-12-01T16:00:00Z')
test.each([
  ['a second before the end of the last day is too early', new Date('2026-12-01T15:59:59Z'), ends, 'publicity_not_over'],
  ['midnight after the last day is not', ends, ends, null],
  ['without publicity nobody is approved', ends, null, 'publicity_not_over'],
] as const)('%s', (_sentence, now, publicityEnds, expected) => {
  expect(whyNotApprove({ publicityEnds }, now)).toBe(expected)
})

test.each([
  ['five working days from today', { from: '2026-11-23', today: '2026-11-23', workingDays: 5 }, null],
  ['four are too few', { from: '2026-11-23', today: '2026-11-23', workingDays: 4 }, 'publicity_too_short'],
  ['publicity cannot have begun before it was decided', { from: '2026-11-22', today: '2026-11-23', workingDays: 9 }, 'publicity_too_short'],
] as const)('%s', (_sentence, period, expected) => {
  expect(whyNotPublish(period)).toBe(expected)
})

test.each([
  ['sending back needs a reason', 'return', undefined, 'reason_needed'],
  ['one letter is none', 'reject', '否', 'reason_needed'],
  ['a short reason is enough', 'suspend', '停产', null],
  ['approving needs none', 'approve', undefined, null],
] as const)('%s', (_sentence, action, reason, expected) => {
  expect(whyNotWithout(action, reason)).toBe(expected)
})
