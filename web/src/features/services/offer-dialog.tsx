import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMoveOffer, type OfferAction, type OfferView } from './queries.ts'

/** One decision about an offer. */
export function OfferDialog({ offer, action, onClose }: { offer: OfferView; action: OfferAction; onClose: () => void }) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const move = useMoveOffer()
  const [reason, setReason] = useState('')
  const [validUntil, setValidUntil] = useState(offer.validUntil ?? '')
  const reasoned = ['return', 'decline', 'close'].includes(action)
  const verb = t(`offer.actions.${action}`)
  const onDo = () =>
    move.mutate(
      { id: offer.id, action, version: offer.version, ...(reasoned && reason ? { reason } : {}), ...(action === 'confirm' && validUntil ? { validUntil } : {}) },
      {
        onSuccess: () => {
          toast(t(`offer.decide.done.${action}`))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('offer.decide.title', { verb, title: offer.title })} note={t(`offer.decide.note.${action}`)} verb={verb} kind={action === 'decline' || action === 'close' ? 'risk' : 'primary'} onDo={onDo} busy={move.isPending} error={move.error}>
      {reasoned && <TextArea label={t('offer.decide.reason')} hint={t('offer.decide.reasonHint')} optional={action === 'close' && offer.can.edit} value={reason} most={500} onChange={setReason} />}
      {action === 'confirm' && <DateField label={t('offer.decide.validUntil')} value={validUntil} onChange={setValidUntil} />}
    </Dialog>
  )
}
