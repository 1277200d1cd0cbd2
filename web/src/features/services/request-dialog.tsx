import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { declineCodes } from '@silian/server/contract/needs/problems'
import type { DeclineCode } from '../needs/problems/queries.ts'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, SelectField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMoveRequest, type RequestAction, type RequestView } from './queries.ts'
import css from './services.module.css'

/** One decision about a request. */
export function RequestDialog({ request, action, onClose }: { request: RequestView; action: RequestAction; onClose: () => void }) {
  const { t } = useTranslation(['services', 'problems'])
  const toast = useToast()
  const move = useMoveRequest()
  const [plan, setPlan] = useState('')
  const [deliverBy, setDeliverBy] = useState('')
  const [confidential, setConfidential] = useState(false)
  const [delivery, setDelivery] = useState(request.delivery ?? '')
  const [code, setCode] = useState<DeclineCode | ''>('')
  const [reason, setReason] = useState('')
  const [solved, setSolved] = useState(true)
  const reasoned = ['decline', 'object', 'withdraw'].includes(action)
  const verb = t(`request.actions.${action}`)
  const given = {
    ...(action === 'accept' ? { plan, ...(deliverBy ? { deliverBy } : {}), ...(request.confidential ? { confidential } : {}) } : {}),
    ...(action === 'deliver' ? { delivery } : {}),
    ...(action === 'decline' && code ? { declineCode: code } : {}),
    ...(action === 'confirm' ? { solved } : {}),
    ...(reasoned && reason ? { reason } : {}),
  }
  const onDo = () =>
    move.mutate(
      { id: request.id, action, version: request.version, ...given },
      {
        onSuccess: () => {
          toast(t(`request.decide.done.${action}`))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('request.decide.title', { verb, title: request.needTitle })} note={t(`request.decide.note.${action}`)} verb={verb} kind={action === 'decline' || action === 'withdraw' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      <div className={css.group}>
        {action === 'accept' && (
          <>
            <TextArea label={t('request.decide.plan')} hint={t('request.decide.planHint')} value={plan} most={1000} onChange={setPlan} />
            <DateField short label={t('request.decide.deliverBy')} value={deliverBy} onChange={setDeliverBy} />
            {request.confidential && <CheckField label={t('request.decide.confidential')} checked={confidential} onChange={setConfidential} />}
          </>
        )}
        {action === 'deliver' && <TextArea label={t('request.decide.delivery')} hint={t('request.decide.deliveryHint')} rows={4} value={delivery} most={2000} onChange={setDelivery} />}
        {action === 'confirm' && (
          <>
            <p className={css.text}>{request.delivery}</p>
            <CheckField label={t('request.decide.solved')} hint={t('request.decide.solvedHint')} checked={solved} onChange={setSolved} />
          </>
        )}
        {action === 'decline' && <SelectField label={t('request.decide.code')} value={code} options={declineCodes.map((value) => ({ value, label: t(`problems:declineCodes.${value}`) }))} onChange={(value) => setCode(value as DeclineCode)} />}
        {reasoned && <TextArea label={t('request.decide.reason')} hint={t('request.decide.reasonHint')} value={reason} most={500} onChange={setReason} />}
      </div>
    </Dialog>
  )
}
