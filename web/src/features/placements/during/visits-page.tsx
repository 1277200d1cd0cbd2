import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { visitStates } from '@silian/server/contract/placements/visits'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import css from './desk.module.css'
import { useDueVisits, useVisits, type DueVisit, type Visit, type VisitAction, type VisitQuery } from './queries.ts'
import { MoveVisit, PlanVisit } from './visit-drawers.tsx'

export const visitMoods = { planned: 'waits', done: 'now', followed: 'done', cancelled: 'gone' } as const

/** Where one has to go, and what was found where one went. */
export default function VisitsPage() {
  const { t } = useTranslation('during')
  const list = useListState()
  const teacher = useSession()?.seat?.role === 'teacher'
  const due = useDueVisits(teacher)
  const [planning, setPlanning] = useState<DueVisit | null>(null)
  const [moving, setMoving] = useState<{ visit: Visit; action: VisitAction } | null>(null)
  const columns = useColumns((visit, action) => setMoving({ visit, action }))
  const filters: Filter[] = [
    { key: 'q', label: t('visits.filters.q'), kind: 'text' },
    { key: 'state', label: t('visits.filters.state'), kind: 'select', options: [{ value: 'owed', label: t('visits.owed') }, ...visitStates.map((value) => ({ value, label: t(`visits.states.${value}`) }))] },
    { key: 'mine', label: t('visits.filters.mine'), kind: 'select', options: [{ value: 'true', label: t('visits.filters.mine') }] },
  ]
  const visits = useVisits(list.query as VisitQuery)
  return (
    <Page title={t('visits.title')} lead={t('visits.lead')}>
      <Stack>
        <Sheet title={t('visits.due')} aside={t('visits.dueNote')}>
          <Loaded query={due} rows={2} empty={({ rows }) => rows.length === 0 && <p className="mut">{t('visits.dueNone')}</p>}>
            {({ rows }) => rows.map((row) => <DueRow key={`${row.organisationId}${row.teacherId}`} row={row} onPlan={() => setPlanning(row)} />)}
          </Loaded>
        </Sheet>
        <QueryForm filters={filters} list={list} />
        <Loaded query={visits} rows={8}>
          {(data) => (
            <DataTable
              name="placement-visits"
              caption={t('visits.all')}
              columns={columns}
              rows={data.rows}
              rowKey={(row) => row.id}
              list={list}
              total={data.total}
              empty={
                <NothingFound filters={filters} list={list}>
                  <Empty>{t('visits.empty')}</Empty>
                </NothingFound>
              }
            />
          )}
        </Loaded>
      </Stack>
      {planning && <PlanVisit due={planning} onClose={() => setPlanning(null)} />}
      {moving && <MoveVisit visit={moving.visit} action={moving.action} onClose={() => setMoving(null)} />}
    </Page>
  )
}

function DueRow({ row, onPlan }: { row: DueVisit; onPlan: () => void }) {
  const { t } = useTranslation('during')
  const { day } = useFormat()
  return (
    <article className={css.row}>
      <header>
        <h3>{row.unitName}</h3>
        <Button kind="primary" onClick={onPlan} aria-label={t('visits.planTitle', { unit: row.unitName })}>
          {t('visits.plan')}
        </Button>
      </header>
      <p className="small">
        <Due how={row.late ? 'late' : 'near'}>{t('visits.by', { day: day(row.dueOn) })}</Due>　{row.lastOn ? t('visits.last', { day: day(row.lastOn) }) : t('visits.never')}　{row.teacherName ?? '—'}
      </p>
      <p className="small mut">{t('visits.students', { count: row.students.length, names: row.students.map(({ name }) => name).join('、') })}</p>
    </article>
  )
}

function useColumns(onMove: (visit: Visit, action: VisitAction) => void): Column<Visit>[] {
  const { t } = useTranslation('during')
  const { day } = useFormat()
  return [
    { key: 'unit', title: t('visits.columns.unit'), width: '14rem', cell: (row) => <span>{row.unitName}<small className={css.told}>{row.students.map(({ name }) => name).join('、')}</small></span> },
    { key: 'day', title: t('visits.columns.day'), cell: (row) => <span className="nw">{day(row.visitedOn ?? row.plannedOn)}</span> },
    { key: 'state', title: t('visits.columns.state'), cell: (row) => <StateMark mood={visitMoods[row.state]}>{t(`visits.states.${row.state}`)}</StateMark> },
    {
      key: 'finding', title: t('visits.columns.finding'), width: '24rem',
      cell: (row) => (
        <span className={css.stack}>
          {(row.finding ?? row.reason) && <span className={css.text}>{row.finding ?? row.reason}</span>}
          {row.followUp && row.state === 'done' && <span className={css.warn}>{t('visits.open', { what: row.followUp, day: row.followUpBy ? day(row.followUpBy) : '' })}</span>}
          {row.outcome && <span className={css.answer}>{t('visits.closed', { what: row.outcome })}</span>}
          <span className={css.deeds}>
            {(['finish', 'follow', 'cancel'] as const).map((action) => row.can[action] && <Button key={action} kind={action === 'cancel' ? 'text' : 'plain'} onClick={() => onMove(row, action)}>{t(`visits.${action}`)}</Button>)}
          </span>
        </span>
      ),
    },
    { key: 'way', title: t('visits.columns.way'), cell: (row) => t(`visits.ways.${row.way}`), desk: true },
    { key: 'teacher', title: t('visits.columns.teacher'), cell: (row) => row.teacherName, desk: true },
  ]
}
