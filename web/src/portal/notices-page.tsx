import type { NoticeRow, PortalPage, RunningRound } from '@silian/server/contract/portal'
import { PageTop, Pager, Part } from './parts.tsx'
import { useReader, Words } from './reader.tsx'

type NoticesView = Extract<PortalPage, { name: 'notices' }>['view']

export function NoticesPage({ open, past, running }: NoticesView) {
  const { t } = useReader()
  return (
    <>
      <PageTop title={t('portal:notices.title')} lead={t('portal:notices.lead')} />
      <div className="w">
        <Part title={t('portal:notices.open')}>{open.length > 0 ? <NoticeList rows={open} /> : <p className="none">{t('portal:notices.noneOpen')}</p>}</Part>
        {running.length > 0 && (
          <Part title={t('portal:notices.running')}>
            <RunningList rows={running} withCommitment />
          </Part>
        )}
        <Part title={t('portal:notices.past')}>
          {past.rows.length > 0 ? <NoticeList rows={past.rows} /> : <p className="none">{t('portal:notices.nonePast')}</p>}
          <Pager total={past.total} page={past.page} size={past.size} path="/notices" filter={{}} />
        </Part>
      </div>
    </>
  )
}

const places = { round: 'notices', membership: 'members', price: 'prices' } as const

export function NoticeList({ rows }: { rows: readonly NoticeRow[] }) {
  const { t, f, href } = useReader()
  return (
    <ul className="pub">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.id}`}>
          <h3>
            <a href={href(`/${places[row.kind]}/${row.id}`)}>
              {row.kind === 'round' ? <Words of={row.title} /> : t(row.kind === 'price' ? 'portal:price.notice' : 'portal:notices.membership', { name: row.title.text })}
            </a>
          </h3>
          <p>
            {row.open ? (
              <>
                <span>{t('portal:notices.period', { range: f.range(row.from, new Date(Date.parse(row.until) - 1)) })}</span>
                <b>{f.left(row.until)}</b>
              </>
            ) : (
              <>
                <span>{t('portal:notices.published', { day: f.fullDay(row.from) })}</span>
                <span>{t('portal:notices.over')}</span>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

export function RunningList({ rows, withCommitment }: { rows: readonly RunningRound[]; withCommitment?: boolean }) {
  const { t, f } = useReader()
  return (
    <ul className="run">
      {rows.map((row) => (
        <li key={row.id}>
          <h3>
            <Words of={row.title} />
          </h3>
          <p>
            <span className="st now">{t(`rounds:state.${row.state}`)}</span>
            <span>{t('portal:notices.runningText', { posts: f.number(row.posts), seats: f.number(row.seats) })}</span>
            {row.state === 'wishing' && <b>{t('portal:notices.closes', { day: f.deadline(row.wishesCloseAt) })}</b>}
          </p>
          {withCommitment && (
            <details>
              <summary>{t('portal:notices.commitment')}</summary>
              <p className="cap">{t('portal:notices.commitmentNote')}</p>
              <code>{row.commitment}</code>
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}
