import { expect, test } from 'vitest'
import { crowdingTask, mondayOf, weeksOf, whyNotTake, whyNotWrite } from './rules.ts'

const placement = { state: 'active', startsOn: '2027-03-03', endsOn: '2027-08-31', endedOn: null, activatedAt: new Date('2027-03-01T02:00:00Z') }

test.each([
  ['a Monday is its own', '2027-03-01', '2027-03-01'],
  ['a Sunday belongs to the week before', '2027-03-07', '2027-03-01'],
  ['over the end of a year', '2027-01-01', '2026-12-28'],
] as const)('%s', (_sentence, day, monday) => {
  expect(mondayOf(day)).toBe(monday)
})

test.each([
  ['the week it began in, though it began on a Wednesday', '2027-03-01', {}, '2027-03-20', null],
  ['the week that runs', '2027-03-15', {}, '2027-03-20', null],
  ['a week to come', '2027-03-22', {}, '2027-03-20', 'too_early'],
  ['a week before the first', '2027-02-22', {}, '2027-03-20', 'log_outside'],
  ['a Tuesday is no week', '2027-03-09', {}, '2027-03-20', 'log_outside'],
  ['the last week, after an early end', '2027-04-12', { state: 'ended_early', endedOn: '2027-04-15' }, '2027-05-20', null],
  ['a week after the end', '2027-04-19', { state: 'ended_early', endedOn: '2027-04-15' }, '2027-05-20', 'log_outside'],
  ['before the first day was allowed', '2027-03-01', { state: 'trained', activatedAt: null }, '2027-03-03', 'wrong_state'],
  ['after the mark was given', '2027-03-01', { state: 'assessed' }, '2027-09-10', 'wrong_state'],
] as const)('writing: %s', (_sentence, week, change, today, expected) => {
  expect(whyNotWrite({ ...placement, ...change }, week, today)).toBe(expected)
})

test('weeks come the newest first, from the first day until today', () => {
  expect(weeksOf(placement, '2027-03-20')).toEqual(['2027-03-15', '2027-03-08', '2027-03-01'])
  expect(weeksOf({ ...placement, activatedAt: null }, '2027-03-20')).toEqual([])
})

const sending = { sendId: 'b', version: 1 }
test.each([
  ['the first of a week', undefined, { ...sending, version: 0 }, 'take'],
  ['the same again', { sendId: 'b', version: 2, readAt: null }, sending, null],
  ['the same again, read meanwhile', { sendId: 'b', version: 3, readAt: new Date() }, sending, null],
  ['a change of what one saw', { sendId: 'a', version: 1, readAt: null }, sending, 'take'],
  ['a change of what is no longer so', { sendId: 'a', version: 2, readAt: null }, sending, 'log_conflict'],
  ['a first one where another phone was first', { sendId: 'a', version: 1, readAt: null }, { ...sending, version: 0 }, 'log_conflict'],
  ['a change after it was read', { sendId: 'a', version: 1, readAt: new Date() }, sending, 'log_read'],
] as const)('taking: %s', (_sentence, known, wish, expected) => {
  expect(whyNotTake(known, wish)).toBe(expected)
})

const hours = (...some: [string | null, number][]) => some.map(([taskId, number]) => ({ taskId, title: taskId, hours: number }))
test.each([
  ['three fifths is allowed', hours(['a', 60], ['b', 40]), null],
  ['more than three fifths is told', hours(['装配', 61], ['b', 39]), { title: '装配', percent: 61 }],
  ['a task over many weeks is one', hours(['装配', 40], ['b', 20], ['装配', 40]), { title: '装配', percent: 80 }],
  ['two weeks say nothing yet', hours(['a', 79]), null],
  ['what belongs to no task is nobody’s share', hours([null, 90], ['b', 10]), null],
] as const)('rule 1.20: %s', (_sentence, all, expected) => {
  expect(crowdingTask(all)).toEqual(expected)
})
