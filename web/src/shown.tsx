import { Suspense, useEffect, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'
import { Route, useLocation } from 'wouter'
import { signInAddress, useSessionQuery } from './kernel/session.ts'
import type { Role } from './roles.ts'
import { CrashGuard } from './ui/crash-guard.tsx'
import { Refused, Skeleton } from './ui/loaded.tsx'
import { MissingPage } from './ui/missing-page.tsx'

export type PageEntry<Frame = 'desk' | 'phone' | 'plain'> = {
  /** Below /app; `:name` is read with useParams(). */
  path: string
  page: LazyExoticComponent<ComponentType>
  /** desk: top bar and navigation. phone: one task, brings `PhonePage`. plain: brings `PlainPage`. */
  frame: Frame
  /** Works without signing in. */
  open?: true
  /** Other roles see "no such page"; what they may do is the server's answer anyway. */
  roles?: readonly Role[]
}
type Frame = ComponentType<{ children: ReactNode }>

/** One page in its frame, for whom it is there; without an entry, that there is none. */
export function Shown({ entry, frame: Frame }: { entry: PageEntry | undefined; frame: Frame }) {
  const content = (
    <CrashGuard key={entry?.path}>
      <Suspense fallback={<Skeleton />}>{entry ? <Route path={entry.path} component={entry.page} /> : <MissingPage />}</Suspense>
    </CrashGuard>
  )
  return entry?.open ? (
    <Frame>{content}</Frame>
  ) : (
    <SignedIn roles={entry?.roles} frame={Frame}>
      {content}
    </SignedIn>
  )
}

export function SignedIn({ roles, frame: Frame, children }: { roles?: readonly Role[]; frame: Frame; children: ReactNode }) {
  const session = useSessionQuery()
  const [, navigate] = useLocation()
  const halfway = session.data && session.data.secondFactor !== 'done'
  const signedOut = halfway || (session.error && 'code' in session.error && session.error.code === 'not_signed_in')

  useEffect(() => {
    if (signedOut) navigate(signInAddress(), { replace: true })
  }, [signedOut, navigate])

  if (signedOut) return null
  if (session.isError && !session.data) {
    return (
      <Frame>
        <Refused error={session.error} onRetry={() => void session.refetch()} />
      </Frame>
    )
  }
  if (!session.data) return <Skeleton />
  const role = session.data.seat?.role
  return <Frame>{!roles || (role && roles.includes(role as Role)) ? children : <MissingPage />}</Frame>
}
