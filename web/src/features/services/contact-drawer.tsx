import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../kernel/now.ts'
import { useSession } from '../../kernel/session.ts'
import { RadioGroup } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { DateField, TextArea, TextField, type Option } from '../../ui/inputs.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BurdenNote } from './burden-note.tsx'
import { findFirms, useBurden, useWriteContact, type ContactKind } from './contact-queries.ts'
import css from './services.module.css'

const kinds: readonly ContactKind[] = ['visit', 'call', 'form']

/** A visit or a call, preferably before: one sees what the firm received this month, and past the threshold says why. */
export function ContactDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('services')
  const toast = useToast()
  const write = useWriteContact()
  const seat = useSession()?.seat
  const own = seat?.role === 'enterprise_contact'
  const today = new Date(useNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const [firm, setFirm] = useState<Option | null>(null)
  const [kind, setKind] = useState<ContactKind>('visit')
  const [happenedOn, setHappenedOn] = useState(today)
  const [purpose, setPurpose] = useState('')
  const [byName, setByName] = useState('')
  const [reason, setReason] = useState('')
  const organisationId = own ? seat.organisationId : firm?.value
  const burden = useBurden(own ? null : organisationId, happenedOn.slice(0, 7))
  const known = burden.data?.organisationId === organisationId ? burden.data : undefined
  const over = known !== undefined && known.forms + known.visits + known.calls >= known.threshold
  const onDo = () =>
    write.mutate(
      { organisationId: organisationId!, kind, happenedOn, purpose, ...(own ? { byName } : {}), ...(reason ? { reason } : {}) },
      {
        onSuccess: () => {
          toast(t('contact.written'))
          onClose()
        },
      },
    )
  return (
    <Drawer open onClose={onClose} title={t('contact.writeTitle')} note={own ? undefined : t('contact.writeNote')} verb={t('contact.write')} because={organisationId ? null : t('contact.organisation')} onDo={onDo} busy={write.isPending} error={write.error}>
      <div className={css.group}>
        {!own && <Combobox label={t('contact.organisation')} value={firm} search={findFirms} onChange={setFirm} />}
        {known && <BurdenNote burden={known} />}
        <RadioGroup inline label={t('contact.kind')} value={kind} options={kinds.map((value) => ({ value, label: t(`contact.kinds.${value}`) }))} onChange={setKind} />
        <DateField short label={t('contact.happenedOn')} value={happenedOn} onChange={setHappenedOn} />
        {own && <TextField label={t('contact.byName')} hint={t('contact.byNameHint')} value={byName} maxLength={100} onChange={setByName} />}
        <TextArea label={t('contact.purpose')} value={purpose} most={300} onChange={setPurpose} />
        {over && <TextArea label={t('contact.reason')} hint={t('contact.reasonHint')} value={reason} most={300} onChange={setReason} />}
      </div>
    </Drawer>
  )
}
