import type { RoundView } from '@silian/server/contract/rounds'
import type { RoundPostRow } from '@silian/server/contract/rounds/posts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useRoundPosts } from './queries.ts'
import css from './desk.module.css'

/** Posts of the round: wanted by whom, scored how far, filled how far. */
export function Posts({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const query = useRoundPosts(round.id, false)
  const columns: Column<RoundPostRow>[] = [
    {
      key: 'post',
      title: t('posts.post'),
      cell: (row) => (
        <>
          <b>{row.title}</b>
          <small className={css.second}>{row.organisationName}</small>
        </>
      ),
    },
    { key: 'seats', title: t('posts.seats'), cell: (row) => format.number(row.seats), number: true },
    { key: 'reserved', title: t('posts.reserved'), cell: (row) => format.number(row.reserves.reduce((sum, reserve) => sum + reserve.seats, 0)), number: true, desk: true },
    { key: 'wishes', title: t('posts.wishes'), cell: (row) => (row.wishes === 0 ? <StateMark mood="waits">{t('posts.notWished')}</StateMark> : format.number(row.wishes)), number: true },
    { key: 'first', title: t('posts.firstWishes'), cell: (row) => format.number(row.firstWishes), number: true, desk: true },
    { key: 'scored', title: t('posts.scored'), cell: (row) => `${row.scored}/${row.wishes}`, number: true, desk: true },
    { key: 'filled', title: t('posts.filled'), cell: (row) => (row.filled === null ? '—' : `${row.filled}/${row.seats}`), number: true },
    {
      key: 'more',
      title: t('posts.report'),
      cell: (row) =>
        round.publishedAt ? (
          <Link href={`/rounds/${round.id}/posts/${row.postId}/report`}>{t('posts.report')}</Link>
        ) : (
          <Link href={`/rounds/${round.id}/posts/${row.postId}/applicants`}>{t('posts.applicants')}</Link>
        ),
    },
  ]
  return (
    <Sheet flush>
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('posts.empty')}</Empty>}>
        {({ rows }) => <DataTable name="round-posts" caption={t('page.tabs.posts')} columns={columns} rows={rows} rowKey={(row) => row.postId} total={rows.length} />}
      </Loaded>
    </Sheet>
  )
}
