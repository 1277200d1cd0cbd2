import type { MyRound } from '@silian/server/contract/rounds/wishes'
import { useEffect, useRef, useState } from 'react'
import { useSaveWishes, type Wish } from './queries.ts'

type Kept = { wishes: Wish[]; base: string | null }

/**
 * The list while it is being made: on the device at once, on the server a second after the last change. A list that was
 * submitted stays submitted: its changes wait on the device until they are submitted too.
 */
export function useWishDraft(round: MyRound) {
  const key = `silian.wishes.${round.roundId}`
  const save = useSaveWishes(round.roundId)
  const [kept] = useState(() => read(key, round.savedAt))
  const [wishes, setWishes] = useState<Wish[]>(kept ?? round.wishes)
  const [savedAt, setSavedAt] = useState(round.listState === 'draft' ? round.savedAt : null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onServer = round.listState !== 'submitted'

  useEffect(() => () => clearTimeout(timer.current), [])

  const send = (next: Wish[]) =>
    save.mutate({ wishes: next, submit: false }, {
      onSuccess: (answer) => {
        setSavedAt(answer.savedAt)
        write(key, { wishes: next, base: answer.savedAt })
      },
    })

  return {
    wishes,
    savedAt,
    changed: JSON.stringify(wishes) !== JSON.stringify(round.wishes),
    state: save.isPending ? ('saving' as const) : save.isError ? ('lost' as const) : ('kept' as const),
    change(next: Wish[]) {
      setWishes(next)
      write(key, { wishes: next, base: savedAt ?? round.savedAt })
      clearTimeout(timer.current)
      if (onServer) timer.current = setTimeout(() => send(next), 1000)
    },
    forget() {
      clearTimeout(timer.current)
      localStorage.removeItem(key)
    },
  }
}

/** What this device kept counts only while the server still has what it was made from. */
function read(key: string, savedAt: string | null): Wish[] | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return kept && kept.base === savedAt ? kept.wishes : null
  } catch {
    return null
  }
}

function write(key: string, kept: Kept) {
  try {
    localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // A private window may refuse; the server still gets the draft.
  }
}
