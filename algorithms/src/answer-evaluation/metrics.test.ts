import { expect, test } from 'vitest'
import { abstention, ndcg, recall } from './metrics.ts'

const grades = new Map([['a', 3], ['b', 1], ['c', 0]])

test('the best order is 1, and a wrong order what the formula says', () => {
  expect(ndcg(['a', 'b', 'c'], grades)).toBe(1)
  expect(ndcg(['c', 'b', 'a'], grades)).toBeCloseTo((1 / Math.log2(3) + 7 / 2) / (7 + 1 / Math.log2(3)), 12)
})

test('a need with nothing right has no score', () => {
  expect([ndcg(['a'], new Map([['a', 0]])), recall(['a'], new Map())]).toEqual([null, null])
})

test('recall counts what is right among the first ten', () => {
  expect(recall(['x', 'a'], grades)).toBe(0.5)
})

test('saying nothing is right only where nothing is', () => {
  const outcomes = [{ nothingRight: true, saidNothing: true }, { nothingRight: true, saidNothing: false }, { nothingRight: false, saidNothing: true }, { nothingRight: false, saidNothing: false }]
  expect(abstention(outcomes)).toEqual({ needsWithNothing: 2, saidNothing: 2, rightlySaid: 1, precision: 0.5, recall: 0.5, f1: 0.5, balancedAccuracy: 0.5 })
})
