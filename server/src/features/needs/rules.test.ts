import { expect, test } from 'vitest'
import { gapsOf, needsLowestTier, type PostFilled } from './rules.ts'

const full: PostFilled = {
  title: '数控车工实习生', tasks: '操作数控车床', seats: 6, payMin: 3400, payPeriod: 'month', samePostWage: 4200, lowestTierWage: null, hoursPerDay: 8, hoursPerWeek: 40,
  divisionCode: '440605', address: '示例路 1 号', postStaff: 40, startsOn: '2027-03-01', endsOn: '2027-08-31', validUntil: '2027-02-15',
}

test.each<[string, Partial<PostFilled>, string[]]>([
  ['a full post lacks nothing', {}, []],
  ['what is missing is said all at once', { seats: null, tasks: '', address: null }, ['tasks missing', 'seats missing', 'address missing']],
  ['a post that ends on its first day is out of order', { endsOn: '2027-03-01' }, ['endsOn out_of_order']],
  ['the last day of validity is still valid', { validUntil: '2026-11-23' }, []],
  ['yesterday is not', { validUntil: '2026-11-22' }, ['validUntil past']],
  ['four characters say too little', { tasks: '开数控车' }, ['tasks too_short']],
  ['nought staff is an answer', { postStaff: 0 }, []],
])('%s', (_sentence, change, expected) => {
  expect(gapsOf({ ...full, ...change }, '2026-11-23').map(({ field, reason }) => `${field} ${reason}`)).toEqual(expected)
})

test.each([
  ['pay at 80 per cent needs no second figure', 3360, false],
  ['pay below it does', 3359, true],
])('%s', (_sentence, payMin, expected) => {
  expect(needsLowestTier({ ...full, payMin })).toBe(expected)
})
