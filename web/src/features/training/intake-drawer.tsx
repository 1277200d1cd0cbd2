import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNow } from '../../kernel/now.ts'
import { CheckGroup } from '../../ui/choices.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { MomentField, NumberField, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { eveningIn } from './days.ts'
import { useClasses, useOpenIntake } from './queries.ts'

/** Classes whose plan is approved, put together for one choice. */
export function IntakeDrawer({ first, onClose }: { first: string; onClose: () => void }) {
  const { t } = useTranslation('training')
  const now = useNow()
  const toast = useToast()
  const [, navigate] = useLocation()
  const open = useOpenIntake()
  const planned = useClasses({ state: 'planned', size: 100 })
  const [title, setTitle] = useState('')
  const [classIds, setClassIds] = useState<string[]>([first])
  const [maxChoices, setMaxChoices] = useState<number | null>(3)
  const [signUpUntil, setSignUpUntil] = useState<string | null>(eveningIn(now, 14))
  const [scoreUntil, setScoreUntil] = useState<string | null>(eveningIn(now, 21))
  const [confirmUntil, setConfirmUntil] = useState<string | null>(eveningIn(now, 28))
  const complete = title.trim().length >= 2 && classIds.length > 0 && maxChoices && signUpUntil && scoreUntil && confirmUntil
  const onDo = () =>
    open.mutate(
      { title, classIds, maxChoices: maxChoices!, signUpUntil: signUpUntil!, scoreUntil: scoreUntil!, confirmUntil: confirmUntil! },
      { onSuccess: ({ id, number }) => (toast(t('intake.opened', { number })), navigate(`/class-intakes/${id}`)) },
    )
  return (
    <Drawer open onClose={onClose} title={t('intake.openTitle')} note={t('intake.openLead')} verb={t('intake.open')} onDo={onDo} busy={open.isPending} error={open.error} because={!complete && t('form.faults.missing')}>
      <TextField label={t('intake.name')} hint={t('intake.nameHint')} value={title} maxLength={60} onChange={setTitle} />
      <CheckGroup label={t('intake.classes')} values={classIds} options={(planned.data?.rows ?? []).map((one) => ({ value: one.id, label: one.title, note: `${one.organisationName} · ${t('record.seatsOf', { count: one.seats, min: one.minSeats })}` }))} onChange={setClassIds} />
      <NumberField short label={t('intake.maxChoices')} value={maxChoices} onChange={setMaxChoices} />
      <MomentField label={t('intake.signUpUntil')} value={signUpUntil} onChange={setSignUpUntil} />
      <MomentField label={t('intake.scoreUntil')} value={scoreUntil} onChange={setScoreUntil} />
      <MomentField label={t('intake.confirmUntil')} value={confirmUntil} onChange={setConfirmUntil} />
    </Drawer>
  )
}
