import { useTranslation } from 'react-i18next'
import { serviceFamilies } from '@silian/server/contract/needs/problems'
import { useSession } from '../../../kernel/session.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import css from '../needs.module.css'
import { findFirms } from '../queries.ts'
import type { ProblemForm } from './problem-form.ts'
import { findFields, useAskers, type ProblemKind } from './queries.ts'

export type StepProps = {
  kind: ProblemKind
  form: ProblemForm
  set: (changes: Partial<ProblemForm>) => void
  /** What is missing, by field, once one has been here or tried to submit. */
  gaps: Readonly<Record<string, string>>
}

export function QuestionStep({ kind, form, set, gaps, choosesFirm }: StepProps & { choosesFirm: boolean }) {
  const { t } = useTranslation('problems')
  const technology = kind === 'technology'
  return (
    <>
      {choosesFirm && <Asker form={form} set={set} error={gaps['organisationId']} />}
      <TextField name="title" label={t('form.fields.title')} hint={t(`form.fields.titleHint.${kind}`)} value={form.title} maxLength={100} error={gaps['title']} onChange={(title) => set({ title })} />
      {!technology && (
        <RadioGroup
          name="family"
          label={t('form.fields.family')}
          value={form.family}
          error={gaps['family']}
          options={serviceFamilies.map((value) => ({ value, label: t(`families.${value}`), note: t(`familyHints.${value}`) }))}
          onChange={(family) => set({ family })}
        />
      )}
      <TextArea name="description" label={t('form.fields.description')} hint={t('form.fields.descriptionHint')} rows={6} most={4000} value={form.description} error={gaps['description']} onChange={(description) => set({ description })} />
      <FieldRow>
        <TextField name="presentValue" label={t('form.fields.presentValue')} hint={t('form.fields.presentHint')} optional value={form.presentValue} maxLength={300} onChange={(presentValue) => set({ presentValue })} />
        <TextField name="wantedValue" label={t('form.fields.wantedValue')} hint={t('form.fields.wantedHint')} optional={!technology} value={form.wantedValue} maxLength={300} error={gaps['wantedValue']} onChange={(wantedValue) => set({ wantedValue })} />
      </FieldRow>
      <Fields form={form} set={set} optional={!technology} error={gaps['fieldCodes']} />
    </>
  )
}

/** The office writes for anybody; who speaks for others, for those and for itself. */
function Asker({ form, set, error }: Pick<StepProps, 'form' | 'set'> & { error?: string }) {
  const { t } = useTranslation('problems')
  const seat = useSession()?.seat
  const office = seat?.role === 'secretariat'
  const askers = useAskers(office ? null : seat?.organisationId).data ?? []
  const common = { name: 'organisationId', label: t('form.fields.organisation'), hint: t('form.fields.organisationHint'), error }
  if (office) return <Combobox {...common} value={form.organisation} search={findFirms} onChange={(organisation) => set({ organisation })} />
  return <SelectField {...common} hint={undefined} value={form.organisation?.value ?? ''} options={askers} onChange={(value) => set({ organisation: askers.find((one) => one.value === value) ?? null })} />
}

function Fields({ form, set, optional, error }: Pick<StepProps, 'form' | 'set'> & { optional: boolean; error?: string }) {
  const { t } = useTranslation(['problems', 'ui'])
  return (
    <div className={css.group}>
      <Combobox
        // Emptied by being made anew once something was added.
        key={form.fields.length}
        name="fieldCodes"
        label={t('problems:form.fields.fields')}
        hint={t('problems:form.fields.fieldsHint')}
        optional={optional}
        error={error}
        value={null}
        search={findFields}
        onChange={(field) => field && form.fields.length < 8 && !form.fields.some(({ value }) => value === field.value) && set({ fields: [...form.fields, field] })}
      />
      {form.fields.length > 0 && (
        <ul className={css.chosen}>
          {form.fields.map(({ value, label }) => (
            <li key={value}>
              <Button icon="close" aria-label={t('ui:form.remove', { name: `${label} ${value}` })} onClick={() => set({ fields: form.fields.filter((one) => one.value !== value) })}>
                {label} {value}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const secrecies = ['open', 'nda'] as const

export function TermsStep({ form, set, gaps }: StepProps) {
  const { t } = useTranslation('problems')
  return (
    <>
      <RadioGroup name="secrecy" label={t('secrecy.label')} hint={t('secrecy.hint')} value={form.secrecy} options={secrecies.map((value) => ({ value, label: t(`secrecy.${value}`) }))} onChange={(secrecy) => set({ secrecy })} />
      <FieldRow>
        <NumberField name="budgetMin" label={t('form.fields.budgetMin')} optional digits={2} unit={t('form.units.wan')} value={form.budgetMin} onChange={(budgetMin) => set({ budgetMin })} />
        <NumberField name="budgetMax" label={t('form.fields.budgetMax')} optional digits={2} unit={t('form.units.wan')} value={form.budgetMax} error={gaps['budgetMax']} onChange={(budgetMax) => set({ budgetMax })} />
      </FieldRow>
      <TextArea name="privateDetails" label={t('form.fields.privateDetails')} hint={t('form.fields.privateHint')} optional rows={4} most={4000} value={form.privateDetails} onChange={(privateDetails) => set({ privateDetails })} />
      <FieldRow>
        <DateField name="wantedBy" label={t('form.fields.wantedBy')} optional value={form.wantedBy} error={gaps['wantedBy']} onChange={(wantedBy) => set({ wantedBy })} />
        <DateField name="validUntil" label={t('form.fields.validUntil')} hint={t('form.fields.validHint')} value={form.validUntil} error={gaps['validUntil']} onChange={(validUntil) => set({ validUntil })} />
      </FieldRow>
      <TextField name="titleEn" label={t('form.fields.titleEn')} optional value={form.titleEn} maxLength={200} onChange={(titleEn) => set({ titleEn })} />
    </>
  )
}
