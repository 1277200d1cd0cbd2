import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Sheet } from '../../../ui/sheet.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../technology.module.css'
import { useWriteMinutes, type IntroductionView } from './queries.ts'

/** What was said when they met, for the two sides and the manager. */
export function MinutesSheet({ introduction: one }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions')
  const { day } = useFormat()
  const [open, setOpen] = useState(false)
  if (!one.can.write && one.minutes.length === 0) return null
  return (
    <Sheet title={t('minutes.title')} aside={one.can.write && <Button onClick={() => setOpen(true)}>{t('minutes.write')}</Button>}>
      {one.minutes.length === 0 && <p className="dim">{t('minutes.none')}</p>}
      <ul className={css.list}>
        {one.minutes.map((minute) => (
          <li key={minute.id}>
            <span className="small mut">
              {day(minute.heldOn)}　{minute.by && t('minutes.by', { name: minute.by })}
            </span>
            <p className={css.text}>{minute.text}</p>
            {minute.nextStep && <p className="small mut">{t('minutes.next', { text: minute.nextStep })}</p>}
          </li>
        ))}
      </ul>
      {open && <MinutesDialog id={one.id} onClose={() => setOpen(false)} />}
    </Sheet>
  )
}

function MinutesDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('introductions')
  const toast = useToast()
  const write = useWriteMinutes()
  const [heldOn, setHeldOn] = useState('')
  const [text, setText] = useState('')
  const [nextStep, setNextStep] = useState('')
  const onDo = () =>
    write.mutate(
      { id, heldOn, text, ...(nextStep.trim() ? { nextStep: nextStep.trim() } : {}) },
      {
        onSuccess: () => {
          toast(t('minutes.saved'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('minutes.title')} note={t('minutes.textHint')} verb={t('minutes.write')} onDo={onDo} busy={write.isPending} error={write.error}>
      <DateField short label={t('minutes.heldOn')} value={heldOn} onChange={setHeldOn} />
      <TextArea label={t('minutes.text')} rows={5} most={4000} value={text} onChange={setText} />
      <TextField label={t('minutes.nextStep')} optional value={nextStep} maxLength={200} onChange={setNextStep} />
    </Dialog>
  )
}
