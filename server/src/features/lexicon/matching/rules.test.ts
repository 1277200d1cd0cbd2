import { expect, test } from 'vitest'
import { worthShowing } from './rules.ts'

const row = (id: string, score: number, fit: number) => ({ id, score, fit })

test.each([
  ['what fits is shown although its score alone is low', { nothingFits: false, ranked: [row('a', 0.09, 0.22), row('b', 0.05, 0.1)] }, ['a']],
  ['the one that fits best comes first', { nothingFits: false, ranked: [row('a', 0.4, 0.5), row('b', 0.39, 0.55)] }, ['b', 'a']],
  ['where nothing fits, the nearest two are there to look at', { nothingFits: true, ranked: [row('a', 0.09, 0.17), row('b', 0.08, 0.12), row('c', 0.07, 0.11)] }, ['a', 'b']],
])('%s', (_what, ranking, ids) => {
  expect(worthShowing({ threshold: 0.18, ...ranking }, 2).map(({ id }) => id)).toEqual(ids)
})
