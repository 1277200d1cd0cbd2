import { useQuery } from '@tanstack/react-query'
import { countInbox } from '@silian/server/contract/inbox'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { matchRoute, useLocation, useRouter } from 'wouter'
import { deskPages } from './desk-pages.ts'
import { SearchEverywhere } from './features/search/everywhere.tsx'
import { call } from './kernel/api.ts'
import { useOnline } from './kernel/online.ts'
import { useSession, type SessionView } from './kernel/session.ts'
import { nav } from './nav.ts'
import { PersonMenu, SeatMenu, LanguageMenu } from './person.tsx'
import type { Role } from './roles.ts'
import { Shown } from './shown.tsx'
import { OfflineBanner } from './ui/banner.tsx'
import { DeskFrame } from './ui/desk-frame.tsx'

/** Every page at the desk. */
export default function Desk() {
  const [location] = useLocation()
  const { parser } = useRouter()
  return <Shown entry={deskPages.find(({ path }) => matchRoute(parser, path, location)[0])} frame={Filled} />
}

/** The desk, filled with who I am and what I owe. */
function Filled({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['ui', 'nav', 'refusals'])
  const session = useSession()
  const owed = useOwed(session)
  const online = useOnline()
  const role = session?.seat?.role as Role | undefined

  const groups = nav
    .map(({ word, chain, entries }) => ({
      label: word && t(word),
      chain,
      items: entries
        .filter(({ roles }) => !roles || (role && roles.includes(role)))
        .map((entry) => ({ href: entry.href, label: t(entry.word), owed: entry.owed && owed[entry.owed] })),
    }))
    .filter(({ items }) => items.length > 0)

  return (
    <DeskFrame
      home="/"
      nav={groups}
      navLabel={t('nav:label')}
      seat={session && <SeatMenu session={session} />}
      search={<SearchEverywhere />}
      tools={
        <>
          <LanguageMenu />
          {session && <PersonMenu session={session} />}
        </>
      }
      banner={online ? null : <OfflineBanner />}
    >
      {children}
    </DeskFrame>
  )
}

/** What waits for me, asked again every half minute while somebody looks. */
function useOwed(session: SessionView | undefined) {
  const { data } = useQuery({ queryKey: ['inbox', 'counts'], queryFn: ({ signal }) => call(countInbox, { signal }), enabled: Boolean(session?.seat), refetchInterval: 30_000 })
  return { inbox: data?.todo }
}
