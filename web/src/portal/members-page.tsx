import type { PortalPage } from '@silian/server/contract/portal'
import { DemoTag, PageTop, Pager, queryOf, Tag } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

type MembersView = Extract<PortalPage, { name: 'members' }>['view']

export function MembersPage({ rows, total, page, size, counts, filter, directoryEntries }: MembersView) {
  const { t, f, href } = useReader()
  const kinds = [{ kind: '' as const, count: counts.reduce((sum, row) => sum + row.count, 0) }, ...counts]
  return (
    <>
      <PageTop title={t('portal:members.title')} lead={t('portal:members.lead')} />
      <div className="w">
        <form className="query" method="get" action={href('/members')} role="search">
          <label htmlFor="q">{t('portal:members.search')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} aria-describedby="q-hint" />
          {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
          <button className="btn pri">{t('searchDo')}</button>
          <p id="q-hint" className="hint">
            {t('portal:members.searchHint')}
          </p>
        </form>
        <nav className="kinds" aria-label={t('portal:members.kind')}>
          {kinds.map(({ kind, count }) => (
            <a key={kind} href={href('/members') + queryOf({ kind, q: filter.q })} aria-current={filter.kind === kind ? 'true' : undefined}>
              {kind === '' ? t('query.any') : t(`portal:kind.${kind}`)} <span className="n">{f.number(count)}</span>
            </a>
          ))}
        </nav>
        <p className="count" role="status">
          {t('portal:members.count', { count: total })}
        </p>
        {rows.length === 0 ? (
          <p className="none">
            {t('portal:members.none')} <a href={href('/members')}>{t('query.clear')}</a>
          </p>
        ) : (
          <table className="list members">
            <caption className="sr">{t('portal:members.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('portal:members.name')}</th>
                <th scope="col">{t('portal:members.kind')}</th>
                <th scope="col">{t('portal:members.town')}</th>
                <th scope="col">{t('portal:members.fact')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <a href={href(`/members/${row.id}`)}>
                      <Words of={row.name} />
                    </a>{' '}
                    <DemoTag demo={row.demo} />
                    {row.directoryEntry && <Tag kind="plain">{t('portal:mark.directory')}</Tag>}
                  </th>
                  <td data-label={t('portal:members.kind')}>{t(`portal:kind.${row.kind}`)}</td>
                  <td data-label={t('portal:members.town')}>{row.town && <Words of={row.town} />}</td>
                  <td data-label={t('portal:members.fact')}>{row.fact && <Words of={row.fact} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager total={total} page={page} size={size} path="/members" filter={filter} />
        {directoryEntries > 0 && <p className="cap">{t('portal:members.directoryNote', { count: directoryEntries })}</p>}
      </div>
    </>
  )
}
