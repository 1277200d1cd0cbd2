import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embed } from './embedding-endpoint.ts'

/** A stand-in that speaks the format: a vector is the text's length and its first character. */
const asked: { model: string; input: string[]; key: string | undefined }[] = []
let answerWith: (input: string[]) => unknown
const server = createServer((request, reply) => {
  const pieces: Buffer[] = []
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.on('end', () => {
    const { model, input } = JSON.parse(Buffer.concat(pieces).toString()) as { model: string; input: string[] }
    asked.push({ model, input, key: request.headers.authorization })
    reply.statusCode = request.url === '/broken' ? 500 : 200
    reply.setHeader('content-type', 'application/json')
    reply.end(JSON.stringify(answerWith(input)))
  })
})
let origin: string
beforeAll(async () => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const lengths = (input: string[]) => ({ data: input.map((text, index) => ({ index, embedding: [text.length, text.codePointAt(0)] })).reverse() })

test('texts are asked in batches and come back in order, whatever the order of the reply', async () => {
  answerWith = lengths
  const vectors = await embed(['甲', '乙丙', '丁戊己'], { endpoint: `${origin}/v1/embeddings`, model: 'm', key: 'k', batch: 2 })
  expect(vectors.map(([length]) => length)).toEqual([1, 2, 3])
  expect(asked.splice(0)).toEqual([
    { model: 'm', input: ['甲', '乙丙'], key: 'Bearer k' },
    { model: 'm', input: ['丁戊己'], key: 'Bearer k' },
  ])
})

test.each([
  ['fewer vectors than texts', (input: string[]) => ({ data: lengths(input).data.slice(1) }), '0 vectors for 1 texts'],
  ['something else', () => ({ error: 'no' }), '0 vectors for 1 texts'],
  ['words in place of numbers', () => ({ data: [{ index: 0, embedding: ['x'] }] }), '0 vectors for 1 texts'],
])('a reply with %s is refused', async (_what, answer, message) => {
  answerWith = answer
  await expect(embed(['甲'], { endpoint: origin, model: 'm' })).rejects.toThrow(message)
})

test('an endpoint that fails is an error, not a ranking without it', async () => {
  answerWith = lengths
  await expect(embed(['甲'], { endpoint: `${origin}/broken`, model: 'm' })).rejects.toThrow('HTTP 500')
})
