import type { RoundPostRow, RoundView } from '@silian/server/contract/rounds'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useChoosePosts, useRoundPosts, type ChosenPost } from './queries.ts'
import css from './desk.module.css'

type Changed = Partial<Record<string, { seats?: number; reserved?: number; scoring?: 'score' | 'rank' }>>

/** While the round is prepared: which posts, how many seats, how many of them reserved, scored or ranked. */
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
  const reservedOf = (row: RoundPostRow) => changed[row.postId]?.reserved ?? row.reserves.reduce((sum, reserve) => sum + reserve.seats, 0)
  const scoringOf = (row: RoundPostRow) => changed[row.postId]?.scoring ?? row.scoring
  const chosenPost = (row: RoundPostRow): ChosenPost => ({
    postId: row.postId,
    seats: seatsOf(row),
    scoring: scoringOf(row),
    reserves: reservedOf(row) > 0 ? [{ tag: 'paired_county', seats: reservedOf(row), mode: row.reserves[0]?.mode ?? 'guarantee' }] : [],
  })
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
        </>
      ),
    },
    { key: 'offered', title: t('posts.offered'), cell: (row) => format.number(row.offered), number: true },
    { key: 'seats', title: t('posts.seats'), cell: (row) => number(row, seatsOf(row), row.offered, t('posts.seatsOf', { name: row.title }), (seats) => set(row.postId, { seats })), number: true },
    { key: 'reserved', title: t('posts.reserved'), cell: (row) => number(row, reservedOf(row), seatsOf(row), t('posts.reservedFor', { name: row.title }), (reserved) => set(row.postId, { reserved })), number: true },
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
    <Sheet title={t('posts.choose')} flush>
      {choose.isError && <Refused error={choose.error} />}
      <Loaded query={query} empty={({ rows }) => rows.length === 0 && <Empty>{t('posts.empty')}</Empty>}>
        {({ rows }) => {
          const chosen = own ?? new Set(rows.filter((row) => row.chosen).map((row) => row.postId))
          const taken = rows.filter((row) => chosen.has(row.postId))
          const seats = taken.reduce((sum, row) => sum + seatsOf(row), 0)
          const take = t('posts.take', { count: taken.length, seats })
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
                  <Button kind="primary" busy={choose.isPending} onClick={() => choose.mutate(taken.map(chosenPost), { onSuccess: (done) => toast(t('posts.taken', done)) })}>
                    {take}
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
