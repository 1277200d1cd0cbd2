import type { UseQueryResult } from '@tanstack/react-query'
import { use, useEffect, useState, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asApiError, useWording } from '../kernel/wording.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { InsidePage } from './inside-page.ts'
import { Page } from './page.tsx'
import css from './loaded.module.css'

type LoadedProps<T> = {
  query: UseQueryResult<T>
  children: (data: T) => ReactNode
  /** Rows of the skeleton on the first load. */
  rows?: number
  /** What to show instead when there is nothing: usually `<Empty>`. */
  empty?: (data: T) => ReactNode | null | false
}

/** Loading, refused, failed, empty or there. Old content stays while new is on its way. */
export function Loaded<T>({ query, children, rows = 6, empty }: LoadedProps<T>) {
  if (query.data !== undefined) {
    const nothing = empty?.(query.data)
    return (
      <>
        {query.isFetching && query.isPlaceholderData && <LoadingBar />}
        {query.isError && <Refused error={query.error} onRetry={() => void query.refetch()} />}
        {nothing || children(query.data)}
      </>
    )
  }
  return <Waiting query={query} rows={rows} />
}

/** Nothing to show yet, or not at all. Where no page is around, this is the page: with a heading, and a way back. */
function Waiting({ query, rows }: { query: UseQueryResult; rows: number }) {
  const { t } = useTranslation('ui')
  const inside = use(InsidePage)
  const retry = () => void query.refetch()
  if (!query.isError) return inside ? <Skeleton rows={rows} /> : <div className={css.alone}><Skeleton rows={rows} /></div>
  if (inside) return <Refused error={query.error} onRetry={retry} />
  return (
    <Page title={t('page.closed')}>
      <Refused error={query.error} onRetry={retry} actions={<Button onClick={() => history.back()}>{t('page.goBack')}</Button>} />
    </Page>
  )
}

/** Nothing moves for the first 300 ms: most answers are there by then. */
function useLater(): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return later
}

export function LoadingBar() {
  return useLater() ? <div className={css.bar} aria-hidden="true" /> : null
}

export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('ui')
  if (!useLater()) return <div className={css.wait} aria-busy="true" />
  return (
    <div className={css.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={css.row} style={{ '--share': `${[62, 48, 71, 55, 40, 66][index % 6]}%` } as CSSProperties} />
      ))}
    </div>
  )
}

/** A no, or a failure: what happened and why, what is safe, what can be done, the number to tell. */
export function Refused({ error, onRetry, actions }: { error: unknown; onRetry?: () => void; actions?: ReactNode }) {
  const { t } = useTranslation('ui')
  const say = useWording()
  const { code, reference } = asApiError(error)
  const failed = code === 'internal_error' || code === 'unreachable'
  return (
    <div className={[css.notice, failed ? css.failed : css.refused].join(' ')} role="alert">
      <Icon name={failed ? 'warn' : 'close'} />
      <strong>{t(failed ? 'state.failed' : 'state.refused')}</strong>
      <p>{say(error)}</p>
      {failed && reference && <p className="small dim">{t('state.reference', { reference })}</p>}
      {(actions || (failed && onRetry)) && (
        <div className={css.acts}>
          {failed && onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
          {actions}
        </div>
      )}
    </div>
  )
}

/** One sentence why there is nothing, and the one verb. */
export function Empty({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div className={css.empty}>
      <p>{children ?? t('state.empty')}</p>
      {action}
    </div>
  )
}
