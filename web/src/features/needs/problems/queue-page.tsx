import { useTranslation } from 'react-i18next'
import { problemKinds } from '@silian/server/contract/needs/problems'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Tabs, useTab } from '../../../ui/tabs.tsx'
import { ProblemTable } from './problem-table.tsx'
import { useProblems, useQueueCounts, type ProblemQuery } from './queries.ts'

const parts = ['unclaimed', 'mine', 'overdue', 'escalated'] as const

/** 技术经理人工作台: what nobody took, what is mine, what is late, what was reported upwards. */
export default function QueuePage() {
  const { t } = useTranslation('problems')
  const counts = useQueueCounts().data
  const tabs = parts.map((key) => ({ key, label: t(`queue.tabs.${key}`), count: counts?.[key] ?? null }))
  const queue = useTab(tabs)
  const list = useListState({ sort: 'answerDueAt' })
  const filters: Filter[] = [
    { key: 'q', label: t('filters.q'), kind: 'text' },
    { key: 'kind', label: t('columns.kind'), kind: 'select', options: problemKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
  ]
  const problems = useProblems({ ...list.query, queue } as ProblemQuery)
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')} crumbs={[{ label: t('title'), href: '/needs?tab=technology' }]}>
      <Tabs tabs={tabs} current={queue} label={t('queue.title')} />
      <QueryForm filters={filters} list={list} />
      <Loaded query={problems} rows={10}>
        {(data) => <ProblemTable mixed name="problems.queue" caption={t(`queue.caption.${queue}`)} data={data} list={list} empty={<NothingFound filters={filters} list={list}><Empty>{t(`queue.empty.${queue}`)}</Empty></NothingFound>} />}
      </Loaded>
      <p className="small mut">{t('queue.ndaNote')}</p>
    </Page>
  )
}
