import { claimStates } from '@silian/server/contract/practice/claims'
import { downloadFile } from '@silian/server/contract/files'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { urlOf } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useWording } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { NothingFound, QueryForm, type Filter } from '../../../ui/query-form.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { claimMoods } from '../moods.ts'
import css from '../practice.module.css'
import { useAddEvidence, useClaims, type ClaimQuery, type ClaimRow } from '../queries.ts'
import { AddClaimDrawer, DecideClaimDialog } from './claim-dialogs.tsx'
import { ClaimSheet } from './claim-sheet.tsx'

type Open = { what: 'add' } | { what: 'import' } | { what: 'confirm' | 'reject'; row: ClaimRow } | null

/** Past practice: claimed until somebody has seen the evidence, and apart from what counts. */
export function ClaimsTab() {
  const { t } = useTranslation('practiceOffice')
  const list = useListState()
  const claims = useClaims(list.query as ClaimQuery)
  const [open, setOpen] = useState<Open>(null)
  const columns = useColumns((what, row) => setOpen({ what, row }))
  const filters: Filter[] = [
    { key: 'q', label: t('claims.filters.q'), kind: 'text' },
    { key: 'state', label: t('claims.filters.state'), kind: 'select', options: claimStates.map((value) => ({ value, label: t(`claims.states.${value}`) })) },
  ]
  const close = () => setOpen(null)
  return (
    <>
      <p className={`${css.by} ${css.top}`}>{t('claims.lead')}</p>
      <QueryForm filters={filters} list={list} />
      <Loaded query={claims} rows={8}>
        {(data) => (
          <DataTable
            name="practice-claims"
            caption={t('claims.title')}
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.id}
            list={list}
            total={data.total}
            tools={
              <>
                <Button icon="upload" onClick={() => setOpen({ what: 'import' })}>
                  {t('claims.import')}
                </Button>
                <Button icon="plus" kind="primary" onClick={() => setOpen({ what: 'add' })}>
                  {t('claims.add')}
                </Button>
              </>
            }
            empty={
              <NothingFound filters={filters} list={list}>
                <Empty>{t('claims.empty')}</Empty>
              </NothingFound>
            }
          />
        )}
      </Loaded>
      {open?.what === 'add' && <AddClaimDrawer onClose={close} />}
      {open?.what === 'import' && <ClaimSheet onClose={close} />}
      {(open?.what === 'confirm' || open?.what === 'reject') && <DecideClaimDialog row={open.row} decision={open.what} onClose={close} />}
    </>
  )
}

function useColumns(onDecide: (what: 'confirm' | 'reject', row: ClaimRow) => void): Column<ClaimRow>[] {
  const { t } = useTranslation('practiceOffice')
  const { fullDay, number } = useFormat()
  return [
    { key: 'teacher', title: t('claims.columns.teacher'), cell: (row) => <span className={css.title}><Link href={`/practice/teachers/${row.teacherId}`}>{row.teacherName}</Link><small>{row.organisationName}</small></span> },
    { key: 'organisation', title: t('claims.columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'dates', title: t('claims.columns.dates'), cell: (row) => <><span className="nw">{fullDay(row.startsOn)} —</span> <span className="nw">{fullDay(row.endsOn)}</span></>, desk: true },
    { key: 'days', title: t('claims.columns.days'), cell: (row) => number(row.days), number: true },
    { key: 'source', title: t('claims.columns.source'), cell: (row) => row.source || '—', desk: true },
    { key: 'state', title: t('claims.columns.state'), cell: (row) => <StateMark mood={claimMoods[row.state]}>{t(`claims.states.${row.state}`)}</StateMark> },
    { key: 'evidence', title: t('claims.columns.evidence'), cell: (row) => <Evidence row={row} /> },
    {
      key: 'action', title: t('claims.columns.action'),
      cell: (row) =>
        row.can.decide && row.state === 'claimed' ? (
          <span className={css.pair}>
            {row.evidence && <Button kind="text" size="cell" onClick={() => onDecide('confirm', row)}>{t('claims.confirm')}</Button>}
            <Button kind="text" size="cell" onClick={() => onDecide('reject', row)}>{t('claims.reject')}</Button>
            {!row.evidence && <span className={css.by}>{t('claims.noEvidence')}</span>}
          </span>
        ) : (
          (row.reason ?? null)
        ),
    },
  ]
}

/** What is there to look at, and the way to add it. */
function Evidence({ row }: { row: ClaimRow }) {
  const { t } = useTranslation('practiceOffice')
  const say = useWording()
  const toast = useToast()
  const add = useAddEvidence()
  const input = useRef<HTMLInputElement>(null)
  const send = (file: File | undefined) => file && add.mutate({ claimId: row.id, file }, { onError: (error) => toast(say(error)) })
  return (
    <span className={css.pair}>
      {row.evidence && (
        <a href={urlOf(downloadFile, { params: { fileId: row.evidence.id }, query: { inline: 'true' } })} target="_blank" rel="noreferrer">
          {t('claims.look')}
        </a>
      )}
      {row.can.evidence && (
        <>
          <Button kind="text" size="cell" busy={add.isPending} onClick={() => input.current?.click()}>
            {t('claims.upload')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/*,.pdf"
            onChange={(event) => {
              send(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </>
      )}
      {!row.evidence && !row.can.evidence && '—'}
    </span>
  )
}
