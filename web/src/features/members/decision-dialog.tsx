import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../kernel/format.ts'
import { ApiError } from '../../kernel/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMove, type Action, type MembershipView } from './queries.ts'
import css from './members.module.css'

const withReason: readonly string[] = ['return', 'reject', 'suspend', 'leave']
const destructive: readonly string[] = ['reject', 'withdraw', 'leave', 'suspend']
type Reasoned = 'return' | 'reject' | 'suspend' | 'leave'

const todayInShanghai = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** One dialog for every decision: the verb and the organisation, who is told, a reason where somebody is refused something. */
export function DecisionDialog({ membership, action, onClose, onDone }: { membership: MembershipView; action: Action; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('members')
  const { day } = useFormat()
  const toast = useToast()
  const move = useMove(membership)
  const [reason, setReason] = useState('')
  const [publicityFrom, setFrom] = useState(todayInShanghai())
  const [publicityUntil, setUntil] = useState(membership.earliestPublicityEnd)
  const verb = t(`actions.${action as 'check'}`)
  const needsReason = withReason.includes(action)

  const onDo = () =>
    move.mutate(
      { action, ...(needsReason ? { reason } : {}), ...(action === 'publish' ? { publicityFrom, publicityUntil } : {}) },
      {
        onSuccess: (done) => {
          toast(t(`decide.done.${action as 'check'}`, { number: done.certificateNumber }))
          onClose()
          onDone()
        },
      },
    )
  const earliest = move.error instanceof ApiError && typeof move.error.details['earliest'] === 'string' ? move.error.details['earliest'] : membership.earliestPublicityEnd

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('decide.title', { verb, organisation: membership.organisation.name })}
      note={t(`decide.note.${action as 'check'}`)}
      verb={verb}
      kind={destructive.includes(action) ? 'risk' : 'primary'}
      onDo={onDo}
      busy={move.isPending}
      error={move.error}
    >
      {action === 'publish' && (
        <>
          <FieldRow>
            <DateField label={t('decide.from')} value={publicityFrom} min={todayInShanghai()} onChange={setFrom} />
            <DateField label={t('decide.until')} value={publicityUntil} min={publicityFrom} onChange={setUntil} />
          </FieldRow>
          <p className="small dim">{t('decide.periodHint', { day: day(earliest) })}</p>
        </>
      )}
      {needsReason && (
        <>
          <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} value={reason} most={500} onChange={setReason} />
          <div className={css.phrases} role="group" aria-label={t('decide.phrases')}>
            {t(`decide.reasons.${action as Reasoned}`)
              .split('\n')
              .map((phrase) => (
                <Button key={phrase} onClick={() => setReason(phrase)}>
                  {phrase}
                </Button>
              ))}
          </div>
        </>
      )}
    </Dialog>
  )
}
