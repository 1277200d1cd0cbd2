import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Icon } from './icon.tsx'
import { Marked } from './marked.tsx'
import css from './search-box.module.css'

export type Suggestion = { href: string; title: string; marks: readonly [number, number][]; kind: string; note: string | null }

type Props = {
  label: string
  onSearch: (text: string) => void
  /** Asked 150 ms after the last key; without it there is only Enter. */
  suggest?: (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>
  onChoose?: (suggestion: Suggestion) => void
  words?: { list: string; nothing: string; all: (text: string) => string; found: (count: number) => string }
}

const pause = 150

/** Finds anything from anywhere: `/` jumps here, suggestions while one types, arrows choose, Enter goes. */
export function SearchBox({ label, onSearch, suggest, onChoose, words }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ text: string; rows: readonly Suggestion[] } | null>(null)
  // -1: what was typed itself.
  const [active, setActive] = useState(-1)
  const ask = useEffectEvent((q: string, signal: AbortSignal) => suggest?.(q, signal))
  useSlashKey(input)

  useEffect(() => {
    const q = text.trim()
    if (q === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void ask(q, abort.signal)?.then(
        (rows) => {
          if (abort.signal.aborted) return
          setFound({ text: q, rows })
          setActive(-1)
        },
        // Suggestions are a help; without them Enter still goes.
        () => {},
      )
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])

  const close = () => {
    setFound(null)
    setActive(-1)
  }
  const go = (row: Suggestion | undefined) => {
    const typed = text.trim()
    setText('')
    close()
    input.current?.blur()
    if (row) onChoose?.(row)
    else if (typed) onSearch(typed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && found) {
      event.preventDefault()
      close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found && found.rows.length > 0) {
      event.preventDefault()
      const places = found.rows.length + 1
      setActive(((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    }
  }

  const open = found !== null && text.trim() !== ''
  return (
    <form
      role="search"
      className={css.form}
      onBlur={(event) => void (event.currentTarget.contains(event.relatedTarget) || close())}
      onSubmit={(event) => {
        event.preventDefault()
        go(found?.rows[active])
      }}
    >
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role={suggest ? 'combobox' : undefined}
        className={css.input}
        aria-label={label}
        placeholder={label}
        enterKeyHint="search"
        autoComplete="off"
        maxLength={60}
        {...(suggest ? { 'aria-autocomplete': 'list' as const, 'aria-expanded': open, 'aria-controls': open ? listId : undefined, 'aria-activedescendant': open && active >= 0 ? `${listId}-${active}` : undefined } : {})}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (event.target.value.trim() === '') close()
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {open && words && (
        <div className={css.panel}>
          <div id={listId} role="listbox" aria-label={words.list}>
            {found.rows.map((row, at) => (
              <div
                key={row.href}
                id={`${listId}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === active}
                onPointerMove={() => setActive(at)}
                // Before the blur of the input, which would close the list under the pointer.
                onPointerDown={(event) => {
                  event.preventDefault()
                  go(row)
                }}
              >
                <span className={css.title}>
                  <Marked text={row.title} marks={row.marks} />
                  {row.note && <small>{row.note}</small>}
                </span>
                <small className={css.kind}>{row.kind}</small>
              </div>
            ))}
          </div>
          {found.rows.length === 0 && <p className={css.nothing}>{words.nothing}</p>}
          {found.rows.length > 0 && (
            <button type="submit" className={css.all} onPointerDown={() => setActive(-1)}>
              {words.all(found.text)}
            </button>
          )}
        </div>
      )}
      <span role="status" className="sr">
        {open && words && (found.rows.length > 0 ? words.found(found.rows.length) : words.nothing)}
      </span>
    </form>
  )
}

function useSlashKey(input: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [input])
}
