import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import * as matching from '../src/index.ts'

test('the example of the README prints what the README says', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, code, printed] = /```ts\n(.*?)```\n\nprints\n\n```\n(.*?)```/s.exec(text)!
  const body = code!.replace(/^import .*$/m, '').replaceAll(' as const', '')
  const lines: string[] = []
  const say = (value: unknown) => lines.push(typeof value === 'string' ? value : inspect(value))
  // oxlint-disable-next-line typescript/no-implied-eval -- runs our own README, to hold it to what it says it prints
  const run = new Function('matching', 'console', `const { claimText, defaultPolicy, explain, guarantees, place, sentence } = matching\n${body}`)
  run(matching, { log: say })
  expect(`${lines.join('\n')}\n`).toBe(printed)
})
