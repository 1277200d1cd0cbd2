import { expect, test } from 'vitest'
import { codeFrom, fitsKind, inGroupsOf, isIdle, normalCode, normalLogin, whyNotPassword } from './rules.ts'

const owner = { login: 'chenmin', name: '陈敏' }

test.each([
  ['four words with a number are good', 'Correct-Horse-42-staple', null],
  ['Chinese characters count as a class of their own', '桂花开了两树Mei7', null],
  ['nine characters are one too few', 'kR7!pq2Zx', 'password_short'],
  ['ten characters are enough', 'kR7!pq2Zxw', null],
  ['characters outside the basic plane count once', '𠮷𠮷𠮷kR7!q', 'password_short'],
  ['two classes are too few', 'mountainriver77', 'password_simple'],
  ['three classes are enough', 'Mountainriver77', null],
  ['the login inside is refused', 'Chenmin-7788-xy', 'password_personal'],
  ['the login behind signs is refused', 'xxCHENM!N7788zz', 'password_personal'],
  ['the name inside is refused', '陈敏的密码是Xk9-ww', 'password_personal'],
  ['what everybody tries is refused', 'Password123!', 'password_common'],
  ['signs for letters do not help', 'P@$$w0rd1234', 'password_common'],
  ['runs of the keyboard are refused', '1qaz2wsx#EDC', 'password_common'],
  ['the year does not help', 'Woaini1314@2026', 'password_common'],
  ['the place does not help', 'Nanhai@123456', 'password_common'],
  ['one character again and again is refused', 'Aaaaaaaaaaa1!', 'password_common'],
] as const)('%s', (_sentence, password, expected) => {
  expect(whyNotPassword(password, owner)).toBe(expected)
})

test('a long name inside a password is refused', () => {
  expect(whyNotPassword('欧阳子轩Xk9-wwQ', { login: 'ouyang', name: '欧阳子轩' })).toBe('password_personal')
})

test.each([
  ['Chen.Min@Example.CN ', 'chen.min@example.cn'],
  ['138 0000 0000', '+8613800000000'],
  ['+86-13800000000', '+8613800000000'],
  ['８６１３８００００００００', '+8613800000000'],
  ['20260101', '20260101'],
])('%s signs in as %s', (typed, expected) => {
  expect(normalLogin(typed)).toBe(expected)
})

const moment = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 6, minutes))

test.each([
  ['a contact comes back within half an hour', 'school_contact', 29, false],
  ['a contact is out after half an hour', 'school_contact', 30, true],
  ['an officer of the secretariat comes back within a quarter', 'secretariat', 14, false],
  ['an officer of the secretariat is out after a quarter', 'secretariat', 15, true],
] as const)('%s', (_sentence, role, minutes, expected) => {
  expect(isIdle(role, moment(0), moment(minutes))).toBe(expected)
})

test('codes use letters that are not mistaken, and are read as people type them', () => {
  expect(codeFrom(Uint8Array.of(0, 31, 32, 255))).toBe('A9A9')
  expect(inGroupsOf(4, 'ABCDEFGH')).toBe('ABCD-EFGH')
  expect(normalCode(' abcd – efgh')).toBe('ABCDEFGH')
})

test('a role fits its kind of organisation', () => {
  expect(fitsKind('teacher', 'school')).toBe(true)
  expect(fitsKind('teacher', 'enterprise')).toBe(false)
  expect(fitsKind('secretariat', 'government')).toBe(false)
})
