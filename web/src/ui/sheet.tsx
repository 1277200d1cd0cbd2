import type { ReactNode } from 'react'
import css from './sheet.module.css'

type SheetProps = {
  title?: ReactNode
  /** As-of time, count or one link, at the right of the title. */
  aside?: ReactNode
  /** The content brings its own padding: tables, lists. */
  flush?: boolean
  level?: 2 | 3
  className?: string
  children: ReactNode
}

/** White paper on the grey one. Never a sheet inside a sheet: inside, hairlines divide. */
export function Sheet({ title, aside, flush, level = 2, className, children }: SheetProps) {
  const Heading = `h${level}` as const
  return (
    <section className={[css.sheet, className].filter(Boolean).join(' ')}>
      {title && (
        <div className={css.head}>
          <Heading>{title}</Heading>
          {aside && <span className={css.aside}>{aside}</span>}
        </div>
      )}
      <div className={flush ? css.flush : css.body}>{children}</div>
    </section>
  )
}

/** What is known, as pairs: `[['报酬', '3,360 元/月'], …]`. Pairs without a value are left out. */
export const Facts = ({ facts, wide }: { facts: readonly (readonly [string, ReactNode])[]; wide?: boolean }) => (
  <dl className={[css.facts, wide && css.wide].filter(Boolean).join(' ')}>
    {facts.map(([name, value]) => value !== null && value !== undefined && value !== false && <Fact key={name} name={name} value={value} />)}
  </dl>
)

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)
