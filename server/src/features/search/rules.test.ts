import { expect, test } from 'vitest'
import { readingOf, wordsIn } from './reading/service.ts'
import { haystackOf, marksOf, probesOf, probesOfSlips, slipsIn, tokensOf, type Kind, type Words } from './rules.ts'

const wordsOf = (title: string, change: Partial<Words> = {}): Words => ({ title: readingOf(title), english: [], codes: [], more: [], ...change })

/** The same question the database answers: has it all tokens of a probe, and all its words? */
function finds(query: string, title: string, change: Partial<Words> = {}, kind: Kind = 'organisation') {
  const words = wordsOf(title, change)
  const tokens = new Set(tokensOf(kind, words))
  const haystack = haystackOf(words)
  return probesOf(wordsIn(query)).some((probe) => probe.tokens.every((token) => tokens.has(`o${token}`)) && probe.words.every((word) => haystack.includes(word)))
}

test.each([
  ['the whole name', '南海信息技术学校', '南海信息技术学校'],
  ['one character', '海', '南海信息技术学校'],
  ['two characters from the middle', '信息', '南海信息技术学校'],
  ['traditional characters find simplified ones', '南海信息技術學校', '南海信息技术学校'],
  ['simplified characters find traditional ones', '机械', '佛山機械廠'],
  ['initials', 'nhxx', '南海信息技术学校'],
  ['initials in capitals', 'NHXX', '南海信息技术学校'],
  ['initials from the middle', 'xxjs', '南海信息技术学校'],
  ['two initials', 'nh', '南海信息技术学校'],
  ['pinyin', 'nanhai', '南海信息技术学校'],
  ['pinyin that breaks off within a syllable', 'nanhaixinx', '南海信息技术学校'],
  ['pinyin with spaces', 'nan hai', '南海信息技术学校'],
  ['ü typed as v', 'lvxingcai', '铝型材'],
  ['full-width digits and letters', '６０６３铝', '6063铝型材'],
  ['digits before Chinese', '6063铝型材', '６０６３鋁型材挤压'],
  ['two words in any order', '学校 南海', '南海信息技术学校'],
  ['brackets are nobody’s business', '示例南海', '示例（南海）学校'],
  ['a short word of Latin letters', 'cnc', 'CNC 数控'],
] as const)('%s', (_sentence, query, title) => {
  expect(finds(query, title)).toBe(true)
})

test.each([
  ['characters that do not stand together', '南信', '南海信息技术学校'],
  ['other initials', 'nhyy', '南海信息技术学校'],
  ['a single Latin letter', 'n', '南海信息技术学校'],
  ['nothing but signs', '（）', '南海信息技术学校'],
] as const)('%s find nothing', (_sentence, query, title) => {
  expect(finds(query, title)).toBe(false)
})

test('an English name is found by a word, and by the beginning of a word', () => {
  const english = { english: wordsIn('Nanhai Robotics Works') }
  expect([finds('robotics', '示例机器人厂', english), finds('robo', '示例机器人厂', english), finds('nanhai works', '示例机器人厂', english)]).toEqual([true, true, true])
})

test('a running number is found whole, by its beginning, and by its last part', () => {
  const codes = { codes: ['x20260317', '0317'] }
  expect(['X-2026-0317', 'x2026', '0317', 'X-2026-0318'].map((query) => finds(query, '装配钳工', codes))).toEqual([true, true, true, false])
})

test('words of the owner find a thing, its initials do not', () => {
  const more = { more: [readingOf('示例电梯厂').letters.join('')] }
  expect([finds('电梯', '装配钳工', more), finds('sldt', '装配钳工', more)]).toEqual([true, false])
})

test('a rare character is one, and never half of one', () => {
  expect([finds('𠮷野', '𠮷野家示例'), finds('𠮷', '𠮷野家示例')]).toEqual([true, true])
  expect(tokensOf('organisation', wordsOf('𠮷野家示例', { english: ['𝒶𝒷𝒸'] })).filter((token) => !token.isWellFormed())).toEqual([])
})

test('tokens of one kind are none of another', () => {
  expect(tokensOf('student', wordsOf('陈嘉明')).filter((token) => tokensOf('teacher', wordsOf('陈嘉明')).includes(token))).toEqual([])
})

test.each([
  ['one wrong character', '南海新息技术', '南海信息技术学校'],
  ['a character too many', '南海的信息技术', '南海信息技术学校'],
  ['a character missing', '南海信技术', '南海信息技术学校'],
  ['two letters changed over', 'nanhia', '南海信息技术学校'],
  ['a wrong letter in initials', 'nhxxjz', '南海信息技术学校'],
] as const)('%s: a slip is forgiven', (_sentence, query, title) => {
  const tokens = new Set(tokensOf('organisation', wordsOf(title)))
  const [key] = wordsIn(query)
  expect(probesOfSlips(key!).some((probe) => probe.tokens.every((token) => tokens.has(`o${token}`)))).toBe(true)
})

test('what is too short to miss a letter of is taken as it is', () => {
  expect([probesOfSlips('南海'), probesOfSlips('nhx'), probesOfSlips('')]).toEqual([[], [], []])
})

test.each([
  ['it stands there', '南海信息', '信息', 0],
  ['one letter differs', '南海信息', '新息', 1],
  ['one letter is missing', 'nanhai', 'nahai', 1],
  ['two letters are changed over', 'nanhai', 'nahnai', 2],
  ['nothing is alike', '南海', '佛山', 2],
] as const)('how many slips: %s', (_sentence, text, word, count) => {
  expect(slipsIn(text, word)).toBe(count)
})

test.each([
  ['what is written', '示例（南海）信息学校', ['信息'], [[6, 8]]],
  ['initials', '南海信息技术学校', ['xxjs'], [[2, 6]]],
  ['pinyin that breaks off', '南海信息技术学校', ['nanha'], [[0, 2]]],
  ['traditional characters where they stand', '佛山機械廠', ['机械'], [[2, 4]]],
  ['two words that touch become one', '南海信息技术学校', ['南海', '信息'], [[0, 4]]],
  ['over a bracket', '示例（南海）信息学校', ['南海信息'], [[3, 8]]],
  ['nothing where the hit was elsewhere', '装配钳工', ['电梯'], []],
] as const)('marked in a title: %s', (_sentence, title, words, marks) => {
  expect(marksOf(readingOf(title), words)).toEqual(marks)
})
