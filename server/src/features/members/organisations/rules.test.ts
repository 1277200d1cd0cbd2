import { expect, test } from 'vitest'
import { maskEmail, maskName, maskPhone, readUscc, searchKey, tidyPhone } from './rules.ts'

test.each([
  ['a mobile number keeps three and four digits', maskPhone, '+8613812340000', '138＊＊＊＊0000'],
  ['a landline keeps the area code', maskPhone, '0757-81234567', '075＊＊＊＊4567'],
  ['a short number keeps two and two', maskPhone, '81234567', '81＊＊＊＊67'],
  ['a very short one keeps nothing', maskPhone, '110', '＊＊＊＊'],
  ['no number stays none', maskPhone, null, null],
  ['an address keeps its first letter and its domain', maskEmail, 'wang@example.cn', 'w＊＊＊@example.cn'],
  ['a name of three keeps first and last', maskName, '杨小梅', '杨＊梅'],
  ['a name of two keeps the first', maskName, '李雷', '李＊'],
  ['a long name keeps its ends', maskName, '阿卜杜拉', '阿＊＊拉'],
] as const)('%s', (_sentence, mask, value, expected) => {
  expect((mask as (text: string | null) => string | null)(value)).toBe(expected)
})

test('a credit code is accepted with spaces and in lower case, and refused with one wrong character', () => {
  expect(readUscc('91350100m000100y4 3')).toMatchObject({ code: '91350100M000100Y43' })
  expect(readUscc('91350100M000100Y44')).toMatchObject({ fault: 'credit_code_check' })
})

test('a mobile number is kept in one form, a landline as typed', () => {
  expect([tidyPhone('138 1234 0000'), tidyPhone(' 0757-81234567 ')]).toEqual(['+8613812340000', '0757-81234567'])
})

test('a name is found without its punctuation and width', () => {
  expect(searchKey('示例（南海）·机械 Ｃo.')).toBe('示例南海机械co')
})
