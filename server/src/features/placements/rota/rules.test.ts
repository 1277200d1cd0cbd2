import { expect, test } from 'vitest'
import { isWorkingDay } from '../../../kernel/calendar.ts'
import { faultsOfRota, findingsOfRota, hoursOf, type Shift } from './rules.ts'

/** 2026-10-12 is a Monday; 10-10 a Saturday that is worked instead of the National Day week, 10-01 the day itself. */
const shift = (change: Partial<Shift> = {}): Shift => ({ day: '2026-10-12', from: '08:30', until: '17:30', breakMinutes: 60, ...change })
const filed = { filingNumber: '示例备〔2026〕7号', filedOn: '2026-10-08' }
const rulesOf = (...shifts: Shift[]) => findingsOfRota(shifts, { isWorkingDay }).map(({ ruleId, variant }) => `${ruleId} ${variant}`)
const days = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16']

test.each([
  ['a day of eight hours', [shift()], []],
  ['five of them', days.map((day) => shift({ day })), []],
  ['a minute more than eight hours', [shift({ until: '17:31' })], ['1.31 day_shift']],
  ['two shifts of a day count together', [shift({ until: '12:30', breakMinutes: 0 }), shift({ from: '13:00', until: '17:30', breakMinutes: 0 })], ['1.31 day_shift']],
  ['six days of seven hours', [...days, '2026-10-10'].map((day) => shift({ day, until: '16:30' })), ['1.31 week_shift']],
  ['a Saturday', [shift({ day: '2026-10-17' })], ['1.28 shift']],
  ['a Saturday worked instead of a holiday', [shift({ day: '2026-10-10' })], []],
  ['a statutory holiday in the middle of a week', [shift({ day: '2026-10-01' })], ['1.28 shift']],
  ['until ten at night', [shift({ from: '13:00', until: '22:00' })], []],
  ['a minute past ten', [shift({ from: '13:01', until: '22:01' })], ['1.29 night']],
  ['from six in the morning', [shift({ from: '06:00', until: '14:00', breakMinutes: 0 })], []],
  ['a minute before six', [shift({ from: '05:59', until: '13:00', breakMinutes: 0 })], ['1.29 night']],
  ['over midnight into a Saturday', [shift({ day: '2026-10-16', from: '20:00', until: '02:00', breakMinutes: 0 })], ['1.28 shift', '1.29 night']],
  ['a night that was filed before', [shift({ from: '20:00', until: '02:00', ...filed })], []],
  ['a night that was filed on the day', [shift({ from: '20:00', until: '02:00', ...filed, filedOn: '2026-10-12' })], ['1.30 late', '1.29 night']],
  ['what was filed does not make the day longer', [shift({ day: '2026-10-17', until: '19:30', ...filed })], ['1.31 day_shift']],
] as const)('%s', (_sentence, shifts, expected) => {
  expect(rulesOf(...shifts)).toEqual(expected)
})

test('hours are without breaks, over midnight too', () => {
  expect([hoursOf(shift()), hoursOf(shift({ from: '22:00', until: '06:00', breakMinutes: 30 })), hoursOf(shift({ from: '08:00', until: '08:00', breakMinutes: 0 }))]).toEqual([8, 7.5, 24])
})

const frame = { week: '2026-10-12', weekEnd: '2026-10-18', startsOn: '2026-10-13', lastDay: '2026-12-31', today: '2026-10-14', kind: 'planned' as const }
test.each([
  ['a shift of another week', [shift({ day: '2026-10-19' })], ['shifts.0.day other_week']],
  ['a shift before the first day', [shift()], ['shifts.0.day outside']],
  ['two at once', [shift({ day: '2026-10-14' }), shift({ day: '2026-10-14', from: '17:00', until: '20:00', breakMinutes: 0 })], ['shifts.1.from overlap']],
  ['one after the other', [shift({ day: '2026-10-14' }), shift({ day: '2026-10-14', from: '17:30', until: '18:00', breakMinutes: 0 })], []],
  ['a break as long as the shift', [shift({ day: '2026-10-14', until: '09:30' })], ['shifts.0.breakMinutes too_big']],
  ['a number without a day', [shift({ day: '2026-10-14', filingNumber: '示例' })], ['shifts.0.filedOn missing']],
] as const)('%s', (_sentence, shifts, expected) => {
  expect(faultsOfRota(shifts, frame).map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected)
})
test('what has not happened cannot be reported', () => {
  expect(faultsOfRota([shift({ day: '2026-10-15' })], { ...frame, kind: 'actual' })).toEqual([{ path: ['shifts', 0, 'day'], code: 'too_late' }])
})
