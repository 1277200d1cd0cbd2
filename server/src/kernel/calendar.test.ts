import { expect, test } from 'vitest'
import { addWorkingDays, dayOf, dueInWorkingDays, endOfDay, isAnnounced, isWorkingDay, workingDaysBetween } from './calendar.ts'
import { yearsOfHolidays } from './holidays.ts'

test.each([
  ['an ordinary Monday is worked', '2026-11-23', true],
  ['an ordinary Saturday is free', '2026-11-21', false],
  ['National Day is free', '2026-10-01', false],
  ['the last day of the week off is free', '2026-10-07', false],
  ['the day after it is worked', '2026-10-08', true],
  ['a Saturday exchanged for the holiday is worked', '2026-10-10', true],
  ['a Sunday exchanged for the Spring Festival holiday is not free elsewhere', '2026-03-01', false],
  ['the Monday that ends the Spring Festival is free', '2026-02-23', false],
  ['a year nobody has data for knows weekends only', '2031-10-01', true],
  ['and its Sundays are free', '2031-10-05', false],
] as const)('%s', (_sentence, day, expected) => {
  expect(isWorkingDay(day)).toBe(expected)
})

test.each([
  ['nothing added is the day itself', '2026-11-23', 0, '2026-11-23'],
  ['the day itself does not count', '2026-11-23', 1, '2026-11-24'],
  ['a weekend is skipped', '2026-11-20', 1, '2026-11-23'],
  ['five working days are a week', '2026-11-23', 5, '2026-11-30'],
  ['the holiday week is skipped', '2026-09-30', 1, '2026-10-08'],
  ['an exchanged Saturday counts', '2026-10-09', 1, '2026-10-10'],
  ['a start on a Saturday counts from Monday', '2026-11-21', 1, '2026-11-23'],
  ['the end of the year is crossed', '2026-12-31', 1, '2027-01-04'],
] as const)('%s', (_sentence, day, n, expected) => {
  expect(addWorkingDays(day, n)).toBe(expected)
})

test('a deadline of five working days ends at 18:00 in Shanghai', () => {
  expect(dueInWorkingDays(new Date('2026-11-23T06:00:00Z'), 5)).toEqual(new Date('2026-11-30T10:00:00Z'))
})

test('an evening in London is already the next day in Shanghai', () => {
  expect(dayOf(new Date('2026-11-23T16:30:00Z'))).toBe('2026-11-24')
  expect(endOfDay('2026-11-23')).toEqual(new Date('2026-11-23T16:00:00Z'))
})

test('days late are counted in working days', () => {
  expect(workingDaysBetween('2026-11-20', '2026-11-23')).toBe(1)
  expect(workingDaysBetween('2026-11-23', '2026-11-23')).toBe(0)
  expect(workingDaysBetween('2026-11-24', '2026-11-23')).toBe(0)
})

test('a year that was not announced says so', () => {
  expect([isAnnounced('2026-05-01'), isAnnounced('2027-05-01'), isAnnounced('2031-05-01')]).toEqual([true, false, false])
  expect(yearsOfHolidays['2027']!.source).toContain('原文待核')
})

test('every exchanged day is a Saturday or a Sunday and lies outside every holiday', () => {
  const wrong = Object.values(yearsOfHolidays).flatMap(({ worked, free }) =>
    worked.filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) || free.some(([from, until]) => day >= from && day <= until)),
  )
  expect(wrong).toEqual([])
})
