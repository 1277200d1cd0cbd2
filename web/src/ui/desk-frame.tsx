import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { IconButton } from './button.tsx'
import css from './desk-frame.module.css'
import { Mark } from './mark.tsx'

export type NavItem = {
  href: string
  label: string
  /** Only where I owe something. */
  owed?: number
  /** Also current on these addresses below it. */
  under?: string
}
export type NavGroup = { label?: string; chain?: 'education' | 'talent' | 'industry' | 'innovation'; items: readonly NavItem[] }

const chainColour = { education: 'var(--qing)', talent: 'var(--zi)', industry: 'var(--zhe)', innovation: 'var(--lu)' }

type Props = {
  home: string
  nav: readonly NavGroup[]
  navLabel: string
  /** The alliance and seat, and how to change it. */
  seat?: ReactNode
  search?: ReactNode
  /** Language, person: at the right. */
  tools: ReactNode
  /** Banners between the top bar and the page. */
  banner?: ReactNode
  children: ReactNode
}

/** The desk: top bar 52, left navigation 188; on small screens the navigation is a sheet behind the menu button. */
export function DeskFrame({ home, nav, navLabel, seat, search, tools, banner, children }: Props) {
  const { t } = useTranslation('ui')
  const [location] = useLocation()
  const sheet = useRef<HTMLDialogElement>(null)

  // Choosing a page closes the sheet, however it was chosen.
  useEffect(() => sheet.current?.close(), [location])

  return (
    <>
      <a className={css.skip} href="#main">
        {t('skip')}
      </a>
      <header className={css.top}>
        <IconButton name="menu" size={22} label={t('menu')} className={css.opener!} onClick={() => sheet.current?.showModal()} />
        <Link href={home} className={css.brand}>
          <Mark />
          {t('product')}
        </Link>
        {seat && <div className={css.seat}>{seat}</div>}
        <div className={css.tools}>
          {search && <div className={css.search}>{search}</div>}
          {tools}
        </div>
      </header>
      {banner}
      <div className={css.body}>
        <div className={css.edge}>
          <nav className={css.nav} aria-label={navLabel}>
            <Groups nav={nav} />
          </nav>
        </div>
        <main id="main" className={css.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <dialog ref={sheet} className={css.sheet} aria-label={navLabel} onClick={(event) => void (event.target === sheet.current && sheet.current.close())}>
        <div className={css.sheetHead}>
          {t('product')}
          <IconButton name="close" label={t('close')} onClick={() => sheet.current?.close()} />
        </div>
        {seat && <div>{seat}</div>}
        {search && <div className={css.sheetSearch}>{search}</div>}
        <nav aria-label={navLabel}>
          <Groups nav={nav} />
        </nav>
      </dialog>
    </>
  )
}

function Groups({ nav }: { nav: readonly NavGroup[] }) {
  const [location] = useLocation()
  const isHere = ({ href, under }: NavItem) => location === href || location.startsWith(`${under ?? href}/`)
  return nav.map(({ label, chain, items }, index) => (
    <div key={label ?? index} style={chain && ({ '--chain': chainColour[chain] } as CSSProperties)}>
      {label && <h2 className={css.group}>{label}</h2>}
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <Link href={item.href} className={css.link} aria-current={isHere(item) ? 'page' : undefined}>
              {item.label}
              {item.owed ? <span>{item.owed}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}
