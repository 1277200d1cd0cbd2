import { lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses that are not the open internet: of this machine, of a network behind it, of a cloud's own services, or of nobody. */
const inside = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) inside.addSubnet(network, bits, 'ipv4')
// Only 2000::/3 is given out; of that, documentation, and what carries another address within (Teredo, 6to4).
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const) inside.addSubnet(network, bits, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && given.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

export type Answered = { status: number | null; reply: string; ms: number; fault: 'private_address' | 'unreachable' | 'timeout' | null }
type Sending = { headers: Record<string, string>; body: string; mayReachInside: boolean; patience?: number }

const replyKept = 1024

/**
 * Posts to an address somebody else has named. The name is resolved when it is sent and the connection goes to the very address that
 * was judged, so that a name cannot point elsewhere a moment later. Redirects are not followed: they would lead anywhere.
 */
export function postOutside(address: string, { headers, body, mayReachInside, patience = 10_000 }: Sending): Promise<Answered> {
  const url = new URL(address)
  const began = performance.now()
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const end = (answer: Omit<Answered, 'ms'>) => resolve({ ...answer, ms: Math.round(performance.now() - began) })
    if (!mayReachInside && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host)))) return end({ status: null, reply: '', fault: 'private_address' })
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, lookup: mayReachInside ? undefined : lookupOutside, signal: AbortSignal.timeout(patience), agent: false },
      (response) => {
        const parts: Buffer[] = []
        let length = 0
        const done = () => end({ status: response.statusCode!, reply: textOf(Buffer.concat(parts).subarray(0, replyKept)), fault: null })
        response.on('data', (part: Buffer) => {
          parts.push(part)
          length += part.length
          // Nobody is obliged to read what a stranger sends without end.
          if (length >= replyKept) {
            done()
            response.destroy()
          }
        })
        response.on('end', done)
        response.on('error', () => end({ status: null, reply: '', fault: 'unreachable' }))
      },
    )
    request.on('error', (error) => end({ status: null, reply: '', fault: error instanceof PrivateAddress ? 'private_address' : error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : 'unreachable' }))
    request.end(body)
  })
}

class PrivateAddress extends Error {}

const lookupOutside: LookupFunction = (hostname, options, callback) =>
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    // One bad address among good ones is enough: nobody needs a name that leads both ways.
    if (!addresses.every(({ address }) => isPublicAddress(address))) return callback(new PrivateAddress(), '')
    if (options.all) return callback(null, addresses)
    callback(null, addresses[0]!.address, addresses[0]!.family)
  })

/** What PostgreSQL takes as text. */
const textOf = (bytes: Buffer) => bytes.toString('utf8').replaceAll('\u0000', '')
