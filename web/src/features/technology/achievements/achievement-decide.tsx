import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMove, type AchievementAction, type AchievementView } from '../queries.ts'
import css from '../technology.module.css'

/** What carries it on comes first; what ends it, last. Submitting belongs to the form. */
const order: readonly AchievementAction[] = ['verify', 'confirm', 'return', 'revise', 'withdraw', 'decline']

export function AchievementDecisions({ achievement, onDone }: { achievement: AchievementView; onDone?: () => void }) {
  const { t } = useTranslation('technology')
  const toast = useToast()
  const move = useMove()
  const [open, setOpen] = useState<AchievementAction | null>(null)
  const [reason, setReason] = useState('')
  const actions = order.filter((one) => achievement.can[one])
  if (actions.length === 0) return null
  const reasoned = open === 'return' || open === 'decline'
  const onDo = () =>
    move.mutate(
      { id: achievement.id, action: open!, version: achievement.version, ...(reasoned ? { reason } : {}) },
      {
        onSuccess: () => {
          toast(t(`decide.done.${open!}`))
          setOpen(null)
          onDone?.()
        },
      },
    )
  return (
    <div className={css.acts}>
      {actions.map((one) => (
        <Button key={one} kind={one === 'verify' || (one === 'confirm' && achievement.state === 'stale') ? 'primary' : one === 'decline' ? 'risk' : 'plain'} onClick={() => setOpen(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      {open && (
        <Dialog open onClose={() => setOpen(null)} title={t('decide.title', { verb: t(`actions.${open}`), title: achievement.title })} note={t(`decide.note.${open}`)} verb={t(`actions.${open}`)} kind={open === 'decline' || open === 'withdraw' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
          {reasoned && <TextArea label={t('decide.reason')} value={reason} most={500} onChange={setReason} />}
        </Dialog>
      )}
    </div>
  )
}
