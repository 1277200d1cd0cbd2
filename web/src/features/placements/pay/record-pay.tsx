import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingView } from '@silian/server/contract/needs/law'
import { ApiError } from '../../../kernel/api.ts'
import { useNow } from '../../../kernel/now.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Drawer } from '../../../ui/dialog.tsx'
import { FileField } from '../../../ui/file-field.tsx'
import { DateField, NumberField, SelectField, TextArea } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { RuleBlock } from '../../../ui/rule-block.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../during/desk.module.css'
import { dayOf } from '../during/visit-drawers.tsx'
import { useMonth } from './month.ts'
import { usePay, useRecordPay, type Pay } from './queries.ts'

type Props = { placementId: string; studentName: string; month: string; onClose: () => void }

export function RecordPay(props: Props) {
  const pay = usePay(props.placementId)
  if (!pay.data) return <Loaded query={pay}>{() => null}</Loaded>
  return <Form {...props} agreed={pay.data.agreed} />
}

const means = ['bank', 'cash', 'e_wallet', 'goods', 'voucher'] as const

/** What the law has no place for can be said, so that the refusal can say why. */
function Form({ placementId, studentName, month, agreed, onClose }: Props & { agreed: Pay['agreed'] }) {
  const { t } = useTranslation('pay')
  const toast = useToast()
  const record = useRecordPay()
  const issues = useIssues(record.error)
  const monthOf = useMonth()
  const today = dayOf(useNow())
  const [file, setFile] = useState<File | null>(null)
  const [value, setValue] = useState({
    amount: null as number | null, paidOn: today, means: 'bank', payee: 'student', payer: 'unit', deducted: 0 as number | null, samePostWage: agreed.samePostWage as number | null, lowestTierWage: agreed.lowestTierWage as number | null, share: 1 as number | null, remark: '',
  })
  const set = (change: Partial<typeof value>) => setValue((before) => ({ ...before, ...change }))
  const findings = record.error instanceof ApiError ? ((record.error.details.findings as FindingView[] | undefined) ?? []) : []
  const at = (field: string) => findings.filter((one) => one.field === field).map((one) => <Forbidden key={one.key} finding={one} />)
  const onDo = () => {
    const fields = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one ?? '')]))
    record.mutate(
      { placementId, month, file: file!, fields },
      {
        onSuccess: () => {
          toast(t('record.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Drawer open onClose={onClose} title={t('record.title', { month: monthOf(month), name: studentName })} note={t('record.note')} verb={t('record.save')} onDo={onDo} busy={record.isPending} because={file ? null : t('record.noReceipt')} error={findings.length > 0 || Object.keys(issues).length > 0 ? undefined : record.error}>
      <div className={css.group}>
        <NumberField label={t('record.amount')} hint={t('record.amountHint')} digits={2} value={value.amount} error={issues.amount} onChange={(amount) => set({ amount })} />
        {at('amount')}
        <DateField short label={t('record.paidOn')} value={value.paidOn} max={today} error={issues.paidOn ?? issues.month} onChange={(paidOn) => set({ paidOn })} />
        <SelectField label={t('record.means')} none={null} value={value.means} options={means.map((one) => ({ value: one, label: t(`means.${one}`) }))} onChange={(one) => set({ means: one })} />
        {at('means')}
        <SelectField label={t('record.payee')} none={null} value={value.payee} options={(['student', 'other'] as const).map((one) => ({ value: one, label: t(`record.payees.${one}`) }))} onChange={(payee) => set({ payee })} />
        {at('payee')}
        <SelectField label={t('record.payer')} none={null} value={value.payer} options={(['unit', 'third_party'] as const).map((one) => ({ value: one, label: t(`record.payers.${one}`) }))} onChange={(payer) => set({ payer })} />
        {at('payer')}
        <NumberField label={t('record.deducted')} hint={t('record.deductedHint')} digits={2} value={value.deducted} error={issues.deducted} onChange={(deducted) => set({ deducted })} />
        {at('deducted')}
        <NumberField label={t('record.samePostWage')} value={value.samePostWage} error={issues.samePostWage} onChange={(samePostWage) => set({ samePostWage })} />
        <NumberField label={t('record.lowestTierWage')} hint={t('record.referenceHint')} value={value.lowestTierWage} error={issues.lowestTierWage} onChange={(lowestTierWage) => set({ lowestTierWage })} />
        <NumberField label={t('record.share')} digits={2} value={value.share} error={issues.share} onChange={(share) => set({ share })} />
        <TextArea label={t(findings.some(({ severity }) => severity === 'warn') ? 'record.remarkNeeded' : 'record.remark')} value={value.remark} most={300} onChange={(remark) => set({ remark })} />
        <FileField label={t('record.receipt')} hint={t('record.receiptHint')} accept=".pdf,image/*" chosen={file?.name ?? null} onFile={setFile} />
      </div>
    </Drawer>
  )
}

function Forbidden({ finding }: { finding: FindingView }) {
  const { t } = useTranslation(['pay', 'rules'])
  const say = t as unknown as (key: string, params: Record<string, unknown>) => string
  const read = finding.sourceStatus === 'V'
  return <RuleBlock tone={finding.severity === 'block' ? 'refuses' : 'asks'} title={say(`pay:findings.${finding.key}`, finding.params)} quotation={say(`rules:quote.r${finding.ruleId.replace('.', '_')}`, {})} article={read ? finding.article : null} document={t('pay:findings.document')} unread={!read} />
}
