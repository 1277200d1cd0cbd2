import { exportTotals } from '@silian/server/contract/assistance/totals'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { download } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { DottedFigure } from '../../../ui/dotted-figure.tsx'
import { SelectField } from '../../../ui/inputs.tsx'
import { Empty } from '../../../ui/loaded.tsx'
import { Stack } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { Wide } from '../../placements/assessment/wide.tsx'
import { ExportButton } from '../../services/export-button.tsx'
import css from '../assistance.module.css'
import { useCounty } from './county.ts'
import type { TotalRow, Totals } from './queries.ts'

type Lists = Totals['can']

/** Counted from records, by county; what one may open opens its rows. */
export function TotalsTab({ totals: { rows, sum, years, year, can } }: { totals: Totals }) {
  const { t } = useTranslation('assistanceOffice')
  const [, setSearch] = useSearchParams()
  const setYear = (of: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before)
      if (of) next.set('of', of)
      else next.delete('of')
      return next
    })
  return (
    <Stack>
      <div className={`${css.acts} ${css.tools}`}>
        <SelectField tool label={t('totals.year')} value={year ? String(year) : ''} none={t('totals.allYears')} options={years.map((one) => ({ value: String(one), label: String(one) }))} onChange={setYear} />
        <ExportButton label={t('export')} bring={() => download(exportTotals, { query: year ? { year } : {} })} />
      </div>
      {rows.length === 0 ? (
        <Empty>{t('totals.empty')}</Empty>
      ) : (
        <>
          <Sheet title={t('totals.table')} flush>
            <Wide label={t('totals.table')}>
              <Table rows={rows} sum={sum} can={can} />
            </Wide>
          </Sheet>
          {sum.resources.length > 0 && (
            <Sheet title={t('totals.kinds')} flush>
              <Kinds sum={sum} />
            </Sheet>
          )}
          <p className={css.note}>{t('totals.note')}</p>
        </>
      )}
    </Stack>
  )
}

function Table({ rows, sum, can }: { rows: readonly TotalRow[]; sum: TotalRow; can: Lists }) {
  const { t } = useTranslation('assistanceOffice')
  const county = useCounty()
  const shown = rows.length > 1 ? [...rows, sum] : rows
  return (
    <table className={css.table}>
      <caption className="sr">{t('totals.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('totals.county')}</th>
          {(['seats', 'members', 'placed', 'consented', 'filed', 'checks', 'stay6', 'stay12', 'to', 'from', 'resources'] as const).map((key) => (
            <th key={key} scope="col">
              {key === 'resources' ? t('totals.groups.resources') : t(`totals.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Row key={`${row.county}.${row.year ?? ''}`} row={row} name={row.county ? county(row.county) : t('totals.sum')} can={can} total={row === sum && rows.length > 1} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, name, can, total }: { row: TotalRow; name: string; can: Lists; total: boolean }) {
  const { t } = useTranslation('assistanceOffice')
  const { number, percent, money } = useFormat()
  /** Opens its rows where the reader may. */
  const opens = (tab: keyof Lists, label: string, shown: React.ReactNode, query = '') =>
    can[tab] && row.open && shown !== null ? <DottedFigure href={`/assistance?tab=${tab}${query}`} label={label}>{shown}</DottedFigure> : shown
  const people = (count: number | null) => (count === null ? t(total ? 'totals.hidden' : 'few') : number(count))
  const share = (part: number | null, whole: number | null) =>
    whole === 0 ? '—' : part === null || whole === null ? people(part) : `${number(part)}/${number(whole)}`
  const rate = (part: number | null, whole: number | null) => (part !== null && whole ? percent(part / whole) : null)
  const ofYear = row.year ? `&year=${row.year}` : ''
  const ofCounty = `${row.county && !can.planBatch ? `&county=${row.county}` : ''}${ofYear}`
  const stay = (of: TotalRow['stay6'], months: 6 | 12) =>
    of.due === 0 ? <small className="nw">{t('totals.notYet')}</small> : (
      <>
        {opens('stays', t(`totals.stay${months}`), people(of.stayed), `&months=${months}`)}
        {of.asked !== null && of.answered !== null && <small className="nw">{t('totals.stayOf', { asked: number(of.asked), answered: number(of.answered) })}</small>}
      </>
    )
  const teachers = (count: number | null, days: number | null, direction: 'to_county' | 'from_county') =>
    count === 0 ? '0' : (
      <>
        {opens('exchanges', t(`directions.${direction}`), people(count), `&direction=${direction}${ofYear}`)}
        {days !== null && <small className="nw">{t('totals.days', { count: days })}</small>}
      </>
    )
  return (
    <tr className={total ? css.sum : undefined}>
      <th scope="row" className="nw">
        {name}
        {row.county && row.year && <small className="nw">{t('totals.yearOf', { year: row.year })}</small>}
      </th>
      <td>
        {opens('batches', t('totals.seats'), number(row.seatsConfirmed), ofCounty)}
        <small className="nw">{t('totals.askedOf', { count: row.seatsAsked })}</small>
      </td>
      <td>{opens('batches', t('totals.members'), people(row.members), ofCounty)}</td>
      <td>{opens('batches', t('totals.placed'), people(row.placed), ofCounty)}</td>
      <td>{opens('batches', t('totals.consented'), share(row.consented, row.members), ofCounty)}</td>
      <td>{opens('batches', t('totals.filed'), share(row.filed, row.members), ofCounty)}</td>
      <td>
        {row.checksDue === 0 ? <small className="nw">{t('totals.notYet')}</small> : (
          <>
            {opens('checks', t('totals.checks'), rate(row.checksOnTime, row.checksDue) ?? people(row.checksOnTime))}
            <small className="nw">{share(row.checksOnTime, row.checksDue)}</small>
          </>
        )}
      </td>
      <td>{stay(row.stay6, 6)}</td>
      <td>{stay(row.stay12, 12)}</td>
      <td>{teachers(row.teachersTo, row.daysTo, 'to_county')}</td>
      <td>{teachers(row.teachersFrom, row.daysFrom, 'from_county')}</td>
      <td>
        {opens('resources', t('totals.groups.resources'), t('totals.items', { count: row.resourcesReceived }), `&state=received${ofYear}`)}
        <small className="nw">{money(row.resourcesValue)}</small>
      </td>
    </tr>
  )
}

function Kinds({ sum }: { sum: TotalRow }) {
  const { t } = useTranslation('assistanceOffice')
  const { number, money } = useFormat()
  return (
    <table className={css.table}>
      <caption className="sr">{t('totals.kinds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('totals.kind')}</th>
          <th scope="col" className={css.num}>{t('totals.count')}</th>
          <th scope="col" className={css.num}>{t('totals.worth')}</th>
        </tr>
      </thead>
      <tbody>
        {sum.resources.map(({ kind, count, value }) => (
          <tr key={kind}>
            <th scope="row">{t(`resourceKinds.${kind}`)}</th>
            <td className={css.num}>{number(count)}</td>
            <td className={css.num}>{value > 0 ? money(value) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
