import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chinaDay } from './days.ts'
import { useNow } from '../../kernel/now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, TextArea, TextField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { IntakeDrawer } from './intake-drawer.tsx'
import { JudgeDrawer, TermsDrawer } from './judge-drawer.tsx'
import { useMoveClass, type ClassAction, type ClassView } from './queries.ts'
import css from './training.module.css'

const order: readonly ClassAction[] = ['plan', 'start', 'assess', 'close', 'decline', 'withdraw', 'end']
const risky: readonly ClassAction[] = ['decline', 'withdraw', 'end']
type Opened = ClassAction | 'judge' | 'draftAgreement' | 'recruit'

/** The steps this person may take now; what still stands in the way is said beside the verb. */
export function ClassDecisions({ one, onDone }: { one: ClassView; onDone?: () => void }) {
  const { t } = useTranslation('training')
  const [open, setOpen] = useState<Opened | null>(null)
  const actions: Opened[] = [...(['judge', 'draftAgreement', 'recruit'] as const).filter((it) => one.can[it]), ...order.filter((it) => one.can[it])]
  if (actions.length === 0) return null
  const because = (action: Opened) =>
    ['plan', 'start', 'assess', 'close'].includes(action) && one.missing.length > 0 ? `${t('obstacles.title', { verb: t(`actions.${action}`) })}：${one.missing.map((code) => t(`obstacles.${code as 'courses'}`)).join('；')}` : null
  const close = () => setOpen(null)
  const done = () => {
    close()
    onDone?.()
  }
  return (
    <div className={css.acts}>
      {actions.map((action) => (
        <Button key={action} kind={risky.includes(action as ClassAction) ? 'risk' : 'primary'} because={because(action)} onClick={() => setOpen(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {open === 'judge' && <JudgeDrawer one={one} onClose={close} onDone={done} />}
      {open === 'draftAgreement' && <TermsDrawer one={one} onClose={close} onDone={done} />}
      {open === 'recruit' && <IntakeDrawer onClose={close} first={one.id} />}
      {open && open !== 'judge' && open !== 'draftAgreement' && open !== 'recruit' && <StepDialog one={one} action={open} onClose={close} onDone={done} />}
    </div>
  )
}

function StepDialog({ one, action, onClose, onDone }: { one: ClassView; action: ClassAction; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('training')
  const toast = useToast()
  const move = useMoveClass()
  const today = chinaDay(useNow())
  const [reason, setReason] = useState('')
  const [minutes, setMinutes] = useState('')
  const [day, setDay] = useState(today)
  const onDo = () =>
    move.mutate(
      { id: one.id, action, version: one.version, ...(risky.includes(action) ? { reason } : {}), ...(action === 'plan' ? { minutes, approvedOn: day } : {}), ...(action === 'start' ? { startedOn: day } : {}) },
      { onSuccess: () => (toast(t(`decide.done.${action}`)), onDone()) },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb: t(`actions.${action}`), title: one.title })} note={t(`decide.about.${action}`)} verb={t(`actions.${action}`)} kind={risky.includes(action) ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      {risky.includes(action) && <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} rows={3} most={500} value={reason} onChange={setReason} />}
      {action === 'plan' && <TextField label={t('decide.minutes')} value={minutes} maxLength={80} onChange={setMinutes} />}
      {(action === 'plan' || action === 'start') && <DateField short label={t(action === 'plan' ? 'decide.approvedOn' : 'decide.startedOn')} max={today} value={day} onChange={setDay} />}
    </Dialog>
  )
}
