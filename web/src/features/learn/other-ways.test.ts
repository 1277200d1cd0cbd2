import { traceMatching } from '@silian/algorithms/trace-matching'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleNames, examples } from './examples.ts'
import { readCode } from './market-code.ts'
import { drawAgain } from './market-edit.ts'
import { otherWays } from './other-ways.ts'

const marketOf = (code: string) => readCode(code).market!
const wishesOf = (code: string) => otherWays(marketOf(code)).map(({ way, got, passed }) => [way, got && [...got.values()].map((one) => one?.wish ?? '-').join(' '), passed.length])

test.each(exampleNames)('of %s the first way gives what was watched step by step, whatever the draw', (name) => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (chances) => {
      const market = drawAgain(marketOf(examples[name]), () => chances.next().value)
      const { placement } = traceMatching(market)
      const [first] = otherWays(market)
      expect(Object.fromEntries([...first!.got!].map(([student, one]) => [student, one?.post ?? null]))).toEqual(placement)
      expect(first!.passed).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('a seat that is given away at once passes over whoever asks later with more', () => {
  // 3 puts A second and is the best there; by then A is gone.
  expect(wishesOf('A1.B1_1-A60.2-B90.3-B80-A95')).toEqual([
    ['student-proposing', '- 1 2', 0],
    ['post-proposing', '- 1 2', 0],
    ['total-satisfaction', expect.any(String), expect.any(Number)],
    ['immediate-acceptance', '1 1 -', 1],
  ])
})

test('posts first can leave both worse off than they would have been', () => {
  expect(wishesOf('A1.B1_1-A70-B80.2-B70-A80').slice(0, 2)).toEqual([['student-proposing', '1 1', 0], ['post-proposing', '2 2', 0]])
})

test('only the first way keeps reserved seats', () => {
  expect(otherWays(marketOf(examples.reserved)).map(({ got }) => got !== null)).toEqual([true, false, false, false])
})
