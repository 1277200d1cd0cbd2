import { expect, test } from 'vitest'
import { faultsOfGift, faultsOfReceipt, receivedValue, settled } from './rules.ts'

test('money is its own quantity, in yuan', () => {
  const form = { kind: 'money', quantity: 50_000, unit: '万元', value: 5, givenOn: '2027-03-01' }
  expect(settled(form)).toEqual({ ...form, unit: '元', value: 50_000 })
  expect(settled({ ...form, kind: 'equipment' })).toMatchObject({ unit: '万元', value: 5 })
})
test('nothing is given tomorrow', () => expect([faultsOfGift({ givenOn: '2027-03-01' }, '2027-03-01'), faultsOfGift({ givenOn: '2027-03-02' }, '2027-03-01')]).toEqual([[], [{ path: ['givenOn'], code: 'in_future' }]]))

const given = { quantity: 10, givenOn: '2027-03-01' }
test.each([
  ['all', 10, '2027-03-05', []],
  ['some', 4, '2027-03-01', []],
  ['more', 11, '2027-03-05', ['quantity over_given']],
  ['before it was given', 10, '2027-02-28', ['receivedOn before_given']],
  ['tomorrow', 10, '2027-03-06', ['receivedOn in_future']],
  ['no word of either', undefined, undefined, ['quantity missing', 'receivedOn missing']],
] as const)('received: %s', (_what, quantity, receivedOn, faults) => expect(faultsOfReceipt(given, { quantity, receivedOn }, '2027-03-05').map(({ path, code }) => `${path[0]} ${code}`)).toEqual(faults))

test.each([
  [10, 1000, 4, 400],
  [3, 100, 1, 33.33],
  [3, 100, 3, 100],
  [3, null, 3, null],
  [3, 100, null, null],
])('of %d worth %s, %s received: %s', (quantity, value, received, worth) => expect(receivedValue({ quantity, value, received })).toBe(worth))
