/**
 * Photos without what a phone writes into them: where it was, when, which device, whose. Only what is needed to draw the picture is kept,
 * so that a kind of note nobody has thought of is dropped too. Pixels are not touched.
 */
type Kind = 'jpeg' | 'png' | 'webp'
export const photoKinds: readonly Kind[] = ['jpeg', 'png', 'webp']
export const isPhotoKind = (kind: string | null): kind is Kind => (photoKinds as readonly (string | null)[]).includes(kind)

/** The picture alone, or null where the bytes only look like one. */
export function withoutNotes(bytes: Uint8Array, kind: Kind): Uint8Array | null {
  try {
    return { jpeg: plainJpeg, png: plainPng, webp: plainWebp }[kind](bytes)
  } catch (error) {
    // Reading past the end: it was cut off.
    if (error instanceof RangeError) return null
    throw error
  }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const nameAt = (bytes: Uint8Array, at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length))

/** Tables, frames, scans; JFIF (E0), the colour profile (E2 with ICC_PROFILE) and Adobe's colour transform (EE). */
function plainJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  let framed = false
  let scanned = false
  let turned: Uint8Array | null = null
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    while (view.getUint8(at + 1) === 0xff) at++
    const marker = view.getUint8(at + 1)
    if (marker === 0xd9) break
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    const segment = bytes.subarray(at, at + 2 + length)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      if (view.getUint16(at + 5) === 0 || view.getUint16(at + 7) === 0) return null
      framed = true
    }
    if (marker === 0xe1) turned ??= orientationOf(segment)
    const isProfile = marker === 0xe2 && nameAt(segment, 4, 11) === 'ICC_PROFILE'
    if ((marker < 0xe0 && marker >= 0xc0) || marker === 0xe0 || marker === 0xee || isProfile) parts.push(segment)
    at += 2 + length
    if (marker !== 0xda) continue
    scanned = true
    const from = at
    // Inside a scan FF is followed by 00 or a restart mark; anything else ends it.
    while (!(view.getUint8(at) === 0xff && view.getUint8(at + 1) !== 0 && (view.getUint8(at + 1) & 0xf8) !== 0xd0)) at++
    parts.push(bytes.subarray(from, at))
  }
  if (!framed || !scanned) return null
  // What follows the end is dropped as well: some phones append a film.
  return joined([parts[0]!, ...(turned ? [turned] : []), ...parts.slice(1), new Uint8Array([0xff, 0xd9])])
}

/** How the phone was held is all that is kept of EXIF: as a segment of its own with this one entry, or null when upright. */
function orientationOf(segment: Uint8Array): Uint8Array | null {
  if (nameAt(segment, 4, 6) !== 'Exif\0\0') return null
  const view = viewOf(segment)
  const little = nameAt(segment, 10, 2) === 'II'
  const directory = 10 + view.getUint32(14, little)
  for (let entry = 0; entry < view.getUint16(directory, little); entry++) {
    const at = directory + 2 + entry * 12
    if (view.getUint16(at, little) !== 0x0112) continue
    const value = view.getUint16(at + 8, little)
    if (value < 2 || value > 8) return null
    return new Uint8Array([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0])
  }
  return null
}

const pngKept = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']
function plainPng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let drawn = false
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const name = nameAt(bytes, at + 4)
    if (at + 12 + length > bytes.length) return null
    if (at === 8 && (name !== 'IHDR' || length !== 13 || view.getUint32(16) === 0 || view.getUint32(20) === 0)) return null
    if (name === 'IDAT' && length > 0) drawn = true
    if (pngKept.includes(name)) parts.push(bytes.subarray(at, at + 12 + length))
    at += 12 + length
    if (name === 'IEND') return drawn ? joined(parts) : null
  }
}

const webpKept = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
function plainWebp(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes)
  const end = 8 + view.getUint32(4, true)
  if (end > bytes.length) return null
  const parts: Uint8Array[] = []
  let drawn = false
  for (let at = 12; at + 8 <= end; ) {
    const name = nameAt(bytes, at)
    const length = view.getUint32(at + 4, true)
    const padded = 8 + length + (length % 2)
    if (at + 8 + length > end) return null
    const chunk = bytes.slice(at, at + padded)
    // The head says which notes follow: none do.
    if (name === 'VP8X') chunk[8] = chunk[8]! & ~0x0c
    if (['VP8 ', 'VP8L', 'ANMF'].includes(name) && length > 0) drawn = true
    if (webpKept.includes(name)) parts.push(chunk)
    at += padded
  }
  if (!drawn) return null
  const body = joined(parts)
  const head = new Uint8Array(12)
  head.set(bytes.subarray(0, 12))
  viewOf(head).setUint32(4, 4 + body.length, true)
  return joined([head, body])
}
