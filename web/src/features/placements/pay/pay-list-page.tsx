import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import css from '../during/desk.module.css'
import { lastMonths, useMonth } from './month.ts'
import { usePayList, type PayQuery, type PayRow } from './queries.ts'
import { RecordPay } from './record-pay.tsx'

/** Who was paid for a month, and who was not. */
export default function PayListPage() {
  const { t } = useTranslation('pay')
  const list = useListState()
  const role = useSession()?.seat?.role
  const school = role === 'school_contact' || role === 'teacher'
  const months = lastMonths(useNow())
  const monthOf = useMonth()
  const query = list.query as Partial<PayQuery>
  const month = query.month ?? months[1]!
  const pay = usePayList({ ...query, month } as PayQuery)
  const [recording, setRecording] = useState<PayRow | null>(null)
  const columns = useColumns(school, setRecording)
  const filters: Filter[] = [
    { key: 'month', label: t('list.filters.month'), kind: 'select', options: months.map((value) => ({ value, label: monthOf(value) })) },
    { key: 'q', label: t('list.filters.q'), kind: 'text' },
    { key: 'state', label: t('list.filters.state'), kind: 'select', options: (['open', 'recorded'] as const).map((value) => ({ value, label: t(`list.state.${value}`) })) },
  ]
  return (
    <Page title={`${t('list.title')}　${monthOf(month)}`} lead={t(school ? 'list.leadSchool' : 'list.leadUnit')} actions={school ? undefined : <LinkButton href={`/pay/batch?month=${month}`}>{t('batch.open')}</LinkButton>}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={pay} rows={12}>
        {(data) => (
          <DataTable
            name="pay"
            caption={t('list.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.placementId}
            rowHref={(row) => `/placements/${row.placementId}/during?tab=pay`}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('list.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {recording && <RecordPay placementId={recording.placementId} studentName={recording.studentName} month={month} onClose={() => setRecording(null)} />}
    </Page>
  )
}

function useColumns(school: boolean, onRecord: (row: PayRow) => void): Column<PayRow>[] {
  const { t } = useTranslation('pay')
  const { day, number } = useFormat()
  return [
    { key: 'student', title: t('list.columns.student'), width: '12rem', cell: (row) => <span>{row.studentName}<small className={css.told}>{row.cohortName}，{row.title}</small></span> },
    {
      key: 'amount', title: t('list.columns.amount'),
      cell: (row) => (row.amount !== null ? t('amount', { amount: number(row.amount, 2) }) : school ? <StateMark mood={row.late ? 'refused' : 'open'}>{t('list.open')}</StateMark> : <Button kind="primary" onClick={() => onRecord(row)} aria-label={`${t('record.do')} ${row.studentName}`}>{t('list.record')}</Button>),
    },
    { key: 'paidOn', title: t('list.columns.paidOn'), cell: (row) => (row.paidOn ? <span className="nw">{day(row.paidOn)}</span> : <Due how={row.late ? 'late' : 'far'}>{row.late ? `${t('list.late')} ${day(row.dueOn)}` : day(row.dueOn)}</Due>) },
    ...(school
      ? ([
          { key: 'answer', title: t('list.columns.answer'), cell: (row) => t(row.answered ? 'list.answered' : 'list.unanswered'), desk: true },
          { key: 'alarms', title: t('list.columns.alarms'), cell: (row) => (row.alarms ? <span className={css.late}>{t('list.alarms', { count: row.alarms })}</span> : '—') },
          { key: 'unit', title: t('list.columns.unit'), cell: (row) => row.unitName, desk: true },
        ] satisfies Column<PayRow>[])
      : ([{ key: 'school', title: t('list.columns.school'), cell: (row) => row.schoolName, desk: true }] satisfies Column<PayRow>[])),
  ]
}
