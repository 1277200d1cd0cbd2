import { scoreText } from './wording.ts'

/** UTF-8 text put down piece by piece in one growing page: for texts that are mostly the same bytes again and again. */
export interface Page {
  clear(): void
  bytes(source: Uint8Array, from?: number, to?: number): void
  text(piece: string): void
  whole(value: number): void
  /** As `scoreText` writes it. */
  score(thousandths: number): void
  length(): number
  /** What was put down since `clear`; overwritten by the next text. */
  read(): Uint8Array
}

const ZERO = 48
const encoder = new TextEncoder()
export const utf8Of = (text: string): Uint8Array => encoder.encode(text)

export function newPage(): Page {
  let page = new Uint8Array(4096)
  let at = 0

  function room(wanted: number) {
    if (at + wanted <= page.length) return
    const larger = new Uint8Array(2 * (at + wanted))
    larger.set(page)
    page = larger
  }

  function bytes(source: Uint8Array, from = 0, to = source.length) {
    room(to - from)
    const [into, shift] = [page, at - from]
    for (let i = from; i < to; i++) into[shift + i] = source[i]!
    at += to - from
  }

  // By hand, because an encoder's answer is an array of its own, dearer than a short text.
  function text(piece: string) {
    room(3 * piece.length)
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i)
      if (unit < 0x80) page[at++] = unit
      else if (unit < 0x800) {
        page[at++] = 0xc0 | (unit >> 6)
        page[at++] = 0x80 | (unit & 63)
      } else if (unit < 0xd800 || unit > 0xdfff) {
        page[at++] = 0xe0 | (unit >> 12)
        page[at++] = 0x80 | ((unit >> 6) & 63)
        page[at++] = 0x80 | (unit & 63)
      } else {
        bytes(utf8Of(piece.slice(i, i + 2)))
        i++
      }
    }
  }

  function digits(value: number) {
    room(10)
    let count = 1
    for (let rest = (value / 10) | 0; rest > 0; rest = (rest / 10) | 0) count++
    let rest = value | 0
    for (let i = at + count - 1; i >= at; i--) {
      const tenth = (rest / 10) | 0
      page[i] = ZERO + rest - 10 * tenth
      rest = tenth
    }
    at += count
  }

  return {
    clear: () => {
      at = 0
    },
    bytes,
    text,
    whole: (value) => (value >= 0 && value < 2 ** 31 ? digits(value) : text(`${value}`)),
    score(thousandths) {
      if (thousandths <= -(2 ** 31) || thousandths >= 2 ** 31) return text(scoreText(thousandths))
      const size = Math.abs(thousandths) | 0
      const units = (size / 1000) | 0
      const rest = size - 1000 * units
      room(1)
      if (thousandths < 0) page[at++] = 45
      digits(units)
      room(4)
      const tenths = (rest / 100) | 0
      const hundredths = ((rest - 100 * tenths) / 10) | 0
      const last = rest - 100 * tenths - 10 * hundredths
      page[at++] = 46
      page[at++] = ZERO + tenths
      if (hundredths > 0 || last > 0) page[at++] = ZERO + hundredths
      if (last > 0) page[at++] = ZERO + last
    },
    length: () => at,
    read: () => page.subarray(0, at),
  }
}
