import type { FindingView } from '@silian/server/contract/needs/law'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useFormat } from '../../../kernel/format.ts'
import { useIssuesOf, useWording } from '../../../kernel/wording.ts'
import { FileField } from '../../../ui/file-field.tsx'
import { NumberField, TextField } from '../../../ui/inputs.tsx'
import css from '../during/desk.module.css'
import type { PayRow } from './queries.ts'

export type Line = { amount: number | null; share: number | null; remark: string }

type RowProps = { month: string; row: PayRow; line: Line; file: File | null; fault: unknown; onLine: (change: Partial<Line>) => void; onFile: (file: File) => void }
/** One intern: what was paid, for how much of the month, with which receipt; and why it was not recorded. */
export function BatchRow({ month, row, line, file, fault, onLine, onFile }: RowProps) {
  const { t } = useTranslation('pay')
  const { number } = useFormat()
  const { studentName: name, samePostWage, lowestTierWage } = row
  const asked = fault instanceof ApiError && fault.code === 'rule_reason_needed'
  return (
    <tr>
      <td>
        {name}
        <small className={css.told}>{row.title}</small>
        <small className={css.told}>{samePostWage !== null && lowestTierWage !== null ? t('batch.reference', { same: number(samePostWage), lowest: number(lowestTierWage) }) : <Link href={`/pay?month=${month}&q=${encodeURIComponent(name)}`}>{t('batch.noReference')}</Link>}</small>
      </td>
      <td>
        <NumberField tool short digits={2} label={`${t('batch.columns.amount')} ${name}`} value={line.amount} onChange={(amount) => onLine({ amount })} />
      </td>
      <td>
        <NumberField tool short digits={2} label={`${t('record.share')} ${name}`} value={line.share} onChange={(share) => onLine({ share })} />
      </td>
      <td>
        <FileField tool label={t('batch.pick', { name })} accept=".pdf,image/*" chosen={file?.name ?? null} onFile={onFile} />
      </td>
      <td>
        <Why fault={fault} />
        {(asked || line.remark !== '') && <TextField tool label={t('batch.remark', { name })} maxLength={300} value={line.remark} onChange={(remark) => onLine({ remark })} />}
      </td>
    </tr>
  )
}

/** Why this one was not recorded: the rule, the field, or the sentence of the refusal. */
function Why({ fault }: { fault: unknown }) {
  const { t } = useTranslation('pay')
  const say = useWording()
  const issuesOf = useIssuesOf()
  if (!fault) return null
  const findings = fault instanceof ApiError ? ((fault.details.findings as FindingView[] | undefined) ?? []) : []
  const law = t as unknown as (key: string, params: Record<string, unknown>) => string
  const issues = Object.entries(issuesOf(fault)).map(([field, text]) => `${law(`record.${field}`, {})}：${text}`)
  const lines = findings.length > 0 ? findings.map(({ key, params }) => law(`findings.${key}`, params)) : issues.length > 0 ? issues : [say(fault)]
  return (
    <p className={css.late} role="alert">
      {lines.join(' ')}
    </p>
  )
}
