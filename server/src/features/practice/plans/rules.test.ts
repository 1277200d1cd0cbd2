import { expect, test } from 'vitest'
import { isSilent, weeksOwed } from './clock/rules.ts'
import { checkDueOn, faultsOfDates, faultsOfFinish, gapsOf } from './rules.ts'

test.each([
  ['a whole plan lacks nothing', {}, []],
  ['a goal, and what will be done', { goal: '', tasks: '' }, ['goal missing', 'tasks missing']],
  ['a goal is a sentence', { goal: '学习' }, ['goal too_short']],
  ['the first day is still to come', { startsOn: '2026-11-22' }, ['startsOn past']],
  ['today is not too late', { startsOn: '2026-11-23' }, []],
] as const)('%s', (_sentence, change, expected) => {
  expect(gapsOf({ goal: '学会离线编程和现场调试。', tasks: '跟班', startsOn: '2026-12-01', ...change }, '2026-11-23').map(({ field, reason }) => `${field} ${reason}`)).toEqual(expected)
})

const opening = { startsOn: '2026-12-01', endsOn: '2026-12-31' }
test.each([
  ['inside the opening', '2026-12-01', '2026-12-31', opening, []],
  ['a day early', '2026-11-30', '2026-12-31', opening, ['startsOn outside']],
  ['a day late', '2026-12-01', '2027-01-01', opening, ['endsOn outside']],
  ['one day is a stay', '2026-12-01', '2026-12-01', null, []],
  ['backwards', '2026-12-02', '2026-12-01', null, ['endsOn before_start']],
  ['two years and a day', '2026-01-01', '2028-01-03', null, ['endsOn too_far']],
] as const)('dates: %s', (_sentence, startsOn, endsOn, at, expected) => {
  expect(faultsOfDates({ startsOn, endsOn }, at).map(({ path, code }) => `${path[0]} ${code}`)).toEqual(expected)
})

const stay = { startsOn: '2026-12-07', endsOn: '2027-01-03', today: '2026-12-20' }
test.each([
  ['the last day is today', '2026-12-20', null],
  ['the last day is tomorrow', '2026-12-21', 'future'],
  ['the last day lies before the first', '2026-12-06', 'outside'],
  ['the last day lies after the end', '2027-01-04', 'outside'],
  ['no last day', undefined, 'missing'],
] as const)('at the end: %s', (_sentence, endedOn, expected) => {
  expect(faultsOfFinish({ summary: '两周里完成两个工作站的调试，整理教学案例。', endedOn }, stay)[0]?.code ?? null).toBe(expected)
})

test.each([
  ['twenty-seven days are not looked at', '2026-12-07', '2027-01-02', null],
  ['four weeks are, halfway', '2026-12-07', '2027-01-03', '2026-12-21'],
] as const)('%s', (_sentence, startsOn, endsOn, expected) => {
  expect(checkDueOn({ startsOn, endsOn })).toBe(expected)
})

const weeks = { firstWeek: '2026-12-07', endsOn: '2027-01-03', sent: [] as string[] }
test.each([
  ['on Sunday the week is not over', '2026-12-13', [], []],
  ['on Monday it is', '2026-12-14', [], ['2026-12-07']],
  ['what was sent is not owed', '2026-12-21', ['2026-12-07'], ['2026-12-14']],
  ['nothing is owed of weeks after the end', '2027-02-01', ['2026-12-07', '2026-12-14', '2026-12-21'], ['2026-12-28']],
] as const)('weeks owed: %s', (_sentence, today, sent, expected) => {
  expect(weeksOwed({ ...weeks, today, sent })).toEqual(expected)
})

test.each([
  ['one week is no silence', ['2026-12-07'], '2027-01-10', false],
  ['two weeks just over are not yet', ['2026-12-07', '2026-12-14'], '2026-12-27', false],
  ['the first of two is two weeks late', ['2026-12-07', '2026-12-14'], '2026-12-28', true],
] as const)('%s', (_sentence, owed, today, expected) => {
  expect(isSilent(owed, today)).toBe(expected)
})
