import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { DateField, SelectField, TextArea } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useOffers, useTakeNeed } from './queries.ts'
import css from './services.module.css'

/** A provider takes a need itself, with one of its open services or without. */
export function TakeDialog({ problem, onClose }: { problem: { id: string; title: string; secrecy: 'open' | 'nda' }; onClose: () => void }) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const take = useTakeNeed()
  const own = useOffers({ mine: 'true', state: 'open', size: 100 })
  const [offerId, setOfferId] = useState('')
  const [plan, setPlan] = useState('')
  const [deliverBy, setDeliverBy] = useState('')
  const [confidential, setConfidential] = useState(false)
  const onDo = () =>
    take.mutate(
      { needId: problem.id, plan, deliverBy, ...(offerId ? { offerId } : {}), ...(problem.secrecy === 'nda' ? { confidential } : {}) },
      {
        onSuccess: () => {
          toast(t('request.section.taken'))
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={t('request.section.takeTitle', { title: problem.title })} note={t('request.decide.note.accept')} verb={t('request.section.take')} onDo={onDo} busy={take.isPending} because={deliverBy === '' ? t('request.decide.deliverBy') : null} error={take.error}>
      <div className={css.group}>
        <SelectField label={t('request.section.ownOffer')} value={offerId} none={t('request.section.ownOfferNone')} options={(own.data?.rows ?? []).map(({ id, title }) => ({ value: id, label: title }))} onChange={setOfferId} />
        <TextArea label={t('request.decide.plan')} hint={t('request.decide.planHint')} value={plan} most={1000} onChange={setPlan} />
        <DateField short label={t('request.decide.deliverBy')} value={deliverBy} onChange={setDeliverBy} />
        {problem.secrecy === 'nda' && <CheckField label={t('request.decide.confidential')} checked={confidential} onChange={setConfidential} />}
      </div>
    </Dialog>
  )
}
