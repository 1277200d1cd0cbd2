import { listOrganisations } from '@silian/server/contract/members/organisations'
import { resourceKinds } from '@silian/server/contract/assistance/resources'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { call } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { Combobox } from '../../../ui/combobox.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay } from '../days.ts'
import { beyondFields, short, useFaultWords, type Fault } from './faults.ts'
import { useCorrectResource, useGiveResource, useSchools, type Resource } from './queries.ts'

type Form = { giver: Option | null; receiverId: string; kind: Resource['kind'] | ''; name: string; quantity: number | null; unit: string; value: number | null; givenOn: string; note: string; correction: string }

function faultsOf(form: Form, office: boolean, known: Resource | null) {
  const faults: Record<string, Fault> = {}
  if (office && !known && !form.giver) faults['giverId'] = 'missing'
  if (!known && !form.receiverId) faults['receiverId'] = 'missing'
  if (!form.kind) faults['kind'] = 'missing'
  if (short(form.name, 2)) faults['name'] = 'missing'
  if (form.quantity === null || form.quantity <= 0) faults['quantity'] = 'missing'
  if (form.kind !== 'money' && short(form.unit, 1)) faults['unit'] = 'missing'
  if (!form.givenOn) faults['givenOn'] = 'missing'
  if (known && short(form.correction, 5)) faults['correction'] = 'too_short'
  return faults
}

async function findGivers(text: string, signal: AbortSignal): Promise<Option[]> {
  const { rows } = await call(listOrganisations, { query: { text: text || undefined, size: 20 }, signal })
  return rows.map(({ id, name, uscc }) => ({ value: id, label: name, note: uscc ?? undefined }))
}

/** What was given; known: a new version of it, the old one stays. */
export function ResourceDrawer({ known, onClose }: { known: Resource | null; onClose: () => void }) {
  const { t } = useTranslation('assistanceOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const today = chinaDay(useNow())
  const give = useGiveResource()
  const correct = useCorrectResource()
  const schools = useSchools()
  const office = useSession()?.seat?.role === 'secretariat'
  const draft = useDraft<Form>(known ? `assistance-resource.${known.id}.${known.version}` : 'assistance-resource.new', {
    giver: null, receiverId: known?.receiverId ?? '', kind: known?.kind ?? '', name: known?.name ?? '', quantity: known?.quantity ?? null, unit: known?.unit ?? '', value: known?.value ?? null, givenOn: known?.givenOn ?? today, note: known?.note ?? '', correction: '',
  })
  const [tried, setTried] = useState(false)
  const form = draft.value
  const faults = faultsOf(form, office, known)
  const failed = give.error ?? correct.error
  const error = useFaultWords(tried ? faults : {}, failed)
  const money = form.kind === 'money'
  const receivers = (schools.data?.rows ?? []).filter(({ county }) => county !== null)
  const done = (id: string, words: string) => {
    draft.clear()
    toast(words)
    onClose()
    navigate(`/assistance/resources/${id}`)
  }
  const onDo = () => {
    setTried(true)
    const { kind, quantity } = form
    if (kind === '' || quantity === null || Object.keys(faults).length > 0) return
    const body = { kind, name: form.name.trim(), quantity, unit: money ? t('resources.form.yuan') : form.unit.trim(), value: money ? quantity : form.value, givenOn: form.givenOn, note: form.note.trim() }
    if (known) correct.mutate({ id: known.id, version: known.version, correction: form.correction.trim(), ...body }, { onSuccess: ({ id }) => done(id, t('resources.form.corrected')) })
    else give.mutate({ ...body, receiverId: form.receiverId, ...(office && form.giver ? { giverId: form.giver.value } : {}) }, { onSuccess: ({ id, number }) => done(id, t('resources.form.sent', { number })) })
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={known ? t('resources.form.correctTitle', { name: known.name }) : t('resources.form.title')}
      note={t(known ? 'resources.form.correctNote' : 'resources.form.note')}
      verb={t(known ? 'resources.form.correct' : 'resources.form.send')}
      busy={give.isPending || correct.isPending}
      error={beyondFields(failed, ['giverId', 'receiverId', 'kind', 'name', 'quantity', 'unit', 'value', 'givenOn', 'note', 'correction'])}
      onDo={onDo}
    >
      {office && !known && <Combobox name="giverId" label={t('resources.form.giver')} hint={t('resources.form.giverHint')} value={form.giver} error={error('giverId')} search={findGivers} onChange={(giver) => draft.set({ giver })} />}
      {!known && <SelectField name="receiverId" label={t('resources.form.receiver')} hint={schools.data && receivers.length === 0 ? t('resources.form.noSchools') : t('resources.form.receiverHint')} value={form.receiverId} options={receivers.map(({ id, name }) => ({ value: id, label: name }))} error={error('receiverId')} onChange={(receiverId) => draft.set({ receiverId })} />}
      <SelectField name="kind" label={t('resources.form.kind')} value={form.kind} disabled={known !== null} options={resourceKinds.map((value) => ({ value, label: t(`resourceKinds.${value}`) }))} error={error('kind')} onChange={(kind) => draft.set({ kind: kind as Form['kind'] })} />
      <TextField name="name" label={t('resources.form.name')} hint={t('resources.form.nameHint')} value={form.name} maxLength={100} error={error('name')} onChange={(name) => draft.set({ name })} />
      {money ? (
        <NumberField name="quantity" short label={t('resources.form.money')} unit={t('resources.form.yuan')} digits={2} value={form.quantity} error={error('quantity')} onChange={(quantity) => draft.set({ quantity })} />
      ) : (
        <>
          <FieldRow>
            <NumberField name="quantity" label={t('resources.form.quantity')} digits={2} value={form.quantity} error={error('quantity')} onChange={(quantity) => draft.set({ quantity })} />
            <TextField name="unit" label={t('resources.form.unit')} hint={t('resources.form.unitHint')} value={form.unit} maxLength={20} error={error('unit')} onChange={(unit) => draft.set({ unit })} />
          </FieldRow>
          <NumberField name="value" short label={t('resources.form.value')} hint={t('resources.form.valueHint')} optional unit={t('resources.form.yuan')} digits={2} value={form.value} error={error('value')} onChange={(value) => draft.set({ value })} />
        </>
      )}
      <DateField name="givenOn" short label={t('resources.form.givenOn')} max={today} value={form.givenOn} error={error('givenOn')} onChange={(givenOn) => draft.set({ givenOn })} />
      <TextArea name="note" label={t('resources.form.remark')} optional rows={3} most={500} value={form.note} error={error('note')} onChange={(note) => draft.set({ note })} />
      {known && <TextArea name="correction" label={t('resources.form.correction')} hint={t('resources.form.correctionHint')} rows={3} most={500} value={form.correction} error={error('correction')} onChange={(correction) => draft.set({ correction })} />}
    </Drawer>
  )
}
