import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { offerers } from '../moods.ts'
import { useTeams, type TeamQuery, type TeamView } from '../queries.ts'
import { TeamDrawer } from './team-drawer.tsx'
import css from '../technology.module.css'

/** Teams that answer needs: who they are and what they can do. */
export function TeamsList() {
  const { t, i18n } = useTranslation('technology')
  const list = useListState()
  const [writing, setWriting] = useState(false)
  const offers = offerers.includes(useSession()?.seat?.role ?? '')
  const filters: Filter[] = [
    { key: 'q', label: t('filters.teamQ'), kind: 'text' },
    { key: 'fieldCode', label: t('filters.fieldCode'), kind: 'text' },
    ...(offers ? ([{ key: 'mine', label: t('filters.mine'), kind: 'select', options: [{ value: 'true', label: t('filters.mineOnly') }] }] as const) : []),
  ]
  const english = i18n.language === 'en'
  const { joined } = useFormat()
  const columns: Column<TeamView>[] = [
    {
      key: 'name', title: t('columns.team'), width: '16rem',
      cell: (row) => (
        <span className={css.title}>
          <Link href={`/teams/${row.id}`}>{(english && row.nameEn) || row.name}</Link>
          <small>{row.organisationName}</small>
          {row.state === 'withdrawn' && <small className={css.small}>{t('team.withdrawn')}</small>}
        </span>
      ),
    },
    { key: 'abilities', title: t('columns.abilities'), cell: (row) => (english && row.abilitiesEn) || row.abilities },
    { key: 'organisation', title: t('columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'leader', title: t('columns.leader'), cell: (row) => <span className="nw">{row.leaderName}</span>, desk: true },
    { key: 'headcount', title: t('columns.headcount'), cell: (row) => row.headcount ?? t('unknown'), number: true, desk: true },
    { key: 'fields', title: t('columns.fields'), cell: (row) => joined(row.fields.map((field) => field.name ?? field.code)) || t('unknown'), desk: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true, spare: true },
  ]
  const teams = useTeams(list.query as TeamQuery)
  const write = offers && (
    <Button kind="primary" icon="plus" onClick={() => setWriting(true)}>
      {t('writeTeam')}
    </Button>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={teams} rows={8}>
        {(data) => (
          <DataTable name="teams" caption={t('tabs.teams')} columns={columns} rows={data.rows} rowKey={(row) => row.id} list={list} total={data.total} tools={write} empty={<NothingFound filters={filters} list={list}><Empty action={write}>{t('emptyTeams')}</Empty></NothingFound>} />
        )}
      </Loaded>
      {writing && <TeamDrawer team={null} onClose={() => setWriting(false)} />}
    </>
  )
}
