import { expect, test } from 'vitest'
import { newer } from './draft-store.ts'

const at = (time: string) => ({ content: { time }, at: new Date(`2026-11-23T${time}:00Z`) })

test.each([
  ['nothing on this device', null, at('06:00'), '06:00'],
  ['this device is later', at('07:00'), at('06:00'), '07:00'],
  ['another device is later', at('06:00'), at('07:00'), '07:00'],
])('%s: the later draft is shown', (_sentence, here, there, shown) => {
  expect(newer(here, there).content.time).toBe(shown)
})

test('of two drafts of the same minute this device keeps its own', () => {
  const here = at('06:00')
  expect(newer(here, at('06:00'))).toBe(here)
})
