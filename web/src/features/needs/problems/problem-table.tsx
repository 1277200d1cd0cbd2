import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import type { ListState } from '../../../ui/list-state.ts'
import { Due, StateMark } from '../../../ui/state-mark.tsx'
import css from '../needs.module.css'
import { moods } from './moods.ts'
import type { ProblemRow } from './queries.ts'

type Props = { name: string; caption: string; data: { rows: ProblemRow[]; total: number }; list: ListState; tools?: ReactNode; empty: ReactNode; /** Both kinds together, as in the queue. */ mixed?: boolean }

/** Problems as rows: what, whose, where it stands, who has it, until when. */
export function ProblemTable({ name, caption, data, list, tools, empty, mixed }: Props) {
  return <DataTable name={name} caption={caption} columns={useColumns(mixed)} rows={data.rows} rowKey={(row) => row.id} rowHref={(row) => `/problems/${row.id}`} list={list} total={data.total} tools={tools} empty={empty} />
}

function useColumns(mixed?: boolean): Column<ProblemRow>[] {
  const { t, i18n } = useTranslation('problems')
  const { day, joined } = useFormat()
  const english = i18n.language === 'en'
  const kind: Column<ProblemRow> = { key: 'kind', title: t('columns.kind'), cell: (row) => <span className="nw">{t(`kinds.${row.kind}`)}</span>, desk: true }
  return [
    {
      key: 'title', title: t('columns.title'), width: '18rem',
      cell: (row) => (
        <span className={css.title}>
          {(english && row.titleEn) || row.title}
          <small>{row.organisationName}</small>
        </span>
      ),
    },
    ...(mixed ? [kind] : []),
    { key: 'organisation', title: t('columns.organisation'), cell: (row) => row.organisationName, desk: true },
    { key: 'state', title: t('columns.state'), cell: (row) => <State row={row} /> },
    { key: 'answerDueAt', title: t('columns.answerDueAt'), cell: (row) => <Deadline at={row.answerDueAt} />, sortable: true },
    { key: 'manager', title: t('columns.manager'), cell: (row) => row.managerName ?? t('unknown'), desk: true },
    { key: 'family', title: t('columns.family'), cell: (row) => (row.family ? t(`families.${row.family}`) : t('unknown')), desk: true, spare: true },
    { key: 'fields', title: t('columns.fields'), cell: (row) => joined(row.fields.map((field) => field.name ?? field.code)) || t('unknown'), desk: true },
    { key: 'validUntil', title: t('columns.validUntil'), cell: (row) => <span className="nw">{row.validUntil ? day(row.validUntil) : t('unknown')}</span>, sortable: true, desk: true, spare: true },
    { key: 'number', title: t('columns.number'), cell: (row) => <span className="nw">{row.number}</span>, desk: true },
    { key: 'createdAt', title: t('columns.createdAt'), cell: (row) => day(row.createdAt), sortable: true, desk: true, spare: true },
  ]
}

function State({ row }: { row: ProblemRow }) {
  const { t } = useTranslation('problems')
  const live = row.answerDueAt !== null
  return (
    <>
      <StateMark mood={moods[row.state]}>{t(`states.${row.state}`)}</StateMark>
      {live && row.escalation > 0 && <small className={css.told}>{t(row.escalation === 1 ? 'escalated.one' : 'escalated.two')}</small>}
      {row.state === 'declined' && row.declineCode && <small className={css.told}>{t(`declineCodes.${row.declineCode}`)}</small>}
    </>
  )
}

function Deadline({ at }: { at: string | null }) {
  const { t } = useTranslation('problems')
  const { deadline } = useFormat()
  const now = useNow()
  if (!at) return <>{t('unknown')}</>
  const left = new Date(at).getTime() - now.getTime()
  return (
    <span className={css.until}>
      <Due how={left <= 0 ? 'late' : left < 3 * 86_400_000 ? 'near' : 'far'}>{left <= 0 ? `${t('late')} ${deadline(at)}` : deadline(at)}</Due>
    </span>
  )
}
