import type { FindingView } from '@silian/server/contract/needs/law'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Article, Unread } from '../../../ui/law.tsx'
import css from './desk.module.css'

/** What the law says of what is there, each with where it stands. `group`: the namespace that words it. */
export function FindingList({ findings, group }: { findings: readonly FindingView[]; group: 'during' | 'pay' }) {
  const { t } = useTranslation([group, 'rules'])
  const { day } = useFormat()
  const say = t as unknown as (key: string, params: Record<string, unknown>) => string
  const shown = (params: FindingView['params']) => Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : value]))
  return (
    <ul className={css.stack}>
      {findings.map((one) => (
        <li key={`${one.key}${one.field}${JSON.stringify(one.params)}`} className={one.severity === 'block' ? css.late : css.warn}>
          {say(`${group}:findings.${one.key}`, shown(one.params))}{' '}
          <small>{one.article && one.sourceStatus === 'V' ? <Article>{one.article}</Article> : <Unread />}</small>
        </li>
      ))}
    </ul>
  )
}
