import { expect, test } from 'vitest'
import { plain, plainWithPositions } from './plain-text.ts'

test.each([
  ['鋁型材擠壓模具', '铝型材挤压模具'],
  ['ＣＮＣ　加工０．０１ｍｍ', 'cnc 加工0.01mm'],
  ['著力解決，名著', '着力解决,名著'],
  ['Ⅳ型瓶 ㎡ ①', 'iv型瓶 m2 1'],
  ['IGBT模块', 'igbt模块'],
  ['', ''],
])('%s is compared as %s', (written, compared) => {
  expect(plain(written)).toBe(compared)
})

test('a place in the compared text leads back to the place in what was written', () => {
  const { text, at } = plainWithPositions('㎡單位：鋁材')
  const start = text.indexOf('铝材')
  expect([at(start), at(start + 2)]).toEqual([4, 6])
})
