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
import css from '../desk/desk.module.css'
import { NewPolicy } from './policy-dialogs.tsx'
import { usePolicies, type PolicyQuery, type PolicyRow } from './queries.ts'

/** 实习保险: the policies of the school, and how many each covers. */
export default function PoliciesPage() {
  const { t } = useTranslation('placements')
  const { range, day } = useFormat()
  const list = useListState()
  const policies = usePolicies(list.query as PolicyQuery)
  const school = useSession()?.seat?.role === 'school_contact'
  const [writing, setWriting] = useState(false)
  const filters: Filter[] = [{ key: 'q', label: t('insurance.q'), kind: 'text' }]
  const columns: Column<PolicyRow>[] = [
    {
      key: 'number', title: t('insurance.columns.number'),
      cell: (row) => (
        <span className={css.name}>
          {row.number}
          <small>{row.insurer}</small>
        </span>
      ),
    },
    { key: 'kind', title: t('insurance.columns.kind'), cell: (row) => t(`insurance.kinds.${row.kind}`), desk: true },
    { key: 'payer', title: t('insurance.columns.payer'), cell: (row) => t(`insurance.payers.${row.payer}`) },
    {
      key: 'days', title: t('insurance.columns.days'),
      cell: (row) => (
        <>
          <span className="nw">{range(row.startsOn, row.endsOn)}</span>
          {row.endedOn && <small className={css.late}>{t('insurance.ended', { day: day(row.endedOn) })}</small>}
        </>
      ),
    },
    { key: 'covered', title: t('insurance.columns.covered'), cell: (row) => row.covered, number: true },
  ]
  return (
    <Page title={t('insurance.title')} lead={t('insurance.lead')} crumbs={[{ label: t('title'), href: '/placements' }, { label: t('tools.insurance') }]}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={policies} rows={6}>
        {(data) => (
          <DataTable
            name="insurance" caption={t('insurance.title')} columns={columns} rows={data.rows} rowKey={(row) => row.id} rowHref={(row) => `/insurance-policies/${row.id}`} list={list} total={data.total}
            tools={school && <Button kind="primary" icon="plus" onClick={() => setWriting(true)}>{t('insurance.new')}</Button>}
            empty={<NothingFound filters={filters} list={list}><Empty>{t('insurance.empty')}</Empty></NothingFound>}
          />
        )}
      </Loaded>
      {writing && <NewPolicy onClose={() => setWriting(false)} onDone={() => setWriting(false)} />}
    </Page>
  )
}
