import { plain } from '../answer-matching/plain-text.ts'

export type Script = 'hans' | 'hant' | 'en'

/** In which script a need is written. A text that both scripts write alike counts as simplified. */
export function scriptOf(text: string): Script {
  if (!/[\u3400-\u9fff]/.test(text)) return 'en'
  const half = text.normalize('NFKC').toLowerCase()
  return plain(text) === half ? 'hans' : 'hant'
}
