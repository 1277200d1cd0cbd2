import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementKinds, agreementStates, exportAgreements } from '@silian/server/contract/agreements'
import { download } from '../../kernel/api.ts'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import css from './agreements.module.css'
import { agreementMoods } from './moods.ts'
import { useAgreements, type AgreementQuery, type AgreementRow } from './queries.ts'
import { useRoleWord } from './role-word.ts'
import { ScanDrawer } from './scan-drawer.tsx'
import { SignManyDialog } from './sign-dialog.tsx'

const drafting = ['secretariat', 'enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact']
const keeping = ['secretariat', 'school_contact', 'teacher', 'enterprise_contact']

/** The register: every agreement one keeps or is a party of, as a list that can be sent and exported. */
export default function AgreementsPage() {
  const columns = useColumns()
  const { t } = useTranslation('agreements')
  const list = useListState()
  const role = useSession()?.seat?.role ?? ''
  const [chosen, setChosen] = useState(new Set<string>())
  const [open, setOpen] = useState<'sign' | 'scan' | null>(null)
  const signs = drafting.includes(role) && role !== 'secretariat'
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'kind', label: t('filters.kind'), kind: 'select', options: agreementKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
    { key: 'state', label: t('filters.state'), kind: 'select', options: [{ value: 'live', label: t('filters.live') }, ...agreementStates.map((value) => ({ value, label: t(`states.${value}`) }))] },
    { key: 'endingWithin', label: t('filters.endingWithin'), kind: 'select', options: [{ value: '30', label: t('filters.days30') }, { value: '60', label: t('filters.days60') }] },
    ...(signs ? ([{ key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] }] as const) : []),
    { key: 'signedFrom', label: t('filters.signedFrom'), kind: 'date' },
    { key: 'signedUntil', label: t('filters.signedUntil'), kind: 'date' },
  ]
  const query = list.query as AgreementQuery
  const found = useAgreements(query)
  const write = drafting.includes(role) && (
    <LinkButton kind="primary" icon="plus" href="/agreements/new">
      {t('new')}
    </LinkButton>
  )
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryForm filters={filters} list={list} inSight={5} />
      <Loaded query={found} rows={12}>
        {(data) => (
          <DataTable
            name="agreements"
            caption={t('title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/agreements/${row.id}`}
            list={list}
            total={data.total}
            selection={{
              chosen,
              onChange: setChosen,
              summary: t('chosen', { count: chosen.size }),
              verbs: (
                <>
                  {signs && (
                    <Button kind="primary" onClick={() => setOpen('sign')}>
                      {t('actions.sign')}
                    </Button>
                  )}
                  {keeping.includes(role) && <LinkButton href={`/agreement-slips?ids=${[...chosen].join(',')}`}>{t('actions.handOver')}</LinkButton>}
                </>
              ),
            }}
            tools={
              <>
                <Export query={query} />
                {keeping.includes(role) && (
                  <Button icon="upload" onClick={() => setOpen('scan')}>
                    {t('bring')}
                  </Button>
                )}
                <LinkButton href="/agreement-templates">{t('templates')}</LinkButton>
                {write}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={write}>{t(drafting.includes(role) ? 'empty' : 'emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {open === 'sign' && <SignManyDialog ids={[...chosen]} onClose={() => setOpen(null)} />}
      {open === 'scan' && <ScanDrawer onClose={() => setOpen(null)} />}
    </Page>
  )
}

function useColumns(): Column<AgreementRow>[] {
  const { t } = useTranslation('agreements')
  const { day } = useFormat()
  const roleWord = useRoleWord()
  const dated = (value: string | null) => <span className="nw">{value ? day(value) : '—'}</span>
  return [
    { key: 'title', title: t('columns.title'), width: '18rem', cell: (row) => <span className={css.title}>{row.title}<small>{row.number}</small></span> },
    { key: 'kind', title: t('columns.kind'), cell: (row) => <span className="nw">{t(`kinds.${row.kind}`)}</span>, desk: true },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={agreementMoods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'parties', title: t('columns.parties'), cell: (row) => <span className={css.title}>{row.parties.map(({ name }) => name).join('、')}<small>{t('listParties.of', { signed: row.parties.filter(({ signedOn }) => signedOn).length, parties: row.parties.length })}</small></span>, desk: true },
    { key: 'startsOn', title: t('columns.startsOn'), cell: (row) => dated(row.startsOn), desk: true },
    { key: 'endsOn', title: t('columns.endsOn'), cell: (row) => dated(row.endsOn), desk: true },
    { key: 'signedOn', title: t('columns.signedOn'), cell: (row) => dated(row.signedOn), desk: true },
    { key: 'unsigned', title: t('columns.unsigned'), cell: (row) => row.parties.filter(({ signedOn }) => !signedOn).map(({ role }) => roleWord(role)).join('、') || '—', desk: true, spare: true },
    { key: 'keeper', title: t('columns.keeper'), cell: (row) => row.keeperName ?? t('record.office'), desk: true, spare: true },
  ]
}

function Export({ query }: { query: AgreementQuery }) {
  const { t } = useTranslation('agreements')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportAgreements, { query: filters })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
