import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportPlacements } from '@silian/server/contract/placements/board'
import { placementStates } from '@silian/server/contract/placements'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import { NewPolicy } from '../insurance/policy-dialogs.tsx'
import { NewFiling } from '../filings/filing-dialogs.tsx'
import { ActivateMany, CheckMany, SendPapers } from './batch-dialogs.tsx'
import css from './desk.module.css'
import { FromRound } from './from-round-dialog.tsx'
import { placementMoods } from './moods.ts'
import { usePlacements, type PlacementQuery, type PlacementRow } from './queries.ts'

type Open = 'activate' | 'consent' | 'three_party' | 'insure' | 'file' | 'check' | 'round' | null

/** 岗位实习: the list of the school, the unit, the teacher. What is done for many is done from here. */
export default function PlacementsPage() {
  const { t } = useTranslation('placements')
  const list = useListState({ sort: '-number' })
  const role = useSession()?.seat?.role
  const school = role === 'school_contact'
  const staff = school || role === 'teacher'
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [open, setOpen] = useState<Open>(null)
  const query = list.query as PlacementQuery
  const placements = usePlacements(query)
  const { page: _page, size: _size, ...shown } = query
  const columns = useColumns(role === 'secretariat')
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'state', label: t('filters.state'), kind: 'select', options: [...(['on_the_way', 'live', 'over'] as const).map((value) => ({ value, label: t(`groups.${value}`) })), ...placementStates.map((value) => ({ value, label: t(`states.${value}`) }))] },
    ...(role === 'teacher' ? [{ key: 'mine', label: t('filters.mine'), kind: 'select' as const, options: [{ value: 'true', label: t('filters.mine') }] }] : []),
    ...(staff ? [{ key: 'alarm', label: t('filters.alarm'), kind: 'select' as const, options: [{ value: 'true', label: t('filters.alarm') }] }] : []),
    { key: 'startsBefore', label: t('filters.startsBefore'), kind: 'date' },
  ]
  const ids = [...chosen]
  const close = () => setOpen(null)
  const done = () => {
    close()
    setChosen(new Set())
  }
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton href="/placement-board">{t('tools.board')}</LinkButton>
          {staff && (
            <>
              <LinkButton href="/insurance-policies">{t('tools.insurance')}</LinkButton>
              <LinkButton href="/safety-bank">{t('tools.bank')}</LinkButton>
              <LinkButton href="/placement-filings">{t('tools.filings')}</LinkButton>
            </>
          )}
        </>
      }
    >
      <QueryForm filters={filters} list={list} />
      <Loaded query={placements} rows={12}>
        {(data) => (
          <DataTable
            name="placements"
            caption={t('title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/placements/${row.id}`}
            list={list}
            total={data.total}
            selection={
              school
                ? {
                    chosen,
                    onChange: setChosen,
                    verbs: (
                      <>
                        <Button kind="primary" onClick={() => setOpen('activate')}>{t('batch.activate')}</Button>
                        <Button onClick={() => setOpen('consent')}>{t('batch.consent')}</Button>
                        <Button onClick={() => setOpen('three_party')}>{t('batch.three_party')}</Button>
                        <Button onClick={() => setOpen('insure')}>{t('batch.insure')}</Button>
                        <Button onClick={() => setOpen('file')}>{t('batch.file')}</Button>
                        <Button onClick={() => setOpen('check')}>{t('batch.check')}</Button>
                      </>
                    ),
                  }
                : undefined
            }
            tools={
              <>
                <ExportButton label={t('tools.export')} bring={() => download(exportPlacements, { query: shown })} />
                {school && (
                  <>
                    <Button onClick={() => setOpen('round')}>{t('tools.fromRound')}</Button>
                    <LinkButton kind="primary" icon="plus" href="/placements/new">{t('tools.new')}</LinkButton>
                  </>
                )}
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t(school ? 'empty' : 'emptyOther')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {open === 'activate' && <ActivateMany ids={ids} onClose={close} onDone={done} />}
      {(open === 'consent' || open === 'three_party') && <SendPapers kind={open} ids={ids} onClose={close} onDone={done} />}
      {open === 'check' && <CheckMany ids={ids} onClose={close} onDone={done} />}
      {open === 'insure' && <NewPolicy placementIds={ids} onClose={close} onDone={done} />}
      {open === 'file' && <NewFiling placementIds={ids} onClose={close} />}
      {open === 'round' && <FromRound onClose={close} />}
    </Page>
  )
}

function useColumns(office: boolean): Column<PlacementRow>[] {
  const { t } = useTranslation('placements')
  const { range } = useFormat()
  return [
    {
      key: 'student', title: t('columns.student'), width: '11rem',
      cell: (row) => (
        <span className={css.name}>
          {row.studentName}
          <small>{row.cohortName}</small>
        </span>
      ),
    },
    {
      key: 'unit', title: t('columns.unit'),
      cell: (row) => (
        <span className={css.name}>
          {row.unitName}
          <small>{[row.title, row.selfChosen && t('selfChosenMark')].filter(Boolean).join(' · ')}</small>
        </span>
      ),
    },
    {
      key: 'state', title: t('columns.state'),
      cell: (row) => (
        <>
          <StateMark mood={placementMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
          {row.alarms > 0 && (
            <span className={css.late}>
              <StateMark mood="refused">{t('alarm', { count: row.alarms })}</StateMark>
            </span>
          )}
        </>
      ),
    },
    { key: 'startsOn', title: t('columns.days'), cell: (row) => <span className="nw">{range(row.startsOn, row.endedOn ?? row.endsOn)}</span>, sortable: true, desk: true },
    { key: 'supervisor', title: t('columns.supervisor'), cell: (row) => row.supervisorName ?? '—', desk: true },
    { key: 'mentor', title: t('columns.mentor'), cell: (row) => row.mentorName ?? '—', desk: true, spare: true },
    ...(office ? [{ key: 'school', title: t('columns.school'), cell: (row: PlacementRow) => row.schoolName, desk: true }] : []),
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, sortable: true, desk: true },
  ]
}
