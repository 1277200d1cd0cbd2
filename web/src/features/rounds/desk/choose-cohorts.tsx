import type { RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useChooseCohorts, useRoundCohorts } from './queries.ts'
import css from './desk.module.css'

/** While the round is prepared: which classes take part. */
export function ChooseCohorts({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const toast = useToast()
  const query = useRoundCohorts(round.id, true)
  const choose = useChooseCohorts(round.id)
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null)
  type Row = NonNullable<typeof query.data>['rows'][number]
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
    { key: 'students', title: t('progress.students'), cell: (row) => format.number(row.students), number: true },
    { key: 'teacher', title: t('cohorts.teacher'), cell: (row) => row.teacherName ?? '—', desk: true },
  ]
  return (
    <Sheet title={t('cohorts.choose')} flush>
      {choose.isError && <Refused error={choose.error} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('cohorts.emptyChoose', { year: round.leaveYear })}</Empty>}>
        {({ rows }) => {
          const chosen = own ?? new Set(rows.filter((row) => row.chosen).map((row) => row.id))
          const students = rows.filter((row) => chosen.has(row.id)).reduce((sum, row) => sum + row.students, 0)
          return (
            <DataTable
              name="round-choose-cohorts"
              caption={t('cohorts.choose')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              total={rows.length}
              selection={{
                chosen,
                onChange: setOwn,
                summary: t('cohorts.chosen', { count: chosen.size, students }),
                verbs: (
                  <Button kind="primary" busy={choose.isPending} onClick={() => choose.mutate([...chosen], { onSuccess: ({ cohorts }) => toast(t('cohorts.taken', { count: cohorts })) })}>
                    {t('cohorts.take', { count: chosen.size })}
                  </Button>
                ),
              }}
            />
          )
        }}
      </Loaded>
    </Sheet>
  )
}
