import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { AnchorButton, Button } from '../../../ui/button.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField, type Option } from '../../../ui/inputs.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark, type Mood } from '../../../ui/state-mark.tsx'
import { findOrganisations } from '../../needs/problems/queries.ts'
import { useFill } from '../desk/fill.ts'
import css from '../desk/desk.module.css'
import { useProposeUnit, useUnits, type UnitQuery, type UnitRow } from './queries.ts'

export const unitMoods: Readonly<Record<UnitRow['state'], Mood>> = { proposed: 'waits', listed: 'done', removed: 'gone' }
const states = ['proposed', 'listed', 'removed'] as const

/** 实习单位: where students may go, and what is still missing before they may. */
export default function UnitsPage() {
  const { t } = useTranslation('placements')
  const { day } = useFormat()
  const list = useListState({ sort: '-listedOn' })
  const role = useSession()?.seat?.role
  const units = useUnits(list.query as UnitQuery)
  const [proposing, setProposing] = useState(false)
  const filters: Filter[] = [
    { key: 'q', label: t('units.q'), kind: 'text' },
    { key: 'state', label: t('units.state'), kind: 'select', options: states.map((value) => ({ value, label: t(`units.states.${value}`) })) },
  ]
  const when = (on: string | null) => <span className="nw">{on ? day(on) : '—'}</span>
  const columns: Column<UnitRow>[] = [
    {
      key: 'name', title: t('units.columns.name'), sortable: true,
      cell: (row) => (
        <span className={css.name}>
          {row.name}
          <small>{[row.town, role === 'secretariat' && row.schoolName].filter(Boolean).join(' · ')}</small>
        </span>
      ),
    },
    {
      key: 'state', title: t('units.columns.state'),
      cell: (row) => (
        <>
          <StateMark mood={unitMoods[row.state]}>{t(`units.states.${row.state}`)}</StateMark>
          {row.alarms > 0 && <small className={css.late}>{t('alarm', { count: row.alarms })}</small>}
        </>
      ),
    },
    { key: 'visitedOn', title: t('units.columns.visitedOn'), cell: (row) => when(row.visitedOn), sortable: true },
    { key: 'checkedOn', title: t('units.columns.checkedOn'), cell: (row) => when(row.checkedOn), desk: true },
    { key: 'listedOn', title: t('units.columns.listedOn'), cell: (row) => when(row.listedOn), sortable: true, desk: true },
    { key: 'minutes', title: t('units.columns.minutes'), cell: (row) => row.minutesNumber ?? '—', desk: true },
    { key: 'staff', title: t('units.columns.staff'), cell: (row) => row.staffCount ?? '—', number: true, desk: true, spare: true },
    { key: 'placements', title: t('units.columns.placements'), cell: (row) => row.placements, number: true },
  ]
  return (
    <Page title={t('units.title')} lead={t('units.lead')} actions={<AnchorButton href="/internship-units" target="_blank">{t('units.publicPage')}</AnchorButton>}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={units} rows={10}>
        {(data) => (
          <DataTable
            name="units"
            caption={t('units.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/units/${row.id}`}
            list={list}
            total={data.total}
            tools={role === 'school_contact' && <Button kind="primary" icon="plus" onClick={() => setProposing(true)}>{t('units.propose')}</Button>}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('units.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {proposing && <Propose onClose={() => setProposing(false)} />}
    </Page>
  )
}

const proposers = ['school', 'student', 'unit', 'office', 'authority'] as const

function Propose({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('placements')
  const fill = useFill()
  const [, navigate] = useLocation()
  const propose = useProposeUnit()
  const [organisation, setOrganisation] = useState<Option | null>(null)
  const [proposedBy, setProposedBy] = useState<(typeof proposers)[number]>('school')
  return (
    <Dialog open onClose={onClose} title={t('units.proposeTitle')} verb={t('units.propose')} because={fill(!organisation && t('units.organisation'))} busy={propose.isPending} error={propose.error} onDo={() => propose.mutate({ organisationId: organisation!.value, proposedBy }, { onSuccess: ({ id }) => navigate(`/units/${id}`) })}>
      <Combobox label={t('units.organisation')} hint={t('form.unitHint')} value={organisation} search={findOrganisations} onChange={setOrganisation} />
      <SelectField label={t('units.proposedBy')} none={null} value={proposedBy} options={proposers.map((value) => ({ value, label: t(`proposers.${value}`) }))} onChange={(value) => setProposedBy(value as 'school')} />
    </Dialog>
  )
}
