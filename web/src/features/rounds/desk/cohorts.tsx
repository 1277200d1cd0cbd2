import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useRemind, useRoundCohorts } from './queries.ts'
import css from './desk.module.css'

/** Who has not answered, class by class, and one button to remind them. */
export function Cohorts({ round, everyone }: { round: RoundView; everyone?: boolean }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const toast = useToast()
  const query = useRoundCohorts(round.id, false)
  const remind = useRemind(round.id)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  type Row = NonNullable<typeof query.data>['rows'][number]
  const openOf = (row: Row) => row.students - row.submitted
  const columns: Column<Row>[] = [
    {
      key: 'cohort',
      title: t('cohorts.cohort'),
      cell: (row) => (
        <>
          <b>{row.schoolName}</b>
          <small className={css.second}>
            {row.programmeName} · {row.name}
          </small>
        </>
      ),
    },
    { key: 'students', title: t('cohorts.due'), cell: (row) => format.number(row.students), number: true },
    { key: 'drafts', title: t('cohorts.drafts'), cell: (row) => format.number(row.drafts), number: true, desk: true },
    { key: 'none', title: t('cohorts.none'), cell: (row) => format.number(openOf(row) - row.drafts), number: true, desk: true },
    { key: 'open', title: t('cohorts.open'), cell: (row) => <b>{format.number(openOf(row))}</b>, number: true },
    { key: 'teacher', title: t('cohorts.teacher'), cell: (row) => row.teacherName ?? '—', desk: true },
    { key: 'reminded', title: t('cohorts.reminded'), cell: (row) => (row.remindedAt ? format.moment(row.remindedAt) : openOf(row) > 0 ? <StateMark mood="waits">{t('cohorts.never')}</StateMark> : '—') },
  ]
  const send = (ids?: string[]) =>
    remind.mutate(ids, {
      onSuccess: ({ reminded }) => {
        setChosen(new Set())
        toast(t('cohorts.reminded_did', { count: reminded }))
      },
    })
  return (
    <Sheet title={t(everyone ? 'cohorts.all' : 'cohorts.title')} flush>
      {remind.isError && <Refused error={remind.error} />}
      <Loaded query={query}>
        {({ rows }) => {
          const shown = (everyone ? rows : rows.filter((row) => openOf(row) > 0)).toSorted((a, b) => openOf(b) - openOf(a))
          const people = shown.filter((row) => chosen.has(row.id)).reduce((sum, row) => sum + openOf(row), 0)
          const waiting = rows.reduce((sum, row) => sum + openOf(row), 0)
          return (
            <DataTable
              name="round-cohorts"
              caption={t('cohorts.title')}
              columns={columns}
              rows={shown}
              rowKey={(row) => row.id}
              total={shown.length}
              tools={
                round.can.remind &&
                waiting > 0 && (
                  <Button kind="primary" icon="bell" busy={remind.isPending} onClick={() => send()}>
                    {t('cohorts.remindAll', { count: waiting })}
                  </Button>
                )
              }
              selection={
                round.can.remind
                  ? {
                      chosen,
                      onChange: setChosen,
                      summary: t('cohorts.chosen', { count: chosen.size, students: people }),
                      verbs: (
                        <Button kind="primary" busy={remind.isPending} onClick={() => send([...chosen])}>
                          {t('cohorts.remind')}
                        </Button>
                      ),
                    }
                  : undefined
              }
            />
          )
        }}
      </Loaded>
    </Sheet>
  )
}
