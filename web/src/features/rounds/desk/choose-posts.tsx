import type { RoundView } from '@silian/server/contract/rounds'
import type { RoundPostRow } from '@silian/server/contract/rounds/posts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useChoosePosts, useRoundPosts, type ChosenPost } from './queries.ts'
import css from './desk.module.css'

const known = ['reserves', 'minimum', 'target', 'more_than_offered', 'not_open'] as const
type Changed = Partial<Record<string, { seats?: number; scoring?: 'score' | 'rank' }>>

/** While the round is prepared: which posts, how many seats, scored or ranked. What else is set for them is set with the rule. */
export function ChoosePosts({ round }: { round: RoundView }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const toast = useToast()
  const query = useRoundPosts(round.id, true)
  const choose = useChoosePosts(round.id)
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null)
  const [changed, setChanged] = useState<Changed>({})
  const set = (postId: string, change: NonNullable<Changed[string]>) => setChanged((before) => ({ ...before, [postId]: { ...before[postId], ...change } }))
  const seatsOf = (row: RoundPostRow) => changed[row.postId]?.seats ?? row.seats
  const scoringOf = (row: RoundPostRow) => changed[row.postId]?.scoring ?? row.scoring
  const chosenPost = (row: RoundPostRow): ChosenPost => ({ postId: row.postId, seats: seatsOf(row), scoring: scoringOf(row) })
  const [sent, setSent] = useState<readonly string[]>([])
  const issues = choose.error instanceof ApiError ? choose.error.issues : []
  const faultOf = (row: RoundPostRow) => {
    const fields = issues.filter(({ path }) => path[0] === 'posts' && sent[Number(path[1])] === row.postId).map(({ path, code }) => (code === 'more_than_seats' ? path[2] : code))
    return fields.map((field) => t(`posts.fault.${known.find((one) => one === field) ?? 'other'}`)).join('')
  }
  const take = (rows: readonly RoundPostRow[]) => {
    setSent(rows.map(({ postId }) => postId))
    choose.mutate(rows.map(chosenPost), { onSuccess: (done) => toast(t('posts.taken', done)) })
  }
  const number = (row: RoundPostRow, value: number, most: number, label: string, change: (value: number) => void) => (
    <input className={css.small} type="number" min={0} max={most} value={value} aria-label={label} onChange={(event) => change(Math.max(0, Math.min(most, Number(event.target.value) || 0)))} />
  )
  const columns: Column<RoundPostRow>[] = [
    {
      key: 'post',
      title: t('posts.post'),
      cell: (row) => (
        <>
          <b>{row.title}</b>
          <small className={css.second}>{row.organisationName}</small>
          {faultOf(row) && <small className={css.wrong}>{faultOf(row)}</small>}
        </>
      ),
    },
    { key: 'offered', title: t('posts.offered'), cell: (row) => format.number(row.offered), number: true },
    { key: 'seats', title: t('posts.seats'), cell: (row) => number(row, seatsOf(row), row.offered, t('posts.seatsOf', { name: row.title }), (seats) => set(row.postId, { seats })), number: true },
    {
      key: 'scoring',
      title: t('posts.scoring'),
      cell: (row) => (
        <select className={css.choice} value={scoringOf(row)} aria-label={t('posts.scoringOf', { name: row.title })} onChange={(event) => set(row.postId, { scoring: event.target.value as 'score' })}>
          <option value="score">{t('posts.byScore')}</option>
          <option value="rank">{t('posts.byRank')}</option>
        </select>
      ),
    },
  ]
  return (
    <Sheet title={t('posts.choose')} flush aside={<Link href={`/rounds/${round.id}/rules`}>{t('posts.rules')}</Link>}>
      {choose.isError && <Refused error={choose.error} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('posts.empty')}</Empty>}>
        {({ rows }) => {
          const chosen = own ?? new Set(rows.filter((row) => row.chosen).map((row) => row.postId))
          const taken = rows.filter((row) => chosen.has(row.postId))
          const seats = taken.reduce((sum, row) => sum + seatsOf(row), 0)
          return (
            <DataTable
              name="round-choose-posts"
              caption={t('posts.choose')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.postId}
              total={rows.length}
              selection={{
                chosen,
                onChange: setOwn,
                verbs: (
                  <Button kind="primary" busy={choose.isPending} onClick={() => take(taken)}>
                    {t('posts.take', { count: taken.length, seats })}
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
