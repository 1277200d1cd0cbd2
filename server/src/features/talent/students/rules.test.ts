import { expect, test } from 'vitest'
import { digestText, inThousandths, isMinor, lacksGuardian, readPaper, tagsFor } from './rules.ts'

const today = '2026-11-23'

test.each([
  ['a resident’s number says birth and sex', '11010519491231002X', 'resident', { idType: 'resident', number: '11010519491231002X', birth: '1949-12-31', sex: 'female' }],
  ['spaces and a small x are tidied', ' 110105 19491231 002x', 'resident', { idType: 'resident', number: '11010519491231002X', birth: '1949-12-31', sex: 'female' }],
  ['a wrong check digit is a fault', '110105194912310021', 'resident', { fault: 'identity_check', params: {} }],
  ['a passport says neither birth nor sex', 'e12345678', 'foreign', { idType: 'foreign', number: 'E12345678', birth: null, sex: null }],
  ['a passport number is no resident’s number', 'E12345678', 'resident', { fault: 'identity_length', params: { length: 9, expected: 18 } }],
  ['signs are no number of anything', '护照', 'foreign', { fault: 'wrong_form', params: { value: '护照' } }],
] as const)('%s', (_sentence, raw, idType, expected) => {
  expect(readPaper(raw, idType, today)).toEqual(expected)
})

test('the same figures of another kind of paper are another person', () => {
  expect([digestText({ idType: 'foreign', number: 'E1234567' }), digestText({ idType: 'hk_mo_tw', number: 'E1234567' })]).toEqual(['foreign:E1234567', 'hk_mo_tw:E1234567'])
})

test.each([
  ['the day before the eighteenth birthday is still a minor’s', '2008-11-24', true],
  ['the birthday is not', '2008-11-23', false],
])('%s', (_sentence, birth, expected) => {
  expect(isMinor(birth, today)).toBe(expected)
})

test.each([
  ['a minor with a guardian’s name alone lacks a phone', { birthDate: '2010-01-01', guardianName: '家长' }, true],
  ['a minor with both lacks nothing', { birthDate: '2010-01-01', guardianName: '家长', guardianPhone: '1' }, false],
  ['a grown-up needs no guardian', { birthDate: '2000-01-01' }, false],
])('%s', (_sentence, student, expected) => {
  expect(lacksGuardian(student, today)).toBe(expected)
})

test.each([
  ['a school of Qiandongnan is of the paired counties', '522634', [], ['paired_county']],
  ['another county of Guizhou is not', '520000', [], []],
  ['tags given by hand stay', '440605', ['athlete'], ['athlete']],
  ['a school that moved loses the derived tag', '440605', ['paired_county', 'athlete'], ['athlete']],
])('%s', (_sentence, divisionCode, kept, expected) => {
  expect(tagsFor({ divisionCode }, kept)).toEqual(expected)
})

test.each([[81.5, 81500], [0, 0], [100, 100000], [null, null]])('a mark of %s is %s thousandths', (mark, expected) => {
  expect(inThousandths(mark)).toBe(expected)
})
