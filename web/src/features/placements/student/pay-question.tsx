import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Refused } from '../../../ui/loaded.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from './during.module.css'
import { useAnswerPay, type PayMonth } from './queries.ts'

const received = ['all', 'part', 'nothing'] as const
const means = ['bank', 'cash', 'e_wallet', 'goods', 'voucher'] as const
const payers = ['unit', 'school', 'agency', 'other'] as const

/** Three answers; what the firm recorded is filled in, so that "all of it" is one tap more. */
export function PayQuestion({ month, placementId }: { month: PayMonth; placementId: string }) {
  const { t } = useTranslation('pay')
  const toast = useToast()
  const answer = useAnswerPay()
  const issues = useIssues(answer.error)
  const { record, answer: given } = month
  const [open, setOpen] = useState(given === null)
  const [value, setValue] = useState({
    received: given?.received ?? null,
    amount: given?.amount ?? record?.amount ?? null,
    receivedOn: given?.receivedOn ?? record?.paidOn ?? '',
    means: given?.means ?? record?.means ?? '',
    paidBy: given?.paidBy ?? (record ? 'unit' : ''),
    paidByName: given?.paidByName ?? '',
    deducted: given?.deducted ?? 0,
    deductedFor: given?.deductedFor ?? '',
    note: given?.note ?? '',
  })
  const set = (change: Partial<typeof value>) => setValue((before) => ({ ...before, ...change }))
  const some = value.received === 'all' || value.received === 'part'

  if (!open) {
    return (
      <>
        <p className={css.by}>{t('mine.answered', { what: t(`mine.${given!.received}`) })}</p>
        <Button size="form" kind="text" onClick={() => setOpen(true)}>
          {t('mine.change')}
        </Button>
      </>
    )
  }
  const send = () => {
    const { received: what, receivedOn, means: how, paidBy, paidByName, deductedFor, amount, deducted, note } = value
    const rest = what === 'nothing' ? { deducted: deducted ?? 0 } : { amount, receivedOn: receivedOn || null, means: (how || null) as 'bank', paidBy: (paidBy || null) as 'unit', paidByName: paidByName || null, deducted: deducted ?? 0, deductedFor: deductedFor || null }
    answer.mutate(
      { placementId, month: month.month, received: what!, ...rest, note, version: given?.version ?? 0 },
      {
        onSuccess: () => {
          toast(t('mine.done'))
          setOpen(false)
        },
      },
    )
  }
  return (
    <div className={css.form}>
      <RadioGroup inline label={t('mine.ask')} value={value.received} options={received.map((one) => ({ value: one, label: t(`mine.${one}`) }))} onChange={(one) => set({ received: one })} />
      {some && (
        <>
          <NumberField label={t('mine.amount')} digits={2} value={value.amount} error={issues.amount} onChange={(amount) => set({ amount })} />
          <DateField label={t('mine.receivedOn')} value={value.receivedOn} error={issues.receivedOn} onChange={(receivedOn) => set({ receivedOn })} />
          <SelectField label={t('mine.means')} value={value.means} error={issues.means} options={means.map((one) => ({ value: one, label: t(`means.${one}`) }))} onChange={(one) => set({ means: one as 'bank' })} />
          <SelectField label={t('mine.paidBy')} value={value.paidBy} error={issues.paidBy} options={payers.map((one) => ({ value: one, label: t(`paidByWho.${one}`) }))} onChange={(one) => set({ paidBy: one as 'unit' })} />
          {value.paidBy !== '' && value.paidBy !== 'unit' && <TextField label={t('mine.paidByName')} value={value.paidByName} maxLength={60} onChange={(paidByName) => set({ paidByName })} />}
        </>
      )}
      {value.received !== null && (
        <>
          <NumberField label={t('mine.deducted')} hint={t('mine.deductedHint')} digits={2} value={value.deducted} onChange={(deducted) => set({ deducted: deducted ?? 0 })} />
          {(value.deducted ?? 0) > 0 && <TextField label={t('mine.deductedFor')} value={value.deductedFor} maxLength={100} onChange={(deductedFor) => set({ deductedFor })} />}
          <TextArea label={t('mine.note')} value={value.note} most={500} rows={2} onChange={(note) => set({ note })} />
          {answer.isError && Object.keys(issues).length === 0 && <Refused error={answer.error} />}
          <Button size="big" kind="primary" className={css.big} busy={answer.isPending} onClick={send}>
            {t(given ? 'mine.sendAgain' : 'mine.send')}
          </Button>
        </>
      )}
    </div>
  )
}
