import { openingStates, practiceForms } from '@silian/server/contract/practice/openings'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { openingMoods } from '../moods.ts'
import css from '../practice.module.css'
import { useOpenings, type OpeningQuery, type OpeningRow } from '../queries.ts'

/** Where teachers may practise; firms see their drafts too. */
export function OpeningsTab({ side }: { side: string }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const list = useListState()
  const columns = useColumns()
  const writes = side === 'firm' || useSession()?.seat?.role === 'secretariat'
  const openings = useOpenings(list.query as OpeningQuery)
  const filters: Filter[] = [
    { key: 'q', label: t('openings.filters.q'), kind: 'text' },
    { key: 'state', label: t('openings.filters.state'), kind: 'select', options: openingStates.map((value) => ({ value, label: t(`openings.states.${value}`) })) },
    { key: 'form', label: t('openings.filters.form'), kind: 'select', options: practiceForms.map((value) => ({ value, label: t(`practice:forms.${value}`) })) },
    { key: 'free', label: t('openings.filters.free'), kind: 'select', options: [{ value: 'true', label: t('openings.filters.freeOnly') }] },
    ...(side === 'firm' ? [{ key: 'mine', label: t('openings.filters.mine'), kind: 'select' as const, options: [{ value: 'true', label: t('openings.filters.mineOnly') }] }] : []),
  ]
  const write = writes && (
    <LinkButton kind="primary" icon="plus" href="/practice/openings/new">
      {t('openings.new')}
    </LinkButton>
  )
  return (
    <>
      <QueryForm filters={filters} list={list} inSight={5} />
      <Loaded query={openings} rows={8}>
        {(data) => (
          <DataTable
            name="practice-openings"
            caption={t('openings.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/practice/openings/${row.id}`}
            list={list}
            total={data.total}
            tools={write}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty action={write}>{t(writes ? 'openings.empty' : 'openings.emptyOthers')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </>
  )
}

function useColumns(): Column<OpeningRow>[] {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const { day } = useFormat()
  return [
    { key: 'title', title: t('openings.columns.title'), width: '18rem', cell: (row) => <span className={css.title}>{row.title}<small>{row.organisationName}</small></span> },
    { key: 'organisation', title: t('openings.columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'form', title: t('openings.columns.form'), cell: (row) => t(`practice:forms.${row.form}`), desk: true },
    { key: 'field', title: t('openings.columns.field'), cell: (row) => row.field || '—', desk: true },
    { key: 'places', title: t('openings.columns.places'), cell: (row) => t('openings.placesOf', { taken: row.taken, places: row.places }), number: true },
    { key: 'startsOn', title: t('openings.columns.startsOn'), cell: (row) => <span className="nw">{row.startsOn ? day(row.startsOn) : '—'}</span>, sortable: true, desk: true },
    { key: 'endsOn', title: t('openings.columns.endsOn'), cell: (row) => <span className="nw">{row.endsOn ? day(row.endsOn) : '—'}</span>, desk: true },
    { key: 'state', title: t('openings.columns.state'), cell: (row) => <StateMark mood={openingMoods[row.state]}>{t(`openings.states.${row.state}`)}</StateMark> },
    { key: 'costs', title: t('openings.columns.costs'), cell: (row) => row.costs || '—', desk: true, spare: true },
    { key: 'number', title: t('openings.columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
