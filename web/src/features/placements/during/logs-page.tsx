import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from './desk.module.css'
import { useLogs, type LogQuery, type LogRow } from './queries.ts'

/** Weekly logs of the school's students, those unread first at hand. */
export default function LogsPage() {
  const { t } = useTranslation('during')
  const list = useListState()
  const columns = useColumns()
  const states = ['unread', 'asks', 'copied', 'read'] as const
  const filters: Filter[] = [
    { key: 'q', label: t('logs.filters.q'), kind: 'text' },
    { key: 'state', label: t('logs.filters.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`logs.state.${value}`) })) },
    { key: 'mine', label: t('logs.filters.mine'), kind: 'select', options: [{ value: 'true', label: t('logs.filters.mine') }] },
  ]
  const logs = useLogs(list.query as LogQuery)
  return (
    <Page title={t('logs.title')} lead={t('logs.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={logs} rows={12}>
        {(data) => (
          <DataTable
            name="placement-logs"
            caption={t('logs.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/placement-logs/${row.id}`}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('logs.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<LogRow>[] {
  const { t } = useTranslation('during')
  const { day, number, stamp } = useFormat()
  return [
    { key: 'student', title: t('logs.columns.student'), width: '12rem', cell: (row) => <span>{row.studentName}<small className={css.told}>{row.cohortName}，{row.unitName}</small></span> },
    { key: 'week', title: t('logs.columns.week'), cell: (row) => <span className="nw">{day(row.week)}</span> },
    { key: 'state', title: t('logs.columns.state'), cell: (row) => <LogState row={row} /> },
    { key: 'excerpt', title: t('logs.columns.excerpt'), width: '20rem', cell: (row) => t('logs.excerptMore', { text: row.excerpt }), desk: true },
    { key: 'hours', title: t('logs.columns.hours'), cell: (row) => (row.hours > 0 ? number(row.hours, 1) : '—'), desk: true },
    { key: 'photos', title: t('logs.columns.photos'), cell: (row) => number(row.photos), desk: true },
    { key: 'teacher', title: t('logs.columns.teacher'), cell: (row) => row.supervisorName ?? '—', desk: true },
    { key: 'sent', title: t('logs.columns.sent'), cell: (row) => <span className="nw">{stamp(row.sentAt)}</span>, desk: true },
  ]
}

function LogState({ row }: { row: Pick<LogRow, 'readAt' | 'asks' | 'twins'> }) {
  const { t } = useTranslation('during')
  return (
    <>
      <StateMark mood={row.readAt ? 'done' : 'waits'}>{t(row.readAt ? 'logs.read' : 'logs.unread')}</StateMark>
      {row.asks && !row.readAt && <small className={css.told}>{t('logs.asks')}</small>}
      {row.twins > 0 && <small className={`${css.told} ${css.warn}`}>{t('logs.twins', { count: row.twins })}</small>}
    </>
  )
}
