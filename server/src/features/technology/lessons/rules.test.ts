import { expect, test } from 'vitest'
import { codesOf, funnelOf, lossesOf, monthsOf } from './rules.ts'

const endings = [
  { state: 'proposed', stage: 0, declineCode: null, month: null },
  { state: 'declined', stage: 0, declineCode: 'wrong_field', month: '2026-10' },
  { state: 'lapsed', stage: 1, declineCode: null, month: '2026-11' },
  { state: 'declined', stage: 2, declineCode: 'terms', month: '2026-11' },
  { state: 'declined', stage: 2, declineCode: 'wrong_field', month: '2026-11' },
  { state: 'contracted', stage: 5, declineCode: null, month: null },
]

test('the funnel adds up: who came so far went on, was lost there, or is still there', () => {
  const funnel = funnelOf(endings)
  expect(funnel.map(({ reached, lost }) => [reached, lost])).toEqual([[6, 1], [4, 1], [3, 2], [1, 0], [1, 0], [1, 0], [0, 0]])
  for (const { stage, reached, lost } of funnel) {
    const there = endings.filter((one) => one.stage === stage && !['declined', 'lapsed'].includes(one.state)).length
    expect(reached).toBe((funnel[stage + 1]?.reached ?? 0) + lost + there)
  }
})

test('losses are told apart by stage and by what was said', () => {
  expect(lossesOf(endings)).toEqual([
    { stage: 0, code: 'wrong_field', count: 1 }, { stage: 1, code: 'lapsed', count: 1 }, { stage: 2, code: 'terms', count: 1 }, { stage: 2, code: 'wrong_field', count: 1 },
  ])
})

test('codes are counted, the commonest first, in all and by month', () => {
  expect(codesOf(endings)).toEqual([{ code: 'wrong_field', count: 2 }, { code: 'terms', count: 1 }])
  expect(monthsOf(endings)).toEqual([{ month: '2026-10', codes: [{ code: 'wrong_field', count: 1 }] }, { month: '2026-11', codes: [{ code: 'terms', count: 1 }, { code: 'wrong_field', count: 1 }] }])
})
