import type { listApplicants } from '@silian/server/contract/rounds/scores'
import type { Reply } from '@silian/server/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useFormat } from '../../../kernel/format.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { Empty, Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useApplicants, useSaveScores, type Score } from './queries.ts'
import css from './desk.module.css'

type Applicants = Reply<typeof listApplicants>
type Row = Applicants['rows'][number]

/** Who wished for the post; marks or ranks in the table itself, all saved together. */
export default function ApplicantsPage() {
  const { t } = useTranslation('rounds')
  const { roundId = '', postId = '' } = useParams()
  const role = useSession()?.seat?.role
  const query = useApplicants(roundId, postId)
  const back = role === 'secretariat' ? { label: t('nav'), href: `/rounds/${roundId}` } : { label: t('applicants.mine'), href: '/round-posts' }
  return (
    <Page title={query.data ? t('applicants.title', { post: query.data.postTitle }) : t('applicants.mine')} crumbs={[back, { label: query.data?.roundTitle ?? '' }]}>
      <Loaded query={query}>
        {(found) =>
          found.rows.length === 0 ? (
            <Sheet>
              <Empty>{t(found.state === 'wishing' ? 'applicants.hidden' : 'applicants.noOne')}</Empty>
            </Sheet>
          ) : (
            <Scoring found={found} roundId={roundId} postId={postId} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Scoring({ found, roundId, postId }: { found: Applicants; roundId: string; postId: string }) {
  const { t } = useTranslation('rounds')
  const format = useFormat()
  const toast = useToast()
  const save = useSaveScores(roundId, postId)
  const [changed, setChanged] = useState<Record<string, Score>>({})
  const [refusing, setRefusing] = useState<Row | null>(null)
  const [reason, setReason] = useState('')
  const { weights, scoring } = found
  const may = found.can.score
  const now = (row: Row): Score => changed[row.studentId] ?? { studentId: row.studentId, interview: row.interview, certificate: row.certificate, rank: row.rank, refused: row.refused }
  const set = (row: Row, change: Partial<Score>) => setChanged((before) => ({ ...before, [row.studentId]: { ...now(row), ...change } }))
  const totalOf = (row: Row) => {
    const score = now(row)
    return Math.floor((weights.school * (row.schoolMark ?? 0) + weights.interview * (score.interview ?? 0) + weights.certificate * (score.certificate ?? 0)) / 100 + 0.5)
  }
  const marks = (thousandths: number | null | undefined) => (thousandths === null || thousandths === undefined ? '—' : format.number(thousandths / 1000, 1))
  const mark = (row: Row, key: 'interview' | 'certificate') =>
    may ? (
      <input
        className={css.small}
        inputMode="decimal"
        aria-label={t('applicants.mark', { name: row.name, what: t(`applicants.${key}`) })}
        defaultValue={now(row)[key] === null || now(row)[key] === undefined ? '' : String(now(row)[key]! / 1000)}
        onChange={(event) => {
          const value = Number(event.target.value.normalize('NFKC'))
          const empty = event.target.value.trim() === ''
          if (empty || (value >= 0 && value <= 100)) set(row, { [key]: empty ? null : Math.round(value * 1000) })
        }}
      />
    ) : (
      marks(row[key])
    )
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('applicants.name'),
      cell: (row) => (
        <>
          <b>{row.name}</b>
          {now(row).refused && <small className={css.second}>{t('applicants.refused', { reason: now(row).refused ?? '' })}</small>}
        </>
      ),
    },
    {
      key: 'school',
      title: t('applicants.school'),
      cell: (row) => (
        <>
          {row.schoolName}
          <small className={css.second}>
            {row.programmeName}
            {row.certificates.length > 0 && ` · ${row.certificates.join('、')}`}
          </small>
        </>
      ),
    },
    { key: 'schoolMark', title: t('applicants.schoolMark'), cell: (row) => marks(row.schoolMark), number: true },
    ...(scoring === 'rank'
      ? [
          {
            key: 'rank',
            title: t('applicants.rank'),
            number: true,
            cell: (row: Row) =>
              may ? (
                <input
                  className={css.small}
                  inputMode="numeric"
                  aria-label={`${row.name} ${t('applicants.rank')}`}
                  defaultValue={now(row).rank ?? ''}
                  onChange={(event) => set(row, { rank: Number(event.target.value.normalize('NFKC')) || null })}
                />
              ) : (
                (row.rank ?? '—')
              ),
          },
        ]
      : [
          ...(weights.interview > 0 ? [{ key: 'interview', title: t('applicants.interview'), number: true, cell: (row: Row) => mark(row, 'interview') }] : []),
          ...(weights.certificate > 0 ? [{ key: 'certificate', title: t('applicants.certificate'), number: true, cell: (row: Row) => mark(row, 'certificate') }] : []),
          { key: 'total', title: t('applicants.total'), number: true, cell: (row: Row) => <b>{marks(totalOf(row))}</b> },
        ]),
    ...(may
      ? [
          {
            key: 'refuse',
            title: t('applicants.refuse'),
            cell: (row: Row) =>
              now(row).refused ? (
                <Button kind="text" onClick={() => set(row, { refused: null })}>
                  {t('applicants.takeBack')}
                </Button>
              ) : (
                <Button kind="text" onClick={() => setRefusing(row)}>
                  {t('applicants.refuse')}
                </Button>
              ),
          },
        ]
      : []),
  ]
  const scores = Object.values(changed)
  return (
    <Sheet title={scoring === 'rank' ? t('applicants.ranked') : t('applicants.weights', weights)} aside={!may && t('applicants.closed')} flush>
      {save.isError && <Refused error={save.error} />}
      <DataTable
        name="applicants"
        caption={t('applicants.title', { post: found.postTitle })}
        columns={columns}
        rows={found.rows}
        rowKey={(row) => row.studentId}
        total={found.rows.length}
        tools={
          may && (
            <Button
              kind="primary"
              busy={save.isPending}
              because={scores.length === 0 && ' '}
              onClick={() =>
                save.mutate(scores, {
                  onSuccess: ({ saved }) => {
                    setChanged({})
                    toast(t('applicants.saved', { count: saved }))
                  },
                })
              }
            >
              {t('applicants.save', { count: scores.length })}
            </Button>
          )
        }
      />
      <Dialog
        open={refusing !== null}
        onClose={() => setRefusing(null)}
        title={t('applicants.refuseTitle', { name: refusing?.name ?? '' })}
        verb={t('applicants.refuse')}
        kind="risk"
        because={reason.trim().length < 5 && t('applicants.refuseLabel')}
        onDo={() => {
          set(refusing!, { refused: reason.trim() })
          setRefusing(null)
          setReason('')
        }}
      >
        <TextArea label={t('applicants.refuseLabel')} value={reason} onChange={setReason} most={200} />
      </Dialog>
    </Sheet>
  )
}
