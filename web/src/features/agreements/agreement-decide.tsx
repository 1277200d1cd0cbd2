import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useNow } from '../../kernel/now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import css from './agreements.module.css'
import { useAmend, useMoveAgreement, type AgreementAction, type AgreementView } from './queries.ts'

const order: readonly AgreementAction[] = ['open', 'withdraw', 'decline', 'terminate']
const risky: readonly string[] = ['decline', 'terminate', 'withdraw']

/** The steps this person may take now. */
export function AgreementDecisions({ agreement, onDone }: { agreement: AgreementView; onDone?: () => void }) {
  const { t } = useTranslation('agreements')
  const [open, setOpen] = useState<AgreementAction | 'amend' | null>(null)
  const actions = order.filter((one) => agreement.can[one])
  if (actions.length === 0 && !agreement.can.amend) return null
  const because = (action: AgreementAction) => (action === 'open' && agreement.faults.length > 0 ? t('record.faultCount', { count: agreement.faults.length }) : null)
  return (
    <div className={css.acts}>
      {actions.map((one) => (
        <Button key={one} kind={risky.includes(one) ? 'risk' : 'primary'} because={because(one)} onClick={() => setOpen(one)}>
          {t(`actions.${one}`)}
        </Button>
      ))}
      {agreement.can.amend && <Button onClick={() => setOpen('amend')}>{t('actions.amend')}</Button>}
      {open === 'amend' ? <AmendDialog agreement={agreement} onClose={() => setOpen(null)} /> : open && <StepDialog agreement={agreement} action={open} onClose={() => setOpen(null)} onDone={onDone} />}
    </div>
  )
}

const today = (now: Date) => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function StepDialog({ agreement, action, onClose, onDone }: { agreement: AgreementView; action: AgreementAction; onClose: () => void; onDone?: () => void }) {
  const { t } = useTranslation('agreements')
  const toast = useToast()
  const move = useMoveAgreement()
  const now = useNow()
  const [reason, setReason] = useState('')
  const [endedOn, setEndedOn] = useState(today(now))
  const asks = action === 'decline' || action === 'terminate' || (action === 'open' && agreement.warnings.length > 0)
  const done = () => {
    toast(t(`decide.${action}Done`))
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`decide.${action}`, { number: agreement.number })}
      note={t(`decide.${action}Note`)}
      verb={t(`actions.${action}`)}
      kind={risky.includes(action) ? 'risk' : 'primary'}
      busy={move.isPending}
      because={asks && reason.trim() === '' ? t('decide.reasonMissing') : null}
      error={move.error}
      onDo={() => move.mutate({ id: agreement.id, action, version: agreement.version, ...(reason.trim() ? { reason: reason.trim() } : {}), ...(action === 'terminate' ? { endedOn } : {}) }, { onSuccess: done })}
    >
      {action === 'terminate' && <DateField short label={t('decide.endedOn')} value={endedOn} onChange={setEndedOn} />}
      {asks && <TextArea label={t('decide.reason')} most={500} value={reason} onChange={setReason} />}
    </Dialog>
  )
}

function AmendDialog({ agreement, onClose }: { agreement: AgreementView; onClose: () => void }) {
  const { t } = useTranslation('agreements')
  const toast = useToast()
  const amend = useAmend()
  const [, navigate] = useLocation()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('decide.amend', { number: agreement.number })}
      note={t('decide.amendNote')}
      verb={t('actions.amend')}
      busy={amend.isPending}
      error={amend.error}
      onDo={() =>
        amend.mutate(
          { id: agreement.id, version: agreement.version },
          {
            onSuccess: ({ id, number }) => {
              toast(t('decide.amendDone', { number }))
              navigate(`/agreements/${id}/edit`)
            },
          },
        )
      }
    />
  )
}
