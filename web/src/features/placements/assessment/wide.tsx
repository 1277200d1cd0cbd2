import type { ReactNode } from 'react'
import css from './assessment.module.css'

/** A table wider than its sheet. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  // Scrolls by itself, so the keyboard has to reach it.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className={css.scroll} tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
)
