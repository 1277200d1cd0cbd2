import { useTranslation } from 'react-i18next'
import { disclosures, rightKinds, transferWays } from '@silian/server/contract/technology/achievements'
import { Button } from '../../../ui/button.tsx'
import { CheckGroup, RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { findOrganisations } from '../../needs/problems/queries.ts'
import css from '../technology.module.css'
import type { AchievementForm } from './achievement-form.ts'
import { FieldsPicker } from './fields-picker.tsx'

export type StepProps = { form: AchievementForm; set: (changes: Partial<AchievementForm>) => void; gaps: Readonly<Record<string, string>> }

export function ContentStep({ form, set, gaps, choosesHouse }: StepProps & { choosesHouse: boolean }) {
  const { t } = useTranslation('technology')
  return (
    <>
      {choosesHouse && <Combobox name="organisationId" label={t('form.fields.organisation')} value={form.organisation} error={gaps['organisationId']} search={findOrganisations} onChange={(organisation) => set({ organisation })} />}
      <TextField name="title" label={t('form.fields.title')} hint={t('form.fields.titleHint')} value={form.title} maxLength={100} error={gaps['title']} onChange={(title) => set({ title })} />
      <TextArea name="description" label={t('form.fields.description')} hint={t('form.fields.descriptionHint')} rows={6} most={4000} value={form.description} error={gaps['description']} onChange={(description) => set({ description })} />
      <FieldsPicker fields={form.fields} error={gaps['fieldCodes']} onChange={(fields) => set({ fields })} />
      <TextField name="titleEn" label={t('form.fields.titleEn')} optional value={form.titleEn} maxLength={200} onChange={(titleEn) => set({ titleEn })} />
      <TextArea name="descriptionEn" label={t('form.fields.descriptionEn')} optional rows={3} most={4000} value={form.descriptionEn} onChange={(descriptionEn) => set({ descriptionEn })} />
    </>
  )
}

export function TermsStep({ form, set, gaps }: StepProps) {
  const { t } = useTranslation('technology')
  return (
    <>
      <CheckGroup name="ways" label={t('form.fields.ways')} inline values={form.ways} error={gaps['ways']} options={transferWays.map((value) => ({ value, label: t(`ways.${value}`) }))} onChange={(ways) => set({ ways })} />
      <NumberField short name="price" label={t('form.fields.price')} hint={t('form.fields.priceHint')} optional digits={2} unit={t('form.fields.wan')} value={form.price} onChange={(price) => set({ price })} />
      <RadioGroup name="disclosure" label={t('form.fields.disclosure')} value={form.disclosure} options={disclosures.map((value) => ({ value, label: t(`disclosures.${value}`), note: t(`disclosureNotes.${value}`) }))} onChange={(disclosure) => set({ disclosure })} />
      <TextArea name="details" label={t('form.fields.details')} hint={t('form.fields.detailsHint')} optional={form.disclosure !== 'nda'} rows={4} most={4000} value={form.details} error={gaps['details']} onChange={(details) => set({ details })} />
      <FieldRow>
        <TextField name="contactName" label={t('form.fields.contactName')} value={form.contactName} maxLength={60} error={gaps['contactName']} onChange={(contactName) => set({ contactName })} />
        <TextField name="contactPhone" label={t('form.fields.contactPhone')} hint={t('form.fields.contactHint')} optional type="tel" value={form.contactPhone} maxLength={30} onChange={(contactPhone) => set({ contactPhone })} />
      </FieldRow>
      <Rights form={form} set={set} />
    </>
  )
}

const registered = ['filed', 'granted', 'lapsed'] as const

function Rights({ form, set }: Omit<StepProps, 'gaps'>) {
  const { t } = useTranslation('technology')
  const put = (at: number, change: Partial<AchievementForm['rights'][number]>) => set({ rights: form.rights.map((one, index) => (index === at ? { ...one, ...change } : one)) })
  return (
    <fieldset className={css.rights}>
      <legend>{t('form.fields.rights')}</legend>
      {form.rights.map((right, at) => (
        <FieldRow key={at}>
          <SelectField label={t('form.fields.rightKind')} value={right.kind} options={rightKinds.map((value) => ({ value, label: t(`rightKinds.${value}`) }))} onChange={(value) => put(at, { kind: value as typeof right.kind, state: value === 'know_how' ? 'unregistered' : 'filed' })} />
          {right.kind !== 'know_how' && <TextField label={t('form.fields.rightNumber')} value={right.number} maxLength={40} onChange={(number) => put(at, { number })} />}
          {right.kind !== 'know_how' && <SelectField label={t('form.fields.rightState')} value={right.state} options={registered.map((value) => ({ value, label: t(`rightStates.${value}`) }))} onChange={(value) => put(at, { state: value as typeof right.state })} />}
          <Button icon="close" onClick={() => set({ rights: form.rights.filter((_, index) => index !== at) })}>
            {t('form.fields.removeRight', { at: at + 1 })}
          </Button>
        </FieldRow>
      ))}
      <div>
        <Button icon="plus" onClick={() => set({ rights: [...form.rights, { kind: 'invention', number: '', state: 'granted' }] })}>
          {t('form.fields.addRight')}
        </Button>
      </div>
    </fieldset>
  )
}
