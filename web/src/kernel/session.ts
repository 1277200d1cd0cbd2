import { getSession, type SessionView } from '@silian/server/contract/identity'
import { useQuery } from '@tanstack/react-query'
import { ApiError, call } from './api.ts'
import { recallSession } from './offline.ts'

export type { SessionView }

export const sessionKey = ['session'] as const

/** Who I am and the seat I act in. Asked once, kept until something changes it; without a network, who this phone knows. */
export const useSessionQuery = () => useQuery({ queryKey: sessionKey, networkMode: 'always', queryFn: ({ signal }) => call(getSession, { signal }).catch(recall), staleTime: 5 * 60_000 })

function recall(error: unknown): SessionView {
  const known = error instanceof ApiError && error.code === 'unreachable' ? recallSession() : undefined
  if (known) return known
  throw error
}

/** Undefined while it is being asked, and where nobody is signed in. */
export const useSession = (): SessionView | undefined => useSessionQuery().data

/** The address of the sign-in page, which leads back to where one is now. */
export const signInAddress = (): string => {
  const here = location.pathname.replace(/^\/app/, '') + location.search
  return `/sign-in${here === '/' || here.startsWith('/sign-in') ? '' : `?then=${encodeURIComponent(here)}`}`
}
