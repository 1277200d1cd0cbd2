import { lazy, Suspense, useEffect } from 'react'
import { matchRoute, Redirect, useLocation, useRouter } from 'wouter'
import { Bare } from './bare.tsx'
import { useSessionQuery } from './kernel/session.ts'
import { phonePages } from './phone-pages.ts'
import { Shown, SignedIn } from './shown.tsx'
import { Skeleton } from './ui/loaded.tsx'

/** Apart, with the list of its pages (desk-pages.ts), so that a phone does not load the desk. */
const Desk = lazy(() => import('./desk.tsx'))

/** Where one lands: everybody who works, on what waits for them. */
const homeOf = (role: string | undefined) => (role === 'student' ? '/wishes' : role === 'mentor' ? '/my/mentoring' : '/inbox')

export function App() {
  const [location] = useLocation()
  const { parser } = useRouter()
  const entry = phonePages.find(({ path }) => matchRoute(parser, path, location)[0])

  // A new page begins at its top, and its heading is read out; a change of filters is no new page.
  useEffect(() => {
    window.scrollTo(0, 0)
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [location])

  return <Suspense fallback={<Skeleton />}>{entry ? <Shown entry={entry} frame={Bare} /> : location === '/' ? <Home /> : <AtTheDesk />}</Suspense>
}

function Home() {
  return (
    <SignedIn frame={Bare}>
      <ToMyHome />
    </SignedIn>
  )
}

function ToMyHome() {
  const { data } = useSessionQuery()
  return <Redirect to={homeOf(data?.seat?.role)} replace />
}

function AtTheDesk() {
  // Asked while the desk is on its way.
  useSessionQuery()
  return (
    <Suspense fallback={<Skeleton />}>
      <Desk />
    </Suspense>
  )
}
