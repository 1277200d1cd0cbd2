import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPhotoKind, withoutNotes } from './rules.ts'

const bytes = (...parts: (string | number[] | Uint8Array)[]) => new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part)))))
const two = (number: number) => [number >> 8, number & 255]
const four = (number: number) => [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]
const segment = (marker: number, content: Uint8Array) => bytes([0xff, marker], two(content.length + 2), content)
const has = (whole: Uint8Array, text: string) => Buffer.from(whole).includes(Buffer.from(text, 'latin1'))

/** EXIF as phones write it: big-endian, one entry for how it was held, and a place. */
const exif = (orientation: number) => segment(0xe1, bytes('Exif\0\0MM\0*', four(8), two(2), two(0x0112), two(3), four(1), two(orientation), [0, 0], two(0x8825), two(4), four(1), four(38), four(0), 'N23.0123 E113.1456 iPhone of 示例'))
const frame = segment(0xc0, bytes([8], two(16), two(16), [1, 1, 0x11, 0]))
const scan = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])
const jpeg = (...notes: Uint8Array[]) => bytes([0xff, 0xd8], ...notes, segment(0xdb, new Uint8Array(65)), frame, scan, [0xff, 0xd9])

const chunk = (name: string, content: Uint8Array) => bytes(four(content.length), name, content, [0, 0, 0, 0])
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const header = chunk('IHDR', bytes(four(4), four(4), [8, 2, 0, 0, 0]))
const pixels = chunk('IDAT', new Uint8Array(deflateSync(Buffer.alloc(52))))
const png = (...notes: Uint8Array[]) => bytes(pngHead, header, ...notes, pixels, chunk('IEND', new Uint8Array()))

const little = (number: number) => [number & 255, (number >> 8) & 255, (number >> 16) & 255, number >>> 24]
const riff = (name: string, content: Uint8Array) => bytes(name, little(content.length), content, content.length % 2 ? [0] : [])
const webp = (...chunks: Uint8Array[]) => bytes('RIFF', little(4 + chunks.reduce((sum, { length }) => sum + length, 0)), 'WEBP', ...chunks)

describe('where, when and by which phone', () => {
  test('a JPEG loses place, comment and maker, and keeps picture and colour', () => {
    const photo = jpeg(segment(0xe0, bytes('JFIF\0')), exif(1), segment(0xe2, bytes('ICC_PROFILE\0red')), segment(0xed, bytes('Photoshop 3.0 by 示例')), segment(0xfe, bytes('taken at home')))
    const plain = withoutNotes(photo, 'jpeg')!

    expect(['E113.1456', 'iPhone', 'Exif', 'Photoshop', 'taken at home'].filter((one) => has(plain, one))).toEqual([])
    expect(['JFIF', 'ICC_PROFILE'].filter((one) => has(plain, one))).toHaveLength(2)
    expect(has(plain, Buffer.from(scan).toString('latin1'))).toBe(true)
  })

  test('how the phone was held is kept, or the picture would lie on its side', () => {
    const plain = withoutNotes(jpeg(exif(6)), 'jpeg')!
    expect(has(plain, 'Exif')).toBe(true)
    expect(has(plain, 'E113.1456')).toBe(false)
    // Reading it again finds the same.
    expect(withoutNotes(plain, 'jpeg')).toEqual(plain)
  })

  test('a film behind the end of a JPEG goes, too', () => {
    expect(withoutNotes(bytes(jpeg(), 'ftypmp42 with its own GPS'), 'jpeg')).toEqual(withoutNotes(jpeg(), 'jpeg'))
  })

  test('scans of a progressive JPEG all stay', () => {
    const photo = bytes([0xff, 0xd8], segment(0xc2, frame.slice(4)), scan, exif(1), scan, [0xff, 0xd9])
    expect(withoutNotes(photo, 'jpeg')!.length).toBe(photo.length - exif(1).length)
  })

  test('a PNG loses EXIF, text and time', () => {
    const plain = withoutNotes(png(chunk('eXIf', bytes('MM GPS')), chunk('tEXt', bytes('Author\0示例')), chunk('tIME', new Uint8Array(7)), chunk('gAMA', bytes(four(45455)))), 'png')
    expect(plain).toEqual(png(chunk('gAMA', bytes(four(45455)))))
  })

  test('a WebP loses EXIF and XMP, and its head no longer promises them', () => {
    const head = (flags: number) => riff('VP8X', bytes([flags, 0, 0, 0, 3, 0, 0, 3, 0, 0]))
    const picture = riff('VP8 ', new Uint8Array(21))
    expect(withoutNotes(webp(head(0x0c), picture, riff('EXIF', bytes('MM GPS')), riff('XMP ', bytes('<x:xmpmeta>'))), 'webp')).toEqual(webp(head(0), picture))
  })
})

test.each([
  ['a JPEG that ends in the middle', jpeg().slice(0, -8), 'jpeg'],
  ['three bytes of JPEG before a text', bytes([0xff, 0xd8, 0xff, 0xe0], 'dear teacher, this is my homework'), 'jpeg'],
  ['a JPEG without a picture', bytes([0xff, 0xd8], exif(1), [0xff, 0xd9]), 'jpeg'],
  ['a JPEG of no height', bytes([0xff, 0xd8], segment(0xc0, bytes([8], two(0), two(16), [1, 1, 0x11, 0])), scan, [0xff, 0xd9]), 'jpeg'],
  ['a PNG head before a program', bytes(pngHead, 'MZ this program cannot be run'), 'png'],
  ['a PNG without pixels', bytes(pngHead, header, chunk('IEND', new Uint8Array())), 'png'],
  ['a PNG that ends in the middle', png().slice(0, -14), 'png'],
  ['a WebP that promises more than it has', webp(riff('VP8 ', new Uint8Array(20))).slice(0, 24), 'webp'],
  ['a WebP of notes alone', webp(riff('EXIF', bytes('MM'))), 'webp'],
] as const)('%s is no photo', (_sentence, content, kind) => {
  expect(withoutNotes(content, kind)).toBeNull()
})

test('whatever comes, it answers a picture or nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('jpeg', 'png', 'webp'), fc.constantFrom(jpeg(exif(3)), png(), webp(riff('VP8 ', new Uint8Array(9)))), fc.nat(), (noise, kind, photo, at) => {
      const place = at % photo.length
      for (const content of [noise, bytes(photo.slice(0, place), noise, photo.slice(place))]) {
        const plain = withoutNotes(content, kind as 'jpeg')
        expect(plain === null || plain.length <= content.length + 36).toBe(true)
      }
    }),
  )
})

test('a PDF is not even tried', () => {
  expect([isPhotoKind('pdf'), isPhotoKind(null), isPhotoKind('webp')]).toEqual([false, false, true])
})
