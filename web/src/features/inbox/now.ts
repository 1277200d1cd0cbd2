import { useMemo, useSyncExternalStore } from 'react'

const minute = 60_000
const thisMinute = () => Math.floor(Date.now() / minute)

function everyMinute(tell: () => void) {
  const timer = setInterval(tell, minute / 4)
  return () => clearInterval(timer)
}

/** The present, by the minute: an item moves into 已超期 while somebody looks. */
export function useNow(): Date {
  const at = useSyncExternalStore(everyMinute, thisMinute)
  return useMemo(() => new Date(at * minute), [at])
}
