/** What texts and terms are compared by: one Han character, or one Latin word without its ending. */
export type Symbol = { key: string; start: number; end: number }

const latin = /[a-z\u00c0-\u024f\u0370-\u03ff]+\d*[a-z\d]*|\d+(?:\.\d+)?[a-z]*/y

/** One string per character, made once: looking up a string that is known is much faster than one that was just cut. */
const characters: string[] = []

/** Of plain text. */
export function symbolsOf(plainText: string): Symbol[] {
  const symbols: Symbol[] = []
  for (let at = 0; at < plainText.length; ) {
    const code = plainText.charCodeAt(at)
    if (code >= 0x3400 && code <= 0x9fff) {
      symbols.push({ key: (characters[code - 0x3400] ??= plainText[at]!), start: at, end: ++at })
      continue
    }
    latin.lastIndex = at
    const key = code < 0x30 || code > 0x3ff ? undefined : latin.exec(plainText)?.[0]
    if (key === undefined) {
      at++
      continue
    }
    symbols.push({ key: key.length > 3 && key.charCodeAt(0) < 0x250 ? stem(key) : key, start: at, end: (at += key.length) })
  }
  return symbols
}

/** English endings, taken off without a dictionary: so that moulds, moulding and moulded meet mould. */
export function stem(word: string): string {
  if (/\d/.test(word)) return word
  let rest = word
  if (rest.endsWith('ies') && rest.length > 4) rest = `${rest.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(rest)) rest = rest.slice(0, -2)
  else if (rest.endsWith('s') && !/(?:ss|us|is)$/.test(rest)) rest = rest.slice(0, -1)
  for (const ending of ['ing', 'ed', 'er', 'or']) {
    if (!rest.endsWith(ending) || rest.length - ending.length < 4) continue
    rest = rest.slice(0, -ending.length)
    if (/([bdgklmnprt])\1$/.test(rest) && !/(?:ll|ss)$/.test(rest)) rest = rest.slice(0, -1)
    break
  }
  return rest.length > 4 && rest.endsWith('e') ? rest.slice(0, -1) : rest.replace(/our(?=s?$)/, 'or').replace('mould', 'mold')
}

export const isHan = (key: string): boolean => key >= '\u3400' && key <= '\u9fff' && key.length === 1
