import { locales, wordsFor } from '@silian/words'
import * as en from '@silian/words/en/index'
import { sentenceToTraditional } from '@silian/words/traditional'
import * as zhHans from '@silian/words/zh-Hans/index'
import { expect, test } from 'vitest'
import { say, type Tree } from './say.ts'

const pathsOf = (tree: Tree, path = ''): string[] => (typeof tree === 'string' ? [path] : Object.entries(tree).flatMap(([key, leaf]) => pathsOf(leaf, path ? `${path}.${key}` : key)))
const holesOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!)
const bundles: Record<string, Record<string, Tree>> = { 'zh-Hans': zhHans, 'zh-Hant': mapLeaves(zhHans) as Record<string, Tree>, en }

function mapLeaves(tree: Tree): Tree {
  return typeof tree === 'string' ? sentenceToTraditional(tree) : Object.fromEntries(Object.entries(tree).map(([key, leaf]) => [key, mapLeaves(leaf)]))
}

test.each(locales)('every sentence in %s is said as the server says it', (locale) => {
  const i18next = wordsFor(locale) as unknown as (key: string, params: object) => string
  const differences = Object.entries(bundles[locale]!).flatMap(([namespace, words]) =>
    pathsOf(words).flatMap((path) => {
      const text = path.split('.').reduce<Tree>((at, key) => (at as Record<string, Tree>)[key]!, words) as string
      const given = Object.fromEntries(holesOf(text).map((name, index) => [name, [`“$& ${index}”`, 7, ''][index % 3]]))
      // A call that forgets a value does not compile, so none is tried.
      return [given, { ...given, count: 0 }, { ...given, count: 1 }, { ...given, count: 12 }].flatMap((params) => {
        const [ours, theirs] = [say(words, locale, path, params), i18next(`${namespace}:${path}`, params)]
        return ours === theirs ? [] : [{ key: `${namespace}:${path}`, params, ours, theirs }]
      })
    }),
  )
  expect(differences).toEqual([])
})

test('a key that nobody worded is no sentence', () => {
  expect([say(en.ui, 'en', 'table.nothing'), say(en.ui, 'en', 'table'), say(undefined, 'en', 'table.total')]).toEqual([null, null, null])
})
