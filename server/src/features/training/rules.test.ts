import { expect, test } from 'vitest'
import { finalMark, forbiddenApplicant, forbiddenRequest, isPassed, missingClauses, missingInPlan, monthsLater, paperOf, sharesOf, type standing, whyNotStart } from './rules.ts'

const asked = { kind: 'order', trainees: 'students', isBranch: false, ministryNumber: null } as const
test.each([
  ['an order class of students is fine', {}, []],
  ['employees are never mixed with students', { trainees: 'employees' }, ['2.16 employees']],
  ['field engineers of a firm the ministry approved are fine', { kind: 'engineer', ministryNumber: 'GC-0001' }, []],
  ['no branch applies for field engineers', { kind: 'engineer', ministryNumber: 'GC-0001', isBranch: true }, ['2.17 branch']],
  ['nor a firm the ministry has not approved', { kind: 'engineer', ministryNumber: '  ' }, ['2.17 not_approved']],
  ['both at once are both named', { kind: 'engineer', trainees: 'employees', isBranch: true }, ['2.16 employees', '2.17 branch', '2.17 not_approved']],
] as const)('%s', (_sentence, change, expected) => {
  expect(forbiddenRequest({ ...asked, ...change }).map(({ rule, code }) => `${rule} ${code}`)).toEqual(expected)
})

test.each([
  ['an apprentice is sixteen on the first day', 'apprenticeship', '2011-03-01', false, []],
  ['a day younger is too young', 'apprenticeship', '2011-03-02', false, ['2.15 under_16']],
  ['in an order class age is no bar: nobody works there yet', 'order', '2012-01-01', false, []],
  ['an employee of the firm is no student on placement', 'order', '2008-01-01', true, ['2.16 employed']],
] as const)('%s', (_sentence, kind, birthDate, employed, expected) => {
  expect(forbiddenApplicant({ birthDate, employed }, { kind, startsOn: '2027-03-01' }).map(({ rule, code }) => `${rule} ${code}`)).toEqual(expected)
})

test.each([
  ['of age in an order class: nothing to sign', 'order', '2008-11-23', null],
  ['a day before eighteen: a consent with the guardian', 'order', '2008-11-24', 'consent'],
  ['an apprentice always signs', 'apprenticeship', '2000-01-01', 'apprenticeship'],
] as const)('%s', (_sentence, kind, birthDate, expected) => {
  expect(paperOf(kind, birthDate, '2026-11-23')).toBe(expected)
})

test('a plan needs courses and a guide on both sides; an agreement all four clauses', () => {
  expect(missingInPlan({ courses: 0, schoolGuides: 0, firmGuides: 1 })).toEqual(['courses', 'school_guide'])
  expect(missingInPlan({ courses: 2, schoolGuides: 1, firmGuides: 1 })).toEqual([])
  expect(missingClauses({ quitting: '三十日内', replacement: '按候补次序替补', breach: '赔偿实训费用', costs: ' ' })).toEqual(['quitting', 'costs'])
})

test.each([
  ['starts with its minimum', { enrolled: 3, unconfirmed: 0, minSeats: 3 }, null],
  ['not while somebody has not confirmed', { enrolled: 9, unconfirmed: 1, minSeats: 3 }, 'places_open'],
  ['not below its minimum', { enrolled: 2, unconfirmed: 0, minSeats: 3 }, 'class_below_minimum'],
] as const)('a class %s', (_sentence, roll, expected) => {
  expect(whyNotStart(roll)).toBe(expected)
})

test.each([
  ['2028-01-10', 6, '2028-07-10'],
  ['2028-08-31', 6, '2029-02-28'],
  ['2027-12-31', 12, '2028-12-31'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(monthsLater(day, months)).toBe(expected)
})

test('half each, and sixty passes', () => {
  expect([finalMark(70_000, 51_000), isPassed(70_000, 50_000), isPassed(70_000, 49_900)]).toEqual([60_500, true, false])
})

const member = (change: Partial<Parameters<typeof standing>[1]> = {}) => ({ state: 'enrolled', enrolledOn: '2027-02-20', startedOn: '2027-03-01', assessedOn: '2027-12-20', leftOn: null, retention: [], ...change })
const kept = (stays: boolean | null, dueOn = '2028-07-10') => ({ state: 'accepted', retention: [{ months: 6, stays, dueOn }, { months: 12, stays: null, dueOn: '2029-01-10' }] })
test('every figure is its part over its whole, and no more than the rows say', () => {
  const rows = [member(kept(true)), member(kept(false)), member(kept(null)), member({ state: 'declined' }), member({ state: 'left', leftOn: '2027-04-01' }), member({ enrolledOn: '2027-03-20', state: 'accepted', retention: [{ months: 6, stays: true, dueOn: '2028-09-10' }] }), member({ state: 'released', enrolledOn: null }), member({ state: 'left', leftOn: '2027-02-25' })]
  expect(sharesOf(rows, 6, '2028-08-01')).toEqual({
    // Five were in it when it started; who came later, or was gone before, is no part of that.
    fill: { part: 5, whole: 6 },
    dropOut: { part: 2, whole: 7 },
    acceptance: { part: 3, whole: 5 },
    // Due and unanswered is not confirmed; answered early counts.
    retention6: { part: 2, whole: 4 },
    retention12: { part: 0, whole: 0 },
  })
})
test('while a class runs, nobody could accept anything yet', () => {
  expect(sharesOf([member({ assessedOn: null })], 4, '2027-06-01').acceptance).toEqual({ part: 0, whole: 0 })
})
test('before it starts, the fill rate counts who is in', () => {
  expect(sharesOf([member({ startedOn: null }), member({ startedOn: null, state: 'left', leftOn: '2027-02-25' })], 4, '2027-02-26').fill).toEqual({ part: 1, whole: 4 })
})
