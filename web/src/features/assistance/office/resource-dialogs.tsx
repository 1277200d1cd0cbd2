import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../kernel/format.ts'
import { useNow } from '../../../kernel/now.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { DateField, NumberField, TextArea } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay } from '../days.ts'
import { beyondFields, short, useFaultWords, type Fault } from './faults.ts'
import { useMoveResource, type Resource } from './queries.ts'

/** Only what arrived counts. */
export function ReceiveDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const { number } = useFormat()
  const toast = useToast()
  const today = chinaDay(useNow())
  const move = useMoveResource()
  const [quantity, setQuantity] = useState<number | null>(resource.quantity)
  const [receivedOn, setReceivedOn] = useState(today)
  const [tried, setTried] = useState(false)
  const faults: Record<string, Fault> = {}
  if (quantity === null || quantity <= 0) faults['quantity'] = 'missing'
  else if (quantity > resource.quantity) faults['quantity'] = 'too_big'
  if (!receivedOn) faults['receivedOn'] = 'missing'
  const error = useFaultWords(tried ? faults : {}, move.error)
  const onDo = () => {
    setTried(true)
    if (quantity === null || Object.keys(faults).length > 0) return
    move.mutate({ id: resource.id, action: 'receive', version: resource.version, quantity, receivedOn }, {
      onSuccess: () => {
        toast(t('resources.receive.done'))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('resources.receive.title', { name: resource.name })} note={t('resources.receive.note')} verb={t('resources.actions.receive')} busy={move.isPending} error={beyondFields(move.error, ['quantity', 'receivedOn'])} onDo={onDo}>
      <NumberField short label={t('resources.receive.quantity')} hint={t('resources.receive.quantityHint', { most: number(resource.quantity, 2), unit: resource.unit })} unit={resource.unit} digits={2} value={quantity} error={error('quantity')} onChange={setQuantity} />
      <DateField short label={t('resources.receive.receivedOn')} min={resource.givenOn} max={today} value={receivedOn} error={error('receivedOn')} onChange={setReceivedOn} />
    </Dialog>
  )
}

export function DisputeDialog({ resource, onClose }: { resource: Resource; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const toast = useToast()
  const move = useMoveResource()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const error = useFaultWords(tried && short(reason, 5) ? { reason: 'too_short' } : {}, move.error)
  const onDo = () => {
    setTried(true)
    if (short(reason, 5)) return
    move.mutate({ id: resource.id, action: 'dispute', version: resource.version, reason: reason.trim() }, {
      onSuccess: () => {
        toast(t('resources.dispute.done'))
        onClose()
      },
    })
  }
  return (
    <Dialog open onClose={onClose} title={t('resources.dispute.title', { name: resource.name })} note={t('resources.dispute.note')} verb={t('resources.dispute.verb')} kind="risk" busy={move.isPending} error={beyondFields(move.error, ['reason'])} onDo={onDo}>
      <TextArea label={t('resources.dispute.reason')} most={500} value={reason} error={error('reason')} onChange={setReason} />
    </Dialog>
  )
}
