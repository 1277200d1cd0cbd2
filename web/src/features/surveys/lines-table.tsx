import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import type { LineView } from './queries.ts'

type Row = LineView & { organisationName?: string }

export function usePayOf() {
  const { t } = useTranslation('surveys')
  const { number } = useFormat()
  return ({ payMin, payMax }: Pick<LineView, 'payMin' | 'payMax'>) => (payMin === null || payMax === null ? t('line.payUnknown') : t('line.payOf', { min: number(payMin), max: number(payMax) }))
}

/** The lines of an answer, or of one occupation with the firms that wrote them. */
export function LinesTable({ name, rows, firms }: { name: string; rows: readonly Row[]; firms?: boolean }) {
  const { t, i18n } = useTranslation('surveys')
  const { number } = useFormat()
  const pay = usePayOf()
  const columns: Column<Row>[] = [
    firms
      ? { key: 'organisation', title: t('line.organisation'), cell: (row) => row.organisationName }
      : { key: 'occupation', title: t('line.occupation'), cell: (row) => row.occupationName ?? row.occupationCode },
    { key: 'people', title: t('line.people'), cell: (row) => number(row.people), number: true },
    { key: 'kind', title: t('line.kind'), cell: (row) => t(`kinds.${row.kind}`) },
    { key: 'education', title: t('line.education'), cell: (row) => t(`educations.${row.education}`), desk: true },
    { key: 'experienceYears', title: t('line.experienceYears'), cell: (row) => `${number(row.experienceYears)} ${t('line.year')}`, number: true, desk: true },
    { key: 'startMonth', title: t('line.startMonth'), cell: (row) => <span className="nw">{row.startMonth}</span>, desk: true },
    { key: 'pay', title: t('line.pay'), cell: (row) => <span className="nw">{pay(row)}</span> },
    { key: 'skills', title: t('line.skills'), cell: (row) => row.skills.join(i18n.language === 'en' ? ', ' : '、') || t('none'), desk: true },
  ]
  return <DataTable name={name} caption={t('line.caption')} columns={columns} rows={rows.map((row, at) => ({ ...row, at }))} rowKey={(row) => String((row as Row & { at: number }).at)} />
}
