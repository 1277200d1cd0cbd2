import { batchStates, exportBatches } from '@silian/server/contract/assistance/batches'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../assistance.module.css'
import type { Side } from './assistance-page.tsx'
import { chinaDay, yearsAround } from '../days.ts'
import { useCounty } from './county.ts'
import { batchMoods } from './moods.ts'
import { useBatches, type BatchQuery, type BatchRow } from './queries.ts'

const counties = ['522632', '522633', '522635', '522636']

export function BatchesTab({ side }: { side: Side }) {
  const { t } = useTranslation('assistanceOffice')
  const county = useCounty()
  const list = useListState()
  const years = yearsAround(chinaDay(useNow()))
  const columns = useColumns(side)
  const { page, size, sort: _sort, of: _of, ...filter } = list.query as BatchQuery & { of?: string; sort?: string }
  const batches = useBatches({ ...filter, page, size })
  const filters: Filter[] = [
    { key: 'q', label: t('batches.filters.q'), kind: 'text' },
    { key: 'state', label: t('batches.filters.state'), kind: 'select', options: batchStates.map((value) => ({ value, label: t(`batchStates.${value}`) })) },
    { key: 'year', label: t('batches.filters.year'), kind: 'select', options: years },
    ...(side === 'county' ? [] : [{ key: 'county', label: t('batches.filters.county'), kind: 'select' as const, options: counties.map((value) => ({ value, label: county(value) })) }]),
  ]
  const plan = side === 'county' && (
    <LinkButton kind="primary" icon="plus" href="/assistance/batches/new">
      {t('batches.new')}
    </LinkButton>
  )
  return (
    <div className={css.stack}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={batches} rows={8}>
        {(data) => (
          <DataTable
            name="assistance-batches"
            caption={t('batches.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/assistance/batches/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <ExportButton label={t('export')} bring={() => download(exportBatches, { query: filter })} />
                {plan}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={plan}>{t(side === 'county' ? 'batches.emptyCounty' : side === 'firm' ? 'batches.emptyFirm' : side === 'teacher' ? 'batches.emptyTeacher' : 'batches.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </div>
  )
}

function useColumns(side: Side): Column<BatchRow>[] {
  const { t } = useTranslation('assistanceOffice')
  const { range, number } = useFormat()
  return [
    { key: 'title', title: t('batches.columns.title'), cell: (row) => <span className={css.title}>{row.title}<small>{side === 'county' ? range(row.startsOn, row.endsOn) : row.schoolName}</small></span> },
    ...(side === 'county' || side === 'teacher' ? [] : [{ key: 'school', title: t('batches.columns.school'), cell: (row: BatchRow) => row.schoolName, desk: true }]),
    { key: 'state', title: t('batches.columns.state'), cell: (row) => <StateMark mood={batchMoods[row.state]}>{t(`batchStates.${row.state}`)}</StateMark> },
    { key: 'dates', title: t('batches.columns.dates'), cell: (row) => <span className="nw">{range(row.startsOn, row.endsOn)}</span>, desk: true },
    { key: 'asked', title: t('batches.columns.asked'), cell: (row) => number(row.asked), number: true, desk: true },
    { key: 'confirmed', title: t('batches.columns.confirmed'), cell: (row) => (row.unanswered > 0 && row.confirmed === 0 ? '—' : number(row.confirmed)), number: true },
    { key: 'members', title: t('batches.columns.members'), cell: (row) => number(row.members), number: true },
    { key: 'unanswered', title: t('batches.columns.unanswered'), cell: (row) => number(row.unanswered), number: true, desk: true, spare: true },
    { key: 'escort', title: t('batches.columns.escort'), cell: (row) => row.escortName, desk: true },
    { key: 'number', title: t('batches.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
