import { Fragment, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { InsidePage } from './inside-page.ts'
import css from './page.module.css'

export type Crumb = { label: ReactNode; href?: string }

/** The title of the window follows the page. */
export function useDocumentTitle(title: string) {
  const { t } = useTranslation('ui')
  const product = t('product')
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title, product])
}

type Props = {
  title: string
  /** Number and noun above the title: `[{ label: '轮次', href: '/rounds' }, { label: 'R-2027-1' }]`. */
  crumbs?: readonly Crumb[]
  lead?: ReactNode
  actions?: ReactNode
  /** For forms: at most 1120 wide, centred. */
  narrow?: boolean
  children: ReactNode
}

/** One page on the desk: crumbs, the one h1, actions, content. */
export function Page({ title, crumbs, lead, actions, narrow, children }: Props) {
  useDocumentTitle(title)
  return (
    <div className={[css.page, narrow && css.narrow].filter(Boolean).join(' ')}>
      {crumbs && (
        <p className={css.crumbs}>
          {crumbs.map(({ label, href }, index) => (
            <Fragment key={index}>{href ? <Link href={href}>{label}</Link> : <span>{label}</span>}</Fragment>
          ))}
        </p>
      )}
      <div className={css.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions && <div className={css.acts}>{actions}</div>}
      </div>
      <InsidePage value>{children}</InsidePage>
    </div>
  )
}

/** Content at the left, a 372 column at the right; below each other on small screens. */
export const TwoColumns = ({ children, aside }: { children: ReactNode; aside: ReactNode }) => (
  <div className={css.two}>
    <Stack>{children}</Stack>
    <aside className={css.stack}>{aside}</aside>
  </div>
)

export const Stack = ({ children }: { children: ReactNode }) => <div className={css.stack}>{children}</div>
