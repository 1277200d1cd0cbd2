import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { achievementStates, exportAchievements, transferWays } from '@silian/server/contract/technology/achievements'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { achievementMoods, offerers } from '../moods.ts'
import { useAchievements, type AchievementQuery, type AchievementRow } from '../queries.ts'
import css from '../technology.module.css'
import { LevelWord } from './level.tsx'
import { TeamsList } from './teams-list.tsx'

/** 科技成果: what is offered, as achievements and as teams. */
export default function AchievementsPage() {
  const { t } = useTranslation('technology')
  const tabs = (['achievements', 'teams'] as const).map((key) => ({ key, label: t(`tabs.${key}`) }))
  const tab = useTab(tabs)
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Tabs tabs={tabs} current={tab} label={t('tabsLabel')} />
      {tab === 'teams' ? <TeamsList /> : <Achievements />}
    </Page>
  )
}

function Achievements() {
  const { t } = useTranslation('technology')
  const list = useListState()
  const role = useSession()?.seat?.role ?? ''
  const offers = offerers.includes(role)
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'fieldCode', label: t('filters.fieldCode'), kind: 'text' },
    { key: 'levelFrom', label: t('filters.levelFrom'), kind: 'select', options: [2, 3, 4, 5, 6, 7, 8, 9].map((level) => ({ value: String(level), label: t('levelWords.value', { level }) })) },
    { key: 'way', label: t('filters.way'), kind: 'select', options: transferWays.map((value) => ({ value, label: t(`ways.${value}`) })) },
    ...(offers
      ? ([
          { key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] },
          { key: 'state', label: t('filters.state'), kind: 'select', options: [{ value: 'live', label: t('filters.live') }, ...achievementStates.map((value) => ({ value, label: t(`states.${value}`) }))] },
        ] as const)
      : []),
  ]
  const query = list.query as AchievementQuery
  const achievements = useAchievements(query)
  const columns = useColumns()
  const write = (
    <LinkButton kind="primary" icon="plus" href="/achievements/new">
      {t('write')}
    </LinkButton>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={achievements} rows={12}>
        {(data) => (
          <DataTable
            name="achievements"
            caption={t('caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/achievements/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                {role !== 'student' && <Export query={query} />}
                {offers && write}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={offers && write}>{t(offers ? 'empty' : 'emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Column<AchievementRow>[] {
  const { t, i18n } = useTranslation('technology')
  const { day, number, joined } = useFormat()
  const english = i18n.language === 'en'
  return [
    {
      key: 'title', title: t('columns.title'), width: '19rem',
      cell: (row) => (
        <span className={css.title}>
          {(english && row.titleEn) || row.title}
          <small>{row.organisationName}</small>
        </span>
      ),
    },
    { key: 'organisation', title: t('columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'level', title: t('columns.level'), cell: (row) => <LevelWord {...row} />, sortable: true },
    { key: 'state', title: t('columns.state'), cell: (row) => <StateMark mood={achievementMoods[row.state]}>{t(`states.${row.state}`)}</StateMark> },
    { key: 'fields', title: t('columns.fields'), cell: (row) => joined(row.fields.map((field) => field.name ?? field.code)) || t('unknown'), desk: true },
    { key: 'ways', title: t('columns.ways'), cell: (row) => joined(row.ways.map((way) => t(`ways.${way}`))) || t('unknown'), desk: true },
    { key: 'price', title: t('columns.price'), cell: (row) => (row.price === null ? t('negotiable') : number(row.price)), number: true, desk: true },
    { key: 'disclosure', title: t('columns.disclosure'), cell: (row) => t(`disclosures.${row.disclosure}`), desk: true, spare: true },
    { key: 'confirmedAt', title: t('columns.confirmedAt'), cell: (row) => <span className="nw">{row.confirmedAt ? day(row.confirmedAt) : t('unknown')}</span>, sortable: true, desk: true, spare: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
    { key: 'createdAt', title: t('columns.createdAt'), cell: (row) => day(row.createdAt), sortable: true, desk: true, spare: true },
  ]
}

function Export({ query }: { query: AchievementQuery }) {
  const { t } = useTranslation('technology')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportAchievements, { query: filters })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
