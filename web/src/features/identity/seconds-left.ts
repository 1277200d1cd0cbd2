import { useEffect, useState } from 'react'

/** Counts down from what the server said at `asOf`. */
export function useSecondsLeft(seconds: number, asOf: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, Math.min(seconds, seconds - Math.floor((now - asOf) / 1000)))
}
