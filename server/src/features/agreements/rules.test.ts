import { expect, test } from 'vitest'
import { faultsOf, filled, inTurn, isEmpty, isSameName, isShortCooperation, linesOf, monthsBetween, textOf, whyNotSignOn, type Section } from './rules.ts'
import { faultsOfTemplate, requiredOf } from './templates/rules.ts'
import { starters } from './templates/starters/rules.ts'

test.each([
  ['words', '甲方提供住宿', false],
  ['nothing', '', true],
  ['spaces and strokes', ' ____ —— ', true],
  ['punctuation alone', '（ ）。', true],
  ['a word that holds a place', '待定', true],
  ['the same with a full stop', '待补充。', true],
  ['TBD', 'TBD', true],
  ['a number', '8', false],
  ['the word “none” is an answer', '无', false],
])('a section of %s', (_sentence, text, expected) => {
  expect(isEmpty(text)).toBe(expected)
})

test.each([
  ['the same', '示例学生', '示例学生', true],
  ['with a space in between', '示例 学生', '示例学生', true],
  ['with another dot', '买买提•示例', '买买提·示例', true],
  ['rare characters', '𠮷䶮', '𠮷䶮', true],
  ['one that looks alike', '吉䶮', '𠮷䶮', false],
  ['wide letters', 'Ａｌｉ', 'ali', true],
  ['half of it', '示例', '示例学生', false],
  ['nothing', ' ', '示例学生', false],
])('a typed name: %s', (_sentence, typed, name, expected) => {
  expect(isSameName(typed, name)).toBe(expected)
})

test.each([
  ['three years to the day', '2027-01-01', '2029-12-31', 36, false],
  ['a day short of three years', '2027-01-01', '2029-12-30', 35, true],
  ['from the last of a month', '2027-01-31', '2030-01-30', 36, false],
  ['a single day', '2027-01-01', '2027-01-01', 0, true],
  ['a leap year', '2028-02-29', '2031-02-27', 35, true],
])('rule 1.17: a cooperation over %s', (_sentence, startsOn, endsOn, months, short) => {
  expect([monthsBetween(startsOn, endsOn), isShortCooperation({ kind: 'cooperation', startsOn, endsOn })]).toEqual([months, short])
})

test.each([
  ['the day before', 'three_party', '2027-02-28', null],
  ['the first day itself', 'three_party', '2027-03-01', null],
  ['the day after', 'three_party', '2027-03-02', 'signed_after_start'],
  ['a consent the day after', 'consent', '2027-03-02', 'signed_after_start'],
  ['a cooperation the day after', 'cooperation', '2027-03-02', null],
] as const)('rule 1.13: signed on %s', (_sentence, kind, day, expected) => {
  expect(whyNotSignOn({ kind, startsOn: '2027-03-01' }, day)).toBe(expected)
})

const party = (position: number, signed = false) => ({ position, signedAt: signed ? new Date(0) : null })
test.each([
  ['nobody has signed: all of the first position', [party(1), party(1), party(2)], 2],
  ['one of the first has: the other', [party(1, true), party(1), party(2)], 1],
  ['all of the first have: the second', [party(1, true), party(1, true), party(2)], 1],
  ['the second has signed on paper already: still the first', [party(1), party(2, true)], 1],
  ['all have', [party(1, true)], 0],
])('whose turn it is when %s', (_sentence, parties, expected) => {
  expect(inTurn(parties)).toHaveLength(expected)
})

test.each(starters.map(({ kind, sections }) => [kind, sections] as const))('the program’s own words for %s are whole, and each placeholder is asked for by its name', (kind, sections) => {
  expect(faultsOfTemplate(kind, sections)).toEqual([])
  const holes = new Set(faultsOf({ kind, startsOn: '2027-01-01', endsOn: '2027-06-30', facts: {}, sections, parties: [] }).filter(({ path }) => path[0] === 'facts').map(({ path }) => path[1]!))
  const facts = Object.fromEntries([...holes].map((name) => [name, '示例']))
  const left = faultsOf({ kind, startsOn: '2027-01-01', endsOn: '2027-06-30', facts, sections, parties: [] }).filter(({ path }) => path[0] !== 'parties')
  expect(left).toEqual(kind === 'other' ? [{ path: ['sections', 'content'], code: 'empty' }] : [])
})

test('rule 1.14: a three-party agreement has nine sections that it cannot be without', () => {
  expect(requiredOf('three_party')).toHaveLength(9)
})

const sections: Section[] = [
  { code: 'one', title: '工作', text: '岗位：{{post}}，\n报酬：{{pay}}。', required: true },
  { code: 'two', title: '补充', text: ' ', required: false },
  { code: 'three', title: '其他', text: '无。', required: true },
]
const toWrite = { kind: 'other', number: 'A-2026-0001', title: '示例协议', supersedes: null, parties: [{ label: '学校', name: '示例学校' }], startsOn: '2027-03-01', endsOn: '2027-08-31', sections, facts: { post: '装调', pay: '3400 元' } }

test('the text is the same for the same facts, leaves out what is empty, and numbers what is there', () => {
  const text = '示例协议\n编号：A-2026-0001\n\n学校：示例学校\n期限：2027年3月1日至2027年8月31日\n\n一、工作\n岗位：装调，\n报酬：3400 元。\n\n二、其他\n无。'
  expect(textOf(toWrite)).toBe(text)
  expect(textOf({ ...toWrite, supersedes: 'A-2025-0009' })).toContain('编号：A-2026-0001\n本文本经各方签署后替代 A-2025-0009。')
})

test('the paper shows the text line by line, word for word', () => {
  const text = textOf(toWrite)
  const lines = linesOf(text, sections)
  expect([toWrite.title, ...lines.map((line) => line.text)].join('\n')).toBe(text)
  expect(lines.filter(({ heading }) => heading).map((line) => line.text)).toEqual(['一、工作', '二、其他'])
})

test('a fact that is only spaces fills nothing', () => {
  expect(filled('报酬：{{pay}}', { pay: '  ' })).toBe('报酬：{{pay}}')
})
