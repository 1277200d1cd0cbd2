import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, type When } from '../kernel/format.ts'
import css from './timeline.module.css'

export type Event = { key: string; at: When; text: ReactNode; /** A second line: the reason that was given. */ note?: ReactNode; look?: 'done' | 'late' }

/** 经过: what happened, when, by whom. Oldest first, as it is read. */
export function Timeline({ events, label }: { events: readonly Event[]; label?: string }) {
  const { t } = useTranslation('ui')
  const { stamp, day } = useFormat()
  return (
    <ol className={css.line} aria-label={label ?? t('timeline.label')}>
      {events.map(({ key, at, text, note, look }) => (
        <li key={key} className={look && css[look]}>
          <time>{typeof at === 'string' && at.length === 10 ? day(at) : stamp(at)}</time>
          {text}
          {note && <small>{note}</small>}
        </li>
      ))}
    </ol>
  )
}
