import { deleteDraft, getDraft, saveDraft } from '@silian/server/contract/inbox'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Saved } from '../ui/draft-line.tsx'
import { call } from './api.ts'
import { forgetDraft, keepDraft, newer, readDraft, type Kept } from './draft-store.ts'
import { useSession } from './session.ts'

export type Draft<T> = {
  value: T
  /** Changes some fields. */
  set: (changes: Partial<T>) => void
  /** For `<DraftLine saved={…} />`. */
  saved: Saved
  /** When what is shown was kept, if it came from a draft: say so, and offer `discard`. */
  restoredAt: Date | null
  /** Throws the draft away and starts from the beginning. */
  discard: () => void
  /** After submitting: the draft has become the real thing. */
  clear: () => void
}

/**
 * A form that loses nothing: kept on the device with every key, on the server one second after the last one, brought
 * back after signing in again or on another device. `form` names it, with the record: 'needs.new', `needs.${id}`.
 */
export function useDraft<T extends Record<string, unknown>>(form: string, initial: T): Draft<T> {
  const accountId = useSession()?.account.id ?? 'nobody'
  const place = `${accountId}.${form}`
  const [first] = useState(() => readDraft<T>(place))
  const [value, setValue] = useState<T>(() => ({ ...initial, ...first?.content }))
  const [saved, setSaved] = useState<Saved>(first && { where: 'device', at: first.at })
  const [restoredAt, setRestoredAt] = useState<Date | null>(first?.at ?? null)
  const latest = useRef(value)
  const unsent = useRef(false)
  const touched = useRef(false)

  const send = useCallback(() => {
    if (!unsent.current) return
    unsent.current = false
    call(saveDraft, { params: { form }, body: { content: latest.current } }).then(
      ({ savedAt }) => unsent.current || setSaved({ where: 'server', at: new Date(savedAt) }),
      () => void (unsent.current = true),
    )
  }, [form])

  // What another device kept, if it is later than what this one has.
  useEffect(() => {
    const abort = new AbortController()
    const here: Kept<T> | null = readDraft<T>(place)
    call(getDraft, { params: { form }, signal: abort.signal }).then(
      ({ draft }) => {
        const there = draft && { content: draft.content as T, at: new Date(draft.savedAt) }
        if (touched.current || !there || newer(here, there) === here) return
        latest.current = { ...latest.current, ...there.content }
        setValue(latest.current)
        setSaved({ where: 'server', at: there.at })
        setRestoredAt(there.at)
      },
      () => {},
    )
    return () => abort.abort()
  }, [form, place])

  // One second after the last key; at once when the page is left; again when the network is back.
  useEffect(() => {
    if (!touched.current) return
    const timer = setTimeout(send, 1_000)
    return () => clearTimeout(timer)
  }, [value, send])
  useEffect(() => {
    window.addEventListener('online', send)
    return () => {
      window.removeEventListener('online', send)
      send()
    }
  }, [send])

  const set = useCallback(
    (changes: Partial<T>) => {
      latest.current = { ...latest.current, ...changes }
      touched.current = true
      unsent.current = true
      const at = keepDraft(place, latest.current)
      setValue(latest.current)
      if (at) setSaved({ where: 'device', at })
    },
    [place],
  )

  const clear = useCallback(() => {
    unsent.current = false
    touched.current = false
    forgetDraft(place)
    setSaved(null)
    setRestoredAt(null)
    call(deleteDraft, { params: { form } }).catch(() => {})
  }, [form, place])

  const discard = useCallback(() => {
    clear()
    latest.current = initial
    setValue(initial)
  }, [clear, initial])

  return { value, set, saved, restoredAt, discard, clear }
}
