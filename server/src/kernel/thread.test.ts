import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inThread, inWatchedThread } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'silian-thread-'))
const module = `file://${join(folder, 'work.mjs')}`
beforeAll(() =>
  writeFileSync(
    join(folder, 'work.mjs'),
    `export const add = (a, b) => a + b
     export const fail = () => { throw new Error('no') }
     export function count(most, { progress }) { for (let at = 0; at <= most; at++) progress(at / most, at < most / 2 ? 'first' : 'second'); return 'counted' }
     export function forever({ progress }) { progress(0.5, 'waiting'); for (;;); }`,
  ),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a thread answers, or throws what it throws', async () => {
  expect(await inThread(module, 'add', 2, 3)).toBe(5)
  await expect(inThread(module, 'fail')).rejects.toThrow('no')
})

test('a watched thread tells how far it is, a hundred times at most', async () => {
  const told: [number, string][] = []
  expect(await inWatchedThread(module, 'count', [10_000], { progress: (done, step) => void told.push([done, step]), signal: new AbortController().signal })).toBe('counted')
  expect([told.length, told[0], told.at(-1)]).toEqual([101, [0, 'first'], [1, 'second']])
})

test('a watched thread ends at once when it is to, however busy it is', async () => {
  const controller = new AbortController()
  const work = inWatchedThread(module, 'forever', [], { progress: () => controller.abort(new Error('stopped')), signal: controller.signal })
  await expect(work).rejects.toThrow('stopped')
})

test('a thread that is not wanted before it begins does not answer', async () => {
  await expect(inWatchedThread(module, 'forever', [], { progress: () => {}, signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped')
})
