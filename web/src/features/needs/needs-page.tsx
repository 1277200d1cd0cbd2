import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportNeeds } from '@silian/server/contract/needs'
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
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { moods } from './moods.ts'
import css from './needs.module.css'
import { usePay } from './pay.ts'
import { ProblemsList } from './problems/problems-list.tsx'
import { useNeeds, type NeedQuery, type NeedRow } from './queries.ts'
import { raisers } from './raisers.ts'

const states = ['draft', 'submitted', 'open', 'stale', 'closed', 'declined', 'withdrawn'] as const

const kinds = ['post', 'technology', 'service'] as const

/** 需求: posts, technology needs and service needs, each with the list of its kind. */
export default function NeedsPage() {
  const { t } = useTranslation(['needs', 'problems'])
  const tabs = kinds.map((key) => ({ key, label: t(`problems:kinds.${key}`) }))
  const kind = useTab(tabs)
  return (
    <Page title={t('needs:title')} lead={kind === 'post' ? t('needs:lead') : t(`problems:lead.${kind}`)}>
      <Tabs tabs={tabs} current={kind} label={t('problems:kindsLabel')} />
      {kind === 'post' ? <Posts /> : <ProblemsList key={kind} kind={kind} />}
    </Page>
  )
}

/** The posts one may see, newest first. */
function Posts() {
  const { t } = useTranslation('needs')
  const list = useListState()
  const raises = raisers.includes(useSession()?.seat?.role ?? '')
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    ...(raises
      ? ([
          { key: 'state', label: t('filters.state'), kind: 'select', options: [{ value: 'live', label: t('filters.live') }, ...states.map((value) => ({ value, label: t(`states.${value}`) }))] },
          { key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] },
        ] as const)
      : []),
    { key: 'majorCode', label: t('filters.majorCode'), kind: 'text' },
    { key: 'occupationCode', label: t('filters.occupationCode'), kind: 'text' },
  ]
  const query = list.query as unknown as NeedQuery
  const needs = useNeeds(query)
  const columns = useColumns(raises)

  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={needs} rows={12}>
        {(data) => (
          <DataTable
            name="needs"
            caption={t('caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/needs/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <LinkButton href="/rules">{t('rules')}</LinkButton>
                {raises && <Export query={query} />}
                {raises && <LinkButton href="/imports">{t('importRows')}</LinkButton>}
                {raises && (
                  <LinkButton kind="primary" icon="plus" href="/needs/new">
                    {t('raise')}
                  </LinkButton>
                )}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={raises && <LinkButton kind="primary" href="/needs/new">{t('raise')}</LinkButton>}>{t(raises ? 'empty' : 'emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(raises: boolean): Column<NeedRow>[] {
  const { t, i18n } = useTranslation('needs')
  const { number, day, range } = useFormat()
  const pay = usePay()
  const english = i18n.language === 'en'
  return [
    {
      key: 'title', title: t('columns.title'), width: '16rem',
      cell: (row) => (
        <span className={css.title}>
          {(english && row.titleEn) || row.title}
          <small>{row.organisationName}</small>
        </span>
      ),
    },
    { key: 'organisation', title: t('columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={moods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'seats', title: t('columns.seats'), cell: (row) => number(row.seats), number: true, sortable: true, desk: true },
    { key: 'payMin', title: t('columns.pay'), cell: (row) => pay(row), number: true, sortable: true },
    { key: 'startsOn', title: t('columns.period'), cell: (row) => <span className="nw">{row.startsOn && row.endsOn ? range(row.startsOn, row.endsOn) : t('unknown')}</span>, sortable: true, desk: true },
    { key: 'town', title: t('columns.town'), cell: (row) => row.town ?? t('unknown'), desk: true, spare: true },
    { key: 'validUntil', title: t('columns.validUntil'), cell: (row) => <span className="nw">{row.validUntil ? day(row.validUntil) : t('unknown')}</span>, desk: true },
    { key: 'occupation', title: t('columns.occupation'), cell: (row) => row.occupationName ?? row.occupationCode ?? t('unknown'), desk: true, spare: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
    ...(raises ? [{ key: 'warnings', title: t('columns.warnings'), cell: (row: NeedRow) => number(row.warnings), number: true, desk: true, spare: true }] : []),
    { key: 'createdAt', title: t('columns.createdAt'), cell: (row) => day(row.createdAt), sortable: true, desk: true, spare: true },
  ]
}

function Export({ query }: { query: NeedQuery }) {
  const { t } = useTranslation('needs')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query ?? {}
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportNeeds, { query: filters })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
