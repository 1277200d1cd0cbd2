import { useSyncExternalStore } from 'react'

const key = 'silian.text'
const listeners = new Set<() => void>()
const isLarge = () => document.documentElement.dataset.text === 'large'

/** 大字版: remembered on this device; the account remembers it for others. */
export function setLargeText(large: boolean) {
  if (large) document.documentElement.dataset.text = 'large'
  else delete document.documentElement.dataset.text
  try {
    localStorage.setItem(key, large ? 'large' : 'normal')
  } catch {
    // Forbidden storage: it holds for this visit.
  }
  for (const listener of listeners) listener()
}

/** Before the first drawing. */
export function startTextSize() {
  try {
    if (localStorage.getItem(key) === 'large') document.documentElement.dataset.text = 'large'
  } catch {
    // As above.
  }
}

export const useLargeText = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, isLarge)
