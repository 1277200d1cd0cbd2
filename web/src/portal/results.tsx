import type { NoticeView } from '@silian/server/contract/portal'
import { Pager, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

const groups = ['first', 'topThree', 'later', 'unplaced'] as const

export function Results({ id, counts, results, filter }: NoticeView) {
  const { t, f, href } = useReader()
  const path = `/notices/${id}`
  return (
    <Part title={t('portal:notice.results')} id="results">
      <p className="prose mut">
        {t('portal:notice.resultsLead')} {t('portal:notice.resultsNames')}
      </p>
      <form className="query wide-query no-print" method="get" action={`${href(path)}#results`} role="search">
        <div className="field grow">
          <label htmlFor="q">{t('portal:notice.search')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} />
        </div>
        <div className="field">
          <label htmlFor="group">{t('portal:notice.group')}</label>
          <select id="group" name="group" defaultValue={filter.group}>
            <option value="">{t('portal:notice.all', { count: counts.applicants })}</option>
            {groups.map((group) => (
              <option key={group} value={group}>
                {`${t(`portal:home.group.${group}`)} ${f.number(counts[group])}`}
              </option>
            ))}
          </select>
        </div>
        <button className="btn pri">{t('searchDo')}</button>
      </form>
      <p className="count" role="status">
        {t('table.total', { count: results.total })}
      </p>
      {results.rows.length === 0 ? (
        <p className="none">
          {t('portal:notice.none')} <a href={`${href(path)}#results`}>{t('query.clear')}</a>
        </p>
      ) : (
        <table className="list results">
          <caption className="sr">{t('portal:notice.results')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('portal:notice.letter')}</th>
              <th scope="col">{t('portal:notice.post')}</th>
              <th scope="col">{t('portal:notice.organisation')}</th>
              <th scope="col">{t('portal:notice.choice')}</th>
              <th scope="col">{t('portal:notice.seat')}</th>
            </tr>
          </thead>
          <tbody>
            {results.rows.map((row) => (
              <tr key={row.letterNumber}>
                <th scope="row">{row.letterNumber}</th>
                <td data-label={t('portal:notice.post')}>{row.post ? <Words of={row.post} /> : t('portal:notice.unplaced')}</td>
                <td data-label={t('portal:notice.organisation')}>{row.organisation && <Words of={row.organisation} />}</td>
                <td data-label={t('portal:notice.choice')}>{row.choice !== null && t('portal:notice.choiceN', { n: row.choice })}</td>
                <td data-label={t('portal:notice.seat')}>{row.seat}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager total={results.total} page={results.page} size={results.size} path={path} filter={filter} hash="#results" />
    </Part>
  )
}
