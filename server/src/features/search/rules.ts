/**
 * What a text is found by, and what a query asks for. Texts arrive as readings: simplified, half width, lower case, letters and digits
 * only. Two neighbouring characters are a token for Chinese, three letters for everything written in letters, pinyin and initials too;
 * what a title or a code begins with is one more, so that exact and leading hits are found however common the rest is.
 */

/** A text as it is compared: its letters, where each stood in the original, and how each sounds (itself, where it is no Han character). */
export type Reading = { letters: readonly string[]; at: readonly number[]; sounds: readonly string[] }

export type Kind = 'organisation' | 'post' | 'technology' | 'service' | 'achievement' | 'team' | 'offer' | 'policy' | 'student' | 'teacher' | 'round' | 'agreement'
/** Begins every token of the kind. */
export const letterOf: Readonly<Record<Kind, string>> = { organisation: 'o', post: 'p', technology: 'n', service: 'v', achievement: 'a', team: 'm', offer: 'f', policy: 'l', student: 's', teacher: 't', round: 'r', agreement: 'g' }

export const isHan = (letter: string) => /\p{Script=Han}/u.test(letter)
export const keyOf = ({ letters }: Pick<Reading, 'letters'>) => letters.join('')
const pinyinOf = ({ sounds }: Reading) => sounds.join('')
/** By characters: a rare one takes two units, and half of it is no text. */
const headOf = (text: string, size: number) => [...text].slice(0, size).join('')
const initialsOf = ({ sounds, letters }: Reading) => sounds.map((sound, at) => (isHan(letters[at]!) ? headOf(sound, 1) : sound)).join('')

const grams = (text: readonly string[] | string, size: number) => {
  const letters = [...text]
  return letters.length < size ? [] : Array.from({ length: letters.length - size + 1 }, (_, at) => letters.slice(at, at + size).join(''))
}

/** Runs of Han characters and of other letters, in order: 6063铝型材 is two. */
export const runsOf = (key: string): { han: boolean; text: string }[] => (key.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).map((text) => ({ han: isHan(text), text }))

/** Lengths at which the beginning of a code is a token; a longer one is found by the last of these and then compared. */
const codeEdges = [4, 6, 8, 10, 14]
const titleEdges = [1, 2, 3, 4]
const edge = (text: string, size: number) => `^${headOf(text, size)}`

/** What an entry is made of. `more` is searched but neither pinyin nor initials: owners, places, the beginning of a description. */
export type Words = { title: Reading; english: readonly string[]; codes: readonly string[]; more: readonly string[] }

export function tokensOf(kind: Kind, { title, english, codes, more }: Words): string[] {
  const found = new Set<string>()
  const add = (...tokens: readonly string[]) => tokens.forEach((token) => found.add(token))
  const letters = (word: string) => add(headOf(word, 2), ...grams(word, 3))
  const key = keyOf(title)
  for (const { han, text } of runsOf(key)) {
    if (han) add(...text, ...grams(text, 2))
    else letters(text)
  }
  if (isHan(key)) {
    const initials = initialsOf(title)
    add(...grams(initials, 2), ...grams(initials, 3), ...grams(pinyinOf(title), 3))
    add(...titleEdges.slice(1).map((size) => edge(initials, size)), ...titleEdges.slice(1).map((size) => edge(pinyinOf(title), size)))
  }
  add(...titleEdges.map((size) => edge(key, size)))
  for (const word of english) letters(word)
  for (const code of codes) add(...codeEdges.filter((size) => size <= code.length).map((size) => edge(code, size)))
  for (const word of more) {
    for (const { han, text } of runsOf(word)) {
      if (han) add(...grams(text, 2))
      else letters(text)
    }
  }
  return [...found].map((token) => letterOf[kind] + token)
}

/** What candidates are compared with: fields between bars, the title first. */
export const haystackOf = ({ title, english, codes, more }: Words) =>
  `${[keyOf(title), isHan(keyOf(title)) ? initialsOf(title) : '', isHan(keyOf(title)) ? pinyinOf(title) : '', english.join(''), ...english, ...codes, ...more].join('|')}|`

/**
 * Tokens an entry must have, without the letter of its kind, and words it must contain. What has the tokens `first`, a title that begins
 * so, is looked for first; where that gives enough, the rest is not looked for.
 */
export type Probe = { tokens: string[]; words: string[]; first?: string[] }

/** Neighbouring tokens say the same twice: those that just cover the run are enough, for the words themselves are compared afterwards. */
const covering = (text: string, size: number) => grams(text, size).filter((_, at, all) => at % size === 0 || at === all.length - 1)
const tokensOfRun = ({ han, text }: { han: boolean; text: string }): string[] => {
  const length = [...text].length
  if (han) return length < 2 ? [text] : covering(text, 2)
  return length < 2 ? [] : length < 3 ? [text] : covering(text, 3)
}
const unique = (texts: readonly string[]) => [...new Set(texts)]

/** What to look for: all the words, the same at the beginning of a title, and a code. Nothing for a single Latin letter. */
export function probesOf(words: readonly string[]): Probe[] {
  const key = words.join('')
  const tokens = unique(words.flatMap((word) => runsOf(word).flatMap(tokensOfRun)))
  const probes: Probe[] = []
  if (tokens.length > 0) {
    // A short beginning says all that its parts would.
    const short = [...key].length <= titleEdges.at(-1)!
    probes.push({ tokens, words: [...words], first: short ? [edge(key, [...key].length)] : [...tokens, edge(key, titleEdges.at(-1)!)] })
  }
  if (/^[a-z0-9]+$/.test(key) && /\d/.test(key)) {
    const size = codeEdges.findLast((one) => one <= key.length)
    if (size) probes.push({ tokens: [edge(key, size)], words: [key] })
  }
  return probes
}

/**
 * One slip of the pen: the tokens without those that touch one place, then two neighbouring places, for each place. For what is too
 * short to miss anything of, nothing.
 */
export function probesOfSlips(key: string): Probe[] {
  const runs = runsOf(key)
  const [run] = runs
  if (!run || runs.length > 1) return []
  const size = run.han ? 2 : 3
  const letters = [...run.text]
  const all = grams(letters, size)
  const without = (from: number, until: number) => all.filter((_, at) => at + size <= from || at >= until)
  const fewest = run.han ? 1 : Math.min(2, all.length - size)
  if (letters.length < size + 1 || fewest < 1) return []
  const widths = run.han ? [1] : [1, 2]
  const sets = widths.flatMap((width) => letters.map((_, at) => without(at, at + width))).filter((set) => set.length >= fewest)
  const distinct = [...new Map(sets.map((set) => [unique(set).sort().join(' '), unique(set)])).values()]
  // A set that holds another finds nothing more than that one.
  const least = distinct.filter((set) => !distinct.some((other) => other !== set && other.length < set.length && other.every((one) => set.includes(one))))
  return least.slice(0, 16).map((tokens) => ({ tokens, words: [] }))
}

/** How many letters have to be changed for `word` to stand somewhere in `text` (Sellers 1980). */
export function slipsIn(text: string, word: string): number {
  const letters = [...word]
  let column = letters.map((_, at) => at + 1)
  let best = letters.length
  for (const letter of text) {
    let diagonal = 0
    let above = 0
    const next: number[] = []
    for (const [at, wanted] of letters.entries()) {
      const here = Math.min(diagonal + (wanted === letter ? 0 : 1), column[at]! + 1, above + 1)
      diagonal = column[at]!
      above = here
      next.push(here)
    }
    column = next
    best = Math.min(best, column.at(-1)!)
  }
  return best
}

export const slipsAllowed = (key: string) => ([...key].length >= (isHan(key) ? 6 : 8) ? 2 : 1)

/** Where the words stand in a title, in characters of the original: written, by sound, or by initials. Merged and in order. */
export function marksOf(title: Reading, words: readonly string[]): [number, number][] {
  const places = words.flatMap((word) => placesOf(title, word)).sort(([one], [other]) => one - other)
  const merged: [number, number][] = []
  for (const [from, until] of places) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else merged.push([from, until])
  }
  return merged
}

function placesOf({ letters, at, sounds }: Reading, word: string): [number, number][] {
  const span = (from: number, until: number): [number, number] => [at[from]!, at[until - 1]! + 1]
  const size = [...word].length
  const found: [number, number][] = []
  for (let from = 0; from + size <= letters.length; from++) if (letters.slice(from, from + size).join('') === word) found.push(span(from, from + size))
  if (found.length > 0 || isHan(word)) return found
  for (let from = 0; from < letters.length; from++) {
    const byInitials = letters.slice(from, from + size).map((letter, n) => (isHan(letter) ? headOf(sounds[from + n]!, 1) : letter)).join('')
    if (byInitials === word) return [span(from, from + size)]
  }
  for (let from = 0; from < letters.length; from++) {
    let sounded = ''
    for (let until = from; until < letters.length && sounded.length < word.length; until++) {
      sounded += sounds[until]
      if (sounded.startsWith(word)) return [span(from, until + 1)]
    }
  }
  return []
}
