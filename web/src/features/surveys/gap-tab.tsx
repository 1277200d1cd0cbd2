import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { Button } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { Empty, Loaded } from '../../ui/loaded.tsx'
import { Stack } from '../../ui/page.tsx'
import { Facts } from '../../ui/sheet.tsx'
import { useGap, type GapRow, type SurveyView } from './queries.ts'
import css from './surveys.module.css'

type Forecast = GapRow['next']['demand']

/** People wanted less graduates, family by family, year by year, and a guess for the next. */
export function GapTab({ survey }: { survey: SurveyView }) {
  return <Loaded query={useGap(survey.id)}>{({ year, rows }) => <Shown year={year} rows={rows} />}</Loaded>
}

function Shown({ year, rows }: { year: number; rows: readonly GapRow[] }) {
  const { t } = useTranslation('surveys')
  const { number } = useFormat()
  const [open, setOpen] = useState<GapRow | null>(null)
  const last = (row: GapRow) => row.years.at(-1)!
  const columns: Column<GapRow>[] = [
    { key: 'family', title: t('gap.family'), cell: (row) => <Button kind="text" size="cell" onClick={() => setOpen(row)}>{row.familyName}</Button> },
    { key: 'demand', title: `${t('gap.demand')} ${year}`, number: true, cell: (row) => (last(row).demand === null ? t('gap.few') : number(last(row).demand)) },
    { key: 'graduates', title: `${t('gap.graduates')} ${year}`, number: true, cell: (row) => number(last(row).graduates) },
    { key: 'gap', title: t('gap.gap'), number: true, cell: (row) => <b>{number(last(row).gap)}</b> },
    { key: 'nextDemand', title: `${t('gap.next', { year: year + 1 })} · ${t('gap.demand')}`, desk: true, cell: (row) => <Guess forecast={row.next.demand} what="nextDemand" /> },
    { key: 'nextGraduates', title: `${t('gap.next', { year: year + 1 })} · ${t('gap.graduates')}`, desk: true, cell: (row) => <Guess forecast={row.next.graduates} what="nextGraduates" /> },
  ]
  return (
    <Stack>
      <p className={css.note}>{t('gap.lead')} {t('gap.double')}</p>
      <DataTable name="survey-gap" caption={t('gap.caption')} columns={columns} rows={rows} rowKey={({ familyCode }) => familyCode} empty={<Empty>{t('gap.empty')}</Empty>} />
      {open && <Course row={open} year={year} onClose={() => setOpen(null)} />}
    </Stack>
  )
}

function Guess({ forecast, what }: { forecast: Forecast; what: 'nextDemand' | 'nextGraduates' }) {
  const { t } = useTranslation('surveys')
  const { number, percent } = useFormat()
  if (!forecast) return <span>{t('gap.noFigure')}</span>
  const { error } = forecast
  const erred = !error ? t('gap.noError') : error.share === null ? t('gap.errorNoShare', { mean: number(error.mean, 1) }) : t('gap.error', { mean: number(error.mean, 1), share: percent(error.share) })
  return (
    <span>
      {t(`gap.${what}`, { next: number(forecast.next) })} <small className={css.note}>{erred}</small>
    </span>
  )
}

function Course({ row, year, onClose }: { row: GapRow; year: number; onClose: () => void }) {
  const { t, i18n } = useTranslation('surveys')
  const years = row.years.map((one) => one.year)
  const next = row.next
  const last = row.years.at(-1)?.demand ?? null
  // Who is on the rolls is known; only without rolls it is guessed.
  const leaving = next.onRolls ?? next.graduates?.next ?? null
  const untilLast = <Value,>(values: readonly Value[]): (Value | null)[] => [...values, null]
  return (
    <Drawer open onClose={onClose} title={row.familyName}>
      <div className={css.body}>
        <Chart
          sentence={t('gap.sentence', { name: row.familyName, from: years[0]!, until: year })}
          x={[...years, year + 1].map(String)}
          series={[
            { name: t('gap.demand'), values: untilLast(row.years.map(({ demand }) => demand)), look: 'main' },
            // Dashed, from the last known year on: nobody has said it yet.
            ...(next.demand ? [{ name: t('gap.guessed'), values: [...row.years.map((_one, at) => (at === row.years.length - 1 ? last : null)), next.demand.next], look: 'compare' as const }] : []),
            { name: t('gap.graduates'), values: [...row.years.map(({ graduates }) => graduates), leaving], look: 'lu' },
          ]}
        />
        <Facts
          facts={[
            [t('gap.next', { year: year + 1 }), <span key="next"><Guess forecast={next.demand} what="nextDemand" /><br /><Guess forecast={next.graduates} what="nextGraduates" /></span>],
            [t('gap.nextGap', { year: year + 1 }), next.demand && leaving !== null && t('gap.about', { count: next.demand.next - leaving })],
            [t('gap.graduates'), next.onRolls !== null && t('gap.onRolls', { year: year + 1, count: next.onRolls })],
            [t('gap.majors', { year }), row.majors.length === 0 ? t('gap.noMajors') : row.majors.map((one) => t('gap.majorOf', one)).join(i18n.language === 'en' ? ', ' : '、')],
          ]}
        />
        {next.demand?.error && <p className={css.note}>{t('gap.how', { method: t(`gap.methods.${next.demand.method}`) })}</p>}
      </div>
    </Drawer>
  )
}
