import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { policyStates } from '@silian/server/contract/services/policies'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { useAskers } from '../needs/problems/queries.ts'
import { FitList } from './fit-list.tsx'
import { usePolicies, type PolicyQuery, type PolicyRow } from './policy-queries.ts'
import css from './services.module.css'

const speaking = ['association_contact', 'park_contact', 'platform_contact']

/** Policies: a firm sees which fit it, sentence by sentence; everybody the texts. */
export default function PoliciesPage() {
  const { t } = useTranslation('services')
  const seat = useSession()?.seat
  const office = seat?.role === 'secretariat'
  const firm = seat?.role === 'enterprise_contact' ? seat.organisationId : null
  const speaks = speaking.includes(seat?.role ?? '')
  const tabs = firm || speaks ? ([{ key: 'fit', label: t('policy.firmTitle') }, { key: 'all', label: t('policy.officeTitle') }] as const) : ([{ key: 'all', label: t('policy.officeTitle') }] as const)
  const tab = useTab<'fit' | 'all'>(tabs)
  return (
    <Page title={t('policy.title')} lead={`${t('policy.lead')}${t('policy.disclaimer')}`} actions={office && <LinkButton kind="primary" icon="plus" href="/policies/new">{t('policy.new')}</LinkButton>}>
      {tabs.length > 1 && <Tabs tabs={tabs} current={tab} label={t('policy.title')} />}
      {tab === 'all' ? <AllPolicies office={office} /> : <div className={css.under}>{firm ? <FitList organisationId={firm} own /> : <ForOthers organisationId={seat!.organisationId!} />}</div>}
    </Page>
  )
}

/** An association or park looks for the firms it speaks for. */
function ForOthers({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('services')
  const firms = (useAskers(organisationId).data ?? []).filter(({ value }) => value !== organisationId)
  const [chosen, setChosen] = useState('')
  return (
    <Stack>
      <SelectField short label={t('contact.organisation')} value={chosen} options={firms} onChange={setChosen} />
      {chosen && <FitList organisationId={chosen} />}
    </Stack>
  )
}

function AllPolicies({ office }: { office: boolean }) {
  const { t } = useTranslation('services')
  const list = useListState()
  const columns = useColumns()
  const policies = usePolicies(list.query as PolicyQuery)
  const filters: Filter[] = [
    { key: 'q', label: t('policy.filters.q'), kind: 'text' },
    { key: 'state', label: t('policy.filters.state'), kind: 'select', options: policyStates.filter((value) => office || value !== 'draft').map((value) => ({ value, label: t(`policy.states.${value}`) })) },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={policies} rows={8}>
        {(data) => (
          <DataTable
            name="support-policies" caption={t('policy.officeTitle')} columns={columns} rows={data.rows} rowKey={(row) => row.id} rowHref={(row) => `/policies/${row.id}`} list={list} total={data.total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t(office ? 'policy.empty' : 'policy.emptyFirm')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Column<PolicyRow>[] {
  const { t, i18n } = useTranslation('services')
  const { day } = useFormat()
  const english = i18n.language === 'en'
  return [
    { key: 'title', title: t('policy.columns.title'), width: '22rem', cell: (row) => (english && row.titleEn) || row.title },
    { key: 'issuer', title: t('policy.columns.issuer'), cell: (row) => row.issuer, desk: true },
    { key: 'documentNumber', title: t('policy.columns.documentNumber'), cell: (row) => row.documentNumber ?? '—', desk: true },
    { key: 'issuedOn', title: t('policy.columns.issuedOn'), cell: (row) => <span className="nw">{row.issuedOn ? day(row.issuedOn) : '—'}</span>, desk: true },
    { key: 'validUntil', title: t('policy.columns.validUntil'), cell: (row) => <span className="nw">{row.validUntil ? day(row.validUntil) : '—'}</span> },
    { key: 'state', title: t('policy.columns.state'), cell: (row) => <StateMark mood={row.state === 'draft' ? 'open' : row.inForce ? 'now' : 'gone'}>{row.state === 'open' ? t(row.inForce ? 'policy.inForce' : 'policy.notInForce') : t(`policy.states.${row.state}`)}</StateMark> },
    { key: 'number', title: t('policy.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
