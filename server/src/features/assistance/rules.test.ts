import { expect, test } from 'vitest'
import { faultsOfAnswer, faultsOfCheck, isAgreed, isLower, isPairedCounty, isWeekOf, missedInARow, mondayOf, nextOfBatch, owedWeeks, shown } from './rules.ts'

test.each([['522632', true], ['522633', true], ['440605', false], ['522301', false], [null, false]])('division %s is a paired county: %s', (code, is) => expect(isPairedCounty(code)).toBe(is))

test.each([
  ['2027-03-01', '2027-03-01'],
  ['2027-03-07', '2027-03-01'],
  ['2027-03-08', '2027-03-08'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => expect(mondayOf(day)).toBe(monday))

// 2027-03-01 is a Monday.
test.each<[string, string, string, string, string[]]>([
  ['two whole weeks, both over', '2027-03-01', '2027-03-14', '2027-03-15', ['2027-03-01', '2027-03-08']],
  ['on its Sunday a week is not over', '2027-03-01', '2027-03-14', '2027-03-14', ['2027-03-01']],
  ['begun on a Thursday: owed', '2027-03-04', '2027-03-14', '2027-03-09', ['2027-03-01']],
  ['begun on a Friday: not that week', '2027-03-05', '2027-03-14', '2027-03-15', ['2027-03-08']],
  ['ended on a Wednesday: not that week', '2027-03-01', '2027-03-10', '2027-03-31', ['2027-03-01']],
  ['ended on a Thursday: owed', '2027-03-01', '2027-03-11', '2027-03-31', ['2027-03-01', '2027-03-08']],
  ['before the first day', '2027-03-01', '2027-08-31', '2027-02-20', []],
])('%s', (_what, from, until, today, weeks) => expect(owedWeeks({ from, until }, today)).toEqual(weeks))

test.each([
  ['2027-03-04', '2027-03-01', true],
  ['2027-03-05', '2027-03-01', false],
])('of somebody who begins on %s the week of %s is asked: %s', (from, monday, is) => expect(isWeekOf({ from, until: '2027-08-31' }, monday)).toBe(is))

test.each<[string[], string[], number]>([
  [['a', 'b', 'c'], [], 3],
  [['a', 'b', 'c'], ['a'], 2],
  [['a', 'b', 'c'], ['c'], 0],
  [['a', 'b', 'c'], ['b'], 1],
  [[], [], 0],
])('owed %j, checked %j: %i missed in a row', (owed, checked, missed) => expect(missedInARow(owed, new Set(checked))).toBe(missed))

const yes = { health: 'yes', living: 'yes', pay: 'yes', hours: 'yes', mentor: 'yes', family: 'yes' } as const
test.each([
  ['all yes and fine', yes, 'fine', '', []],
  ['unsure may be fine', { ...yes, pay: 'unsure' }, 'fine', '', []],
  ['a no is not fine', { ...yes, pay: 'no' }, 'fine', '工资没发', ['not_fine']],
  ['what is raised is said', { ...yes, pay: 'no' }, 'watch', '没发', ['too_short']],
  ['urgent, with words, though all is yes', yes, 'urgent', '夜里给我打电话哭', []],
] as const)('a check: %s', (_what, answers, level, note, codes) => expect(faultsOfCheck({ answers, level, note }).map(({ code }) => code)).toEqual(codes))
test('fine is lower than watch is lower than urgent', () => expect([isLower('fine', 'watch'), isLower('watch', 'urgent'), isLower('urgent', 'watch'), isLower('watch', 'watch')]).toEqual([true, true, false, false]))

const line = (state: string, confirmed: number | null = null) => ({ state, confirmed })
test.each([
  ['one waits', [line('confirmed', 2), line('asked')], false],
  ['all answered, somebody has a seat', [line('confirmed', 2), line('declined')], true],
  ['all declined', [line('declined'), line('declined')], false],
  ['the silent one was taken back', [line('confirmed', 1), line('withdrawn')], true],
  ['no line at all', [], false],
])('agreed: %s', (_what, seats, is) => expect(isAgreed(seats)).toBe(is))

const one = (state: string, activated = true) => ({ state, activated })
test.each([
  ['agreed', [one('trained', false)], null],
  ['agreed', [one('active'), one('draft', false)], 'start'],
  ['running', [one('active'), one('assessed')], null],
  ['running', [one('suspended')], null],
  ['running', [one('ended_early'), one('archived'), one('cancelled', false)], 'finish'],
  ['running', [one('archived'), one('draft', false)], null],
  ['running', [], null],
  ['finished', [one('active')], null],
] as const)('%s with %j: %s', (state, placements, action) => expect(nextOfBatch(state, placements)).toBe(action))

const answer = { asked: 4, answer: 'confirm' as const, confirmed: 4, contactName: '示例人事', contactPhone: '13800000000' }
test.each([
  ['all of it', {}, []],
  ['fewer, silently', { confirmed: 3 }, ['reason missing']],
  ['fewer, with a reason', { confirmed: 3, reason: '宿舍不够' }, []],
  ['more', { confirmed: 5 }, ['confirmed over_asked']],
  ['nobody to call', { contactName: ' ', contactPhone: undefined }, ['contactName missing', 'contactPhone missing']],
  ['no number', { confirmed: undefined }, ['confirmed missing']],
  ['no, silently', { answer: 'decline' as const }, ['reason missing']],
  ['no, with a reason', { answer: 'decline' as const, reason: '订单不足', contactName: undefined }, []],
])('a firm answers: %s', (_what, change, faults) => expect(faultsOfAnswer({ ...answer, ...change }).map(({ path, code }) => `${path[0]} ${code}`)).toEqual(faults))

test.each([[0, false, 0], [1, false, null], [2, false, null], [3, false, 3], [1, true, 1]])('%i people, rows open %s: %s', (count, open, told) => expect(shown(count, open)).toBe(told))
