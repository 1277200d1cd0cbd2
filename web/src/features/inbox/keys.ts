import { useEffect, useRef } from 'react'

type Doings = { move: (step: 1 | -1) => void; open: () => void }

/** j and k move, Enter opens; never while somebody types, uses a control or a dialog is open. */
export function useInboxKeys(doings: Doings) {
  const latest = useRef(doings)
  useEffect(() => {
    latest.current = doings
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') || target.closest('input, textarea, select, [contenteditable]')) return
      if (event.key === 'j') latest.current.move(1)
      else if (event.key === 'k') latest.current.move(-1)
      else if (event.key === 'Enter' && !target.closest('a, button, [role="menuitem"]')) latest.current.open()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
