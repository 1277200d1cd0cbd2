import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import { InsidePage } from './inside-page.ts'
import { useDocumentTitle } from './page.tsx'
import css from './phone-page.module.css'

type Props = {
  title: string
  /** Where back leads; none on a first page. */
  back?: string
  /** 求助 is one tap from every page. */
  help?: string
  /** The deadline band: what, until when, and a line below. */
  due?: { title: ReactNode; note?: ReactNode }
  /** Beside or above the buttons: what is saved, what is still open. */
  footNote?: ReactNode
  /** The one primary button, `size="big"`; at most one more beside it. */
  foot?: ReactNode
  /** Letters and consent: one column of 42 characters. */
  narrow?: boolean
  children: ReactNode
}

/** One task on one page: back, title, 求助; the deadline first; the button at the bottom. */
export function PhonePage({ title, back, help, due, foot, footNote, narrow, children }: Props) {
  const { t } = useTranslation('ui')
  useDocumentTitle(title)
  return (
    <div className={css.frame}>
      <header className={css.head}>
        {back !== undefined ? (
          <Link href={back} className={css.back} aria-label={t('back')}>
            <Icon name="left" size={20} />
          </Link>
        ) : (
          <span />
        )}
        <h1>{title}</h1>
        {help !== undefined && (
          <Link href={help} className={css.help}>
            {t('help')}
          </Link>
        )}
      </header>
      <main id="main" tabIndex={-1} className={[css.main, narrow && css.narrow].filter(Boolean).join(' ')}>
        {due && (
          <div className={css.due}>
            <b>{due.title}</b>
            {due.note && <p>{due.note}</p>}
          </div>
        )}
        <InsidePage value>{children}</InsidePage>
      </main>
      {foot && (
        <footer className={css.foot}>
          {footNote && <p aria-live="polite">{footNote}</p>}
          <div className={css.deeds}>{foot}</div>
        </footer>
      )}
    </div>
  )
}

/** A section of a phone page, with its count or one link at the right. */
export const PhoneHeading = ({ children, aside }: { children: ReactNode; aside?: ReactNode }) => (
  <div className={css.heading}>
    <h2>{children}</h2>
    {aside && <span>{aside}</span>}
  </div>
)
