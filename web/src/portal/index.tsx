import type { Frame, PortalPage } from '@silian/server/contract/portal'
import type { Translate } from '@silian/words'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { formats } from '../kernel/format.ts'
import { AchievementPage, AchievementsPage } from './achievements-page.tsx'
import { AgreementPage } from './agreement-page.tsx'
import { Document } from './document.tsx'
import { FaultPage, FirstRunPage } from './fault-page.tsx'
import { HelpIndexPage, HelpPage } from './help-page.tsx'
import { HomePage } from './home-page.tsx'
import { MemberPage } from './member-page.tsx'
import { MembersPage } from './members-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { NoticesPage } from './notices-page.tsx'
import { PricePage } from './price-page.tsx'
import { EndedProblemsPage, ProblemsPage } from './problems-page.tsx'
import { ProblemPage } from './problem-page.tsx'
import { PostPage } from './post-page.tsx'
import { PostsPage } from './posts-page.tsx'
import { ShortagePage } from './shortage-page.tsx'
import { UnitsPage } from './units-page.tsx'
import { UnsubscribePage } from './unsubscribe-page.tsx'
import { inLanguage, ReaderProvider, type Reader } from './reader.tsx'

/** One public page as a whole document. Pure: everything it says comes in. */
export function render(page: PortalPage, frame: Frame, t: Translate): string {
  const reader: Reader = { ...frame, t, f: formats(t, frame.locale, new Date(frame.now)), href: (path) => inLanguage(frame.locale, path) }
  const { title, description, content } = contentOf(page, reader)
  const markup = renderToStaticMarkup(
    <ReaderProvider value={reader}>
      <Document title={title} description={description} section={sectionOf(page)} indexed={!['fault', 'unsubscribe', 'agreement'].includes(page.name)}>
        {content}
      </Document>
    </ReaderProvider>,
  )
  return `<!doctype html>${markup}`
}

type Content = { title: string | null; description?: string; content: ReactNode }

function contentOf(page: PortalPage, { t }: Reader): Content {
  switch (page.name) {
    case 'home':
      return { title: null, description: page.view.introduction.text || undefined, content: <HomePage {...page.view} /> }
    case 'firstRun':
      return { title: t('portal:firstRun.title'), content: <FirstRunPage /> }
    case 'members':
      return { title: t('portal:members.title'), content: <MembersPage {...page.view} /> }
    case 'member':
      return { title: page.view.name.text, description: page.view.fact?.text, content: <MemberPage {...page.view} /> }
    case 'posts':
      return { title: t('portal:posts.title'), description: t('portal:posts.lead'), content: <PostsPage {...page.view} /> }
    case 'post':
      return { title: `${page.view.title.text} - ${page.view.organisation.text}`, description: page.view.tasks.text, content: <PostPage {...page.view} /> }
    case 'problems':
      return { title: t('portal:problems.title'), description: t('portal:problems.lead'), content: <ProblemsPage {...page.view} /> }
    case 'endedProblems':
      return { title: t('portal:problems.endedTitle'), description: t('portal:problems.endedLead'), content: <EndedProblemsPage {...page.view} /> }
    case 'problem':
      return { title: `${page.view.title.text} - ${page.view.organisation.text}`, description: page.view.description.text, content: <ProblemPage {...page.view} /> }
    case 'achievements':
      return { title: t('portal:achievements.title'), description: t('portal:achievements.lead'), content: <AchievementsPage {...page.view} /> }
    case 'achievement':
      return { title: `${page.view.title.text} - ${page.view.organisation.text}`, description: page.view.description.text, content: <AchievementPage {...page.view} /> }
    case 'price':
      return { title: t('portal:price.title', { title: page.view.title.text }), content: <PricePage {...page.view} /> }
    case 'shortage':
      return { title: t('surveys:catalogue'), description: t('surveys:public.description'), content: <ShortagePage {...page.view} /> }
    case 'units':
      return { title: t('portal:units.title'), description: t('portal:units.lead'), content: <UnitsPage {...page.view} /> }
    case 'notices':
      return { title: t('portal:notices.title'), description: t('portal:notices.lead'), content: <NoticesPage {...page.view} /> }
    case 'notice':
      return { title: page.view.title.text, content: <NoticePage {...page.view} /> }
    case 'helpIndex':
      return { title: t('portal:help.title'), description: t('portal:help.lead'), content: <HelpIndexPage pages={page.view} /> }
    case 'help':
      return { title: page.view.title, description: page.view.lead, content: <HelpPage {...page.view} /> }
    case 'agreement':
      return { title: t('agreements:check.title'), content: <AgreementPage {...page.view} /> }
    case 'unsubscribe':
      return { title: t('subscriptions:unsubscribe.title'), content: <UnsubscribePage {...page.view} /> }
    case 'fault':
      return { title: page.view.status === 404 ? t('portal:fault.title') : t('portal:fault.title500'), content: <FaultPage {...page.view} /> }
  }
}

/** The entry of the navigation a page belongs to. */
const sections = { member: 'members', members: 'members', post: 'posts', posts: 'posts', shortage: 'posts', units: 'posts', problem: 'needs', problems: 'needs', endedProblems: 'needs', achievement: 'achievements', achievements: 'achievements', price: 'achievements', notice: 'notices', notices: 'notices', help: 'help', helpIndex: 'help' } as const
const sectionOf = ({ name }: PortalPage) => (name in sections ? sections[name as keyof typeof sections] : null)
