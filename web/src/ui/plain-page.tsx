import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { InsidePage } from './inside-page.ts'
import { Mark } from './mark.tsx'
import { useDocumentTitle } from './page.tsx'
import css from './plain-page.module.css'

type Props = {
  title: string
  lead?: ReactNode
  /** Language, large text: at the right of the top bar. */
  tools?: ReactNode
  /** Sign-in and other single cards: 448 wide. */
  narrow?: boolean
  children: ReactNode
}

/** Pages without navigation: sign in, a link with a code, a public form. The mark leads to the public front page. */
export function PlainPage({ title, lead, tools, narrow, children }: Props) {
  const { t } = useTranslation('ui')
  useDocumentTitle(title)
  return (
    <>
      <header className={css.top}>
        <a href="/" className={css.brand}>
          <Mark />
          {t('product')}
        </a>
        <div className={css.tools}>{tools}</div>
      </header>
      <main id="main" tabIndex={-1} className={[css.main, narrow && css.narrow].filter(Boolean).join(' ')}>
        <h1>{title}</h1>
        {lead && <p className={css.lead}>{lead}</p>}
        <div className={css.content}>
          <InsidePage value>{children}</InsidePage>
        </div>
      </main>
    </>
  )
}
