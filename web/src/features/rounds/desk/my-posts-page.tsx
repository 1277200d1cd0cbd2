import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useMyRoundPosts } from './queries.ts'
import { moodOf } from './round-line.tsx'
import css from './desk.module.css'

/** For a firm and who speaks for it: its posts in rounds, to score and to read of. */
export default function MyPostsPage() {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const query = useMyRoundPosts()
  type Row = NonNullable<typeof query.data>['rows'][number]
  const columns: Column<Row>[] = [
    {
      key: 'post',
      title: t('applicants.post'),
      cell: (row) => (
        <>
          {row.title}
          <small className={css.second}>{row.roundTitle}</small>
        </>
      ),
    },
    { key: 'state', title: t('applicants.state'), cell: (row) => <StateMark mood={moodOf(row.state)}>{t(`state.${row.state}`)}</StateMark> },
    { key: 'due', title: t('applicants.due'), cell: (row) => (row.rankingCloseAt ? format.deadline(row.rankingCloseAt) : '—'), desk: true },
    { key: 'seats', title: t('posts.seats'), cell: (row) => format.number(row.seats), number: true },
    { key: 'count', title: t('applicants.count'), cell: (row) => (row.state === 'wishing' ? '—' : format.number(row.applicants)), number: true },
    { key: 'done', title: t('applicants.done'), cell: (row) => format.number(row.scored), number: true },
  ]
  return (
    <Page title={t('applicants.mine')}>
      <Sheet flush>
        <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('applicants.empty')}</Empty>}>
          {({ rows }) => (
            <DataTable
              name="my-round-posts"
              caption={t('applicants.mine')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.roundId + row.postId}
              rowHref={(row) => `/rounds/${row.roundId}/posts/${row.postId}/${row.hasReport ? 'report' : 'applicants'}`}
              total={rows.length}
            />
          )}
        </Loaded>
      </Sheet>
    </Page>
  )
}
