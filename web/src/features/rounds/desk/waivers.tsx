import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useApproveWaivers, useWaivers } from './queries.ts'
import css from './desk.module.css'

/** For the school: wishes that a rule warns of, with the student's reason. */
export function Waivers({ roundId }: { roundId: string }) {
  const { t } = useTranslation('rounds')
  const toast = useToast()
  const query = useWaivers(roundId)
  const approve = useApproveWaivers(roundId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  type Row = NonNullable<typeof query.data>['rows'][number]
  const columns: Column<Row>[] = [
    { key: 'student', title: t('waivers.student'), cell: (row) => row.studentName },
    {
      key: 'post',
      title: t('waivers.post'),
      cell: (row) => (
        <>
          {row.postTitle}
          <small className={css.second}>{row.organisationName}</small>
        </>
      ),
    },
    { key: 'rule', title: t('waivers.rule'), cell: (row) => row.ruleId, desk: true },
    { key: 'reason', title: t('waivers.reason'), cell: (row) => row.reason },
    { key: 'state', title: t('waivers.state'), cell: (row) => (row.approvedAt ? <StateMark mood="done">{t('waivers.approved')}</StateMark> : <StateMark mood="waits">—</StateMark>) },
  ]
  return (
    <Sheet title={t('page.tabs.waivers')} aside={t('waivers.lead')} flush>
      {approve.isError && <Refused error={approve.error} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('waivers.empty')}</Empty>}>
        {({ rows }) => (
          <DataTable
            name="round-waivers"
            caption={t('page.tabs.waivers')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            total={rows.length}
            selection={{
              chosen,
              onChange: setChosen,
              verbs: (
                <Button
                  kind="primary"
                  busy={approve.isPending}
                  onClick={() =>
                    approve.mutate([...chosen], {
                      onSuccess: ({ approved }) => {
                        setChosen(new Set())
                        toast(t('waivers.did', { count: approved }))
                      },
                    })
                  }
                >
                  {t('waivers.approve', { count: chosen.size })}
                </Button>
              ),
            }}
          />
        )}
      </Loaded>
    </Sheet>
  )
}
