import { exportResources, resourceKinds } from '@silian/server/contract/assistance/resources'
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
import { chinaDay, yearsAround } from '../days.ts'
import { resourceMoods } from './moods.ts'
import { useResources, type ResourceQuery, type ResourceRow } from './queries.ts'
import { ResourceDrawer } from './resource-drawer.tsx'

const states = ['given', 'received', 'disputed'] as const

/** 台账: what was given, and what the receiving school says arrived. */
export function ResourcesTab({ mayGive }: { mayGive: boolean }) {
  const { t } = useTranslation('assistanceOffice')
  const list = useListState()
  const years = yearsAround(chinaDay(useNow()))
  const [giving, setGiving] = useState(false)
  const columns = useColumns()
  const { page, size, sort: _sort, of: _of, ...filter } = list.query as ResourceQuery & { of?: string; sort?: string }
  const resources = useResources({ ...filter, page, size })
  const filters: Filter[] = [
    { key: 'q', label: t('resources.filters.q'), kind: 'text' },
    { key: 'kind', label: t('resources.filters.kind'), kind: 'select', options: resourceKinds.map((value) => ({ value, label: t(`resourceKinds.${value}`) })) },
    { key: 'state', label: t('resources.filters.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`resourceStates.${value}`) })) },
    { key: 'year', label: t('resources.filters.year'), kind: 'select', options: years },
  ]
  const give = mayGive && (
    <Button kind="primary" icon="plus" onClick={() => setGiving(true)}>
      {t('resources.new')}
    </Button>
  )
  return (
    <div className={css.stack}>
      <p className={css.by}>{t('resources.lead')}</p>
      <QueryForm filters={filters} list={list} />
      <Loaded query={resources} rows={8}>
        {(data) => (
          <DataTable
            name="assistance-resources"
            caption={t('resources.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/assistance/resources/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <ExportButton label={t('export')} bring={() => download(exportResources, { query: filter })} />
                {give}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={give}>{t('resources.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {giving && <ResourceDrawer known={null} onClose={() => setGiving(false)} />}
    </div>
  )
}

function useColumns(): Column<ResourceRow>[] {
  const { t } = useTranslation('assistanceOffice')
  const { day, number } = useFormat()
  const amount = (quantity: number | null, unit: string) => (quantity === null ? '—' : t('resources.amount', { quantity: number(quantity, 2), unit }))
  return [
    { key: 'name', title: t('resources.columns.name'), cell: (row) => <span className={css.title}>{row.name}<small>{row.giverName}</small></span> },
    { key: 'kind', title: t('resources.columns.kind'), cell: (row) => <span className="nw">{t(`resourceKinds.${row.kind}`)}</span>, desk: true },
    { key: 'giver', title: t('resources.columns.giver'), cell: (row) => row.giverName, desk: true },
    { key: 'receiver', title: t('resources.columns.receiver'), cell: (row) => row.receiverName, desk: true },
    { key: 'quantity', title: t('resources.columns.quantity'), cell: (row) => amount(row.quantity, row.unit), number: true, desk: true },
    { key: 'receivedQuantity', title: t('resources.columns.receivedQuantity'), cell: (row) => amount(row.receivedQuantity, row.unit), number: true },
    { key: 'value', title: t('resources.columns.value'), cell: (row) => (row.value === null ? '—' : number(row.value, 2)), number: true, desk: true },
    { key: 'givenOn', title: t('resources.columns.givenOn'), cell: (row) => <span className="nw">{day(row.givenOn)}</span>, desk: true },
    { key: 'state', title: t('resources.columns.state'), cell: (row) => <StateMark mood={resourceMoods[row.state]}>{t(`resourceStates.${row.state}`)}</StateMark> },
    { key: 'number', title: t('resources.columns.number'), cell: (row) => <span className="nw">{row.number}{row.revision > 1 && `　${t('resources.record.versionOf', { n: row.revision })}`}</span>, desk: true },
  ]
}
