import { expect, test } from 'vitest'
import { busyLine } from '../../test/busy-line.ts'
import { inLine } from './thread-line.ts'

const module = 'data:text/javascript,export const add = (a, b) => a + b; export const fail = () => { throw new Error("no") }'
const add = (a: number, b: number, gone = new AbortController().signal) => inLine<number>(module, 'add', [a, b], gone)

test('more than can work at once come in turn, and what one throws holds nobody up', async () => {
  const sums = Promise.all([1, 2, 3, 4, 5].map((n) => add(n, n)))
  await expect(inLine(module, 'fail', [], new AbortController().signal)).rejects.toThrow('no')
  expect(await sums).toEqual([2, 4, 6, 8, 10])
})

test('whoever would wait behind too many is refused at once; a place left is free again', async () => {
  const line = await busyLine()
  await expect(add(1, 1)).rejects.toThrow('too_busy')
  const places = await line.leaveWaiting()
  const sums = Promise.all(Array.from({ length: places }, (_, n) => add(n, n)))
  await expect(add(1, 1)).rejects.toThrow('too_busy')
  await line.end()
  expect((await sums).at(-1)).toBe(2 * (places - 1))
})

test('what nobody waits for any more ends at once, busy or not begun', async () => {
  const line = await busyLine()
  await line.leaveWaiting()
  const sum = add(1, 1)
  await line.leaveWorking()
  expect(await sum).toBe(2)
  await line.end()
  await expect(add(1, 1, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
})
