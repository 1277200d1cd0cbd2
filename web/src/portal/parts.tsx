import type { PostRow } from '@silian/server/contract/portal'
import type { ReactNode } from 'react'
import { useReader, Words, type Reader } from './reader.tsx'

export function PageTop({ title, lead, back, children }: { title: ReactNode; lead?: ReactNode; back?: { href: string; word: string }; children?: ReactNode }) {
  return (
    <div className="top">
      <div className="w">
        {back && (
          <p className="back">
            <a href={back.href}>← {back.word}</a>
          </p>
        )}
        <h1>{title}</h1>
        {lead && <p className="lead-text">{lead}</p>}
        {children}
      </div>
    </div>
  )
}

/** A section with its heading and, at the right, where to read all of it. */
export function Part({ title, all, id, children }: { title: string; all?: { href: string; word: string } | null; id?: string; children: ReactNode }) {
  return (
    <section className="part" id={id}>
      <div className="part-head">
        <h2>{title}</h2>
        {all && <a href={all.href}>{all.word}</a>}
      </div>
      {children}
    </section>
  )
}

export function Tag({ kind, children, title }: { kind: 'demo' | 'plain'; children: ReactNode; title?: string }) {
  return (
    <span className={`tag ${kind}`} title={title}>
      {children}
    </span>
  )
}

export function DemoTag({ demo }: { demo: boolean }) {
  const { t } = useReader()
  return demo ? (
    <Tag kind="demo" title={t('portal:mark.demoNote')}>
      {t('portal:mark.demo')}
    </Tag>
  ) : null
}

/** Facts of a record. What is not known is not listed. */
export function Facts({ rows }: { rows: readonly (readonly [string, ReactNode] | null | false | '')[] }) {
  return (
    <dl className="facts">
      {rows.map(
        (row) =>
          row && (
            <div key={row[0]}>
              <dt>{row[0]}</dt>
              <dd>{row[1]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type PagerProps = { total: number; page: number; size: number; path: string; filter: Record<string, string>; hash?: string }

/** Where one is in a list. Links, so that a page can be sent to somebody. */
export function Pager({ total, page, size, path, filter, hash = '' }: PagerProps) {
  const { t, href } = useReader()
  const last = Math.max(1, Math.ceil(total / size))
  if (last === 1) return null
  const range = t('table.range', { from: (page - 1) * size + 1, to: Math.min(total, page * size), total })
  const to = (target: number) => href(path) + queryOf({ ...filter, page: target > 1 ? String(target) : '' }) + hash
  return (
    <nav className="pager" aria-label={range}>
      {page > 1 ? <a className="btn" rel="prev" href={to(page - 1)}>{t('table.previous')}</a> : <span />}
      <span>{range}</span>
      {page < last ? <a className="btn" rel="next" href={to(page + 1)}>{t('table.next')}</a> : <span />}
    </nav>
  )
}

/** What is empty is left out: an address says only what was chosen. */
export function queryOf(values: Record<string, string>): string {
  const text = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString()
  return text && `?${text}`
}

export function payText({ t, f }: Reader, { payMin, payMax, payPeriod }: Pick<PostRow, 'payMin' | 'payMax' | 'payPeriod'>): string {
  if (payMin === null) return t('portal:pay.unknown')
  const one = payMax === null || payMax === payMin
  const amount = one ? f.number(payMin, 2) : t('portal:pay.range', { from: f.number(payMin, 2), to: f.number(payMax, 2) })
  return t(`portal:pay.${(payPeriod ?? 'month') as 'month'}`, { amount })
}

export function PostTable({ rows }: { rows: readonly PostRow[] }) {
  const reader = useReader()
  const { t, f, href } = reader
  return (
    <table className="list posts">
      <caption className="sr">{t('portal:posts.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('portal:posts.post')}</th>
          <th scope="col">{t('portal:posts.place')}</th>
          <th scope="col">{t('portal:posts.payColumn')}</th>
          <th scope="col">{t('portal:posts.starts')}</th>
          <th scope="col" className="n">
            {t('portal:posts.seats')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={href(`/posts/${row.id}`)}>
                <Words of={row.title} />
              </a>
              <span className="sub">
                <Words of={row.organisation} />
              </span>
            </th>
            <td data-label={t('portal:posts.place')}>{row.town ? <Words of={row.town} /> : t('number.unknown')}</td>
            <td data-label={t('portal:posts.payColumn')}>
              {payText(reader, row)}
              {row.lodging && row.lodging !== 'none' && <span className="sub">{t('portal:post.lodging') + colon(reader) + t(`portal:provided.${row.lodging as 'free'}`)}</span>}
            </td>
            <td data-label={t('portal:posts.starts')}>{row.startsOn ? f.fullDay(row.startsOn) : t('number.unknown')}</td>
            <td data-label={t('portal:posts.seats')} className="n">
              {f.number(row.seats)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const colon = ({ locale }: Reader) => (locale === 'en' ? ': ' : '：')
