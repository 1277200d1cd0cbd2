import { useTranslation } from 'react-i18next'
import { declineCodes } from '@silian/server/contract/needs/problems'
import { introductionStates } from '@silian/server/contract/technology/introductions'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import { introductionMoods } from '../moods.ts'
import css from '../technology.module.css'
import { useIntroductions, type IntroductionQuery, type IntroductionRow } from './queries.ts'

/** 对接: who was brought together with whom, and whose word is owed. */
export default function IntroductionsPage() {
  const { t } = useTranslation('introductions')
  const list = useListState()
  const office = useSession()?.seat?.role === 'secretariat'
  const stages = [0, 1, 2, 3, 4, 5, 6].map((stage) => ({ value: String(stage), label: t(`report.stages.s${stage as 0}`) }))
  const filters: Filter[] = [
    { key: 'state', label: t('filters.state'), kind: 'select', options: [{ value: 'live', label: t('filters.live') }, { value: 'ended', label: t('filters.ended') }, ...introductionStates.map((value) => ({ value, label: t(`states.${value}`) }))] },
    ...(office ? [] : ([{ key: 'waiting', label: t('filters.waiting'), kind: 'select', options: [{ value: 'true', label: t('filters.waitingOnly') }] }] as const)),
    { key: 'declineCode', label: t('filters.code'), kind: 'select', options: declineCodes.map((value) => ({ value, label: t(`codes.${value}`) })) },
    { key: 'reached', label: t('report.reached'), kind: 'select', options: stages },
    { key: 'lostAt', label: t('report.lostHere'), kind: 'select', options: stages },
  ]
  const introductions = useIntroductions(list.query as IntroductionQuery)
  const columns = useColumns()
  return (
    <Page title={t('title')} lead={t('lead')}>
      <QueryForm filters={filters} list={list} />
      <Loaded query={introductions} rows={10}>
        {(data) => (
          <DataTable
            name="introductions"
            caption={t('caption')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => `/introductions/${row.id}`}
            list={list}
            total={data.total}
            tools={<LinkButton href="/answer-report">{t('report.title')}</LinkButton>}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): Column<IntroductionRow>[] {
  const { t } = useTranslation('introductions')
  const { day, deadline } = useFormat()
  const now = useNow()
  const due = (at: string | null) => {
    if (!at) return t('unknown')
    const left = new Date(at).getTime() - now.getTime()
    return <Due how={left <= 0 ? 'late' : left < 3 * 86_400_000 ? 'near' : 'far'}>{deadline(at)}</Due>
  }
  return [
    {
      key: 'need', title: t('columns.need'), width: '16rem',
      cell: (row) => (
        <span className={css.title}>
          {row.need.title}
          <small>{row.answer.title}</small>
        </span>
      ),
    },
    { key: 'answer', title: t('columns.answer'), width: '16rem', cell: (row) => row.answer.title, desk: true },
    {
      key: 'state', title: t('columns.state'),
      cell: (row) => (
        <>
          <StateMark mood={introductionMoods[row.state]}>{t(`states.${row.state}`)}</StateMark>
          {row.declineCode && <small className={css.small}>{t(`codes.${row.declineCode}`)}</small>}
        </>
      ),
    },
    { key: 'dueAt', title: t('columns.dueAt'), cell: (row) => <span className={css.until}>{due(row.dueAt)}</span> },
    { key: 'asker', title: t('columns.asker'), cell: (row) => row.askerName, desk: true },
    { key: 'answerer', title: t('columns.answerer'), cell: (row) => row.answererName, desk: true },
    { key: 'madeAt', title: t('columns.madeAt'), cell: (row) => <span className="nw">{day(row.madeAt)}</span>, desk: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
  ]
}
