import type { SessionView } from '@silian/server/contract/identity'
import { useEffect } from 'react'

const place = 'silian.offline-session'

/** Who was on an internship on this phone, for a start without a network. What the server does it decides by its own session. */
export function recallSession(): SessionView | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as SessionView | null) ?? undefined
  } catch {
    return undefined
  }
}

/** At signing out, and when somebody else signs in. */
export const forgetSession = () => localStorage.removeItem(place)

/** Makes the page, and those that `more` loads, open without a network from now on. A browser that cannot do it works as before. */
export function useOffline(session: SessionView | undefined, more: () => Promise<unknown>) {
  useEffect(() => {
    if (!session || !('serviceWorker' in navigator)) return
    const timer = setTimeout(() => void ready(session, more).catch(() => {}), 1_000)
    return () => clearTimeout(timer)
  }, [session, more])
}

async function ready(session: SessionView, more: () => Promise<unknown>) {
  await more()
  await navigator.serviceWorker.register('/app/offline-worker.js', { scope: '/app/' })
  const { active } = await navigator.serviceWorker.ready
  const parts = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
  active?.postMessage([...new Set(parts.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname))])
  localStorage.setItem(place, JSON.stringify(session))
}
