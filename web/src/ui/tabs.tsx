import { Link, useLocation, useSearchParams } from 'wouter'
import css from './tabs.module.css'

export type Tab<Key extends string = string> = { key: Key; label: string; count?: number | null }

/** Which tab the address names; the first when it names none. */
export function useTab<Key extends string>(tabs: readonly Tab<Key>[]): Key {
  const [search] = useSearchParams()
  return (tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0]!).key
}

/** Links, so that a tab can be sent and the back button leads back. */
export function Tabs<Key extends string>({ tabs, current, label, plain }: { tabs: readonly Tab<Key>[]; current: Key; label: string; /** Without the hairline, where the place has its own. */ plain?: boolean }) {
  const [location] = useLocation()
  return (
    <nav className={[css.tabs, !plain && css.lined].filter(Boolean).join(' ')} aria-label={label}>
      {tabs.map(({ key, label: text, count }, index) => (
        <Link key={key} href={index === 0 ? location : `${location}?tab=${key}`} className={css.tab} aria-current={key === current ? 'page' : undefined}>
          {text}
          {count !== undefined && count !== null && <span>{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
