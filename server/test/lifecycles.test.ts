import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { everyLifecycle, lifecyclesPage } from './lifecycles-page.ts'

test('the pictures in the docs are those of the declarations', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/lifecycles.md'), 'utf8')).toBe(await lifecyclesPage())
})

test('every state but the first can be reached, and every transition leads between declared states', async () => {
  for (const { life } of await everyLifecycle()) {
    const moves = Object.values(life.transitions)
    const reached = new Set([life.states[0], ...moves.map(({ to }) => to)])
    expect([life.noun, life.states.filter((state) => !reached.has(state))]).toEqual([life.noun, []])
    expect([life.noun, moves.flatMap(({ from, to }) => [...from, to]).filter((state) => !life.states.includes(state))]).toEqual([life.noun, []])
  }
})
