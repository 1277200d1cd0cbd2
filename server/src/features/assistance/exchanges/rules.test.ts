import { expect, test } from 'vitest'
import { directionOf, faultsOfFinish, faultsOfWish, isAcross } from './rules.ts'

test.each([
  ['522632', '440605', true],
  ['440605', '522633', true],
  ['522632', '522633', false],
  ['440605', '440604', false],
  [null, '522632', true],
])('from %s to %s is across: %s', (home, host, is) => expect(isAcross(home, host)).toBe(is))
test('seen from the county', () => expect([directionOf('522632'), directionOf('440605')]).toEqual(['to_county', 'from_county']))

test.each([
  ['2027-03-01', '2027-03-01', []],
  ['2027-03-02', '2027-03-01', ['out_of_order']],
  ['2027-03-01', '2030-06-01', ['too_long']],
])('from %s until %s: %j', (startsOn, endsOn, codes) => expect(faultsOfWish({ startsOn, endsOn }).map(({ code }) => code)).toEqual(codes))

const term = { startsOn: '2027-03-01', endsOn: '2027-03-31' }
test.each([
  ['all of it', '2027-03-31', 31, []],
  ['fewer', '2027-03-31', 20, []],
  ['none', '2027-03-31', 0, []],
  ['more than there were', '2027-03-10', 11, ['days too_many']],
  ['no number', '2027-03-31', undefined, ['days missing']],
  ['after the term', '2027-04-01', 5, ['endedOn outside']],
  ['tomorrow', '2027-04-01', 5, ['endedOn outside']],
  ['before it began', '2027-02-28', 5, ['endedOn outside']],
] as const)('the host confirms: %s', (_what, endedOn, days, faults) => expect(faultsOfFinish(term, { endedOn, days }, '2027-04-05').map(({ path, code }) => `${path[0]} ${code}`)).toEqual(faults))
test('nobody confirms a day to come', () => expect(faultsOfFinish(term, { endedOn: '2027-03-20', days: 5 }, '2027-03-19')).toEqual([{ path: ['endedOn'], code: 'in_future' }]))
