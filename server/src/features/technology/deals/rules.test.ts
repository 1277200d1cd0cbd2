import { expect, test } from 'vitest'
import { isLowReward, monthsLater, ruleFor, whyNotSign } from './rules.ts'

const ready = { kind: 'licence', pricing: 'agreed', providerPublic: false, hasDocument: true, openObjections: 0, noticeFrom: null, noticeUntil: null, signedOn: '2026-12-01', today: '2026-12-01' }

test.each([
  ['a written licence of a private provider is signed', {}, []],
  ['while somebody waits for an answer to an objection it is not', { openObjections: 1 }, ['objections_open']],
  ['without the paper it is not', { hasDocument: false }, ['contract_not_written']],
  ['neither is development', { kind: 'development', hasDocument: false }, ['contract_not_written']],
  ['nor a transfer', { kind: 'transfer', hasDocument: false }, ['contract_not_written']],
  ['advice may be agreed by word', { kind: 'consulting', hasDocument: false }, []],
  ['a service may be too', { kind: 'service', hasDocument: false }, []],
  ['a public provider publishes an agreed price', { providerPublic: true }, ['price_not_published']],
  ['the day before the notice is over is too early', { providerPublic: true, noticeUntil: '2026-12-02' }, ['price_not_published']],
  ['the last day of the notice is late enough', { providerPublic: true, noticeUntil: '2026-12-01' }, []],
  ['a price of an auction is public already', { providerPublic: true, pricing: 'auction' }, []],
  ['a price of a listing too', { providerPublic: true, pricing: 'listing' }, []],
  ['development is paid, not sold', { providerPublic: true, kind: 'development' }, []],
  ['nobody has signed tomorrow', { signedOn: '2026-12-02' }, ['signed_in_future']],
  ['all of it is said at once', { providerPublic: true, hasDocument: false, signedOn: '2026-12-02' }, ['contract_not_written', 'price_not_published', 'signed_in_future']],
] as const)('%s', (_sentence, change, expected) => {
  expect(whyNotSign({ ...ready, ...change })).toEqual(expected)
})

const rules = [
  { id: 'new', validFrom: '2026-01-23', validUntil: null, decisionDays: 30 },
  { id: 'old', validFrom: '2000-02-16', validUntil: '2026-01-22', decisionDays: 30 },
]
test.each([
  ['the last day of the old rules', '2026-01-22', 'old'],
  ['the first day of the new ones', '2026-01-23', 'new'],
  ['before there were any', '2000-02-15', undefined],
] as const)('%s', (_sentence, day, id) => {
  expect(ruleFor(rules, day)?.id).toBe(id)
})

test.each([['2026-11-23', '2027-11-23'], ['2028-02-29', '2029-02-28']] as const)('a year after %s is %s', (day, later) => {
  expect(monthsLater(day, 12)).toBe(later)
})

test('half is enough for those who made it', () => {
  expect([isLowReward(null), isLowReward(49.99), isLowReward(50)]).toEqual([false, true, false])
})
