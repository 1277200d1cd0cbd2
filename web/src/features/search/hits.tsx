import type { Hit } from '@silian/server/contract/search'
import { Link } from 'wouter'
import { currentLocale } from '../../kernel/i18n.ts'
import { Marked } from '../../ui/marked.tsx'
import { addressOf, nameOf, noteOf } from './address.ts'
import css from './search.module.css'

export function Hits({ hits }: { hits: readonly Hit[] }) {
  const locale = currentLocale()
  return (
    <ul className={css.hits}>
      {hits.map((hit) => {
        const href = addressOf(hit, locale)
        const { text, marks } = nameOf(hit, locale)
        const name = <Marked text={text} marks={marks} />
        const note = noteOf(hit)
        return (
          <li key={`${hit.kind} ${hit.id}`}>
            {href.startsWith('~') ? <a href={href.slice(1)}>{name}</a> : <Link href={href}>{name}</Link>}
            {note && <small>{note}</small>}
          </li>
        )
      })}
    </ul>
  )
}
