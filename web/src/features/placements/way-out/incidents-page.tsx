import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useIncidents, type IncidentRow } from './desk-queries.ts'
import { incidentMoods } from './moods.ts'

export default function IncidentsPage() {
  const { t } = useTranslation('wayout')
  const { stamp, deadline } = useFormat()
  const list = useListState()
  const query = useIncidents(list.query)
  const filters: Filter[] = [{ key: 'state', label: t('incident.columns.state'), kind: 'select', options: (['open', 'told', 'closed'] as const).map((value) => ({ value, label: t(`incident.states.${value}`) })) }]
  const columns: Column<IncidentRow>[] = [
    { key: 'student', title: t('incident.columns.student'), cell: (row) => row.placement.studentName },
    { key: 'kind', title: t('incident.columns.kind'), cell: (row) => `${t(`incident.kinds.${row.kind}`)}（${t(`incident.severities.${row.severity}`)}）` },
    { key: 'unit', title: t('incident.columns.unit'), cell: (row) => row.placement.unitName, desk: true },
    { key: 'at', title: t('incident.columns.at'), cell: (row) => <span className="nw">{stamp(row.happenedAt)}</span>, desk: true },
    { key: 'state', title: t('incident.columns.state'), cell: (row) => <StateMark mood={incidentMoods[row.state]}>{t(`incident.states.${row.state}`)}</StateMark> },
    { key: 'clock', title: t('incident.columns.clock'), cell: (row) => (row.late ? t('incident.late') : row.state === 'open' ? deadline(row.dueAt) : '—') },
    { key: 'number', title: t('incident.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
  return (
    <Page title={t('incident.title')} actions={<LinkButton kind="primary" href="/incidents/new">{t('incident.send')}</LinkButton>}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query} rows={8}>
        {({ rows, total }) => (
          <DataTable name="incidents" caption={t('incident.title')} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => `/incidents/${row.id}`} list={list} total={total} empty={<NothingFound filters={filters} list={list}><Empty>{t('incident.empty')}</Empty></NothingFound>} />
        )}
      </Loaded>
    </Page>
  )
}
