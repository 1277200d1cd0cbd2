import { exportPlans, planStates } from '@silian/server/contract/practice/plans'
import { useTranslation } from 'react-i18next'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import { planMoods } from '../moods.ts'
import css from '../practice.module.css'
import { usePlans, type PlanQuery, type PlanRow } from '../queries.ts'

/** Plans one has a part in; the latest first. */
export function PlansTab({ side }: { side: string }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const list = useListState()
  const columns = useColumns(side)
  const query = list.query as PlanQuery
  const { page: _page, size: _size, ...shown } = query
  const plans = usePlans(query)
  const filters: Filter[] = [
    { key: 'q', label: t('plans.filters.q'), kind: 'text' },
    { key: 'state', label: t('plans.filters.state'), kind: 'select', options: [{ value: 'live', label: t('plans.filters.live') }, { value: 'late', label: t('plans.filters.late') }, ...planStates.map((value) => ({ value, label: t(`practice:states.${value}`) }))] },
  ]
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={plans} rows={10}>
        {(data) => (
          <DataTable
            name="practice-plans"
            caption={t('plans.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/practice/plans/${row.id}`}
            list={list}
            total={data.total}
            tools={<ExportButton label={t('plans.export')} bring={() => download(exportPlans, { query: shown })} />}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t(side === 'firm' ? 'plans.emptyFirm' : 'plans.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(side: string): Column<PlanRow>[] {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { day, number } = useFormat()
  const firm = side === 'firm'
  return [
    { key: 'teacher', title: t('plans.columns.teacher'), cell: (row) => <span className={css.title}>{row.teacherName}<small>{firm ? row.schoolName : row.organisationName}</small></span> },
    firm
      ? { key: 'school', title: t('plans.columns.school'), cell: (row) => row.schoolName, desk: true }
      : { key: 'department', title: t('plans.columns.department'), cell: (row) => row.departmentName ?? '—', desk: true },
    ...(firm ? [] : [{ key: 'organisation', title: t('plans.columns.organisation'), cell: (row: PlanRow) => row.organisationName, desk: true }]),
    { key: 'state', title: t('plans.columns.state'), cell: (row) => <StateMark mood={planMoods[row.state]}>{t(`practice:states.${row.state}`)}</StateMark> },
    { key: 'dueAt', title: t('plans.columns.dueAt'), cell: (row) => <DueOf at={row.dueAt} />, sortable: true },
    { key: 'startsOn', title: t('plans.columns.startsOn'), cell: (row) => <span className="nw">{day(row.startsOn)}</span>, sortable: true, desk: true },
    { key: 'endsOn', title: t('plans.columns.endsOn'), cell: (row) => <span className="nw">{day(row.endedOn ?? row.endsOn)}</span>, desk: true },
    { key: 'form', title: t('plans.columns.form'), cell: (row) => t(`practice:forms.${row.form}`), desk: true },
    ...(firm ? [] : [{ key: 'creditedDays', title: t('plans.columns.creditedDays'), cell: (row: PlanRow) => number(row.creditedDays), number: true, desk: true }]),
    { key: 'opening', title: t('plans.columns.opening'), cell: (row) => row.openingTitle ?? '—', desk: true, spare: true },
    { key: 'number', title: t('plans.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}

export function DueOf({ at }: { at: string | null }) {
  const { t } = useTranslation('practiceOffice')
  const { deadline } = useFormat()
  const now = useNow().getTime()
  if (!at) return <>—</>
  const left = Date.parse(at) - now
  return (
    <span className="nw">
      <Due how={left <= 0 ? 'late' : left < 2 * 86_400_000 ? 'near' : 'far'}>{left <= 0 ? `${t('plans.late')} ${deadline(at)}` : deadline(at)}</Due>
    </span>
  )
}
