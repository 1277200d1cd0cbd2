// FIPS 180-4 SHA-256 and RFC 2104 HMAC in typed arrays: synchronous, and the same in a browser as in Node.

const K = new Uint32Array(64)
const START = new Uint32Array(8)
for (let found = 0, candidate = 2; found < 64; candidate++) {
  let prime = true
  for (let divisor = 2; divisor * divisor <= candidate; divisor++) if (candidate % divisor === 0) prime = false
  if (!prime) continue
  K[found] = fraction(Math.cbrt(candidate))
  if (found < 8) START[found] = fraction(Math.sqrt(candidate))
  found++
}

function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32)
}

const W = new Int32Array(64)
const KI = new Int32Array(K)

function compress(state: Uint32Array, block: Uint8Array, at: number): void {
  for (let i = 0; i < 16; i++) {
    const j = at + 4 * i
    W[i] = (block[j]! << 24) | (block[j + 1]! << 16) | (block[j + 2]! << 8) | block[j + 3]!
  }
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15]!
    const y = W[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    W[i] = (W[i - 16]! + s0 + W[i - 7]! + s1) | 0
  }
  let a = state[0]! | 0
  let b = state[1]! | 0
  let c = state[2]! | 0
  let d = state[3]! | 0
  let e = state[4]! | 0
  let f = state[5]! | 0
  let g = state[6]! | 0
  let h = state[7]! | 0
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + KI[i]! + W[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

export interface Hash {
  update(bytes: Uint8Array): void
  digest(): Uint8Array
}

export function hash(from: Uint32Array = START, alreadyHashed = 0): Hash {
  const state = Uint32Array.from(from)
  const block = new Uint8Array(64)
  let held = 0
  let total = alreadyHashed
  return {
    update(bytes) {
      total += bytes.length
      let at = 0
      if (held > 0) {
        at = Math.min(64 - held, bytes.length)
        block.set(bytes.subarray(0, at), held)
        held += at
        if (held < 64) return
        compress(state, block, 0)
        held = 0
      }
      for (; at + 64 <= bytes.length; at += 64) compress(state, bytes, at)
      block.set(bytes.subarray(at), 0)
      held = bytes.length - at
    },
    digest() {
      const bits = total * 8
      block[held++] = 0x80
      if (held > 56) {
        block.fill(0, held)
        compress(state, block, 0)
        held = 0
      }
      block.fill(0, held)
      const view = new DataView(block.buffer)
      view.setUint32(56, Math.floor(bits / 2 ** 32))
      view.setUint32(60, bits >>> 0)
      compress(state, block, 0)
      return bigEndian(state)
    },
  }
}

function bigEndian(state: Uint32Array): Uint8Array {
  const out = new Uint8Array(32)
  const view = new DataView(out.buffer)
  for (let i = 0; i < 8; i++) view.setUint32(4 * i, state[i]!)
  return out
}

const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

export function sha256(data: Uint8Array | string): Uint8Array {
  const whole = hash()
  whole.update(typeof data === 'string' ? utf8(data) : data)
  return whole.digest()
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const sha256Hex = (data: Uint8Array | string): string => hex(sha256(data))

/** HMAC-SHA-256 with the key prepared once: two compressions per short message instead of four. */
export function hmac(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const short = key.length > 64 ? sha256(key) : key
  const inner = Uint32Array.from(START)
  const outer = Uint32Array.from(START)
  const pad = new Uint8Array(64)
  for (let i = 0; i < 64; i++) pad[i] = (short[i] ?? 0) ^ 0x36
  compress(inner, pad, 0)
  for (let i = 0; i < 64; i++) pad[i] = (short[i] ?? 0) ^ 0x5c
  compress(outer, pad, 0)
  return (message) => {
    const first = hash(inner, 64)
    first.update(message)
    const second = hash(outer, 64)
    second.update(first.digest())
    return second.digest()
  }
}
