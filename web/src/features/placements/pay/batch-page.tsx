import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { DateField, SelectField, TextArea } from '../../../ui/inputs.tsx'
import { useListState } from '../../../ui/list-state.ts'
import { Empty, Loaded } from '../../../ui/loaded.tsx'
import { Page } from '../../../ui/page.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { FormBar } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../during/desk.module.css'
import { dayOf } from '../during/visit-drawers.tsx'
import { BatchRow, type Line } from './batch-row.tsx'
import { giveReceipts, readPayroll } from './batch.ts'
import { lastMonths, useMonth } from './month.ts'
import { usePayList, useRecordPay, type PayRow } from './queries.ts'

type Given = { paidOn: string; means: string; lines: Record<string, Line> }
const means = ['bank', 'cash', 'e_wallet'] as const
const empty: Line = { amount: null, share: 1, remark: '' }

/** A firm with thirty interns records a month in one go: amounts from its payroll, a receipt for each. */
export default function PayBatchPage() {
  const { t } = useTranslation('pay')
  const monthOf = useMonth()
  const now = useNow()
  const month = (useListState().query as { month?: string }).month ?? lastMonths(now)[1]!
  const pay = usePayList({ month, state: 'open', page: 1, size: 100 })
  return (
    <Page title={t('batch.title', { month: monthOf(month) })} lead={t('batch.lead')} crumbs={[{ label: t('list.title'), href: `/pay?month=${month}` }, { label: t('batch.open') }]}>
      <Loaded query={pay} rows={8} empty={({ rows }) => rows.length === 0 && <Empty action={<Link href={`/pay?month=${month}`}>{t('batch.back')}</Link>}>{t('batch.empty')}</Empty>}>
        {({ rows, total }) => <Batch key={month} month={month} rows={rows} total={total} today={dayOf(now)} />}
      </Loaded>
    </Page>
  )
}

function Batch({ month, rows, total, today }: { month: string; rows: PayRow[]; total: number; today: string }) {
  const { t } = useTranslation('pay')
  const toast = useToast()
  const record = useRecordPay()
  const draft = useDraft<Given>(`pay.batch.${month}`, { paidOn: today, means: 'bank', lines: {} })
  const [files, setFiles] = useState<Record<string, File>>({})
  const [faults, setFaults] = useState<Record<string, unknown>>({})
  const [running, setRunning] = useState<{ done: number; all: number } | null>(null)
  const { paidOn, lines } = draft.value
  const lineOf = (row: PayRow) => lines[row.placementId] ?? empty
  const ready = rows.filter((row) => lineOf(row).amount !== null && files[row.placementId] && row.samePostWage !== null && row.lowestTierWage !== null)

  /** One after the other: each is a record of its own, so what went wrong with one is no matter of the others. */
  async function send() {
    const held: Record<string, unknown> = {}
    for (const [done, row] of ready.entries()) {
      setRunning({ done, all: ready.length })
      const { amount, share, remark } = lineOf(row)
      const fields = Object.fromEntries(Object.entries({ amount, share: share ?? 1, remark, paidOn, means: draft.value.means, samePostWage: row.samePostWage, lowestTierWage: row.lowestTierWage }).map(([name, one]) => [name, String(one ?? '')]))
      await record.mutateAsync({ placementId: row.placementId, month, file: files[row.placementId]!, fields }).catch((error: unknown) => (held[row.placementId] = error))
    }
    setRunning(null)
    setFaults(held)
    const count = ready.length - Object.keys(held).length
    if (count > 0) toast(t('batch.done', { count }))
    if (count === rows.length) draft.clear()
  }

  return (
    <div className={css.group}>
      <Sheet title={t('batch.common')} aside={<DraftLine saved={draft.saved} />}>
        <div className={css.pair}>
          <div className={css.group}>
            <DateField short label={t('record.paidOn')} value={paidOn} max={today} onChange={(day) => draft.set({ paidOn: day })} />
            <SelectField label={t('record.means')} none={null} value={draft.value.means} options={means.map((one) => ({ value: one, label: t(`means.${one}`) }))} onChange={(one) => draft.set({ means: one })} />
            <Receipts rows={rows} onGiven={(given) => setFiles((before) => ({ ...before, ...given }))} />
          </div>
          <Payroll rows={rows} onAmounts={(amounts) => draft.set({ lines: { ...lines, ...Object.fromEntries(rows.flatMap((row) => (amounts[row.placementId] === undefined ? [] : [[row.placementId, { ...lineOf(row), amount: amounts[row.placementId]! }]]))) } })} />
        </div>
      </Sheet>
      <Sheet title={t('batch.table')} aside={total > rows.length && t('batch.more', { shown: rows.length, total })}>
        <div className={css.scroll}>
          <table className={`${css.rota} ${css.entry}`}>
            <thead>
              <tr>
                {(['student', 'amount', 'share', 'receipt', 'why'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(`batch.columns.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <BatchRow
                  key={row.placementId}
                  month={month}
                  row={row}
                  line={lineOf(row)}
                  file={files[row.placementId] ?? null}
                  fault={faults[row.placementId]}
                  onLine={(change) => draft.set({ lines: { ...lines, [row.placementId]: { ...lineOf(row), ...change } } })}
                  onFile={(file) => setFiles((before) => ({ ...before, [row.placementId]: file }))}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Sheet>
      {Object.keys(faults).length > 0 && (
        <p className={css.late} role="alert">
          {t('batch.held', { count: Object.keys(faults).length })}
        </p>
      )}
      <FormBar note={running ? t('batch.running', running) : t('batch.draftNote')}>
        <Button size="form" kind="primary" busy={running !== null} because={ready.length === 0 && t('batch.none')} onClick={() => void send()}>
          {t('batch.do', { count: ready.length })}
        </Button>
      </FormBar>
    </div>
  )
}

function Receipts({ rows, onGiven }: { rows: PayRow[]; onGiven: (given: Record<string, File>) => void }) {
  const { t } = useTranslation('pay')
  const [strangers, setStrangers] = useState<string[]>([])
  const onFiles = (chosen: File[]) => {
    const { given, strangers: rest } = giveReceipts(chosen, rows)
    onGiven(given)
    setStrangers(rest)
  }
  return <FileField label={t('batch.receipts')} hint={t('batch.receiptsHint')} accept=".pdf,image/*" error={strangers.length > 0 ? t('batch.strangers', { names: strangers.join('、') }) : undefined} onFiles={onFiles} />
}

function Payroll({ rows, onAmounts }: { rows: PayRow[]; onAmounts: (amounts: Record<string, number>) => void }) {
  const { t } = useTranslation('pay')
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReturnType<typeof readPayroll> | null>(null)
  const onDo = () => {
    const found = readPayroll(text, rows)
    setRead(found)
    onAmounts(found.amounts)
  }
  return (
    <div className={css.group}>
      <TextArea label={t('batch.paste')} hint={t('batch.pasteHint')} value={text} most={20_000} rows={5} error={read && read.strangers.length > 0 ? t('batch.strangers', { names: read.strangers.join('、') }) : undefined} onChange={setText} />
      <div className={css.week}>
        <Button because={text.trim() === '' && t('batch.pasteFirst')} onClick={onDo}>
          {t('batch.fill')}
        </Button>
        {read && <span role="status">{t('batch.filled', { count: Object.keys(read.amounts).length })}</span>}
      </div>
    </div>
  )
}
