import { purposes } from '@silian/server/contract/assistance/exchanges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useSession } from '../../../kernel/session.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, SelectField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findTeachers } from '../../placements/desk/queries.ts'
import { beyondFields, short, useFaultWords, type Fault } from './faults.ts'
import { useProposeExchange, useSchools } from './queries.ts'

type Form = { teacher: Option | null; hostId: string; purpose: (typeof purposes)[number] | ''; subject: string; plan: string; startsOn: string; endsOn: string }
const empty: Form = { teacher: null, hostId: '', purpose: '', subject: '', plan: '', startsOn: '', endsOn: '' }

function faultsOf(form: Form) {
  const faults: Record<string, Fault> = {}
  if (!form.teacher) faults['teacherId'] = 'missing'
  for (const field of ['hostId', 'purpose', 'startsOn', 'endsOn'] as const) if (!form[field]) faults[field] = 'missing'
  if (short(form.subject, 2)) faults['subject'] = 'missing'
  if (form.startsOn && form.endsOn && form.endsOn < form.startsOn) faults['endsOn'] = 'out_of_order'
  return faults
}

/** One of our teachers to a school across, or one from there: the school whose teacher it is proposes. */
export function ExchangeDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const propose = useProposeExchange()
  const schools = useSchools()
  const mine = useSession()?.seat?.organisationId
  const draft = useDraft<Form>('assistance-exchange.new', empty)
  const [tried, setTried] = useState(false)
  const form = draft.value
  const error = useFaultWords(tried ? faultsOf(form) : {}, propose.error)
  const all = schools.data?.rows ?? []
  const ofCounty = all.find(({ id }) => id === mine)?.county !== null
  const hosts = all.filter(({ id, county }) => id !== mine && (county === null) === ofCounty)
  const onDo = () => {
    setTried(true)
    const { teacher, purpose } = form
    if (!teacher || purpose === '' || Object.keys(faultsOf(form)).length > 0) return
    propose.mutate({ teacherId: teacher.value, hostId: form.hostId, purpose, subject: form.subject.trim(), plan: form.plan.trim(), startsOn: form.startsOn, endsOn: form.endsOn }, {
      onSuccess: ({ id, number }) => {
        draft.clear()
        toast(t('exchanges.form.sent', { number }))
        navigate(`/assistance/exchanges/${id}`)
      },
    })
  }
  return (
    <Drawer open onClose={onClose} title={t('exchanges.form.title')} note={t('exchanges.form.note')} verb={t('exchanges.form.send')} busy={propose.isPending} error={beyondFields(propose.error, ['teacherId', 'hostId', 'purpose', 'subject', 'plan', 'startsOn', 'endsOn'])} onDo={onDo}>
      <Combobox name="teacherId" label={t('exchanges.form.teacher')} hint={t('exchanges.form.teacherHint')} value={form.teacher} error={error('teacherId')} search={findTeachers} onChange={(teacher) => draft.set({ teacher })} />
      <SelectField name="hostId" label={t('exchanges.form.host')} hint={t('exchanges.form.hostHint')} value={form.hostId} options={hosts.map(({ id, name }) => ({ value: id, label: name }))} error={error('hostId')} onChange={(hostId) => draft.set({ hostId })} />
      <SelectField name="purpose" label={t('exchanges.form.purpose')} value={form.purpose} options={purposes.map((value) => ({ value, label: t(`purposes.${value}`) }))} error={error('purpose')} onChange={(purpose) => draft.set({ purpose: purpose as Form['purpose'] })} />
      <TextField name="subject" label={t('exchanges.form.subject')} hint={t('exchanges.form.subjectHint')} value={form.subject} maxLength={60} error={error('subject')} onChange={(subject) => draft.set({ subject })} />
      <FieldRow>
        <DateField name="startsOn" label={t('exchanges.form.startsOn')} value={form.startsOn} error={error('startsOn')} onChange={(startsOn) => draft.set({ startsOn })} />
        <DateField name="endsOn" label={t('exchanges.form.endsOn')} value={form.endsOn} min={form.startsOn || undefined} error={error('endsOn')} onChange={(endsOn) => draft.set({ endsOn })} />
      </FieldRow>
      <TextArea name="plan" label={t('exchanges.form.plan')} hint={t('exchanges.form.planHint')} optional rows={4} most={1000} value={form.plan} error={error('plan')} onChange={(plan) => draft.set({ plan })} />
    </Drawer>
  )
}
