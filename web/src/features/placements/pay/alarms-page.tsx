import { useTranslation } from 'react-i18next'
import { alarmReasons, alarmStates } from '@silian/server/contract/placements/pay'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import css from '../during/desk.module.css'
import { useMonth } from './month.ts'
import { useAlarms, type AlarmQuery, type AlarmRow } from './queries.ts'

export const alarmMoods = { open: 'waits', taken: 'now', settled: 'done', lapsed: 'gone' } as const

/** What was not paid as the law wants it; open ones first. */
export default function AlarmsPage() {
  const { t } = useTranslation('pay')
  const list = useListState()
  const columns = useColumns()
  const filters: Filter[] = [
    { key: 'q', label: t('alarm.filters.q'), kind: 'text' },
    { key: 'state', label: t('alarm.filters.state'), kind: 'select', options: [{ value: 'live', label: t('alarm.filters.live') }, ...alarmStates.map((value) => ({ value, label: t(`alarm.states.${value}`) }))] },
    { key: 'reason', label: t('alarm.filters.reason'), kind: 'select', options: alarmReasons.map((value) => ({ value, label: t(`alarm.reasons.${value}`) })) },
    { key: 'mine', label: t('alarm.filters.mine'), kind: 'select', options: [{ value: 'true', label: t('alarm.filters.mine') }] },
  ]
  const alarms = useAlarms(list.query as AlarmQuery)
  return (
    <Page title={t('alarm.title')} lead={t('alarm.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={alarms} rows={8}>
        {(data) => (
          <DataTable
            name="pay-alarms"
            caption={t('alarm.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/pay-alarms/${row.id}`}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('alarm.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<AlarmRow>[] {
  const { t } = useTranslation('pay')
  const { deadline } = useFormat()
  const monthOf = useMonth()
  const now = useNow()
  return [
    { key: 'what', title: t('alarm.columns.what'), width: '14rem', cell: (row) => <span>{t(`alarm.reasons.${row.reason}`)}<small className={css.told}>{row.number}　{t(`alarm.sources.${row.source}`)}</small></span> },
    { key: 'student', title: t('alarm.columns.student'), cell: (row) => <span>{row.studentName}<small className={css.told}>{row.cohortName}</small></span> },
    { key: 'month', title: t('alarm.columns.month'), cell: (row) => <span className="nw">{monthOf(row.month)}</span> },
    { key: 'state', title: t('alarm.columns.state'), cell: (row) => <StateMark mood={alarmMoods[row.state]}>{t(`alarm.states.${row.state}`)}</StateMark> },
    { key: 'due', title: t('alarm.columns.due'), cell: (row) => (row.dueAt ? <Due how={new Date(row.dueAt) <= now ? 'late' : 'near'}>{deadline(row.dueAt)}</Due> : '—') },
    { key: 'unit', title: t('alarm.columns.unit'), cell: (row) => row.unitName, desk: true },
    { key: 'teacher', title: t('alarm.columns.teacher'), cell: (row) => row.supervisorName ?? '—', desk: true },
  ]
}
