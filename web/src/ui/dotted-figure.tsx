import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import css from './state-mark.module.css'

type Props = { children: ReactNode; /** What the figure counts: read out with "open". */ label: string } & ({ href: string; onOpen?: never } | { onOpen: () => void; href?: never })

/** A figure with evidence: dotted underline, opens its formula, records and files. */
export function DottedFigure({ children, label, href, onOpen }: Props) {
  const { t } = useTranslation('ui')
  const title = t('figure.open', { label })
  return href === undefined ? (
    <button type="button" className={css.figure} title={title} onClick={onOpen}>
      {children}
    </button>
  ) : (
    <Link href={href} className={css.figure} title={title}>
      {children}
    </Link>
  )
}
