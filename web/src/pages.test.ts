import { expect, test } from 'vitest'
import { deskPages } from './desk-pages.ts'
import { phonePages } from './phone-pages.ts'

const partsOf = (path: string) => path.split('/')
const fits = (pattern: string, path: string) => partsOf(pattern).length === partsOf(path).length && partsOf(pattern).every((part, at) => part.startsWith(':') || part === partsOf(path)[at])

test('no page of a phone, which is looked for first, takes the address of one at the desk', () => {
  const taken = deskPages.flatMap(({ path }) => phonePages.filter((phone) => fits(phone.path, path)).map((phone) => `${path} is taken by ${phone.path}`))
  expect(taken).toEqual([])
})

test('no address stands twice', () => {
  const paths = [...phonePages, ...deskPages].map(({ path }) => path)
  expect(paths.filter((path, at) => paths.indexOf(path) < at)).toEqual([])
})
