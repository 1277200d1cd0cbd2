import type { NeedCounts, PortalPage, ProblemPublicRow } from '@silian/server/contract/portal'
import { DemoTag, PageTop, Pager, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

type OpenView = Extract<PortalPage, { name: 'problems' }>['view']
type EndedView = Extract<PortalPage, { name: 'endedProblems' }>['view']

const kinds = ['technology', 'service'] as const

/** What is open for answers, and below it what became of earlier ones. */
export function ProblemsPage({ rows, total, page, size, filter, counts }: OpenView) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={t('portal:problems.title')} lead={t('portal:problems.lead')} />
      <div className="w">
        <form className="query" method="get" action={href('/needs')} role="search">
          <div className="field grow">
            <label htmlFor="q">{t('portal:problems.search')}</label>
            <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} aria-describedby="q-hint" />
            <p id="q-hint" className="hint">
              {t('portal:problems.searchHint')}
            </p>
          </div>
          <div className="field">
            <label htmlFor="kind">{t('portal:problems.kind')}</label>
            <select id="kind" name="kind" defaultValue={filter.kind}>
              <option value="">{t('query.any')}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`problems:kinds.${kind}`)}
                </option>
              ))}
            </select>
          </div>
          <button className="btn pri">{t('searchDo')}</button>
        </form>
        <p className="count" role="status">
          {t('portal:problems.count', { count: total })}
        </p>
        {rows.length > 0 ? (
          <ProblemTable rows={rows} />
        ) : (
          <p className="none">
            {t('portal:problems.none')} <a href={href('/needs')}>{t('query.clear')}</a>
          </p>
        )}
        <Pager total={total} page={page} size={size} path="/needs" filter={filter} />
        <Part title={t('portal:problems.became')} all={{ href: href('/needs/ended'), word: t('portal:problems.seeEnded') }}>
          <Became counts={counts} />
        </Part>
      </div>
    </>
  )
}

export function EndedProblemsPage({ rows, total, page, size, filter, counts }: EndedView) {
  const { t, href } = useReader()
  return (
    <>
      <PageTop title={t('portal:problems.endedTitle')} lead={t('portal:problems.endedLead')} back={{ href: href('/needs'), word: t('portal:problems.seeOpen') }} />
      <div className="w">
        <Became counts={counts} />
        <p className="count" role="status">
          {filter.how ? `${t(`portal:problems.counts.${filter.how}`)} ` : ''}
          {t('portal:problems.count', { count: total })}
        </p>
        {rows.length > 0 ? <ProblemTable rows={rows} ended /> : <p className="none">{t('portal:problems.noneEnded')}</p>}
        <Pager total={total} page={page} size={size} path="/needs/ended" filter={filter} />
      </div>
    </>
  )
}

/** States that do not overlap stand apart and are never added up. */
export function Became({ counts }: { counts: NeedCounts }) {
  const { t, f, href } = useReader()
  const addresses = { live: '/needs', solved: '/needs/ended?how=solved', declined: '/needs/ended?how=declined', expired: '/needs/ended?how=expired', withdrawn: null } as const
  return (
    <>
      <dl className="mem">
        {(['live', 'solved', 'declined', 'expired', 'withdrawn'] as const).map((one) => (
          <div key={one}>
            <dt>{t(`portal:problems.counts.${one}`)}</dt>
            <dd>{addresses[one] ? <a className="fig" href={href(addresses[one])}>{f.number(counts[one])}</a> : f.number(counts[one])}</dd>
          </div>
        ))}
      </dl>
      <p className="cap">{t('portal:problems.becameNote')}</p>
    </>
  )
}

export function ProblemTable({ rows, ended }: { rows: readonly ProblemPublicRow[]; ended?: boolean }) {
  const { t, f, href } = useReader()
  const when = t(ended ? 'portal:problems.ended' : 'portal:problems.opened')
  const how = t(ended ? 'portal:problems.how' : 'portal:problems.state')
  return (
    <table className="list">
      <caption className="sr">{t('portal:problems.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('portal:problems.need')}</th>
          <th scope="col">{t('portal:problems.field')}</th>
          <th scope="col">{how}</th>
          <th scope="col">{when}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={href(`/needs/${row.id}`)}>
                <Words of={row.title} />
              </a>{' '}
              <DemoTag demo={row.demo} />
              <span className="sub">
                <Words of={row.organisation} />
              </span>
            </th>
            <td data-label={t('portal:problems.field')}>
              {row.family ? t(`problems:families.${row.family as 'talent_training'}`) : row.fields.map((field) => field.text).join('、') || t('number.unknown')}
            </td>
            <td data-label={how}>
              <ProblemState row={row} />
            </td>
            <td data-label={when}>{f.fullDay(ended && row.endedAt ? row.endedAt : row.openedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function ProblemState({ row }: { row: ProblemPublicRow }) {
  const { t } = useReader()
  return (
    <>
      {t(`problems:states.${row.state}`)}
      {row.state === 'declined' && row.declineCode && <span className="sub">{t(`problems:declineCodes.${row.declineCode as 'unclear'}`)}</span>}
      {row.state === 'open' && row.escalation > 0 && <span className="sub">{t(row.escalation === 1 ? 'portal:problems.late1' : 'portal:problems.late2')}</span>}
    </>
  )
}
