import { useTranslation } from 'react-i18next'
import { complaintStates } from '@silian/server/contract/placements/complaints'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useComplaints, type ComplaintRow } from './desk-queries.ts'
import { complaintMoods } from './moods.ts'

/** For the authority alone. */
export default function ComplaintsPage() {
  const { t } = useTranslation('wayout')
  const { day, deadline } = useFormat()
  const list = useListState()
  const query = useComplaints(list.query)
  const filters: Filter[] = [
    { key: 'q', label: t('complaints.columns.place'), kind: 'text' },
    { key: 'state', label: t('complaints.columns.state'), kind: 'select', options: complaintStates.map((value) => ({ value, label: t(`complaint.states.${value}`) })) },
  ]
  const columns: Column<ComplaintRow>[] = [
    { key: 'number', title: t('complaints.columns.number'), cell: (row) => <span className="nw">{row.number}</span> },
    { key: 'topic', title: t('complaints.columns.topic'), cell: (row) => t(`complaint.topics.${row.topic}`) },
    { key: 'place', title: t('complaints.columns.place'), cell: (row) => [row.unitName, row.schoolName].filter(Boolean).join(' / '), width: '18rem' },
    { key: 'against', title: t('complaints.columns.against'), cell: (row) => t(`complaint.againsts.${row.against}`), desk: true },
    { key: 'reporter', title: t('complaints.columns.reporter'), cell: (row) => `${t(`complaints.reporters.${row.reporterKind}`)} · ${t(row.named ? 'complaints.named' : 'complaints.unnamed')}`, desk: true },
    { key: 'state', title: t('complaints.columns.state'), cell: (row) => <StateMark mood={complaintMoods[row.state]}>{t(`complaint.states.${row.state}`)}</StateMark> },
    { key: 'due', title: t('complaints.columns.due'), cell: (row) => (row.dueAt ? deadline(row.dueAt) : '—') },
    { key: 'at', title: t('complaints.columns.at'), cell: (row) => <span className="nw">{day(row.createdAt)}</span>, desk: true },
  ]
  return (
    <Page title={t('complaints.title')} lead={t('complaints.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query} rows={10}>
        {({ rows, total }) => (
          <DataTable name="complaints" caption={t('complaints.title')} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/complaints/${row.id}`} list={list} total={total} empty={<NothingFound filters={filters} list={list}><Empty>{t('complaints.empty')}</Empty></NothingFound>} />
        )}
      </Loaded>
    </Page>
  )
}
