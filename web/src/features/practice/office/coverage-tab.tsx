import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import css from '../practice.module.css'
import { useCoverage } from '../queries.ts'

type Row = NonNullable<ReturnType<typeof useCoverage>['data']>['rows'][number]

/** Totals of every school, in the order of the protocol; no names and no order by figure. */
export function CoverageTab() {
  const { t } = useTranslation('practiceOffice')
  const { number, percent, fullDay } = useFormat()
  const coverage = useCoverage()
  const figure = (key: Exclude<keyof Row, 'schoolId' | 'schoolName'>, desk = false): Column<Row> => ({ key, title: t(`coverage.columns.${key}`), cell: (row) => number(row[key]), number: true, desk })
  const columns: Column<Row>[] = [
    { key: 'school', title: t('coverage.columns.school'), cell: (row) => row.schoolName },
    figure('specialists'),
    figure('enough'),
    { key: 'share', title: t('coverage.columns.share'), cell: (row) => (row.specialists > 0 ? percent(row.enough / row.specialists) : '—'), number: true },
    figure('growing', true), figure('short', true), figure('first', true), figure('practising', true),
  ]
  return (
    <Loaded query={coverage}>
      {({ rows, asOf }) => (
        <>
          <p className={`${css.by} ${css.top}`}>{`${t('coverage.lead')}${t('coverage.asOf', { day: fullDay(asOf) })}`}</p>
          <DataTable name="practice-coverage" caption={t('coverage.title')} columns={columns} rows={rows} rowKey={(row) => row.schoolId} empty={<Empty>{t('coverage.empty')}</Empty>} />
        </>
      )}
    </Loaded>
  )
}
