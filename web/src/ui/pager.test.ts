import { expect, test } from 'vitest'
import { around } from './pager.tsx'

test.each([
  ['one page', 1, 1, [1]],
  ['few pages are all there', 2, 4, [1, 2, 3, 4]],
  ['a gap of one is filled', 4, 6, [1, 2, 3, 4, 5, 6]],
  ['in the middle, ends and neighbours', 10, 20, [1, null, 9, 10, 11, null, 20]],
  ['at the end', 20, 20, [1, null, 19, 20]],
])('%s', (_sentence, page, last, expected) => {
  expect(around(page, last)).toEqual(expected)
})
