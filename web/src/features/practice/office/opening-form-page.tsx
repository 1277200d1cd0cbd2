import { practiceForms, type PracticeForm } from '@silian/server/contract/practice/openings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, TextArea, TextField, type Option } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { chinaDay } from '../days.ts'
import { findFirms } from '../find-firms.ts'
import { useMoveOpening, useOpening, useSaveOpening, type Opening } from '../queries.ts'

type Form = { organisation: Option | null; title: string; department: string; form: PracticeForm; field: string; tasks: string; places: number | null; startsOn: string; endsOn: string; costs: string; contactName: string; contactPhone: string }
type Gap = 'missing' | 'too_short' | 'past' | 'before_start'
const empty: Form = { organisation: null, title: '', department: '', form: 'post', field: '', tasks: '', places: 1, startsOn: '', endsOn: '', costs: '', contactName: '', contactPhone: '' }
const formOf = ({ title, department, form, field, tasks, places, startsOn, endsOn, costs, contactName, contactPhone }: Opening): Form => ({ organisation: null, title, department, form, field, tasks, places, startsOn: startsOn ?? '', endsOn: endsOn ?? '', costs, contactName: contactName ?? '', contactPhone: contactPhone ?? '' })
const bodyOf = ({ organisation: _organisation, places, startsOn, endsOn, contactName, contactPhone, ...form }: Form) => ({ ...form, places: places ?? 1, startsOn: startsOn || null, endsOn: endsOn || null, contactName: contactName || null, contactPhone: contactPhone || null })

/** The same as the server asks before it publishes, so that all of it is said at once. */
function gapsOf({ organisation, title, tasks, startsOn, endsOn, costs, contactName, places }: Form, office: boolean, today: string): Partial<Record<keyof Form, Gap>> {
  const length = [...tasks.trim()].length
  return {
    ...(office && !organisation ? { organisation: 'missing' } : {}),
    ...(title.trim() ? {} : { title: 'missing' }),
    ...(length === 0 ? { tasks: 'missing' } : length < 10 ? { tasks: 'too_short' } : {}),
    ...(places && places >= 1 ? {} : { places: 'missing' }),
    ...(startsOn ? {} : { startsOn: 'missing' }),
    ...(!endsOn ? { endsOn: 'missing' } : endsOn < today ? { endsOn: 'past' } : startsOn && endsOn < startsOn ? { endsOn: 'before_start' } : {}),
    ...(costs.trim() ? {} : { costs: 'missing' }),
    ...(contactName.trim() ? {} : { contactName: 'missing' }),
  } as Partial<Record<keyof Form, Gap>>
}

export const NewOpeningPage = () => <Writing name="practice-opening.new" initial={empty} opening={null} />

export function EditOpeningPage() {
  const { openingId = '' } = useParams()
  const opening = useOpening(openingId)
  return <Loaded query={opening}>{(one) => (one.can.edit ? <Writing key={one.id} name={`practice-opening.${one.id}.${one.version}`} initial={formOf(one)} opening={one} /> : <Redirect to={`/practice/openings/${one.id}`} replace />)}</Loaded>
}

function Writing({ name, initial, opening }: { name: string; initial: Form; opening: Opening | null }) {
  const { t } = useTranslation(['practiceOffice', 'practice'])
  const [, navigate] = useLocation()
  const toast = useToast()
  const today = chinaDay(useNow())
  const office = useSession()?.seat?.role === 'secretariat' && opening === null
  const draft = useDraft<Form>(name, initial)
  const [asked, setAsked] = useState(false)
  const [known, setKnown] = useState(opening && { id: opening.id, version: opening.version })
  const save = useSaveOpening()
  const move = useMoveOpening()
  const form = draft.value
  const set = draft.set
  const gaps = gapsOf(form, office, today)
  const open = Object.keys(gaps).length
  const refused = [save.error, move.error].flatMap((one) => (one instanceof ApiError ? one.issues : []))
  const error = (field: keyof Form) => (asked && gaps[field] ? t(`openings.form.gaps.${gaps[field]}`) : refused.some(({ path }) => path[0] === field) ? t('openings.form.gaps.missing') : null)
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/practice/openings/${id}`)
  }
  const keep = (then: (saved: { id: string; number: string; version: number }) => void) =>
    save.mutate({ known, organisationId: office ? form.organisation?.value : undefined, body: bodyOf(form) }, {
      onSuccess: (saved) => {
        setKnown({ id: saved.id, version: saved.version })
        then(saved)
      },
    })
  const publish = () => {
    setAsked(true)
    if (open === 0) keep(({ id, version }) => move.mutate({ id, action: 'publish', version }, { onSuccess: () => leave(id, t('openings.form.published')) }))
  }
  return (
    <Page narrow title={opening ? t('openings.form.editTitle', { title: opening.title }) : t('openings.form.newTitle')} crumbs={[{ label: t('openings.title'), href: '/practice?tab=openings' }, ...(opening ? [{ label: opening.number, href: `/practice/openings/${opening.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('openings.form.what')}>
          {office && <Combobox name="organisation" label={t('openings.form.organisation')} value={form.organisation} error={error('organisation')} search={findFirms} onChange={(organisation) => set({ organisation })} />}
          <TextField name="title" label={t('openings.form.title')} hint={t('openings.form.titleHint')} value={form.title} maxLength={100} error={error('title')} onChange={(title) => set({ title })} />
          <RadioGroup<PracticeForm> name="form" label={t('openings.form.form')} value={form.form} options={practiceForms.map((value) => ({ value, label: t(`practice:forms.${value}`), note: t(`practice:formHints.${value}`) }))} onChange={(value) => set({ form: value })} />
          <FieldRow>
            <TextField name="department" label={t('openings.form.department')} optional value={form.department} maxLength={60} onChange={(department) => set({ department })} />
            <TextField name="field" label={t('openings.form.field')} hint={t('openings.form.fieldHint')} optional value={form.field} maxLength={60} onChange={(field) => set({ field })} />
          </FieldRow>
          <TextArea name="tasks" label={t('openings.form.tasks')} hint={t('openings.form.tasksHint')} rows={6} most={2000} value={form.tasks} error={error('tasks')} onChange={(tasks) => set({ tasks })} />
        </FormSheet>
        <FormSheet title={t('openings.form.when')}>
          <FieldRow>
            <DateField name="startsOn" label={t('openings.form.startsOn')} value={form.startsOn} error={error('startsOn')} onChange={(startsOn) => set({ startsOn })} />
            <DateField name="endsOn" label={t('openings.form.endsOn')} value={form.endsOn} min={form.startsOn || undefined} error={error('endsOn')} onChange={(endsOn) => set({ endsOn })} />
            <NumberField name="places" label={t('openings.form.places')} value={form.places} error={error('places')} onChange={(places) => set({ places })} />
          </FieldRow>
          <TextField name="costs" label={t('openings.form.costs')} hint={t('openings.form.costsHint')} value={form.costs} maxLength={300} error={error('costs')} onChange={(costs) => set({ costs })} />
          <FieldRow>
            <TextField name="contactName" label={t('openings.form.contactName')} value={form.contactName} maxLength={60} error={error('contactName')} onChange={(contactName) => set({ contactName })} />
            <TextField name="contactPhone" label={t('openings.form.contactPhone')} optional inputMode="tel" value={form.contactPhone} maxLength={30} onChange={(contactPhone) => set({ contactPhone })} />
          </FieldRow>
        </FormSheet>
        {[save.error, move.error].map((one, at) => (one && refused.length === 0 ? <Refused key={at} error={one} /> : null))}
      </Stack>
      <FormBar note={asked && open > 0 ? t('openings.form.open', { count: open }) : null}>
        <Button size="form" kind="primary" busy={save.isPending || move.isPending} onClick={publish}>
          {t('openings.form.publish')}
        </Button>
        <Button size="form" kind="text" busy={save.isPending} because={form.title.trim() === '' || (office && !form.organisation) ? t('openings.form.gaps.missing') : null} onClick={() => keep(({ id, number }) => leave(id, t('openings.form.kept', { number })))}>
          {t('openings.form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}
