import css from './desk.module.css'

/** A text with the parts that stand elsewhere, too. */
export function MarkedText({ text, spans }: { text: string; spans: readonly (readonly [number, number])[] }) {
  const parts: { at: number; text: string; both: boolean }[] = []
  let at = 0
  for (const [from, until] of spans) {
    if (from > at) parts.push({ at, text: text.slice(at, from), both: false })
    parts.push({ at: from, text: text.slice(from, until), both: true })
    at = until
  }
  if (at < text.length) parts.push({ at, text: text.slice(at), both: false })
  return <p className={css.text}>{parts.map((part) => (part.both ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>))}</p>
}
