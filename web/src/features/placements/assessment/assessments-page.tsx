import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useAssessments, type AssessmentRow } from './desk-queries.ts'

const waits = ['unit', 'school', 'publish', 'objection', 'archive'] as const

/** Who is over, or about to be, and what is still missing of the result. */
export default function AssessmentsPage() {
  const { t } = useTranslation(['papers', 'assessment', 'placements'])
  const { day } = useFormat()
  const list = useListState()
  const query = useAssessments(list.query)
  const filters: Filter[] = [
    { key: 'q', label: t('list.search'), kind: 'text' },
    { key: 'waiting', label: t('list.columns.state'), kind: 'select', options: waits.map((value) => ({ value, label: t(`list.waiting.${value}`) })) },
  ]
  const yes = (there: boolean) => <StateMark mood={there ? 'done' : 'waits'}>{t(there ? 'list.yes' : 'list.no')}</StateMark>
  const columns: Column<AssessmentRow>[] = [
    { key: 'student', title: t('list.columns.student'), cell: (row) => `${row.studentName} ${row.cohortName}` },
    { key: 'unit', title: t('list.columns.unit'), cell: (row) => row.unitName, desk: true, width: '16rem' },
    { key: 'lastDay', title: t('list.columns.lastDay'), cell: (row) => <span className="nw">{day(row.lastDay)}</span>, desk: true },
    { key: 'unitMark', title: t('list.columns.unitMark'), cell: (row) => yes(row.unitMarked) },
    { key: 'schoolMark', title: t('list.columns.schoolMark'), cell: (row) => yes(row.schoolMarked) },
    { key: 'summary', title: t('list.columns.summary'), cell: (row) => yes(row.summary), desk: true },
    { key: 'result', title: t('list.columns.result'), cell: (row) => (row.total === null ? '—' : `${row.total} ${t(row.passed ? 'assessment:result.passed' : 'assessment:result.failed')}`) },
    { key: 'state', title: t('list.columns.state'), cell: (row) => (row.objection ? <StateMark mood="waits">{t('list.waiting.objection')}</StateMark> : t(`placements:states.${row.state}`)), desk: true },
  ]
  return (
    <Page title={t('assessment:title')} lead={t('list.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query} rows={10}>
        {({ rows, total }) => (
          <DataTable name="assessments" caption={t('assessment:title')} columns={columns} rows={rows} rowKey={(row) => row.placementId} rowHref={(row) => `/placements/${row.placementId}/assessment`} list={list} total={total} empty={<NothingFound filters={filters} list={list}><Empty>{t('list.empty')}</Empty></NothingFound>} />
        )}
      </Loaded>
    </Page>
  )
}
