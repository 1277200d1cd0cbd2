import { useTranslation } from 'react-i18next'
import css from './data-table.module.css'
import { useFormat } from '../kernel/format.ts'
import type { ListState } from './list-state.ts'

/** Which rows, of how many; 20, 50 or 100 at a time. */
export function Pager({ list, total, count }: { list: ListState; total: number; count: number }) {
  const { t } = useTranslation('ui')
  const { number } = useFormat()
  const { page, size } = list
  const last = Math.max(1, Math.ceil(total / size))
  const from = (page - 1) * size + 1
  return (
    <nav className={css.foot} aria-label={t('table.range', { from, to: from + count - 1, total })}>
      <span>{t('table.range', { from: number(from), to: number(from + count - 1), total: number(total) })}</span>
      {total > 20 && (
        <label className={css.size}>
          {t('table.size')}
          <select value={size} onChange={(event) => list.setSize(Number(event.target.value))}>
            {[20, 50, 100].map((one) => (
              <option key={one} value={one}>
                {t('table.sizeN', { count: one })}
              </option>
            ))}
          </select>
        </label>
      )}
      {last > 1 && (
        <span className={css.pages}>
          <button type="button" disabled={page <= 1} onClick={() => list.setPage(page - 1)}>
            {t('table.previous')}
          </button>
          {around(page, last).map((one, index) =>
            one === null ? (
              <span key={`gap-${index}`}>…</span>
            ) : (
              <button key={one} type="button" aria-current={one === page ? 'page' : undefined} onClick={() => list.setPage(one)}>
                {number(one)}
              </button>
            ),
          )}
          <button type="button" disabled={page >= last} onClick={() => list.setPage(page + 1)}>
            {t('table.next')}
          </button>
        </span>
      )}
    </nav>
  )
}

/** 1 … 4 5 6 … 20 */
export function around(page: number, last: number): (number | null)[] {
  const near = [...new Set([1, page - 1, page, page + 1, last])].filter((one) => one >= 1 && one <= last).sort((a, b) => a - b)
  return near.flatMap((one, index) => {
    const before = near[index - 1]
    if (before === undefined || one - before === 1) return [one]
    return one - before === 2 ? [one - 1, one] : [null, one]
  })
}
