import type { ReactNode } from 'react'
import theme from '../ui/theme.css?inline'
import { Mark } from '../ui/mark.tsx'
import { Footer } from './footer.tsx'
import styles from './portal.css?inline'
import { inLanguage, languages, useReader } from './reader.tsx'

export type Section = 'posts' | 'needs' | 'achievements' | 'members' | 'notices' | 'help'
type DocumentProps = { title: string | null; description?: string; section: Section | null; indexed: boolean; children: ReactNode }

/** The lozenge as a picture of its own, so that no browser asks for a file we do not have. */
const icon =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><rect width="26" height="26" rx="5" fill="#0E416B"/><g fill="none" stroke="#fff" stroke-width="1.7" stroke-linejoin="round"><path d="M13 4.500 17 8.500 13 12.500 9 8.500zM17.500 9 21.500 13 17.500 17 13.500 13zM13 13.500 17 17.500 13 21.500 9 17.500zM8.500 9 12.500 13 8.500 17 4.500 13z"/></g></svg>',
  )

export function Document({ title, description, section, indexed, children }: DocumentProps) {
  const { t, locale, path, origin, href, alliance } = useReader()
  const name = alliance?.text ?? t('productLong')
  const fullTitle = title === null ? name : t('portal:title', { page: title, alliance: name })
  const about = (description ?? t('portal:description', { alliance: name })).replaceAll('\n', ' ').slice(0, 160)
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{fullTitle}</title>
        <meta name="description" content={about} />
        {!indexed && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#0E416B" />
        <link rel="icon" href={icon} />
        {indexed && <link rel="canonical" href={origin + inLanguage(locale, path)} />}
        {indexed && languages.map((one) => <link key={one} rel="alternate" hrefLang={one} href={origin + inLanguage(one, path)} />)}
        {indexed && <link rel="alternate" hrefLang="x-default" href={origin + path} />}
        <link rel="alternate" type="application/atom+xml" title={t('portal:feed.title', { alliance: name })} href={href('/feed.xml')} />
        {/* Our own style sheets, in the page: one request for the whole of it. */}
        <style dangerouslySetInnerHTML={{ __html: theme + styles }} />
      </head>
      <body>
        <a className="skip" href="#main">
          {t('skip')}
        </a>
        <Header section={section} />
        <main id="main">{children}</main>
        <Footer />
      </body>
    </html>
  )
}

function Header({ section }: { section: Section | null }) {
  const { t, href, alliance } = useReader()
  const entries: [Section, string][] = [
    ['posts', t('portal:nav.posts')],
    ['needs', t('portal:nav.needs')],
    ['achievements', t('portal:nav.achievements')],
    ['members', t('portal:nav.members')],
    ['notices', t('portal:nav.notices')],
    ['help', t('portal:nav.help')],
  ]
  return (
    <header className="head">
      <div className="w">
        <a className="brand" href={href('/')}>
          <Mark size={28} />
          <span>{alliance ? <span lang={alliance.lang}>{alliance.text}</span> : t('productLong')}</span>
        </a>
        <nav aria-label={t('portal:nav.label')}>
          {entries.map(([one, word]) => (
            <a key={one} href={href(`/${one}`)} aria-current={one === section ? 'page' : undefined}>
              {word}
            </a>
          ))}
        </nav>
        <a className="in" href="/app/sign-in">
          {t('portal:nav.signIn')}
        </a>
      </div>
    </header>
  )
}
