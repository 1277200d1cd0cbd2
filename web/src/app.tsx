import { lazy, Suspense, useEffect, type ComponentType, type LazyExoticComponent, type ReactNode } from 'react'
import { matchRoute, Redirect, Route, useLocation, useRouter } from 'wouter'
import { Bare } from './bare.tsx'
import { signInAddress, useSessionQuery } from './kernel/session.ts'
import type { Role } from './nav.ts'
import { CrashGuard } from './ui/crash-guard.tsx'
import { Refused, Skeleton } from './ui/loaded.tsx'
import { MissingPage } from './ui/missing-page.tsx'

/** Apart, so that a phone page does not load the desk. */
const Desk = lazy(() => import('./desk.tsx'))

export type PageEntry = {
  /** Below /app; `:name` is read with useParams(). */
  path: string
  page: LazyExoticComponent<ComponentType>
  /** desk: top bar and navigation. phone: one task, brings `PhonePage`. plain: brings `PlainPage`. */
  frame: 'desk' | 'phone' | 'plain'
  /** Works without signing in. */
  open?: true
  /** Other roles see "no such page"; what they may do is the server's answer anyway. */
  roles?: readonly Role[]
}

/** Every page and its address. The first that fits is shown. */
export const pages: readonly PageEntry[] = [
  { path: '/wishes', page: lazy(() => import('./features/placements/student/home-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId', page: lazy(() => import('./features/placements/student/wishes-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId/posts/:postId', page: lazy(() => import('./features/placements/student/post-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/my/rounds/:roundId/letter', page: lazy(() => import('./features/placements/student/letter-page.tsx')), frame: 'phone', roles: ['student'] },
  { path: '/letters/:roundId/:studentId', page: lazy(() => import('./features/placements/student/letter-page.tsx')), frame: 'phone' },
  { path: '/my/help', page: lazy(() => import('./features/placements/student/help-page.tsx')), frame: 'phone', roles: ['student'] },
  ...developmentPages(),
]

/** Every component, to look at; not in what is shipped. */
function developmentPages(): readonly PageEntry[] {
  if (!import.meta.env.DEV) return []
  return [
    { path: '/_kit', page: lazy(() => import('./kit/kit-page.tsx')), frame: 'desk', open: true },
    { path: '/_kit/phone', page: lazy(() => import('./kit/phone-parts.tsx')), frame: 'phone', open: true },
  ]
}

/** Where one lands: everybody who works, on what waits for them. */
const homeOf = (role: string | undefined) => (role === 'student' ? '/wishes' : '/inbox')

export function App() {
  const [location] = useLocation()
  const { parser } = useRouter()
  const entry = pages.find(({ path }) => matchRoute(parser, path, location)[0])
  const Frame = entry && entry.frame !== 'desk' ? Bare : Desk

  // A new page begins at its top, and its heading is read out; a change of filters is no new page.
  useEffect(() => {
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [location])

  const content = (
    <CrashGuard key={entry?.path}>
      <Suspense fallback={<Skeleton />}>{entry ? <Route path={entry.path} component={entry.page} /> : location === '/' ? <Home /> : <MissingPage />}</Suspense>
    </CrashGuard>
  )
  return (
    <Suspense fallback={<Skeleton />}>
      {entry?.open ? (
        <Frame>{content}</Frame>
      ) : (
        <SignedIn roles={entry?.roles} frame={Frame}>
          {content}
        </SignedIn>
      )}
    </Suspense>
  )
}

function Home() {
  const { data } = useSessionQuery()
  return <Redirect to={homeOf(data?.seat?.role)} replace />
}

type SignedInProps = { roles?: readonly Role[]; frame: ComponentType<{ children: ReactNode }>; children: ReactNode }

function SignedIn({ roles, frame: Frame, children }: SignedInProps) {
  const session = useSessionQuery()
  const [, navigate] = useLocation()
  const signedOut = session.error && 'code' in session.error && session.error.code === 'not_signed_in'

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
