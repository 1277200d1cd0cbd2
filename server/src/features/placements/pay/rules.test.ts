import { expect, test } from 'vitest'
import { alarmsOfAnswer, faultsOfAnswer, faultsOfPay, findingsOfPay, isLate, leastOf, monthsOf, ruleOfReason } from './rules.ts'

const pay = { amount: 3200, paidOn: '2027-04-10', means: 'bank', payee: 'student', payer: 'unit', deducted: 0, samePostWage: 4000, lowestTierWage: 3500, share: 1, remark: '' }

test.each([
  ['four fifths of the same post’s wage', {}, []],
  ['a yuan less, with the lowest tier above it', { amount: 3199 }, ['1.32 paid']],
  ['less than four fifths, yet the lowest tier', { amount: 3000, lowestTierWage: 3000 }, []],
  ['half a month for half the work', { amount: 1600, share: 0.5 }, []],
  ['to somebody else', { payee: 'other' }, ['1.33 payee']],
  ['by a third party', { payer: 'third_party' }, ['1.33 payer']],
  ['in goods', { means: 'goods' }, ['1.33 means']],
  ['in vouchers', { means: 'voucher' }, ['1.33 means']],
  ['in cash', { means: 'cash' }, []],
  ['with a fee kept back', { deducted: 0.01 }, ['1.34 deducted']],
  ['everything at once', { amount: 1, payee: 'other', payer: 'third_party', means: 'goods', deducted: 5 }, ['1.33 payee', '1.33 payer', '1.33 means', '1.34 deducted', '1.32 paid']],
] as const)('recording: %s', (_sentence, change, expected) => {
  expect(findingsOfPay({ ...pay, ...change }).map(({ ruleId, variant }) => `${ruleId} ${variant}`)).toEqual(expected)
})

test.each([
  ['31 days after the last', '2027-03-10', '2027-04-10', false],
  ['32 days after', '2027-03-09', '2027-04-10', true],
  ['on the day itself', '2027-04-10', '2027-04-10', false],
] as const)('late: %s', (_sentence, last, paidOn, expected) => {
  expect(isLate(last, paidOn)).toBe(expected)
})

test('months run from the first day until today or the last one', () => {
  expect(monthsOf({ startsOn: '2026-11-20', lastDay: '2027-05-19' }, '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsOf({ startsOn: '2026-11-20', lastDay: '2026-12-19' }, '2027-02-01')).toEqual(['2026-11', '2026-12'])
  expect(monthsOf({ startsOn: '2027-03-01', lastDay: '2027-08-31' }, '2027-02-01')).toEqual([])
})

test.each([
  ['a month that has not come', { paidOn: '2027-04-10' }, '2027-05', ['month outside', 'paidOn out_of_order']],
  ['paid tomorrow', { paidOn: '2027-04-11' }, '2027-03', ['paidOn too_late']],
  ['paid before the month began', { paidOn: '2027-02-28' }, '2027-03', ['paidOn out_of_order']],
] as const)('faults: %s', (_sentence, record, month, expected) => {
  expect(faultsOfPay(record, { month, months: ['2027-03', '2027-04'], today: '2027-04-10' }).map(({ path, code }) => `${path[0]} ${code}`)).toEqual(expected)
})

const answer = { received: 'all', amount: 3200, receivedOn: '2027-04-10', means: 'bank', paidBy: 'unit', deducted: 0 }
const known = { recorded: { amount: 3200 }, last: '2027-03-10' }
test.each([
  ['all of it, as recorded', {}, []],
  ['more than recorded is no alarm', { amount: 3300 }, []],
  ['nothing came', { received: 'nothing', amount: null, receivedOn: null, means: null, paidBy: null }, ['not_received']],
  ['part of it', { received: 'part', amount: 2000 }, ['less']],
  ['a cent less than recorded', { amount: 3199.99 }, ['less']],
  ['in shopping cards', { means: 'voucher' }, ['non_cash']],
  ['through an agency', { paidBy: 'agency' }, ['third_party']],
  ['through the school, which may not either', { paidBy: 'school' }, ['third_party']],
  ['something was kept back', { deducted: 200 }, ['deducted']],
  ['five weeks after the last', { receivedOn: '2027-04-14' }, ['paid_late']],
] as const)('the student says: %s', (_sentence, change, expected) => {
  expect(alarmsOfAnswer({ ...answer, ...change }, known).map(({ reason }) => reason)).toEqual(expected)
})

test('an answer names sum, day, means and payer, unless nothing came', () => {
  expect(faultsOfAnswer({ received: 'all', deducted: 0 }, '2027-04-10').map(({ path }) => path[0])).toEqual(['amount', 'receivedOn', 'means', 'paidBy'])
  expect(faultsOfAnswer({ received: 'nothing', deducted: 0 }, '2027-04-10')).toEqual([])
  expect(faultsOfAnswer({ ...answer, receivedOn: '2027-04-11' }, '2027-04-10')).toEqual([{ path: ['receivedOn'], code: 'too_late' }])
})

test('what is kept back breaks another rule than what comes late', () => {
  expect(['late', 'third_party', 'deducted', 'below_reference'].map((reason) => ruleOfReason(reason as 'late'))).toEqual(['1.33', '1.33', '1.34', '1.32'])
  expect(leastOf({ samePostWage: 4000, lowestTierWage: 3500, share: 0.5 })).toBe(1600)
})
