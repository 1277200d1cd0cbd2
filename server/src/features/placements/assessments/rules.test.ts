import { expect, test } from 'vitest'
import { faultsOfMarks, faultsOfScheme, maskedName, missingForResult, resultOf, type Item } from './rules.ts'

const item = (code: string, part: 'unit' | 'school', kind: 'process' | 'result' | 'attendance', weight: number): Item => ({ code, title: code, part, kind, weight, guide: '' })
const good = [item('work', 'unit', 'process', 50), item('days', 'unit', 'attendance', 10), item('log', 'school', 'process', 20), item('report', 'school', 'result', 20)]
const swap = (code: string, change: Partial<Item>) => good.map((one) => (one.code === code ? { ...one, ...change } : one))

test.each([
  ['school and unit, process and result, a hundred in all', good, []],
  ['attendance alone (rule 1.43)', [item('days', 'unit', 'attendance', 60), item('more', 'school', 'attendance', 40)], ['attendance_only 1.43', 'process_missing 1.43', 'result_missing 1.43']],
  ['what is not attendance weighs nothing', [item('days', 'unit', 'attendance', 100), item('report', 'school', 'result', 0)], ['attendance_only 1.43', 'school_missing 1.43', 'process_missing 1.43', 'result_missing 1.43']],
  ['weights of 99', swap('report', { weight: 19 }), ['weights null']],
  ['three thirds', [item('a', 'unit', 'process', 33.33), item('b', 'unit', 'process', 33.33), item('c', 'school', 'result', 33.34)], []],
  ['the unit does not mark', good.map((one) => ({ ...one, part: 'school' as const })), ['unit_missing 1.43']],
  ['nothing but the result counts', swap('work', { kind: 'result' }).map((one) => (one.code === 'log' ? { ...one, kind: 'result' as const } : one)), ['process_missing 1.43']],
  ['one code twice', swap('log', { code: 'work' }), ['code_twice null']],
])('a scheme: %s', (_sentence, items, faults) => {
  expect(faultsOfScheme(items).map(({ code, rule }) => `${code} ${rule}`)).toEqual(faults)
})

test.each([
  ['all its own', { work: 80, days: 100 }, []],
  ['one left out', { work: 80 }, ['days missing']],
  ['one of the school', { work: 80, days: 90, log: 100 }, ['log unknown']],
])('marks of the unit: %s', (_sentence, marks, faults) => {
  expect(faultsOfMarks(good, 'unit', marks).map(({ path, code }) => `${path.at(-1)} ${code}`)).toEqual(faults)
})

test('the result is the sum of marks times weights, rounded once', () => {
  expect(resultOf(good, { work: 80, days: 100, log: 90, report: 75 })).toMatchObject({ total: 83, lines: [{ points: 40 }, { points: 10 }, { points: 18 }, { points: 15 }] })
  const thirds = [item('a', 'unit', 'process', 33.33), item('b', 'unit', 'process', 33.33), item('c', 'school', 'result', 33.34)]
  expect(resultOf(thirds, { a: 59.99, b: 59.99, c: 60.01 }).total).toBe(60)
})

test.each([
  ['everything is there on the last day', { today: '2027-08-31' }, []],
  ['one day too early', { today: '2027-08-30' }, ['over']],
  ['no summary', { summary: false }, ['summary']],
  ['nobody marked', { unit: false, school: false }, ['unit', 'school']],
])('missing for a result: %s', (_sentence, change, missing) => {
  expect(missingForResult({ scheme: true, unit: true, school: true, summary: true, lastDay: '2027-08-31', today: '2027-09-01', ...change })).toEqual(missing)
})

test.each([['王明', '王*'], ['欧阳小明', '欧**明'], ['𠮷田', '𠮷*']])('%s is shown as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
