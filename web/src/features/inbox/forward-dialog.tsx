import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useColleagues, useForward, type Item } from './queries.ts'

/** 转办: to a colleague in the same seat. */
export function ForwardDialog({ item, title, open, onClose }: { item: Item; title: string; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('inbox')
  const toast = useToast()
  const colleagues = useColleagues(item.id, open)
  const forward = useForward(item.id)
  const [to, setTo] = useState('')
  const options = (colleagues.data?.colleagues ?? []).map(({ accountId, name }) => ({ value: accountId, label: name }))
  const nobody = colleagues.data && options.length === 0

  const onDo = () =>
    forward.mutate(to, {
      onSuccess: ({ holderName }) => {
        onClose()
        toast(t('forwardDone', { name: holderName }))
      },
    })

  return (
    <Dialog open={open} onClose={onClose} title={t('forwardTitle', { title })} verb={t('forward')} onDo={onDo} busy={forward.isPending} because={nobody ? t('forwardNobody') : to === '' && t('forwarding.choose')} error={forward.error ?? colleagues.error}>
      {!nobody && <SelectField label={t('forwardTo')} value={to} options={options} onChange={setTo} />}
      <p className="small mut">{t('forwardNote')}</p>
    </Dialog>
  )
}
