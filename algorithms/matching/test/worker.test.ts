import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { place, type Market } from '../src/index.ts'
import { answer } from '../src/worker.ts'
import { roundOf } from './markets.ts'

const market: Market = {
  applicants: Array.from({ length: 500 }, (_, s) => ({ id: `s${s}`, choices: [`p${s % 20}`, `p${(s * 7) % 20}`].filter((id, at, all) => all.indexOf(id) === at) })),
  posts: Array.from({ length: 20 }, (_, p) => ({ id: `p${p}`, capacity: 20 })),
  applications: [],
}
const applications = market.applicants.flatMap(({ id, choices }) => choices.map((post) => ({ student: id, post, score: 1 })))
const input = { ...market, applications }

type Message = { id: number; type: string; done?: number; result?: unknown; faults?: unknown[] }

test('a worker thread tells its progress, answers with the same result, and lists faults', async () => {
  const worker = new Worker(new URL('../src/worker.ts', import.meta.url))
  const heard: Message[] = []
  const ended = (id: number) =>
    new Promise<Message>((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (message: Message) => {
        heard.push(message)
        if (message.id === id && message.type !== 'progress') resolve(message)
      })
      worker.postMessage({ id, input: id === 1 ? input : { ...input, posts: 3 }, round: roundOf() })
    })
  const first = await ended(1)
  expect(first.result).toEqual(place(input, roundOf()))
  const steps = heard.filter(({ type }) => type === 'progress').map(({ done }) => done!)
  expect(steps.length).toBeGreaterThan(3)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect((await ended(2)).faults).toContainEqual({ code: 'not-a-list', path: ['posts'] })
  await worker.terminate()
})

test('a run whose shared flag is set stops at its next step', () => {
  const cancel = new SharedArrayBuffer(4)
  const heard: Message[] = []
  const port = {
    postMessage(message: unknown) {
      heard.push(message as Message)
      if ((message as Message).done! >= 0.15) Atomics.store(new Int32Array(cancel), 0, 1)
    },
  }
  answer(port, { id: 7, input, round: roundOf(), cancel })
  expect(heard.at(-1)).toEqual({ id: 7, type: 'cancelled' })
  expect(heard.some(({ type }) => type === 'result')).toBe(false)
})
