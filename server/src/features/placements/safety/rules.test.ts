import { expect, test } from 'vitest'
import { draw, faultsOf, isPassed, isRight, shuffled } from './rules.ts'
import { starterQuestions } from './starter/rules.ts'

const bank = Array.from({ length: 40 }, (_one, index) => ({ id: `q${index}`, topic: ['fire', 'electric', 'rights'][index % 3]! }))

test('the set to begin with can be published as it is: thirty questions and more, each with a right answer, in two languages', () => {
  expect(starterQuestions.length).toBeGreaterThanOrEqual(30)
  expect(faultsOf({ questions: starterQuestions, drawn: 20 })).toEqual([])
  expect(starterQuestions.filter(({ textEn, why, whyEn, options }) => !textEn || !why || !whyEn || options.some((option) => !option.textEn))).toEqual([])
  expect(new Set(starterQuestions.map(({ text }) => text)).size).toBe(starterQuestions.length)
})

test('the right answer is not always in the same place, and true is not always true', () => {
  const truths = starterQuestions.filter(({ kind }) => kind === 'truth').map(({ answer }) => answer[0])
  expect(new Set(truths).size).toBe(2)
  const places = starterQuestions.filter(({ kind }) => kind === 'single').map(({ text, answer, options }) => shuffled(options.map((_option, at) => at), String, text).indexOf(answer[0]!))
  expect(new Set(places).size).toBeGreaterThan(2)
})

test('a test asks so many different questions, of every topic, the same ones again for the same test', () => {
  const drawn = draw(bank, 20, 'one')
  expect([drawn.length, new Set(drawn.map(({ id }) => id)).size, new Set(drawn.map(({ topic }) => topic)).size]).toEqual([20, 20, 3])
  expect(draw(bank, 20, 'one')).toEqual(drawn)
  expect(draw(bank, 20, 'another').map(({ id }) => id)).not.toEqual(drawn.map(({ id }) => id))
})

test('a bank that is smaller than its test gives what it has', () => {
  expect(draw(bank.slice(0, 3), 20, 'one')).toHaveLength(3)
})

test.each<[string, number[], number[], boolean]>([
  ['all right ones and none else', [2, 0], [0, 2], true],
  ['half of them is not right', [0], [0, 2], false],
  ['one too many is not right', [0, 1, 2], [0, 2], false],
  ['nothing is not right', [], [1], false],
])('%s', (_sentence, given, answer, expected) => {
  expect(isRight(given, answer)).toBe(expected)
})

test('sixteen of twenty pass at eighty in a hundred, fifteen do not', () => {
  expect([isPassed(16, 20, 80), isPassed(15, 20, 80), isPassed(0, 0, 80)]).toEqual([true, false, false])
})

test('faults of a bank come all at once', () => {
  const question = { kind: 'single' as const, options: [{ text: 'a', textEn: null }, { text: 'b', textEn: null }], answer: [0] }
  expect(faultsOf({ drawn: 5, questions: [question, { ...question, answer: [0, 1] }, { ...question, kind: 'multiple' }, { ...question, answer: [2] }] })).toEqual([
    { path: ['drawn'], code: 'too_few' },
    { path: ['questions', 1, 'answer'], code: 'not_one' },
    { path: ['questions', 2, 'answer'], code: 'too_few' },
    { path: ['questions', 3, 'answer'], code: 'unknown' },
  ])
})
