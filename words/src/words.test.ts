import { expect, test } from 'vitest'
import * as en from './en/index.ts'
import { say, t, wordsFor } from './index.ts'
import { spoken } from './spoken.ts'
import { sentenceToTraditional, toTraditional } from './traditional.ts'
import * as zhHans from './zh-Hans/index.ts'

type Tree = string | { readonly [key: string]: Tree }
const leaves = (tree: Tree, path = ''): [string, string][] =>
  typeof tree === 'string' ? [[path, tree]] : Object.entries(tree).flatMap(([key, leaf]) => leaves(leaf, path ? `${path}.${key}` : key))
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)

test('a sentence is said in three languages', () => {
  expect(['zh-Hans', 'zh-Hant', 'en'].map((locale) => t(locale as 'en', 'table.chosen', { count: 3 }))).toEqual(['已选 3 条', '已選 3 條', '3 selected'])
})

test('English has a singular where it needs one', () => {
  const words = wordsFor('en')
  expect([words('when.leftDays', { count: 1 }), words('when.leftDays', { count: 4 })]).toEqual(['1 day', '4 days'])
})

test.each([zhHans, en])('a student reads of rounds, internships and agreements what is read elsewhere', ({ student, rounds, during, signing }) => {
  const { draft: _draft, ...states } = rounds.state
  expect(student.state).toEqual(states)
  expect([student.letter.tag.paired_county, student.home.internship, student.home.agreements]).toEqual([rounds.tag.paired_county, during.home.title, signing.listTitle])
})

test('a key that nobody worded is no sentence', () => {
  expect(say('en', 'inbox:items.nothing.at_all.title')).toBeNull()
})

test('a sentence of another room is said within one, and so is a list of words', () => {
  const params = { finding: 'words:rules:findings.r1_13_missing', who: 'words:rules:who.school words:rules:who.student', count: 2 }

  expect(spoken(params, (key, using) => say('en', key, using as never) ?? '', ', ')).toEqual({ finding: 'Signatures missing on the three-party agreement: School, Student.', who: 'School, Student', count: 2 })
})

test('English puts in what Chinese puts in, and nothing else', () => {
  const chinese = new Map(leaves(zhHans))
  const strangers = leaves(en).flatMap(([key, text]) => {
    const source = chinese.get(key) ?? chinese.get(key.replace(/_one$/, ''))
    return holes(text).filter((hole) => source === undefined || !holes(source).includes(hole)).map((hole) => `${key}: ${hole}`)
  })

  expect(strangers).toEqual([])
})

test('no Chinese sentence is left empty in English, and none is left in Chinese', () => {
  expect(leaves(en).filter(([, text]) => text.trim() === '' || /[一-鿿]/.test(text))).toEqual([])
})

test.each([
  ['佛山市南海区里水镇', '佛山市南海區里水鎮'],
  ['后台征集岗位，复核台账', '後台徵集崗位，覆核台賬'],
  ['干部的里程碑', '幹部的里程碑'],
  ['皇后大道', '皇后大道'],
  ['一周', '一週'],
  ['制造业的制度', '製造業的制度'],
])('%s becomes %s', (simplified, traditional) => {
  expect(toTraditional(simplified)).toBe(traditional)
})

test('our sentences change words, names keep theirs', () => {
  expect([sentenceToTraditional('登录后打印'), toTraditional('登录打印有限公司')]).toEqual(['登入後列印', '登錄打印有限公司'])
})
