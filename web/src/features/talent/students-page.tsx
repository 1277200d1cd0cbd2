import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportStudents } from '@silian/server/contract/talent/students'
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
import { StudentDrawer } from './student-drawer.tsx'
import { useCohorts, useProgrammes, useStudents, type StudentQuery, type StudentRow } from './queries.ts'

/** 学生名册. */
export default function StudentsPage() {
  const { t } = useTranslation('talent')
  const list = useListState()
  const seat = useSession()?.seat
  const keeps = seat?.role === 'school_contact' || seat?.role === 'secretariat'
  const office = seat?.role === 'secretariat'
  const filters = useFilters(seat?.organisationId ?? undefined)
  const query = list.query as unknown as StudentQuery
  const students = useStudents(query)
  const columns = useColumns(office)
  const [adding, setAdding] = useState(false)

  return (
    <Page title={t('students.title')} lead={t('students.lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={students} rows={12}>
        {(data) => (
          <DataTable
            name="students"
            caption={t('students.caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/students/${row.id}`}
            list={list}
            total={data.total}
            tools={
              <>
                <Export query={query} />
                {keeps && <LinkButton href="/imports">{t('import')}</LinkButton>}
                {seat?.role === 'school_contact' && (
                  <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
                    {t('students.add')}
                  </Button>
                )}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('students.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {adding && <StudentDrawer student={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function useFilters(schoolId: string | undefined): Filter[] {
  const { t } = useTranslation('talent')
  const programmes = useProgrammes({ size: 100, schoolId }).data?.rows ?? []
  const cohorts = useCohorts({ size: 100, schoolId }).data?.rows ?? []
  const years = [...new Set(cohorts.map(({ leaveYear }) => leaveYear))].sort()
  return [
    { key: 'q', label: t('students.filters.q'), kind: 'text' },
    { key: 'programmeId', label: t('students.filters.programme'), kind: 'select', options: programmes.map(({ id, name, schoolName }) => ({ value: id, label: schoolId ? name : `${name}　${schoolName}` })) },
    { key: 'cohortId', label: t('students.filters.cohort'), kind: 'select', options: cohorts.map(({ id, name, schoolName }) => ({ value: id, label: schoolId ? name : `${name}　${schoolName}` })) },
    { key: 'leaveYear', label: t('students.filters.leaveYear'), kind: 'select', options: years.map((year) => ({ value: String(year), label: String(year) })) },
    { key: 'tag', label: t('students.filters.tag'), kind: 'select', options: [{ value: 'paired_county', label: t('tags.paired_county') }] },
    { key: 'left', label: t('students.filters.left'), kind: 'select', options: [{ value: 'true', label: t('students.filters.leftOnly') }] },
  ]
}

function useColumns(office: boolean): Column<StudentRow>[] {
  const { t, i18n } = useTranslation('talent')
  const { number } = useFormat()
  const tagOf = (tag: string) => (i18n.exists(`talent:tags.${tag}`) ? t(`tags.${tag as 'paired_county'}`) : tag)
  return [
    { key: 'number', title: t('students.columns.number'), cell: (row) => <span className="nw">{row.studentNumber}</span>, sortable: true },
    { key: 'name', title: t('students.columns.name'), cell: (row) => (row.minor ? `${row.name}（${t('students.minor')}）` : row.name), sortable: true },
    { key: 'sex', title: t('students.columns.sex'), cell: (row) => (row.sex ? t(`sexes.${row.sex}`) : t('unknown')), desk: true, spare: true },
    { key: 'programme', title: t('students.columns.programme'), cell: (row) => row.programmeName, desk: true },
    { key: 'cohort', title: t('students.columns.cohort'), cell: (row) => row.cohortName },
    { key: 'years', title: t('students.columns.years'), cell: (row) => t('years', { from: row.entryYear, to: row.leaveYear }), desk: true },
    { key: 'level', title: t('students.columns.level'), cell: (row) => t(`levels.${row.level}`), desk: true },
    ...(office ? [{ key: 'school', title: t('students.columns.school'), cell: (row: StudentRow) => row.schoolName, desk: true }] : []),
    { key: 'mark', title: t('students.columns.mark'), cell: (row) => number(row.schoolMark, 3), number: true, sortable: true },
    { key: 'phone', title: t('students.columns.phone'), cell: (row) => row.phone?.replace(/^\+86/, '') ?? t('unknown'), desk: true },
    { key: 'tags', title: t('students.columns.tags'), cell: (row) => row.tags.map(tagOf).join('、') || t('unknown'), desk: true },
    { key: 'account', title: t('students.columns.account'), cell: (row) => t(row.hasAccount ? 'students.hasAccount' : 'students.noAccount'), desk: true, spare: true },
  ]
}

function Export({ query }: { query: StudentQuery }) {
  const { t } = useTranslation('talent')
  const say = useWording()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { page: _page, size: _size, ...filters } = query ?? {}
  const run = () => {
    setBusy(true)
    setFailed(null)
    download(exportStudents, { query: filters })
      .catch(setFailed)
      .finally(() => setBusy(false))
  }
  return (
    <Button icon="download" busy={busy} onClick={run} because={failed ? say(failed) : null}>
      {t('export')}
    </Button>
  )
}
