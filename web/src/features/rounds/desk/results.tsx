import type { RoundView } from '@silian/server/contract/rounds'
import type { ResultRow } from '@silian/server/contract/rounds/letters'
import type { z } from 'zod'
import { useTranslation } from 'react-i18next'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useResults } from './queries.ts'
import { useTagName } from '../rule/tag-name.ts'
import css from './desk.module.css'

type Row = z.infer<typeof ResultRow>

/** Every student of the frozen list; a row opens the letter. */
export function Results({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const list = useListState()
  const tagName = useTagName()
  const one = <Value extends string>(values: readonly Value[], given: string | undefined) => values.find((value) => value === given)
  const query = useResults(round.id, {
    page: list.page,
    size: list.size,
    q: list.filters.q,
    placed: one(['yes', 'no'] as const, list.filters.placed),
    answer: one(['accepted', 'declined', 'none'] as const, list.filters.answer),
  })
  const filters: Filter[] = [
    { key: 'q', label: t('results.search'), kind: 'text' },
    { key: 'placed', label: t('results.placed'), kind: 'select', options: [{ value: 'yes', label: t('results.yes') }, { value: 'no', label: t('results.no') }] },
    {
      key: 'answer',
      label: t('results.answered'),
      kind: 'select',
      options: [{ value: 'accepted', label: t('sheet.accepted') }, { value: 'declined', label: t('sheet.declined') }, { value: 'none', label: t('results.none') }],
    },
  ]
  const columns: Column<Row>[] = [
    { key: 'name', title: t('results.student'), cell: (row) => row.name },
    {
      key: 'school',
      title: t('results.school'),
      cell: (row) => (
        <>
          {row.schoolName}
          <small className={css.second}>{row.cohortName}</small>
        </>
      ),
    },
    { key: 'letter', title: t('results.letter'), cell: (row) => row.letterNumber, desk: true },
    {
      key: 'post',
      title: t('results.post'),
      cell: (row) =>
        row.postTitle ? (
          <>
            {row.postTitle}
            <small className={css.second}>{row.organisationName}</small>
          </>
        ) : (
          t('sheet.unplaced')
        ),
    },
    { key: 'choice', title: t('results.choice'), cell: (row) => row.choice ?? '—', number: true },
    { key: 'seat', title: t('results.seat'), cell: (row) => (row.seat ? tagName(row.seat) : '—'), desk: true },
    { key: 'answer', title: t('results.answer'), cell: (row) => (row.answer ? t(`sheet.${row.answer}`) : row.postTitle ? t('results.none') : '—') },
  ]
  return (
    <Sheet flush>
      <QueryForm filters={filters} list={list} />
      <Loaded query={query}>
        {({ rows, total }) => (
          <DataTable
            name="round-results"
            caption={t('page.tabs.results')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.studentId}
            rowHref={round.publishedAt ? (row) => `/letters/${round.id}/${row.studentId}` : undefined}
            list={list}
            total={total}
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('results.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
    </Sheet>
  )
}
