import { useEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import css from './search-box.module.css'

/** Finds anything from anywhere: `/` jumps here, Enter goes. */
export function SearchBox({ label, onSearch }: { label: string; onSearch: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <form
      role="search"
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        const text = input.current?.value.trim()
        if (text) onSearch(text)
      }}
    >
      <Icon name="search" />
      <input ref={input} type="search" className={css.input} aria-label={label} placeholder={label} enterKeyHint="search" />
      <kbd aria-hidden="true">/</kbd>
    </form>
  )
}
