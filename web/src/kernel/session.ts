import { getSession, type SessionView } from '@silian/server/contract/identity'
import { useQuery } from '@tanstack/react-query'
import { call } from './api.ts'

export type { SessionView }

export const sessionKey = ['session'] as const

/** Who I am and the seat I act in. Asked once, kept until something changes it. */
export const useSessionQuery = () => useQuery({ queryKey: sessionKey, queryFn: ({ signal }) => call(getSession, { signal }), staleTime: 5 * 60_000 })

/** Undefined while it is being asked, and where nobody is signed in. */
export const useSession = (): SessionView | undefined => useSessionQuery().data

/** The address of the sign-in page, which leads back to where one is now. */
export const signInAddress = (): string => {
  const here = location.pathname.replace(/^\/app/, '') + location.search
  return `/sign-in${here === '/' || here.startsWith('/sign-in') ? '' : `?then=${encodeURIComponent(here)}`}`
}
