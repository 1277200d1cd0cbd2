import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOrder, type OrganisationView } from './queries.ts'

export function OrderDialog({ organisation, onClose }: { organisation: OrganisationView; onClose: () => void }) {
  const { t } = useTranslation('members')
  const toast = useToast()
  const order = useOrder(organisation.id)
  const [value, setValue] = useState<number | null>(organisation.protocolOrder)
  const onDo = () =>
    order.mutate(value ?? 0, {
      onSuccess: ({ protocolOrder }) => {
        toast(t('order.saved', { order: protocolOrder }))
        onClose()
      },
    })
  return (
    <Dialog open onClose={onClose} title={t('order.title', { organisation: organisation.name })} verb={t('order.verb')} busy={order.isPending} error={order.error} onDo={onDo}>
      <NumberField label={t('order.field')} hint={t('order.hint')} short value={value} onChange={setValue} />
    </Dialog>
  )
}
