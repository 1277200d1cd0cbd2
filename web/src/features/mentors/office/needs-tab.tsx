import { mentorNeedStates } from '@silian/server/contract/mentors/needs'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import css from '../mentors.module.css'
import { needMoods } from '../moods.ts'
import { useMentorNeeds, type MentorNeedQuery, type MentorNeedRow } from '../queries.ts'

/** What schools want people of firms to teach. */
export function NeedsTab({ side }: { side: string }) {
  const { t } = useTranslation('mentorOffice')
  const list = useListState()
  const columns = useColumns()
  const school = side === 'school'
  const needs = useMentorNeeds(list.query as MentorNeedQuery)
  const filters: Filter[] = [
    { key: 'q', label: t('needs.filters.q'), kind: 'text' },
    { key: 'state', label: t('needs.filters.state'), kind: 'select', options: mentorNeedStates.map((value) => ({ value, label: t(`needs.states.${value}`) })) },
    ...(school ? [{ key: 'mine', label: t('needs.filters.mine'), kind: 'select' as const, options: [{ value: 'true', label: t('needs.filters.mineOnly') }] }] : []),
  ]
  const write = school && (
    <LinkButton kind="primary" icon="plus" href="/mentors/needs/new">
      {t('needs.new')}
    </LinkButton>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} />
      <Loaded query={needs} rows={8}>
        {(data) => (
          <DataTable
            name="mentor-needs"
            caption={t('needs.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/mentors/needs/${row.id}`}
            list={list}
            total={data.total}
            tools={write}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={write}>{t('needs.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Column<MentorNeedRow>[] {
  const { t } = useTranslation('mentorOffice')
  const { day, number } = useFormat()
  return [
    { key: 'title', title: t('needs.columns.title'), width: '18rem', cell: (row) => <span className={css.title}>{row.title}<small>{row.schoolName}</small></span> },
    { key: 'school', title: t('needs.columns.school'), cell: (row) => row.schoolName, desk: true },
    { key: 'field', title: t('needs.columns.field'), cell: (row) => row.field || '—', desk: true },
    { key: 'state', title: t('needs.columns.state'), cell: (row) => <StateMark mood={needMoods[row.state]}>{t(`needs.states.${row.state}`)}</StateMark> },
    { key: 'hours', title: t('needs.columns.hours'), cell: (row) => (row.hoursPerYear === null ? '—' : number(row.hoursPerYear)), number: true, desk: true },
    { key: 'pay', title: t('needs.columns.pay'), cell: (row) => row.pay || '—', desk: true },
    { key: 'places', title: t('needs.columns.places'), cell: (row) => t('needs.placesOf', { taken: row.taken, places: row.places }), number: true },
    { key: 'until', title: t('needs.columns.until'), cell: (row) => <span className="nw">{row.validUntil ? day(row.validUntil) : '—'}</span>, desk: true },
    { key: 'number', title: t('needs.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
