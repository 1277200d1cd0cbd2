import { exportStandings, standingStates, teacherKinds } from '@silian/server/contract/practice/roster'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Figures } from '../../../ui/figures.tsx'
import { Article } from '../../../ui/law.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import { standingMoods } from '../moods.ts'
import css from '../practice.module.css'
import { usePracticeSetting, useStandings, type StandingQuery, type StandingRow } from '../queries.ts'
import { ProfileDrawer } from './profile-drawer.tsx'

/** Every teacher with the counter of five years; who falls short first stands first. */
export function RosterTab({ side }: { side: string }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { number } = useFormat()
  const list = useListState()
  const school = side === 'school'
  const [open, setOpen] = useState<StandingRow | null>(null)
  const departments = usePracticeSetting(school).data?.departments ?? []
  const columns = useColumns(school ? setOpen : undefined)
  const query = list.query as StandingQuery
  const { page: _page, size: _size, ...shown } = query
  const standings = useStandings(query)
  const filters: Filter[] = [
    { key: 'q', label: t('roster.filters.q'), kind: 'text' },
    { key: 'state', label: t('roster.filters.state'), kind: 'select', options: [{ value: 'soon', label: t('roster.filters.soon') }, { value: 'unplanned', label: t('roster.filters.unplanned') }, ...standingStates.map((value) => ({ value, label: t(`practice:standings.${value}`) }))] },
    ...(departments.length > 0 ? [{ key: 'departmentId', label: t('roster.filters.department'), kind: 'select' as const, options: departments.map(({ id, name }) => ({ value: id, label: name })) }] : []),
    { key: 'kind', label: t('roster.filters.kind'), kind: 'select', options: teacherKinds.map((value) => ({ value, label: t(`practice:kinds.${value}`) })) },
  ]
  return (
    <>
      <Loaded query={standings} rows={10}>
        {(data) => (
          <>
            <div className={css.top}>
              <p className={css.by}>
                {t('roster.law', { needed: Math.ceil(data.requiredMonths * 30.4) })} <Article>第四条</Article>
              </p>
              <Figures figures={(['short', 'first', 'soon', 'growing', 'enough', 'unset'] as const).map((key) => ({ label: t(`roster.counts.${key}`), value: number(data.counts[key]), look: ['short', 'first', 'soon', 'unset'].includes(key) && data.counts[key] > 0 ? ('waits' as const) : undefined }))} />
            </div>
            <QueryForm filters={filters} list={list} />
            <DataTable
              name="practice-standings"
              caption={t('roster.caption')}
              columns={columns}
              rows={data.rows}
              rowKey={(row) => row.teacherId}
              rowHref={(row) => `/practice/teachers/${row.teacherId}`}
              list={list}
              total={data.total}
              tools={<ExportButton label={t('roster.export')} bring={() => download(exportStandings, { query: shown })} />}
              empty={
                <NothingFound filters={filters} list={list}>
                  <Empty action={school && <LinkButton href="/teachers">{t('tabs.roster')}</LinkButton>}>{t(school ? 'roster.empty' : 'roster.emptyHead')}</Empty>
                </NothingFound>
              }
            />
          </>
        )}
      </Loaded>
      {open && <ProfileDrawer teacherId={open.teacherId} onClose={() => setOpen(null)} />}
    </>
  )
}

function useColumns(onEdit?: (row: StandingRow) => void): Column<StandingRow>[] {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { number, fullDay, day } = useFormat()
  const owes = (row: StandingRow) => row.needed > 0
  return [
    { key: 'name', title: t('roster.columns.name'), cell: (row) => <span className={css.title}>{row.name}<small>{row.departmentName}</small></span> },
    { key: 'department', title: t('roster.columns.department'), cell: (row) => row.departmentName ?? '—', desk: true },
    { key: 'state', title: t('roster.columns.state'), cell: (row) => <StateMark mood={standingMoods[row.state]}>{t(`practice:standings.${row.state}`)}</StateMark> },
    { key: 'shortOn', title: t('roster.columns.shortOn'), cell: (row) => <span className="nw">{row.shortOn ? fullDay(row.shortOn) : row.state === 'short' || row.state === 'first' ? t('roster.unknownSince') : '—'}</span> },
    { key: 'days', title: t('roster.columns.days'), cell: (row) => (owes(row) ? `${number(row.days)} / ${number(row.needed)}` : number(row.days)), number: true },
    { key: 'missing', title: t('roster.columns.missing'), cell: (row) => (owes(row) ? number(row.missing) : '—'), number: true, desk: true },
    { key: 'plan', title: t('roster.columns.plan'), cell: (row) => (row.plan ? `${t(`practice:states.${row.plan.state as 'applied'}`)}　${day(row.plan.startsOn)}` : t('roster.noPlan')), desk: true },
    { key: 'shortOnPlanned', title: t('roster.columns.shortOnPlanned'), cell: (row) => <span className="nw">{row.plan && row.shortOnPlanned ? fullDay(row.shortOnPlanned) : '—'}</span>, desk: true },
    { key: 'claimed', title: t('roster.columns.claimed'), cell: (row) => (row.claimed > 0 ? number(row.claimed) : '—'), number: true, desk: true },
    { key: 'kind', title: t('roster.columns.kind'), cell: (row) => t(`practice:kinds.${row.kind}`), desk: true, spare: true },
    { key: 'employedOn', title: t('roster.columns.employedOn'), cell: (row) => <span className="nw">{row.employedOn ? fullDay(row.employedOn) : '—'}</span>, desk: true, spare: true },
    { key: 'months', title: t('roster.columns.months'), cell: (row) => number(row.months, 1), number: true, desk: true, spare: true },
    { key: 'subject', title: t('roster.columns.subject'), cell: (row) => row.subject || '—', desk: true, spare: true },
    { key: 'number', title: t('roster.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true, spare: true },
    ...(onEdit ? [{ key: 'edit', title: t('roster.edit'), cell: (row: StandingRow) => <Button kind="text" size="cell" onClick={() => onEdit(row)}>{t('roster.edit')}</Button>, desk: true }] : []),
  ]
}
