import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportOrganisations } from '@silian/server/contract/members/organisations'
import { download } from '../../kernel/api.ts'
import { currentLocale } from '../../kernel/i18n.ts'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { useWording } from '../../kernel/wording.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm } from '../../ui/query-form.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { BatchDialog, batchActions } from './batch-dialog.tsx'
import { useDirectoryFilters } from './directory-filters.ts'
import { moods } from './moods.ts'
import { useDirectory, type Action, type DirectoryQuery, type DirectoryRow } from './queries.ts'

/** 成员: who belongs to the alliance, in the order of protocol. */
export default function MembersPage() {
  const { t } = useTranslation('members')
  const list = useListState()
  const seat = useSession()?.seat?.role
  const office = seat === 'secretariat' || seat === 'official'
  const filters = useDirectoryFilters(office)
  const columns = useColumns(office)
  const query = list.query as unknown as DirectoryQuery
  const directory = useDirectory(query)
  const [chosen, setChosen] = useState(new Set<string>())
  const [action, setAction] = useState<Action | null>(null)
  const rows = directory.data?.rows ?? []
  const decides = seat === 'secretariat'

  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={directory} rows={12}>
        {(data) => (
          <DataTable
            name="members"
            caption={t('caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => (row.membership ? `/members/${row.membership.id}` : `/organisations/${row.id}`)}
            list={list}
            total={data.total}
            tools={
              <>
                {office && <Export query={query} />}
                {decides && <LinkButton href="/imports">{t('importRows')}</LinkButton>}
                {decides && (
                  <LinkButton kind="primary" href="/members/new">
                    {t('register')}
                  </LinkButton>
                )}
              </>
            }
            selection={
              decides
                ? {
                    chosen,
                    onChange: setChosen,
                    summary: t('batch.only', { count: chosen.size }),
                    verbs: batchActions.map((one) => (
                      <Button key={one} onClick={() => setAction(one)}>
                        {t(`batch.${one}`)}
                      </Button>
                    )),
                  }
                : undefined
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t(decides ? 'empty' : 'emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {action && <BatchDialog action={action} rows={rows.filter((row) => chosen.has(row.id))} onClose={() => setAction(null)} onDone={() => setChosen(new Set())} />}
    </Page>
  )
}

function useColumns(office: boolean): Column<DirectoryRow>[] {
  const { t, i18n } = useTranslation('members')
  const { number } = useFormat()
  const english = i18n.language === 'en'
  return [
    { key: 'name', title: t('columns.name'), cell: (row) => (english && row.nameEn) || row.name, width: '20rem' },
    { key: 'kind', title: t('columns.kind'), cell: (row) => t(`kinds.${row.kind}`) },
    { key: 'seat', title: t('columns.seat'), cell: (row) => (row.membership ? t(`seats.${row.membership.seat}`) : '—') },
    ...(office
      ? [{ key: 'state', title: t('columns.state'), cell: (row: DirectoryRow) => <StateMark mood={moods[row.membership?.state ?? 'none']}>{t(`states.${row.membership?.state ?? 'none'}`)}</StateMark> }]
      : []),
    { key: 'town', title: t('columns.town'), cell: (row) => row.town ?? '—', desk: true },
    { key: 'industry', title: t('columns.industry'), cell: (row) => row.industryName ?? row.industryCode ?? '—', desk: true },
    { key: 'staff', title: t('columns.staff'), cell: (row) => number(row.staffCount), number: true, desk: true },
    { key: 'certificate', title: t('columns.certificate'), cell: (row) => row.membership?.certificateNumber ?? '—', desk: true },
    { key: 'uscc', title: t('columns.uscc'), cell: (row) => row.uscc ?? '—', spare: true, desk: true },
    { key: 'order', title: t('columns.order'), cell: (row) => number(row.protocolOrder), number: true, spare: true, desk: true },
  ]
}

function Export({ query }: { query: DirectoryQuery }) {
  const { t } = useTranslation('members')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportOrganisations, { query: { ...filters, language: currentLocale() === 'en' ? 'en' : 'zh-Hans' } })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
