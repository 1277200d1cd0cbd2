import { Converter } from 'opencc-js/t2cn'

/** A text as it is compared, and where each of its UTF-16 units stood in what was written. */
export type PlainText = { text: string; at: (index: number) => number }

let convert: ((text: string) => string) | undefined

/** Any character that simplified writing has not; made at the first use. Most texts have none and are left alone. */
let traditional: RegExp | undefined
/** Where 著 stays 著 in simplified writing; everywhere else it is 着. */
const keepsZhu = /(?:编|显|卓|名|专|原|论|土|昭|拙)著|著(?:作|名|者|述|称|录|书)/

/** NFKC (full width becomes half width), simplified characters, small letters. Linear in the length. */
export function plain(written: string): string {
  const text = written.normalize('NFKC').toLowerCase()
  traditional ??= traditionalCharacters()
  return traditional.test(text) ? simplified(text) : text
}

function traditionalCharacters(): RegExp {
  const all = Array.from({ length: 0x9fff - 0x3400 + 1 }, (_, at) => String.fromCharCode(0x3400 + at))
  return new RegExp(`[${all.filter((character) => simplified(character) !== character).join('')}著]`)
}

function simplified(text: string): string {
  const made: string = (convert ??= Converter({ from: 't', to: 'cn' }))(text)
  if (!made.includes('著')) return made
  return made.replace(/.?著.?/gu, (part: string) => (keepsZhu.test(part) ? part : part.replace('著', '着')))
}

/** As `plain`, with the way back. Slower, so only for the few texts that are shown with marks. */
export function plainWithPositions(written: string): PlainText {
  const whole = plain(written)
  const places: number[] = []
  let rebuilt = ''
  for (let index = 0; index < written.length; ) {
    const character = String.fromCodePoint(written.codePointAt(index)!)
    const made = character.normalize('NFKC').toLowerCase()
    rebuilt += made
    for (let unit = 0; unit < made.length; unit++) places.push(index)
    index += character.length
  }
  places.push(written.length)
  // Where letters combine or a phrase changes its length, each character by itself is near enough: only marks depend on it.
  const text = whole.length === rebuilt.length ? whole : rebuilt
  return { text, at: (index) => places[Math.min(index, places.length - 1)] ?? written.length }
}
