import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../kernel/format.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { useListState } from '../../ui/list-state.ts'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Page } from '../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../ui/query-form.tsx'
import { Tabs, useTab } from '../../ui/tabs.tsx'
import { CohortDrawer, ProgrammeDrawer } from './programme-drawers.tsx'
import { useCohorts, useProgrammes, type CohortRow, type ProgrammeRow } from './queries.ts'
import css from './talent.module.css'

/** 专业与班级. */
export default function ProgrammesPage() {
  const { t } = useTranslation('talent')
  const seat = useSession()?.seat
  const seesCohorts = seat?.role === 'school_contact' || seat?.role === 'teacher' || seat?.role === 'secretariat'
  const tabs = [{ key: 'programmes' as const, label: t('programmes.tabs.programmes') }, ...(seesCohorts ? [{ key: 'cohorts' as const, label: t('programmes.tabs.cohorts') }] : [])]
  const tab = useTab(tabs)
  return (
    <Page title={t('programmes.title')} lead={t('programmes.lead')}>
      {seesCohorts && (
        <div className={css.tabs}>
          <Tabs tabs={tabs} current={tab} label={t('programmes.title')} />
        </div>
      )}
      {tab === 'cohorts' ? <Cohorts /> : <Programmes />}
    </Page>
  )
}

const levels = ['secondary', 'technician', 'higher', 'bachelor'] as const

function Programmes() {
  const { t } = useTranslation('talent')
  const { number } = useFormat()
  const list = useListState()
  const seat = useSession()?.seat
  const [adding, setAdding] = useState(false)
  // A school looks at its own first; the others look at all.
  const own = seat?.role === 'school_contact' || seat?.role === 'teacher' ? (seat.organisationId ?? undefined) : undefined
  const programmes = useProgrammes({ ...(list.query as object), schoolId: own })
  const filters: Filter[] = [
    { key: 'q', label: t('programmes.filters.q'), kind: 'text' },
    { key: 'level', label: t('programmes.filters.level'), kind: 'select', options: levels.map((value) => ({ value, label: t(`levels.${value}`) })) },
  ]
  const columns: Column<ProgrammeRow>[] = [
    { key: 'name', title: t('programmes.columns.major'), cell: (row) => row.name },
    { key: 'code', title: t('programmes.columns.code'), cell: (row) => row.majorCode },
    { key: 'level', title: t('programmes.columns.level'), cell: (row) => t(`levels.${row.level}`) },
    { key: 'length', title: t('programmes.columns.length'), cell: (row) => t('programmes.length', { count: row.lengthYears }), desk: true },
    ...(own ? [] : [{ key: 'school', title: t('programmes.columns.school'), cell: (row: ProgrammeRow) => row.schoolName }]),
    { key: 'cohorts', title: t('programmes.columns.cohorts'), cell: (row) => number(row.cohorts), number: true, desk: true },
    { key: 'students', title: t('programmes.columns.students'), cell: (row) => number(row.students), number: true },
    { key: 'posts', title: t('programmes.columns.posts'), cell: (row) => <Link href={`/programmes/${row.id}/posts`}>{t('programmes.toPosts')}</Link> },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={programmes} rows={8}>
        {(data) => (
          <DataTable
            name="programmes"
            caption={t('programmes.caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            tools={
              seat?.role === 'school_contact' && (
                <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                  {t('programmes.add')}
                </Button>
              )
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('programmes.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {adding && <ProgrammeDrawer onClose={() => setAdding(false)} />}
    </>
  )
}

function Cohorts() {
  const { t } = useTranslation('talent')
  const { number } = useFormat()
  const list = useListState()
  const seat = useSession()?.seat
  const office = seat?.role === 'secretariat'
  const cohorts = useCohorts(list.query as object)
  const [open, setOpen] = useState<CohortRow | 'new' | null>(null)
  const filters: Filter[] = [
    { key: 'q', label: t('programmes.filters.qCohort'), kind: 'text' },
    { key: 'leaveYear', label: t('programmes.filters.leaveYear'), kind: 'text' },
  ]
  const columns: Column<CohortRow>[] = [
    { key: 'name', title: t('programmes.columns.name'), cell: (row) => row.name },
    { key: 'programme', title: t('programmes.columns.major'), cell: (row) => `${row.programmeName} ${row.majorCode}` },
    { key: 'years', title: t('programmes.columns.years'), cell: (row) => t('years', { from: row.entryYear, to: row.leaveYear }) },
    ...(office ? [{ key: 'school', title: t('programmes.columns.school'), cell: (row: CohortRow) => row.schoolName, desk: true }] : []),
    { key: 'teacher', title: t('programmes.columns.teacher'), cell: (row) => row.teacherName ?? t('unknown'), desk: true },
    { key: 'students', title: t('programmes.columns.students'), cell: (row) => <Link href={`/students?cohortId=${row.id}`}>{number(row.students)}</Link>, number: true },
    {
      key: 'change', title: t('programmes.change'),
      cell: (row) =>
        row.can.edit ? (
          <Button kind="text" size="cell" onClick={() => setOpen(row)}>
            {t('programmes.change')}
          </Button>
        ) : null,
    },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={cohorts} rows={8}>
        {(data) => (
          <DataTable
            name="cohorts"
            caption={t('programmes.cohortCaption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            tools={
              seat?.role === 'school_contact' && (
                <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
                  {t('programmes.addCohort')}
                </Button>
              )
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('programmes.emptyCohorts')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {open && <CohortDrawer cohort={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  )
}
