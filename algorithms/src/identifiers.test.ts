import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ageOn, creditCodeCheck, identityCheck, isOrganisationCode, maskIdentityNumber, maskMobile, maskName, readCreditCode, readIdentityNumber, readMobile,
} from './identifiers.ts'

const today = '2026-09-01'
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

test.each(['914403001922038216', '9144030071526726XG', '91330100799655058B', '91110000802100433B'])('%s is a social credit code and its organisation code checks too', (code) => {
  expect(readCreditCode(code)).toEqual({ code, warning: null })
})

test.each([
  ['full width', '９１４４０３００７１５２６７２６ＸＧ'], ['lower case', '9144030071526726xg'], ['spaces', ' 9144 0300 7152 6726 XG '], ['hyphens', '91440300-71526726X-G'],
  ['an apostrophe of Excel', "'9144030071526726XG"], ['a zero-width space', '\u200B9144030071526726XG'], ['HTML', '<b>9144030071526726XG</b>'],
])('a social credit code written with %s is read', (_how, raw) => {
  expect(readCreditCode(raw)).toEqual({ code: '9144030071526726XG', warning: null })
})

test.each([
  ['914403001922038217', 'credit_code_check', {}],
  ['91440300192203821', 'credit_code_length', { length: 17, expected: 18 }],
  ['9144030019220382166', 'credit_code_length', { length: 19, expected: 18 }],
  ['', 'credit_code_length', { length: 0, expected: 18 }],
  ['9144O3001922038216', 'credit_code_character', { position: 5, character: 'O' }],
  ['91440300192203821S', 'credit_code_character', { position: 18, character: 'S' }],
  ['914403001922038000', 'credit_code_cut', {}],
  ['9.14403E+17', 'credit_code_cut', {}],
] as const)('the social credit code %j is refused as %s', (raw, code, params) => {
  expect(readCreditCode(raw)).toEqual({ fault: code, params })
})

test('a code whose organisation code does not check is accepted with a warning', () => {
  const first17 = '91440300192203822'
  expect(isOrganisationCode('192203822')).toBe(false)
  expect(readCreditCode(first17 + creditCodeCheck(first17))).toEqual({ code: `${first17}${creditCodeCheck(first17)}`, warning: 'organisation_code_check' })
})

const creditCode = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 }).map((first17) => first17 + creditCodeCheck(first17))

test('every change of one character of a social credit code is caught', () => {
  fc.assert(
    fc.property(creditCode, fc.nat(17), fc.constantFrom(...alphabet), (code, at, character) => {
      fc.pre(code[at] !== character)
      expect(readCreditCode(code)).toHaveProperty('code', code)
      expect(readCreditCode(code.slice(0, at) + character + code.slice(at + 1))).toHaveProperty('fault')
    }),
    { numRuns: 2000 },
  )
})

test('every swap of two neighbours in a social credit code is caught', () => {
  fc.assert(
    fc.property(creditCode, fc.nat(16), (code, at) => {
      fc.pre(code[at] !== code[at + 1])
      expect(readCreditCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2))).toHaveProperty('fault')
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['11010519491231002X', { number: '11010519491231002X', kind: 'resident', birth: '1949-12-31', sex: 'female', age: 76 }],
  ['440524188001010014', { fault: 'identity_age', params: { age: 146 } }],
  ['110105194912310021', { fault: 'identity_check', params: {} }],
  ['１１０１０５１９４９１２３１００２ｘ', { number: '11010519491231002X', kind: 'resident', birth: '1949-12-31', sex: 'female', age: 76 }],
  ['11010519491231002×', { number: '11010519491231002X', kind: 'resident', birth: '1949-12-31', sex: 'female', age: 76 }],
  ['11010519491231002Ⅹ', { number: '11010519491231002X', kind: 'resident', birth: '1949-12-31', sex: 'female', age: 76 }],
  ['110105 19491231 002X', { number: '11010519491231002X', kind: 'resident', birth: '1949-12-31', sex: 'female', age: 76 }],
  ['110105491231002', { fault: 'identity_15_digits', params: {} }],
  ['11010519491231002', { fault: 'identity_17_digits', params: {} }],
  ['1101051949123100', { fault: 'identity_length', params: { length: 16, expected: 18 } }],
  ['1101051949123I002X', { fault: 'identity_letter', params: { position: 14, character: 'I' } }],
  ['11O10519491231002X', { fault: 'identity_letter', params: { position: 3, character: 'O' } }],
  ['11A10519491231002X', { fault: 'identity_character', params: { position: 3, character: 'A' } }],
  ['11010519491231002Y', { fault: 'identity_character', params: { position: 18, character: 'Y' } }],
  ['110105194912310000', { fault: 'identity_cut', params: {} }],
  ['1.10105E+17', { fault: 'identity_cut', params: {} }],
  ['110105194913310025', { fault: 'identity_date', params: { date: '19491331' } }],
  ['110105194902300023', { fault: 'identity_date', params: { date: '19490230' } }],
] as const)('the identity number %j is read as %j', (raw, expected) => {
  expect(readIdentityNumber(raw, today)).toEqual(expected)
})

test('the oldest published vector was valid on a day when its bearer could live', () => {
  expect(readIdentityNumber('440524188001010014', '1990-01-01')).toMatchObject({ birth: '1880-01-01', sex: 'male', age: 110 })
})

const withCheck = (first17: string) => first17 + identityCheck(first17)

test.each([
  ['810000200001010011', 'hong_kong'], ['820000200001010011', 'macao'], ['830000200001010011', 'taiwan'], ['990000200001010011', 'resident'],
])('the first digits of %s tell the kind of card', (written, kind) => {
  const identity = readIdentityNumber(withCheck(written.slice(0, 17)), today)
  expect(identity).toMatchObject({ kind: written.startsWith('99') ? 'foreigner' : kind, birth: '2000-01-01', sex: 'male', age: 26 })
})

test('nobody is born tomorrow, and today is allowed', () => {
  expect(readIdentityNumber(withCheck('11010520260902001'), today)).toEqual({ fault: 'identity_future', params: { date: '2026-09-02' } })
  expect(readIdentityNumber(withCheck('11010520260901001'), today)).toMatchObject({ age: 0 })
})

const identity = fc
  .tuple(fc.integer({ min: 110_000, max: 659_999 }), fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true }), fc.integer({ min: 0, max: 999 }))
  .map(([division, birth, order]) => withCheck(`${division}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`))

test('every change of one digit and every swap of two neighbours in an identity number is caught', () => {
  fc.assert(
    fc.property(identity, fc.nat(17), fc.constantFrom(...'0123456789X'), (number, at, digit) => {
      expect(readIdentityNumber(number, today)).toHaveProperty('number', number)
      const changed = number.slice(0, at) + digit + number.slice(at + 1)
      expect(changed === number || 'fault' in readIdentityNumber(changed, today)).toBe(true)
      const swapped = number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2)
      expect(swapped === number || 'fault' in readIdentityNumber(swapped, today)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['2008-09-01', 18], ['2008-09-02', 17], ['2008-08-31', 18], ['2008-02-29', 18],
])('somebody born on %s is %i on 1 September 2026', (birth, age) => {
  expect(ageOn(birth, today)).toBe(age)
})

test.each([
  '13800000000', '１３８００００００００', '138 0000 0000', '138-0000-0000', '+8613800000000', '+86 138 0000 0000', '8613800000000', '008613800000000', "'13800000000", '13800000000.0', '(86)13800000000',
])('the mobile number %j is stored with the country code', (raw) => {
  expect(readMobile(raw)).toEqual({ mobile: '+8613800000000' })
})

test.each([
  ['1380000000', 'mobile_length', { length: 10, expected: 11 }],
  ['138000000000', 'mobile_length', { length: 12, expected: 11 }],
  ['12800000000', 'mobile_prefix', { prefix: '12' }],
  ['1380000000O', 'mobile_character', { position: 11, character: 'O' }],
  ['1.38E+10', 'mobile_cut', {}],
  ['020-82000000', 'mobile_landline', {}],
  ['82000000', 'mobile_landline', {}],
  ['+852 5123 4567', 'mobile_foreign', { code: '852' }],
] as const)('the mobile number %j is refused as %s', (raw, code, params) => {
  expect(readMobile(raw)).toEqual({ fault: code, params })
})

test.each([
  ['杨雪梅', '杨＊梅'], ['杨梅', '杨＊'], ['杨', '杨'], ['欧阳雪梅', '欧＊＊梅'], ['买买提·艾力', '买＊＊·＊力'], ['𠮷野家', '𠮷＊家'], ['', ''],
])('the name %j is shown as %j', (name, masked) => {
  expect(maskName(name)).toBe(masked)
})

test('numbers show only what identifies nobody', () => {
  expect(maskMobile('+8613800000000')).toBe('138＊＊＊＊0000')
  expect(maskMobile('123')).toBe('＊＊＊')
  expect(maskIdentityNumber('11010519491231002X')).toBe('1101＊＊＊＊＊＊＊＊＊＊＊02X')
  expect(maskIdentityNumber('123')).toBe('＊＊＊')
})
