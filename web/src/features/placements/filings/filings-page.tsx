import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import css from '../desk/desk.module.css'
import { NewFiling } from './filing-dialogs.tsx'
import { useFilings, type FilingQuery, type FilingRow } from './queries.ts'

export const filingMoods: Readonly<Record<FilingRow['state'], Mood>> = { preparing: 'open', sent: 'waits', filed: 'done', returned: 'refused' }
const kinds = ['ordinary', 'cross_province', 'abroad'] as const
const states = ['preparing', 'sent', 'filed', 'returned'] as const

/** 实习备案: what went to the authority, and its answer. */
export default function FilingsPage() {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const list = useListState()
  const filings = useFilings(list.query as FilingQuery)
  const school = useSession()?.seat?.role === 'school_contact'
  const [preparing, setPreparing] = useState(false)
  const filters: Filter[] = [
    { key: 'kind', label: t('filings.columns.kind'), kind: 'select', options: kinds.map((value) => ({ value, label: t(`filings.kinds.${value}`) })) },
    { key: 'state', label: t('filings.columns.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`filings.states.${value}`) })) },
  ]
  const columns: Column<FilingRow>[] = [
    {
      key: 'title', title: t('filings.columns.title'),
      cell: (row) => (
        <span className={css.name}>
          {row.title}
          <small>{row.authority}</small>
        </span>
      ),
    },
    { key: 'kind', title: t('filings.columns.kind'), cell: (row) => <span className="nw">{t(`filings.kinds.${row.kind}`)}</span> },
    { key: 'state', title: t('filings.columns.state'), cell: (row) => <StateMark mood={filingMoods[row.state]}>{t(`filings.states.${row.state}`)}</StateMark> },
    { key: 'number', title: t('filings.columns.number'), cell: (row) => row.filingNumber ?? '—', desk: true },
    { key: 'filedOn', title: t('filings.columns.filedOn'), cell: (row) => <span className="nw">{row.filedOn ? day(row.filedOn) : '—'}</span>, desk: true },
    { key: 'members', title: t('filings.columns.members'), cell: (row) => row.members, number: true },
  ]
  return (
    <Page title={t('filings.title')} lead={t('filings.lead')} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('tools.filings') }]}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={filings} rows={6}>
        {(data) => (
          <DataTable
            name="filings" caption={t('filings.title')} columns={columns} rows={data.rows} rowKey={(row) => row.id} rowHref={(row) => `/placement-filings/${row.id}`} list={list} total={data.total}
            tools={school && <Button kind="primary" icon="plus" onClick={() => setPreparing(true)}>{t('filings.new')}</Button>}
            empty={<NothingFound filters={filters} list={list}><Empty>{t('filings.empty')}</Empty></NothingFound>}
          />
        )}
      </Loaded>
      {preparing && <NewFiling onClose={() => setPreparing(false)} />}
    </Page>
  )
}
