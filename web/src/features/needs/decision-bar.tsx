import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, SelectField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './needs.module.css'
import { useMove, type NeedAction, type NeedView } from './queries.ts'
import { useRuleWords } from './rule-parts.tsx'

/** What carries the post on comes first; what ends it, last. */
const order: readonly NeedAction[] = ['submit', 'verify', 'confirm', 'return', 'withdraw', 'close', 'decline']
const primary: readonly NeedAction[] = ['submit', 'verify', 'confirm']

/** The decisions this person may take now. */
export function DecisionBar({ need, onDone }: { need: NeedView; onDone?: () => void }) {
  const { t } = useTranslation('needs')
  const [action, setAction] = useState<NeedAction | null>(null)
  // Submitting belongs to the form, where what is missing stands beside its field.
  const actions = order.filter((one) => need.can[one] && one !== 'submit')
  if (actions.length === 0) return null
  return (
    <div className={css.decisions}>
      {actions.map((one) => (
        <Button key={one} kind={primary.includes(one) ? 'primary' : one === 'decline' ? 'risk' : 'plain'} onClick={() => setAction(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      {action && <DecisionDialog need={need} action={action} onClose={() => setAction(null)} onDone={() => onDone?.()} />}
    </div>
  )
}

const closeReasons = ['filled', 'cancelled', 'moved', 'not_lawful'] as const
const phrased = ['return', 'decline'] as const

export function DecisionDialog({ need, action, onClose, onDone }: { need: NeedView; action: NeedAction; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('needs')
  const words = useRuleWords()
  const toast = useToast()
  const move = useMove()
  const [reason, setReason] = useState('')
  const [closeReason, setCloseReason] = useState<(typeof closeReasons)[number]>('filled')
  const [validUntil, setValidUntil] = useState(need.validUntil ?? '')
  const reasoned = phrased.find((one) => one === action)
  const verb = t(`actions.${action}`)

  const onDo = () =>
    move.mutate(
      {
        id: need.id,
        action,
        version: need.version,
        ...(reasoned ? { reason } : {}),
        ...(action === 'close' ? { closeReason } : {}),
        ...(action === 'confirm' && validUntil ? { validUntil } : {}),
      },
      {
        onSuccess: () => {
          toast(t(`decide.done.${action}`))
          onClose()
          onDone()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('decide.title', { verb, title: need.title })} note={t(`decide.note.${action}`)} verb={verb} kind={action === 'decline' || action === 'withdraw' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      {reasoned && (
        <>
          <TextArea label={t('decide.reason')} hint={t('decide.reasonHint')} value={reason} most={500} onChange={setReason} />
          <div className={css.phrases} role="group" aria-label={t('decide.phrases')}>
            {t(`decide.reasons.${reasoned}`)
              .split('\n')
              .map((phrase) => (
                <Button key={phrase} onClick={() => setReason(phrase)}>
                  {phrase}
                </Button>
              ))}
          </div>
        </>
      )}
      {action === 'close' && <SelectField label={t('decide.closeReason')} none={null} value={closeReason} options={closeReasons.map((value) => ({ value, label: t(`closeReasons.${value}`) }))} onChange={(value) => setCloseReason(value as typeof closeReason)} />}
      {action === 'confirm' && <DateField label={t('decide.validUntil')} value={validUntil} onChange={setValidUntil} />}
      {action === 'verify' && need.waivers.length > 0 && (
        <>
          <p>{t('decide.approves', { count: need.waivers.length })}</p>
          <ul>
            {need.waivers.map(({ ruleId, reason: given }) => (
              <li key={ruleId}>
                <b>{words.name(ruleId)}</b> — {given}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
