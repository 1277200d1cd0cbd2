import type { HelpEntry, HelpView } from '@silian/server/contract/portal'
import { PageTop } from './parts.tsx'
import { useReader } from './reader.tsx'

export function HelpIndexPage({ pages }: { pages: readonly HelpEntry[] }) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={t('portal:help.title')} lead={t('portal:help.lead')} />
      <div className="w">
        <ul className="help-index">
          {pages.map((page) => (
            <li key={page.slug}>
              <h2>
                <a href={href(`/help/${page.slug}`)}>{page.title}</a>
              </h2>
              <p>{page.lead}</p>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

export function HelpPage({ title, lead, html, sections, previous, next }: HelpView) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop back={{ href: href('/help'), word: t('portal:help.all') }} title={title} lead={lead} />
      <div className="w help">
        <nav className="toc no-print" aria-label={t('portal:help.contents')}>
          <h2>{t('portal:help.contents')}</h2>
          <ol>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>{section.title}</a>
              </li>
            ))}
          </ol>
        </nav>
        <article>
          {/* Rendered by the server from our own handbook. */}
          <div className="prose-page" dangerouslySetInnerHTML={{ __html: html }} />
          <nav className="pager no-print" aria-label={t('portal:help.title')}>
            {previous ? (
              <a rel="prev" href={href(`/help/${previous.slug}`)}>
                <span className="sub">{t('portal:help.previous')}</span>
                {previous.title}
              </a>
            ) : (
              <span />
            )}
            {next && (
              <a className="r" rel="next" href={href(`/help/${next.slug}`)}>
                <span className="sub">{t('portal:help.next')}</span>
                {next.title}
              </a>
            )}
          </nav>
        </article>
      </div>
    </>
  )
}
