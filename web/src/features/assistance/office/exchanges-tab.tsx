import { exchangeStates, exportExchanges } from '@silian/server/contract/assistance/exchanges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../assistance.module.css'
import type { Side } from './assistance-page.tsx'
import { chinaDay, yearsAround } from '../days.ts'
import { ExchangeDrawer } from './exchange-drawer.tsx'
import { exchangeMoods } from './moods.ts'
import { useExchanges, type ExchangeQuery, type ExchangeRow } from './queries.ts'

export function ExchangesTab({ side, mayPropose }: { side: Side; mayPropose: boolean }) {
  const { t } = useTranslation('assistanceOffice')
  const list = useListState()
  const years = yearsAround(chinaDay(useNow()))
  const [proposing, setProposing] = useState(false)
  const columns = useColumns()
  const { page, size, sort: _sort, of: _of, ...filter } = list.query as ExchangeQuery & { of?: string; sort?: string }
  const exchanges = useExchanges({ ...filter, page, size })
  const filters: Filter[] = [
    { key: 'q', label: t('exchanges.filters.q'), kind: 'text' },
    { key: 'state', label: t('exchanges.filters.state'), kind: 'select', options: exchangeStates.map((value) => ({ value, label: t(`exchangeStates.${value}`) })) },
    { key: 'direction', label: t('exchanges.filters.direction'), kind: 'select', options: (['to_county', 'from_county'] as const).map((value) => ({ value, label: t(`directions.${value}`) })) },
    { key: 'year', label: t('exchanges.filters.year'), kind: 'select', options: years },
  ]
  const propose = mayPropose && (
    <Button kind="primary" icon="plus" onClick={() => setProposing(true)}>
      {t('exchanges.new')}
    </Button>
  )
  return (
    <div className={css.stack}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={exchanges} rows={8}>
        {(data) => (
          <DataTable
            name="teacher-exchanges"
            caption={t('exchanges.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/assistance/exchanges/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <ExportButton label={t('export')} bring={() => download(exportExchanges, { query: filter })} />
                {propose}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={propose}>{t(side === 'teacher' ? 'exchanges.emptyTeacher' : 'exchanges.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {proposing && <ExchangeDrawer onClose={() => setProposing(false)} />}
    </div>
  )
}

function useColumns(): Column<ExchangeRow>[] {
  const { t } = useTranslation('assistanceOffice')
  const { range, number } = useFormat()
  return [
    { key: 'teacher', title: t('exchanges.columns.teacher'), cell: (row) => <span className={css.title}>{row.teacherName}<small>{row.subject}</small></span> },
    { key: 'direction', title: t('exchanges.columns.direction'), cell: (row) => <span className="nw">{t(`directions.${row.direction}`)}</span>, desk: true },
    { key: 'home', title: t('exchanges.columns.home'), cell: (row) => row.homeName, desk: true },
    { key: 'host', title: t('exchanges.columns.host'), cell: (row) => row.hostName, desk: true },
    { key: 'purpose', title: t('exchanges.columns.purpose'), cell: (row) => <span className="nw">{t(`purposes.${row.purpose}`)}</span>, desk: true },
    { key: 'subject', title: t('exchanges.columns.subject'), cell: (row) => row.subject, desk: true },
    { key: 'dates', title: t('exchanges.columns.dates'), cell: (row) => <span className="nw">{range(row.startsOn, row.endedOn ?? row.endsOn)}</span>, desk: true },
    { key: 'state', title: t('exchanges.columns.state'), cell: (row) => <StateMark mood={exchangeMoods[row.state]}>{t(`exchangeStates.${row.state}`)}</StateMark> },
    { key: 'days', title: t('exchanges.columns.days'), cell: (row) => (row.days === null ? '—' : number(row.days)), number: true },
    { key: 'number', title: t('exchanges.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
