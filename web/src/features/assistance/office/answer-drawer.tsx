import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../../../kernel/draft.ts'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../assistance.module.css'
import { beyondFields, short, useFaultWords, type Fault } from './faults.ts'
import { useAnswerSeat, type Batch, type Seat } from './queries.ts'

type Answer = 'confirm' | 'decline'
type Form = { answer: Answer; confirmed: number | null; contactName: string; contactPhone: string; reason: string }

function faultsOf({ answer, confirmed, contactName, contactPhone, reason }: Form, asked: number) {
  const faults: Record<string, Fault> = {}
  if (answer === 'confirm') {
    if (confirmed === null || confirmed < 1) faults['confirmed'] = 'missing'
    else if (confirmed > asked) faults['confirmed'] = 'over_asked'
    if (short(contactName, 2)) faults['contactName'] = 'missing'
    if (!contactPhone.trim()) faults['contactPhone'] = 'missing'
    else if (!/^[+\d][\d -]{5,20}$/.test(contactPhone.trim())) faults['contactPhone'] = 'format'
  }
  if (short(reason, 2) && (answer === 'decline' || (confirmed !== null && confirmed < asked && confirmed > 0))) faults['reason'] = 'missing'
  return faults
}

/** How many the firm takes; fewer, or none, with a reason. */
export function AnswerDrawer({ batch, seat, onClose }: { batch: Batch; seat: Seat; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const send = useAnswerSeat()
  const draft = useDraft<Form>(`assistance-seat.${seat.id}.${seat.version}`, { answer: 'confirm', confirmed: seat.asked, contactName: '', contactPhone: '', reason: '' })
  const [tried, setTried] = useState(false)
  const form = draft.value
  const { answer, confirmed, contactName, contactPhone, reason } = form
  const faults = faultsOf(form, seat.asked)
  const error = useFaultWords(tried ? faults : {}, send.error)
  const fewer = answer === 'confirm' && confirmed !== null && confirmed < seat.asked
  const said = reason.trim()
  const onDo = () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const body = answer === 'decline' ? { answer, reason: said } : { answer, confirmed: confirmed!, contactName: contactName.trim(), contactPhone: contactPhone.trim(), ...(fewer ? { reason: said } : {}) }
    send.mutate({ id: seat.id, version: seat.version, ...body }, {
      onSuccess: () => {
        draft.clear()
        toast(t('answer.done'))
        onClose()
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={t('answer.title', { school: batch.schoolName })} note={t('answer.note')} verb={t('answer.verb')} busy={send.isPending} error={beyondFields(send.error, ['confirmed', 'contactName', 'contactPhone', 'reason'])} onDo={onDo}>
      <p className={css.intro}>{t('answer.ask', { post: seat.postTitle, count: seat.asked })}</p>
      <RadioGroup<Answer> name="answer" inline label={t('answer.how')} value={answer} options={(['confirm', 'decline'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))} onChange={(value) => draft.set({ answer: value })} />
      {answer === 'confirm' && <NumberField name="confirmed" short label={t('answer.confirmed')} value={confirmed} error={error('confirmed')} onChange={(value) => draft.set({ confirmed: value })} />}
      {(fewer || answer === 'decline') && <TextArea name="reason" label={t(answer === 'decline' ? 'answer.reason' : 'answer.reasonFewer')} hint={t('answer.reasonHint')} rows={3} most={500} value={reason} error={error('reason')} onChange={(value) => draft.set({ reason: value })} />}
      {answer === 'confirm' && (
        <FieldRow>
          <TextField name="contactName" label={t('answer.contactName')} hint={t('answer.contactHint')} value={contactName} maxLength={50} error={error('contactName')} onChange={(value) => draft.set({ contactName: value })} />
          <TextField name="contactPhone" label={t('answer.contactPhone')} inputMode="tel" value={contactPhone} maxLength={20} error={error('contactPhone')} onChange={(value) => draft.set({ contactPhone: value })} />
        </FieldRow>
      )}
    </Drawer>
  )
}
