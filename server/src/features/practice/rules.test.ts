import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, byUrgency, claimedDays, countInWindow, creditedDays, daysNeeded, daysOf, distinctDays, firstShort, forecastOf, isEnough, isInWindow, isOverShare, leavesOn, mondayOf, monthsOf, peakAway, standingOf, type TeacherFacts } from './rules.ts'

const today = '2026-11-23'
const run = (from: string, days: number) => daysOf(from, addDays(from, days - 1))
const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const teacher = (change: Partial<TeacherFacts> = {}): TeacherFacts => ({ kind: 'specialist', months: 6, employedOn: '2010-09-01', experienced: true, days: [], ...change })

test.each([
  ['six months are 182.4 days: 183 are enough', 183, 6, true],
  ['182 are not', 182, 6, false],
  ['half of it is 91.2 days', 92, 3, true],
  ['91 days are not three months', 91, 3, false],
  ['nothing asked is always enough', 0, 0, true],
] as const)('%s', (_sentence, days, months, expected) => {
  expect(isEnough(days, months)).toBe(expected)
  expect(days >= daysNeeded(months)).toBe(expected)
})

test('months are cut off, not rounded: what is not enough never reads as enough', () => {
  expect([monthsOf(182), monthsOf(183), monthsOf(0), monthsOf(30), monthsOf(31)]).toEqual([5.9, 6, 0, 0.9, 1])
})

test.each([
  ['the day five years before is out', '2021-11-23', false],
  ['the day after it is in', '2021-11-24', true],
  ['today is in', '2026-11-23', true],
  ['tomorrow is not', '2026-11-24', false],
] as const)('%s', (_sentence, day, expected) => {
  expect(isInWindow(day, today)).toBe(expected)
})

test.each([
  ['an ordinary day', '2021-11-24', '2026-11-24'],
  ['the 29th of February leaves on the 1st of March', '2024-02-29', '2029-03-01'],
  ['the end of a long month', '2023-08-31', '2028-08-31'],
] as const)('%s leaves the window five years later', (_sentence, day, expected) => {
  expect(leavesOn(day)).toBe(expected)
})

test.each([
  ['one month on from the 31st is the last of the month', '2026-01-31', 1, '2026-02-28'],
  ['into a leap year', '2023-12-31', 2, '2024-02-29'],
  ['backwards over a year', '2026-03-15', -60, '2021-03-15'],
] as const)('%s', (_sentence, day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

describe('where a teacher stands', () => {
  const first = '2024-01-01'
  test.each([
    ['a hundred and eighty-three days two years ago are enough until the first of them leaves', teacher({ days: run(first, 183) }), 'enough', 0, '2029-01-01'],
    ['one day fewer is short, since there never was enough', teacher({ days: run(first, 182) }), 'short', 1, '2015-09-01'],
    ['what lies outside the window no longer counts', teacher({ days: [...run('2016-01-01', 183), ...run(first, 10)] }), 'short', 173, '2021-01-01'],
    ['a spare day buys a day', teacher({ days: run(first, 184) }), 'enough', 0, '2029-01-02'],
    ['without days and without a date of employment nobody knows since when', teacher({ employedOn: null }), 'short', 183, null],
    ['in the first five years nobody is short yet', teacher({ employedOn: '2024-09-01' }), 'growing', 183, '2029-09-01'],
    ['who has enough in the first five years is measured when they end, or the days do', teacher({ employedOn: '2024-09-01', days: run('2025-01-01', 183) }), 'enough', 0, '2030-01-01'],
    ['five years to the day is measured', teacher({ employedOn: '2021-11-23' }), 'short', 183, '2026-11-23'],
    ['a new teacher without experience practises first', teacher({ employedOn: '2026-09-01', experienced: false }), 'first', 183, '2026-09-01'],
    ['and no longer so after the first credited day', teacher({ employedOn: '2026-09-01', experienced: false, days: ['2026-10-08'] }), 'growing', 182, '2031-09-01'],
    ['a new teacher of whom nobody said is not accused of it', teacher({ employedOn: '2026-09-01', experienced: null }), 'growing', 183, '2031-09-01'],
    ['an old teacher without experience is simply short', teacher({ experienced: false }), 'short', 183, '2015-09-01'],
    ['of whom nothing is asked is free', teacher({ kind: 'general', months: 0 }), 'free', 0, null],
    ['a teacher of common subjects is asked what the school asks', teacher({ kind: 'general', months: 3, days: run(first, 92) }), 'enough', 0, '2029-01-01'],
    ['days to come do not count yet', teacher({ days: run('2027-01-01', 183) }), 'short', 183, '2015-09-01'],
  ] as const)('%s', (_sentence, facts, state, missing, shortOn) => {
    const { days, needed, ...standing } = standingOf(facts, today)
    expect(standing).toEqual({ state, missing, shortOn })
    expect(Math.max(0, needed - days)).toBe(missing)
  })
})

describe('the forecast with what is approved', () => {
  test.each([
    ['nothing planned changes nothing', teacher({ days: run('2024-01-01', 183) }), [], '2029-01-01'],
    ['a plan pushes the day out', teacher({ days: run('2024-01-01', 183) }), run('2027-01-01', 31), '2029-02-01'],
    ['who is short and plans enough is whole, and falls short when those days leave', teacher(), run('2027-01-01', 183), '2032-01-01'],
    ['who is short and plans too little stays short', teacher(), run('2027-01-01', 30), '2015-09-01'],
    ['a plan over days already credited counts them once', teacher({ days: run('2026-07-01', 183) }), run('2026-10-01', 20), '2031-07-01'],
    ['a past plan that nobody credited adds nothing', teacher(), run('2025-01-01', 183), '2015-09-01'],
  ] as const)('%s', (_sentence, facts, planned, expected) => {
    expect(forecastOf(facts, planned, today)).toBe(expected)
  })
})

const day = fc.integer({ min: 0, max: 9 * 365 }).map((offset) => addDays('2018-01-01', offset))
const someDays = fc.array(fc.tuple(day, fc.integer({ min: 1, max: 40 })), { maxLength: 6 }).map((runs) => distinctDays(runs.flatMap(([from, length]) => run(from, length))))

test('the first day that is short is the first of all days that is', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 1, max: 60 }), day, (days, needed, from) => {
      let expected = from
      while (countInWindow(days, expected) >= needed) expected = addDays(expected, 1)
      expect(firstShort(days, needed, from)).toBe(expected)
    }),
    { numRuns: 60 },
  )
})

test('a day is in the windows from itself until it leaves, and in no other', () => {
  fc.assert(fc.property(day, (one) => {
    const out = leavesOn(one)
    expect([isInWindow(one, one), isInWindow(one, addDays(out, -1)), isInWindow(one, out), isInWindow(one, addDays(one, -1))]).toEqual([true, true, false, false])
  }))
})

test('one more credited day never brings the shortfall nearer', () => {
  fc.assert(fc.property(someDays, fc.integer({ min: 0, max: 400 }).map((back) => addDays(today, -back)), (days, extra) => {
    const before = days.filter((one) => one <= today)
    const [less, more] = [standingOf(teacher({ days: before }), today), standingOf(teacher({ days: distinctDays([...before, extra]) }), today)]
    expect(more.missing).toBeLessThanOrEqual(less.missing)
    expect((more.shortOn ?? '') >= (less.shortOn ?? '')).toBe(true)
  }), { numRuns: 60 })
})

test('who falls short first stands first, whom nothing is asked of last', () => {
  const standings = [
    standingOf(teacher({ kind: 'general', months: 0 }), today),
    standingOf(teacher({ days: run('2024-01-01', 183) }), today),
    standingOf(teacher({ employedOn: '2026-09-01', experienced: false }), today),
    standingOf(teacher({ employedOn: '2024-09-01' }), today),
    standingOf(teacher(), today),
    standingOf(teacher({ employedOn: null }), today),
  ]
  expect(standings.toSorted(byUrgency).map(({ state, shortOn }) => `${state} ${shortOn}`)).toEqual(['short null', 'short 2015-09-01', 'first 2026-09-01', 'enough 2029-01-01', 'growing 2029-09-01', 'free null'])
})

const away = (teacherId: string, startsOn: string, endsOn: string) => ({ teacherId, startsOn, endsOn })
test.each([
  ['alone', [], { away: 1, on: '2027-01-10' }],
  ['one who is back the day before does not count', [away('b', '2027-01-01', '2027-01-09')], { away: 1, on: '2027-01-10' }],
  ['one who leaves on the last day counts', [away('b', '2027-01-20', '2027-02-20')], { away: 2, on: '2027-01-20' }],
  ['two who are never away together are two with me, not three', [away('b', '2027-01-01', '2027-01-12'), away('c', '2027-01-13', '2027-01-30')], { away: 2, on: '2027-01-10' }],
  ['two plans of one person are one person', [away('b', '2027-01-01', '2027-01-15'), away('b', '2027-01-12', '2027-01-30')], { away: 2, on: '2027-01-10' }],
  ['my own other plan is not somebody else', [away('a', '2027-01-01', '2027-02-20')], { away: 1, on: '2027-01-10' }],
  ['three at once, on the day the third leaves', [away('b', '2027-01-01', '2027-01-30'), away('c', '2027-01-15', '2027-01-30')], { away: 3, on: '2027-01-15' }],
] as const)('how many are away at once: %s', (_sentence, others, expected) => {
  expect(peakAway(away('a', '2027-01-10', '2027-01-20'), others)).toEqual(expected)
})

test.each([
  ['three of twenty are fifteen per cent: allowed', 3, 20, 15, false],
  ['four of twenty are more', 4, 20, 15, true],
  ['one of six is more than fifteen per cent', 1, 6, 15, true],
  ['the school may set another share', 1, 6, 20, false],
] as const)('%s', (_sentence, count, of, percent, expected) => {
  expect(isOverShare(count, of, percent)).toBe(expected)
})

describe('what accepted weeks are worth', () => {
  const weekday = (one: string) => ![0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay())
  const week = (weekOn: string, days: readonly string[], journalId = weekOn) => ({ journalId, weekOn, days })
  const mondayToFriday = run('2026-07-06', 5)
  const plan = { startsOn: '2026-07-06', endedOn: '2026-08-02', restDays: true }
  test.each([
    ['a whole week is seven days', plan, [week('2026-07-06', mondayToFriday)], 7],
    ['a week with a day missed is what was attended', plan, [week('2026-07-06', mondayToFriday.slice(1))], 4],
    ['where the school counts attendance only, a whole week is five', { ...plan, restDays: false }, [week('2026-07-06', mondayToFriday)], 5],
    ['a Saturday that was worked is attended, and counted once', plan, [week('2026-07-06', [...mondayToFriday, '2026-07-11'])], 7],
    ['days outside the dates are worth nothing', { ...plan, endedOn: '2026-07-08' }, [week('2026-07-06', mondayToFriday)], 3],
    ['the first week begins where the plan begins', { ...plan, startsOn: '2026-07-09' }, [week('2026-07-06', ['2026-07-09', '2026-07-10'])], 4],
    ['the same week twice is one week', plan, [week('2026-07-06', mondayToFriday), week('2026-07-06', mondayToFriday, 'other')], 7],
    ['a week nobody attended is nothing', plan, [week('2026-07-06', [])], 0],
    ['four whole weeks are twenty-eight days', plan, ['2026-07-06', '2026-07-13', '2026-07-20', '2026-07-27'].map((one) => week(one, run(one, 5))), 28],
  ] as const)('%s', (_sentence, dates, weeks, expected) => {
    const credited = creditedDays(dates, weeks, weekday)
    expect(credited.length).toBe(expected)
    expect(distinctDays(credited.map((one) => one.day)).length).toBe(expected)
    expect(credited.filter((one) => one.day < dates.startsOn || one.day > dates.endedOn)).toEqual([])
  })
})

test('of a claim so many days count, from the first', () => {
  expect(claimedDays({ startsOn: '2023-07-10', days: 3 })).toEqual(['2023-07-10', '2023-07-11', '2023-07-12'])
})

test('a week begins on Monday', () => {
  expect(['2026-11-23', '2026-11-29', '2026-11-30'].map(mondayOf)).toEqual(['2026-11-23', '2026-11-23', '2026-11-30'])
})
