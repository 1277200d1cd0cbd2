import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { FormSheet } from '../../../ui/steps.tsx'
import type { PlacementForm } from './placement-form.ts'

const shifts = ['day', 'two_shifts', 'three_shifts', 'flexible'] as const

/** What the student does there, for what pay: as it will stand in the agreement. */
export function TermsFields({ form, set, error }: { form: PlacementForm; set: (changes: Partial<PlacementForm>) => void; error: (field: string) => string | null }) {
  const { t } = useTranslation('placements')
  return (
    <FormSheet title={t('record.terms')}>
      <TextField name="title" label={t('form.postTitle')} value={form.title} maxLength={100} error={error('title') ?? error('terms.title')} onChange={(title) => set({ title })} />
      <TextArea label={t('form.tasks')} most={2000} value={form.tasks} onChange={(tasks) => set({ tasks })} />
      <FieldRow>
        <NumberField label={t('form.pay')} optional value={form.pay} onChange={(pay) => set({ pay })} />
        <NumberField label={t('form.samePostWage')} optional value={form.samePostWage} onChange={(samePostWage) => set({ samePostWage })} />
        <NumberField label={t('form.lowestTierWage')} optional value={form.lowestTierWage} onChange={(lowestTierWage) => set({ lowestTierWage })} />
      </FieldRow>
      <FieldRow>
        <NumberField label={t('form.hoursPerDay')} digits={1} value={form.hoursPerDay} onChange={(hoursPerDay) => set({ hoursPerDay })} />
        <NumberField label={t('form.hoursPerWeek')} digits={1} value={form.hoursPerWeek} onChange={(hoursPerWeek) => set({ hoursPerWeek })} />
        <SelectField label={t('form.shift')} value={form.shift} options={shifts.map((value) => ({ value, label: t(`shifts.${value}`) }))} onChange={(shift) => set({ shift: shift as 'day' })} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('form.address')} optional value={form.address} maxLength={200} onChange={(address) => set({ address })} />
        <TextField label={t('form.division')} optional inputMode="numeric" value={form.divisionCode} maxLength={6} error={error('terms.divisionCode')} onChange={(divisionCode) => set({ divisionCode })} />
      </FieldRow>
      <FieldRow>
        <NumberField label={t('form.labourIntensity')} optional value={form.labourIntensity} error={error('terms.labourIntensity')} onChange={(labourIntensity) => set({ labourIntensity })} />
        <NumberField label={t('form.postStaff')} hint={t('form.staffHint')} optional value={form.postStaff} onChange={(postStaff) => set({ postStaff })} />
      </FieldRow>
    </FormSheet>
  )
}
