import { useTranslation } from 'react-i18next'
import { serviceFamilies } from '@silian/server/contract/needs/problems'
import { exportRequests, requestStates } from '@silian/server/contract/services/requests'
import { download } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { useNow } from '../../kernel/now.ts'
import { useSession } from '../../kernel/session.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { Due, StateMark } from '../../ui/state-mark.tsx'
import { ExportButton } from './export-button.tsx'
import { requestMoods } from './moods.ts'
import { useRequests, type RequestQuery, type RequestRow } from './queries.ts'
import css from './services.module.css'

/** Requests one has a part in: routed to us, asked by us, or all of the alliance for its office. */
export default function RequestsPage() {
  const { t } = useTranslation(['services', 'problems'])
  const list = useListState()
  const columns = useColumns()
  const role = useSession()?.seat?.role
  const office = role === 'secretariat' || role === 'official'
  const filters: Filter[] = [
    { key: 'q', label: t('request.filters.q'), kind: 'text' },
    { key: 'state', label: t('request.filters.state'), kind: 'select', options: [{ value: 'live', label: t('request.filters.live') }, { value: 'late', label: t('request.filters.late') }, ...requestStates.map((value) => ({ value, label: t(`request.states.${value}`) }))] },
    { key: 'family', label: t('request.filters.family'), kind: 'select', options: serviceFamilies.map((value) => ({ value, label: t(`problems:families.${value}`) })) },
    ...(office ? [] : ([{ key: 'side', label: t('request.filters.side'), kind: 'select', options: [{ value: 'provider', label: t('request.filters.provider') }, { value: 'asker', label: t('request.filters.asker') }] }] as const)),
  ]
  const query = list.query as RequestQuery
  const requests = useRequests(query)
  const { page: _page, size: _size, ...shown } = query
  return (
    <Page title={t('request.title')} lead={t(role === 'official' ? 'request.leadAuthority' : 'request.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={requests} rows={12}>
        {(data) => (
          <DataTable
            name="service-requests"
            caption={t('request.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/service-requests/${row.id}`}
            list={list}
            total={data.total}
            tools={<ExportButton label={t('request.export')} bring={() => download(exportRequests, { query: shown })} />}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('request.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<RequestRow>[] {
  const { t } = useTranslation(['services', 'problems'])
  const { day } = useFormat()
  return [
    {
      key: 'need', title: t('request.columns.need'), width: '18rem',
      cell: (row) => (
        <span className={css.title}>
          {row.needTitle}
          <small>
            {row.askerName} → {row.providerName}
          </small>
        </span>
      ),
    },
    { key: 'asker', title: t('request.columns.asker'), cell: (row) => row.askerName, desk: true },
    { key: 'provider', title: t('request.columns.provider'), cell: (row) => row.providerName, desk: true },
    { key: 'state', title: t('request.columns.state'), cell: (row) => <RequestState row={row} /> },
    { key: 'dueAt', title: t('request.columns.dueAt'), cell: (row) => <Deadline at={row.dueAt} />, sortable: true },
    { key: 'offer', title: t('request.columns.offer'), cell: (row) => row.offerTitle ?? '—', desk: true },
    { key: 'family', title: t('request.columns.family'), cell: (row) => <span className="nw">{t(`problems:families.${row.family}`)}</span>, desk: true, spare: true },
    { key: 'routedAt', title: t('request.columns.routedAt'), cell: (row) => <span className="nw">{day(row.routedAt)}</span>, sortable: true, desk: true },
    { key: 'number', title: t('request.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}

export function RequestState({ row }: { row: Pick<RequestRow, 'state' | 'escalation' | 'declineCode' | 'stars' | 'dueAt'> }) {
  const { t } = useTranslation(['services', 'problems'])
  return (
    <>
      <StateMark mood={requestMoods[row.state]}>{t(`request.states.${row.state}`)}</StateMark>
      {row.dueAt !== null && row.escalation > 0 && <small className={css.told}>{t('request.told')}</small>}
      {row.declineCode && <small className={css.told}>{t(`problems:declineCodes.${row.declineCode}`)}</small>}
      {row.stars !== null && <small className={css.told}>{t('rating.star', { count: row.stars })}</small>}
    </>
  )
}

function Deadline({ at }: { at: string | null }) {
  const { t } = useTranslation('services')
  const { deadline } = useFormat()
  const now = useNow()
  if (!at) return <>—</>
  const left = new Date(at).getTime() - now.getTime()
  return (
    <span className={css.until}>
      <Due how={left <= 0 ? 'late' : left < 2 * 86_400_000 ? 'near' : 'far'}>{left <= 0 ? `${t('request.late')} ${deadline(at)}` : deadline(at)}</Due>
    </span>
  )
}
