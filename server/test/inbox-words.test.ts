import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inbox as english } from '@silian/words/en/inbox'
import { inbox as chinese } from '@silian/words/zh-Hans/inbox'
import { expect, test } from 'vitest'

/** Every kind of item that some room asks: in declarations of lifecycles and in services alike. */
const features = join(import.meta.dirname, '../src/features')
const kinds = new Set(
  globSync('**/*.ts', { cwd: features, exclude: (name) => name.endsWith('.test.ts') }).flatMap((file) => [...readFileSync(join(features, file), 'utf8').matchAll(/kind: '([a-z_]+\.[a-z_]+)'/g)].map(([, kind]) => kind!)),
)

test.each([['Chinese', chinese.items], ['English', english.items]])('each kind of inbox item is worded in %s: what it is, why it is here, what to do, and what happens otherwise', (_language, items) => {
  const worded = items as unknown as Record<string, Record<string, Record<string, string>>>
  const bare = [...kinds].filter((kind) => {
    const [noun, verb] = kind.split('.') as [string, string]
    return ['title', 'why', 'todo', 'otherwise'].some((part) => !worded[noun]?.[verb]?.[part])
  })
  expect(kinds.size).toBeGreaterThan(100)
  expect(bare).toEqual([])
})
