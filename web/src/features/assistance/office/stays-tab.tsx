import { stayAnswers } from '@silian/server/contract/assistance/stays'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../assistance.module.css'
import { chinaDay } from '../days.ts'
import type { Side } from './assistance-page.tsx'
import { stayMoods } from './moods.ts'
import { useStays, type StayQuery, type StayRow } from './queries.ts'

const states = ['planned', 'waiting', 'unanswered', 'answered'] as const

/** Who said that they are still there; the students alone answer. */
export function StaysTab({ side }: { side: Side }) {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const list = useListState()
  const columns = useColumns(side)
  const { sort: _sort, of: _of, ...query } = list.query as StayQuery & { of?: string; sort?: string }
  const stays = useStays(query)
  const filters: Filter[] = [
    { key: 'q', label: t('stays.filters.q'), kind: 'text' },
    { key: 'months', label: t('stays.filters.months'), kind: 'select', options: ([6, 12] as const).map((months) => ({ value: String(months), label: t(`assistance:months.m${months}`) })) },
    { key: 'state', label: t('stays.filters.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`stayStates.${value}`) })) },
    { key: 'answer', label: t('stays.filters.answer'), kind: 'select', options: stayAnswers.map((value) => ({ value, label: t(`assistance:stayAnswers.${value}`) })) },
  ]
  return (
    <div className={css.stack}>
      <p className={css.by}>{t('stays.lead')}</p>
      <QueryForm filters={filters} list={list} />
      <Loaded query={stays} rows={8}>
        {(data) => (
          <DataTable
            name="assistance-stays"
            caption={t('stays.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('stays.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </div>
  )
}

function useColumns(side: Side): Column<StayRow>[] {
  const { t } = useTranslation(['assistanceOffice', 'assistance'])
  const { fullDay, day } = useFormat()
  const today = chinaDay(useNow())
  return [
    { key: 'student', title: t('stays.columns.student'), cell: (row) => <span className={css.title}>{row.studentName}<small>{row.firmName}</small></span> },
    ...(side === 'office' ? [{ key: 'school', title: t('stays.columns.school'), cell: (row: StayRow) => row.schoolName, desk: true }] : []),
    { key: 'firm', title: t('stays.columns.firm'), cell: (row) => row.firmName, desk: true },
    { key: 'months', title: t('stays.columns.months'), cell: (row) => <span className="nw">{t(`assistance:months.m${row.months}`)}</span> },
    { key: 'dueOn', title: t('stays.columns.dueOn'), cell: (row) => <span className="nw">{fullDay(row.dueOn)}</span>, desk: true },
    { key: 'state', title: t('stays.columns.state'), cell: (row) => <StateMark mood={stayMoods[row.state]}>{row.answer ? t(`assistance:stayAnswers.${row.answer}`) : t(row.state === 'planned' && row.dueOn <= today ? 'stays.unasked' : `stayStates.${row.state}`)}</StateMark> },
    { key: 'answeredAt', title: t('stays.columns.answeredAt'), cell: (row) => <span className="nw">{row.answeredAt ? day(row.answeredAt) : '—'}</span>, desk: true },
    { key: 'reason', title: t('stays.columns.reason'), cell: (row) => [row.reasonCode && t(`assistance:stayReasons.${row.reasonCode}`), row.note].filter(Boolean).join('　') || '—', desk: true },
    { key: 'batch', title: t('stays.columns.batch'), cell: (row) => <Link href={`/assistance/batches/${row.batchId}`}>{row.batchNumber}</Link>, desk: true },
  ]
}
