import type { AchievementPublicRow, AchievementPublicView, PortalPage } from '@silian/server/contract/portal'
import { DemoTag, Facts, PageTop, Pager, Part } from './parts.tsx'
import { useReader, Words, type Reader } from './reader.tsx'

type View = Extract<PortalPage, { name: 'achievements' }>['view']

/** What is offered to everybody, by its public part, and the prices that are being published. */
export function AchievementsPage({ rows, total, page, size, filter, notices }: View) {
  const reader = useReader()
  const { t, f, href } = reader
  return (
    <>
      <PageTop title={t('portal:achievements.title')} lead={t('portal:achievements.lead')} />
      <div className="w">
        <form className="query" method="get" action={href('/achievements')} role="search">
          <div className="field grow">
            <label htmlFor="q">{t('portal:achievements.search')}</label>
            <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={50} aria-describedby="q-hint" />
            <p id="q-hint" className="hint">
              {t('portal:achievements.searchHint')}
            </p>
          </div>
          <button className="btn pri">{t('searchDo')}</button>
        </form>
        <p className="count" role="status">
          {t('portal:achievements.count', { count: total })}
        </p>
        {rows.length > 0 ? (
          <Table rows={rows} />
        ) : (
          <p className="none">
            {t('portal:achievements.none')} <a href={href('/achievements')}>{t('query.clear')}</a>
          </p>
        )}
        <Pager total={total} page={page} size={size} path="/achievements" filter={filter} />
        <Part title={t('portal:achievements.notices')}>
          <p className="cap">{t('portal:achievements.noticesLead')}</p>
          {notices.length === 0 && <p className="none">{t('portal:achievements.noticesNone')}</p>}
          <dl className="facts">
            {notices.map((one) => (
              <div key={one.number}>
                <dt>
                  <Words of={one.title} />
                </dt>
                <dd>{t('portal:achievements.noticeRow', { provider: one.provider.text, kind: t(`deals:kinds.${one.kind as 'licence'}`), price: priceOf(reader, one.price), from: f.fullDay(one.from), until: f.fullDay(one.until) })}　<a href={href(`/prices/${one.id}`)}>{t('portal:achievements.noticeOpen')}</a></dd>
              </div>
            ))}
          </dl>
        </Part>
      </div>
    </>
  )
}

function Table({ rows }: { rows: readonly AchievementPublicRow[] }) {
  const reader = useReader()
  const { t, f, href } = reader
  return (
    <table className="list">
      <caption className="sr">{t('portal:achievements.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('portal:achievements.achievement')}</th>
          <th scope="col">{t('portal:achievements.level')}</th>
          <th scope="col">{t('portal:achievements.ways')}</th>
          <th scope="col">{t('portal:achievements.opened')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={href(`/achievements/${row.id}`)}>
                <Words of={row.title} />
              </a>{' '}
              <DemoTag demo={row.demo} />
              <span className="sub">
                <Words of={row.organisation} />
              </span>
            </th>
            <td data-label={t('portal:achievements.level')}>{levelOf(reader, row)}</td>
            <td data-label={t('portal:achievements.ways')}>{waysOf(reader, row)}</td>
            <td data-label={t('portal:achievements.opened')}>{f.fullDay(row.openedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const levelOf = ({ t }: Reader, { level, levelConfirmed }: AchievementPublicRow) =>
  level === 0 ? t('technology:levelWords.none') : `${t('technology:levelWords.value', { level })} (${levelConfirmed === level ? t('technology:levelWords.confirmed') : levelConfirmed ? t('technology:levelWords.confirmedTo', { level: levelConfirmed }) : t('technology:levelWords.self')})`
const waysOf = ({ t }: Reader, { ways }: AchievementPublicRow) => ways.map((way) => t(`technology:ways.${way as 'licence'}`)).join('、')
const priceOf = ({ t, f }: Reader, price: number | null) => (price === null ? t('technology:negotiable') : t('technology:price', { wan: f.wan(price) }))

/** One achievement as anybody may read it. */
export function AchievementPage(view: AchievementPublicView) {
  const reader = useReader()
  const { t, f, href } = reader
  return (
    <article>
      <PageTop
        back={{ href: href('/achievements'), word: t('portal:achievements.back') }}
        title={
          <>
            <Words of={view.title} /> <DemoTag demo={view.demo} />
          </>
        }
        lead={view.organisationIsMember ? <a href={href(`/members/${view.organisationId}`)}><Words of={view.organisation} /></a> : <Words of={view.organisation} />}
      />
      <div className="w">
        <Part title={t('portal:achievements.what')}>
          <p className="prose">
            <Words of={view.description} />
          </p>
          {view.confidential && <p className="cap">{t('portal:achievements.confidential')}</p>}
        </Part>
        <Part title={t('portal:achievements.facts')}>
          <Facts
            rows={[
              [t('portal:achievements.level'), `${levelOf(reader, view)}　${view.level > 0 ? t(`technology:levels.l${view.level as 1}`) : ''}　${t('portal:achievements.standard', { standard: view.levelStandard })}`],
              [t('portal:achievements.ways'), waysOf(reader, view)],
              [t('portal:achievements.price'), priceOf(reader, view.price)],
              view.fields.length > 0 && [t('portal:achievements.field'), <span key="fields" lang={view.fields[0]!.lang}>{view.fields.map(({ text }) => text).join('、')}</span>],
              view.rights.length > 0 && [t('portal:achievements.rights'), view.rights.map((one) => [t(`technology:rightKinds.${one.kind as 'invention'}`), one.number, one.state === 'unregistered' ? null : t(`technology:rightStates.${one.state as 'granted'}`)].filter(Boolean).join(' ')).join('; ')],
              [t('portal:achievements.confirmed'), f.fullDay(view.confirmedAt)],
            ]}
          />
          <p className="cap">{t('portal:achievements.number', { number: view.number })}</p>
        </Part>
        <Part title={t('portal:achievements.how')}>
          <p className="prose">{t('portal:achievements.howText')}</p>
          <p className="acts">
            <a className="btn pri" href={`/app/achievements/${view.id}`}>
              {t('portal:nav.signIn')}
            </a>
          </p>
        </Part>
      </div>
    </article>
  )
}
