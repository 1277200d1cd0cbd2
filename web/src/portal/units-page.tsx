import type { PortalPage } from '@silian/server/contract/portal'
import { DemoTag, PageTop, Pager, queryOf } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

type UnitsView = Extract<PortalPage, { name: 'units' }>['view']

/** 实习单位名单: decided in a meeting of the school, with the day and the number of the minutes. */
export function UnitsPage({ rows, total, page, size, schools, filter }: UnitsView) {
  const { t, f, href } = useReader()
  const every = schools.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <PageTop title={t('portal:units.title')} lead={t('portal:units.lead')} />
      <div className="w">
        <form className="query" method="get" action={href('/internship-units')} role="search">
          <label htmlFor="q">{t('portal:units.search')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} />
          {filter.school && <input type="hidden" name="school" value={filter.school} />}
          <button className="btn pri">{t('searchDo')}</button>
        </form>
        {schools.length > 1 && (
          <nav className="kinds" aria-label={t('portal:units.school')}>
            <a href={href('/internship-units') + queryOf({ q: filter.q })} aria-current={filter.school === '' ? 'true' : undefined}>
              {t('query.any')} <span className="n">{f.number(every)}</span>
            </a>
            {schools.map(({ id, name, count }) => (
              <a key={id} href={href('/internship-units') + queryOf({ school: id, q: filter.q })} aria-current={filter.school === id ? 'true' : undefined}>
                <Words of={name} /> <span className="n">{f.number(count)}</span>
              </a>
            ))}
          </nav>
        )}
        <p className="count" role="status">
          {t('portal:units.count', { count: total })}
        </p>
        {rows.length === 0 ? (
          <p className="none">
            {every === 0 ? (
              t('portal:units.empty')
            ) : (
              <>
                {t('portal:units.none')} <a href={href('/internship-units')}>{t('query.clear')}</a>
              </>
            )}
          </p>
        ) : (
          <table className="list">
            <caption className="sr">{t('portal:units.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('portal:units.unit')}</th>
                <th scope="col">{t('portal:units.school')}</th>
                <th scope="col">{t('portal:units.listedOn')}</th>
                <th scope="col">{t('portal:units.minutes')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Words of={row.name} /> <DemoTag demo={row.demo} />
                    {row.town && (
                      <span className="sub">
                        <Words of={row.town} />
                      </span>
                    )}
                  </th>
                  <td data-label={t('portal:units.school')}>
                    <Words of={row.school} />
                  </td>
                  <td data-label={t('portal:units.listedOn')}>{f.fullDay(row.listedOn)}</td>
                  <td data-label={t('portal:units.minutes')}>{row.minutesNumber}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Pager total={total} page={page} size={size} path="/internship-units" filter={filter} />
        <p className="cap">{t('portal:units.note')}</p>
      </div>
    </>
  )
}
