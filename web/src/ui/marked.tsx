import css from './marked.module.css'

/** A text with what was looked for marked in it; `marks` are [from, until) in characters. */
export function Marked({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const letters = [...text]
  const parts: { text: string; from: number; marked: boolean }[] = []
  let at = 0
  const add = (until: number, marked: boolean) => {
    if (until > at) parts.push({ text: letters.slice(at, until).join(''), from: at, marked })
    at = Math.max(at, until)
  }
  for (const [from, until] of marks) {
    add(from, false)
    add(until, true)
  }
  add(letters.length, false)
  return parts.map((part) => (part.marked ? <mark key={part.from} className={css.mark}>{part.text}</mark> : part.text))
}
