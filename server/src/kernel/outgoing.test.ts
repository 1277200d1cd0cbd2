import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress, postOutside } from './outgoing.ts'

let server: Server | undefined
afterEach(() => void server?.close())

const listen = (answer: Parameters<typeof createServer>[1]) =>
  new Promise<string>((resolve) => {
    server = createServer(answer as never).listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}/`))
  })
const sending = { headers: {}, body: '{}', mayReachInside: true }

test.each([
  ['127.0.0.1'], ['127.255.0.1'], ['10.1.2.3'], ['172.16.0.1'], ['172.31.255.255'], ['192.168.1.1'], ['169.254.169.254'], ['100.64.0.1'], ['0.0.0.0'], ['224.0.0.1'], ['255.255.255.255'],
  ['198.18.0.1'], ['203.0.113.9'], ['::'], ['::1'], ['fe80::1'], ['fc00::1'], ['fd12:3456::1'], ['ff02::1'], ['::ffff:127.0.0.1'], ['::ffff:8.8.8.8'], ['64:ff9b::7f00:1'], ['2002:7f00:1::'],
  ['2001:db8::1'], ['2001::1'], ['not an address'],
])('%s is not the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([['8.8.8.8'], ['172.32.0.1'], ['100.128.0.1'], ['2606:4700::1111'], ['2400:3200::1']])('%s is', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['an address of this machine', 'https://127.0.0.1/'],
  ['the same in another notation', 'https://0x7f.1/'],
  ['the same as one number', 'https://2130706433/'],
  ['the same in the newer protocol', 'https://[::1]/'],
  ['a name that leads to this machine', 'https://localhost/'],
  ['the keys of a cloud', 'https://169.254.169.254/latest/meta-data'],
  ['anything without encryption', 'http://8.8.8.8/'],
])('nothing is sent to %s', async (_what, address) => {
  expect(await postOutside(address, { ...sending, mayReachInside: false, patience: 3000 })).toMatchObject({ status: null, fault: 'private_address' })
})

test('what is answered comes back with its status, the first kilobyte of it', async () => {
  const url = await listen((_request, reply) => reply.writeHead(418).end('x'.repeat(5000)))
  expect(await postOutside(url, sending)).toMatchObject({ status: 418, reply: 'x'.repeat(1024), fault: null })
})

test('a redirect is an answer, and is not followed', async () => {
  const seen: string[] = []
  const url = await listen((request, reply) => {
    seen.push(request.url!)
    reply.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect([(await postOutside(url, sending)).status, seen]).toEqual([302, ['/']])
})

test('who does not answer is not waited for', async () => {
  const url = await listen(() => {})
  expect(await postOutside(url, { ...sending, patience: 100 })).toMatchObject({ status: null, fault: 'timeout' })
  server!.closeAllConnections()
})

test('where nobody listens, it says so', async () => {
  const url = await listen(() => {})
  await new Promise((resolve) => server!.close(resolve))
  expect(await postOutside(url, sending)).toMatchObject({ status: null, fault: 'unreachable' })
})
