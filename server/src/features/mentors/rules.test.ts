import { describe, expect, test } from 'vitest'
import { addYears, ageOn, faultsOfTerms, isIdle, isOverMentorShare, reviewDue, spanOfYear, warningsOf, yearOfTerm } from './rules.ts'

test.each([
  ['the day before a birthday', '1961-06-01', '2027-05-31', 65],
  ['the birthday', '1961-06-01', '2027-06-01', 66],
  ['born on the 29th of February', '1960-02-29', '2026-02-28', 65],
] as const)('age: %s', (_sentence, birth, on, expected) => {
  expect(ageOn(birth, on)).toBe(expected)
})

test.each([
  ['a mentor among nine teachers is ten per cent', 0, 9, false],
  ['three among seven are thirty: allowed', 2, 7, false],
  ['four among seven are more', 3, 7, true],
  ['a school without a roll has only mentors', 0, 0, true],
] as const)('share: %s', (_sentence, mentors, teachers, expected) => {
  expect(isOverMentorShare(mentors, teachers)).toBe(expected)
})

const facts = { birthDate: '1980-01-01', on: '2027-03-01', teachers: 100, mentors: 5, otherSchools: 0 }
test.each([
  ['nothing unusual', {}, []],
  ['sixty-five is still general', { birthDate: '1961-03-02' }, []],
  ['sixty-six needs a reason', { birthDate: '1961-03-01' }, ['age']],
  ['an age nobody told is not guessed', { birthDate: null }, []],
  ['a second school is fine', { otherSchools: 1 }, []],
  ['the third needs a word', { otherSchools: 2 }, ['third_school']],
  ['all at once, all named', { birthDate: '1950-01-01', teachers: 2, otherSchools: 3 }, ['share', 'age', 'third_school']],
] as const)('%s', (_sentence, change, expected) => {
  expect(warningsOf({ ...facts, ...change })).toEqual(expected)
})

const terms = { duties: '讲授数控编程', pay: '每课时 120 元', hoursPerYear: 36, startsOn: '2027-03-01', endsOn: '2028-02-29' }
test.each([
  ['a whole contract', {}, []],
  ['five years to the day', { endsOn: '2032-03-01' }, []],
  ['five years and a day', { endsOn: '2032-03-02' }, ['endsOn too_far']],
  ['it ends after it begins', { endsOn: '2027-03-01' }, ['endsOn before_start']],
  ['duties and pay are what it is for', { duties: '', pay: ' ' }, ['duties missing', 'pay missing']],
  ['everything missing is said at once', { duties: '讲', pay: '', hoursPerYear: null, startsOn: null, endsOn: null }, ['duties too_short', 'pay missing', 'hoursPerYear missing', 'startsOn missing', 'endsOn missing']],
] as const)('contract: %s', (_sentence, change, expected) => {
  expect(faultsOfTerms({ ...terms, ...change }).map(({ path, code }) => `${path[0]} ${code}`)).toEqual(expected)
})

test('years of a term begin on its day', () => {
  expect([addYears('2024-02-29', 1), yearOfTerm('2027-03-01', '2028-02-29'), yearOfTerm('2027-03-01', '2028-03-01')]).toEqual(['2025-02-28', 1, 2])
  expect(spanOfYear({ startsOn: '2027-03-01', endsOn: '2028-08-31' }, 2)).toEqual({ from: '2028-03-01', to: '2028-08-31' })
})

describe('the yearly review', () => {
  const term = { startsOn: '2027-03-01', endsOn: '2029-02-28' }
  test.each([
    ['five weeks before the year is over nobody asks', '2028-01-25', [], null],
    ['a month before it is asked for', '2028-01-30', [], { year: 1, dueOn: '2028-02-29' }],
    ['reviewed, the next one waits for its own month', '2028-04-01', [1], null],
    ['two years are over, the first one still open: the first is asked for', '2029-03-15', [2], { year: 1, dueOn: '2028-02-29' }],
    ['the last year ends with the term', '2029-01-29', [1], { year: 2, dueOn: '2029-02-28' }],
    ['all reviewed', '2030-01-01', [1, 2], null],
  ] as const)('%s', (_sentence, today, reviewed, expected) => {
    expect(reviewDue(term, reviewed, today)).toEqual(expected)
  })
})

test.each([
  ['the first year has not passed', { startsOn: '2027-03-01', lastTaskOn: null }, false],
  ['a year without anything', { startsOn: '2026-03-01', lastTaskOn: null }, true],
  ['something within the year', { startsOn: '2025-03-01', lastTaskOn: '2026-03-02' }, false],
  ['the last thing a year ago', { startsOn: '2024-03-01', lastTaskOn: '2026-03-01' }, true],
  ['who is no longer in force is not idle', { state: 'ended', startsOn: '2024-03-01', lastTaskOn: null }, false],
] as const)('only a certificate: %s', (_sentence, change, expected) => {
  expect(isIdle({ state: 'active', ...change }, '2027-03-01')).toBe(expected)
})
