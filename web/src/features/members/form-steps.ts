import { useState } from 'react'
import type { Step } from '../../ui/steps.tsx'

/** Which step is shown, which were seen, and how each stands. */
export function useFormSteps<Key extends string>(keys: readonly Key[], label: (key: Key) => string, faulty: (key: Key) => boolean, first: Key = keys[0]!) {
  const [current, setCurrent] = useState<Key>(first)
  const [seen, setSeen] = useState<ReadonlySet<Key>>(new Set())
  const [asked, setAsked] = useState(false)
  const at = keys.indexOf(current)
  const go = (key: string) => {
    setSeen((before) => new Set([...before, current]))
    setCurrent(key as Key)
    window.scrollTo(0, 0)
  }
  const steps: Step[] = keys.map((key) => ({ key, label: label(key), state: !seen.has(key) && !asked ? 'open' : faulty(key) ? 'faulty' : 'done' }))
  return { current, steps, go, at, previous: keys[at - 1] ?? null, next: keys[at + 1] ?? null, /** Faults show where one has been, or after one tried to send. */ shows: (key: Key) => asked || seen.has(key), ask: () => setAsked(true) }
}
