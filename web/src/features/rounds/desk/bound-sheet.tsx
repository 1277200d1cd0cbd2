import type { getResultSummary } from '@silian/server/contract/rounds/letters'
import type { Reply } from '@silian/server/contract'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Sheet } from '../../../ui/sheet.tsx'
import { useTagName } from '../rule/tag-name.ts'
import css from './desk.module.css'

type Summary = Reply<typeof getResultSummary>

/** What reserves, limits and minimums did: read before the result is published. */
export function BoundSheet({ summary }: { summary: Summary }) {
  const { t } = useTranslation('matching')
  const format = useFormat()
  const { reserves, limits, closings } = summary
  if (reserves.length + limits.length + closings.length === 0) return null
  return (
    <Sheet title={t('bound.title')}>
      <div className={css.bound}>
        {reserves.length > 0 && <Reserves summary={summary} />}
        {limits.length > 0 && (
          <div className={css.wide}>
            <table className={css.plain}>
              <thead>
                <tr>
                  <th scope="col">{t('bound.limits')}</th>
                  <th scope="col">{t('bound.people')}</th>
                </tr>
              </thead>
              <tbody>
                {limits.map(({ name, used, most }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>
                      {t('limits.used', { used: format.number(used), most: format.number(most) })} {used >= most && <b className={css.full}>{t('limits.full')}</b>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {closings.length > 0 && (
          <div>
            <h3>{t('bound.closings')}</h3>
            <ol>
              {closings.map(({ postId, title, step, had, minimum }) => (
                <li key={postId}>{t('bound.step', { step, post: title, had, minimum })}</li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </Sheet>
  )
}

/** Both orders of processing side by side: the order decides who gets in. */
function Reserves({ summary: { reserves, reserveMode } }: { summary: Summary }) {
  const { t } = useTranslation('matching')
  const tagName = useTagName()
  const sum = (key: 'seats' | 'guarantee' | 'additional') => reserves.reduce((total, row) => total + row[key], 0)
  const [first, last] = reserveMode === 'additional' ? [undefined, css.chosen] : [css.chosen, undefined]
  return (
    <div className={css.wide}>
      <table className={css.plain}>
        <caption className="sr">{t('bound.reserves')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bound.reserves')}</th>
            <th scope="col">{t('bound.seats')}</th>
            <th scope="col">{t('bound.guarantee')}</th>
            <th scope="col">{t('bound.additional')}</th>
          </tr>
        </thead>
        <tbody>
          {reserves.map((row) => (
            <tr key={row.postId + row.tag}>
              <th scope="row">
                {row.title}
                <small className={css.second}>
                  {row.organisationName} · {tagName(row.tag)}
                </small>
              </th>
              <td>{row.seats}</td>
              <td className={first}>{row.guarantee}</td>
              <td className={last}>{row.additional}</td>
            </tr>
          ))}
          {reserves.length > 1 && (
            <tr>
              <th scope="row">
                <b>{t('bound.sum')}</b>
              </th>
              <td>{sum('seats')}</td>
              <td className={first}>{sum('guarantee')}</td>
              <td className={last}>{sum('additional')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
