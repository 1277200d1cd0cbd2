import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../../kernel/settled.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField, CheckGroup, RadioGroup } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, NumberField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import type { NeedForm } from './need-form.ts'
import css from './needs.module.css'
import { findCodes, findFirms, useMajorSuggestions, type FindingView } from './queries.ts'
import { Rules } from './rule-parts.tsx'

export type StepProps = {
  form: NeedForm
  set: (changes: Partial<NeedForm>) => void
  /** What is missing, by field, once one has been here or tried to submit. */
  gaps: Readonly<Record<string, string>>
  findings: readonly FindingView[]
}

/** Fields and what the law says of them, apart from the next. */
const Group = ({ children }: { children: ReactNode }) => <div className={css.group}>{children}</div>

/** Findings under their fields, with the reason and the repair written into the form. */
function Law({ form, set, findings, fields }: Omit<StepProps, 'gaps'> & { fields: readonly string[] }) {
  return (
    <Rules
      findings={findings}
      fields={fields}
      reasons={form.reasons}
      onReason={(ruleId, reason) => set({ reasons: { ...form.reasons, [ruleId]: reason } })}
      onRepair={(field, value) => set({ [field]: value } as Partial<NeedForm>)}
    />
  )
}

export function WorkStep({ form, set, gaps, findings, choosesFirm }: StepProps & { choosesFirm: boolean }) {
  const { t } = useTranslation('needs')
  return (
    <>
      <Group>
        {choosesFirm && <Combobox name="organisationId" label={t('form.fields.organisation')} hint={t('form.fields.organisationHint')} value={form.organisation} search={findFirms} onChange={(organisation) => set({ organisation })} error={gaps['organisationId']} />}
        <Law {...{ form, set, findings }} fields={['organisationId']} />
      </Group>
      <TextField name="title" label={t('form.fields.title')} value={form.title} maxLength={100} error={gaps['title']} onChange={(title) => set({ title })} />
      <Combobox name="occupationCode" label={t('form.fields.occupation')} hint={t('form.fields.occupationHint')} optional value={form.occupation} search={(text, signal) => findCodes('occupation', text, signal, '细类')} onChange={(occupation) => set({ occupation })} />
      <Group>
        <Majors form={form} set={set} />
        <Law {...{ form, set, findings }} fields={['majorCodes']} />
      </Group>
      <TextArea name="tasks" label={t('form.fields.tasks')} hint={t('form.fields.tasksHint')} rows={5} most={2000} value={form.tasks} error={gaps['tasks']} onChange={(tasks) => set({ tasks })} />
      <TextField name="titleEn" label={t('form.fields.titleEn')} optional value={form.titleEn} maxLength={200} onChange={(titleEn) => set({ titleEn })} />
    </>
  )
}

function Majors({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const { t } = useTranslation(['needs', 'ui'])
  return (
    <div>
      <Combobox
        // Emptied by being made anew once something was added.
        key={form.majors.length}
        name="majorCodes"
        label={t('needs:form.fields.majors')}
        hint={t('needs:form.fields.majorsHint')}
        optional
        value={null}
        search={(text, signal) => findCodes('major', text, signal)}
        onChange={(major) => major && !form.majors.some(({ value }) => value === major.value) && set({ majors: [...form.majors, major] })}
      />
      {form.majors.length > 0 && (
        <ul className={css.chosen}>
          {form.majors.map(({ value, label }) => (
            <li key={value}>
              <Button icon="close" aria-label={t('ui:form.remove', { name: `${label} ${value}` })} onClick={() => set({ majors: form.majors.filter((one) => one.value !== value) })}>
                {label} {value}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <SuggestedMajors form={form} set={set} />
    </div>
  )
}

/** Never chosen for anybody: a tap takes one over, and the words it comes from stand beside it. */
function SuggestedMajors({ form, set }: Pick<StepProps, 'form' | 'set'>) {
  const { t } = useTranslation('needs')
  const post = useSettled(`${form.title}\n${form.occupation?.value ?? ''}\n${form.tasks}`)
  const [title = '', occupationCode = '', ...tasks] = post.split('\n')
  const { data } = useMajorSuggestions({ title: title.trim(), occupationCode: occupationCode || null, tasks: tasks.join('\n').trim() })
  const rows = (data?.rows ?? []).filter(({ code }) => !form.majors.some(({ value }) => value === code))
  if (rows.length === 0) return null
  return (
    <div className={css.suggested}>
      <p>{t('form.suggested')}</p>
      <ul className={css.chosen}>
        {rows.map(({ code, name, words }) => (
          <li key={code}>
            <Button icon="plus" onClick={() => set({ majors: [...form.majors, { value: code, label: name }] })}>
              {name} {code}
            </Button>
            {words.length > 0 && <small>{t('form.suggestedBy', { words: words.join(t('form.and')) })}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function WhenStep({ form, set, gaps, findings }: StepProps) {
  const { t } = useTranslation('needs')
  return (
    <>
      <Group>
        <FieldRow>
          <NumberField name="seats" label={t('form.fields.seats')} unit={t('form.units.people')} value={form.seats} error={gaps['seats']} onChange={(seats) => set({ seats })} />
          <NumberField name="postStaff" label={t('form.fields.postStaff')} unit={t('form.units.people')} value={form.postStaff} error={gaps['postStaff']} onChange={(postStaff) => set({ postStaff })} />
        </FieldRow>
        <Law {...{ form, set, findings }} fields={['seats', 'postStaff']} />
      </Group>
      <FieldRow>
        <DateField name="startsOn" label={t('form.fields.startsOn')} value={form.startsOn} error={gaps['startsOn']} onChange={(startsOn) => set({ startsOn })} />
        <DateField name="endsOn" label={t('form.fields.endsOn')} min={form.startsOn || undefined} value={form.endsOn} error={gaps['endsOn']} onChange={(endsOn) => set({ endsOn })} />
      </FieldRow>
      <DateField short name="validUntil" label={t('form.fields.validUntil')} hint={t('form.fields.validUntilHint')} value={form.validUntil} error={gaps['validUntil']} onChange={(validUntil) => set({ validUntil })} />
    </>
  )
}

const periods = ['month', 'day', 'hour', 'year'] as const
const shifts = ['day', 'two_shifts', 'three_shifts', 'flexible'] as const

export function PayStep({ form, set, gaps, findings }: StepProps) {
  const { t } = useTranslation('needs')
  const law = { form, set, findings }
  return (
    <>
      <FieldRow>
        <NumberField name="payMin" label={t('form.fields.payMin')} unit={t('form.units.yuan')} value={form.payMin} error={gaps['payMin']} onChange={(payMin) => set({ payMin })} />
        <NumberField name="payMax" label={t('form.fields.payMax')} optional unit={t('form.units.yuan')} value={form.payMax} onChange={(payMax) => set({ payMax })} />
        <SelectField name="payPeriod" label={t('form.fields.payPeriod')} none={null} value={form.payPeriod} options={periods.map((value) => ({ value, label: t(`periods.${value}`) }))} onChange={(payPeriod) => set({ payPeriod: payPeriod as NeedForm['payPeriod'] })} />
      </FieldRow>
      <Group>
        <FieldRow>
          <NumberField name="samePostWage" label={t('form.fields.samePostWage')} unit={t('form.units.yuan')} value={form.samePostWage} error={gaps['samePostWage']} onChange={(samePostWage) => set({ samePostWage })} />
          <NumberField name="lowestTierWage" label={t('form.fields.lowestTierWage')} optional={!gaps['lowestTierWage']} unit={t('form.units.yuan')} value={form.lowestTierWage} error={gaps['lowestTierWage']} onChange={(lowestTierWage) => set({ lowestTierWage })} />
        </FieldRow>
        <Law {...law} fields={['payMin', 'samePostWage', 'lowestTierWage']} />
      </Group>
      <RadioGroup
        name="payDirect"
        label={t('form.fields.payTo')}
        value={form.payDirect ? 'direct' : 'third'}
        onChange={(to) => set({ payDirect: to === 'direct' })}
        options={[
          { value: 'direct', label: t('form.fields.payDirect') },
          { value: 'third', label: t('form.fields.payThird') },
        ]}
      >
        <Law {...law} fields={['payDirect']} />
      </RadioGroup>
      <Group>
        <FieldRow>
          <NumberField name="hoursPerDay" label={t('form.fields.hoursPerDay')} digits={2} unit={t('form.units.hours')} value={form.hoursPerDay} error={gaps['hoursPerDay']} onChange={(hoursPerDay) => set({ hoursPerDay })} />
          <NumberField name="hoursPerWeek" label={t('form.fields.hoursPerWeek')} digits={2} unit={t('form.units.hours')} value={form.hoursPerWeek} error={gaps['hoursPerWeek']} onChange={(hoursPerWeek) => set({ hoursPerWeek })} />
          <SelectField name="shift" label={t('form.fields.shift')} value={form.shift ?? ''} options={shifts.map((value) => ({ value, label: t(`shifts.${value}`) }))} onChange={(shift) => set({ shift: shift as NeedForm['shift'] })} />
        </FieldRow>
        <Law {...law} fields={['hoursPerDay', 'hoursPerWeek', 'shift']} />
      </Group>
      <Group>
        <CheckField name="nightWork" label={t('form.fields.nightWork')} checked={form.nightWork} onChange={(nightWork) => set({ nightWork })} />
        <Law {...law} fields={['nightWork']} />
      </Group>
      <Group>
        <CheckField name="restDayWork" label={t('form.fields.restDayWork')} checked={form.restDayWork} onChange={(restDayWork) => set({ restDayWork })} />
        <Law {...law} fields={['restDayWork']} />
      </Group>
    </>
  )
}

const provisions = ['none', 'free', 'subsidy', 'paid'] as const
const hazards = ['height', 'underground', 'radioactive', 'toxic', 'flammable', 'other'] as const
const grades = ['1', '2', '3', '4'] as const
const flags = ['minorForbidden', 'femaleForbidden', 'entertainmentVenue', 'agency'] as const

export function PlaceStep({ form, set, gaps, findings }: StepProps) {
  const { t } = useTranslation('needs')
  const law = { form, set, findings }
  const special = form.hazards.length > 0 || form.nightWork || form.restDayWork || form.shift === 'three_shifts' || form.specialNeedFiling !== ''
  const provided = provisions.map((value) => ({ value, label: t(`provisions.${value}`) }))
  return (
    <>
      <FieldRow>
        <Combobox name="divisionCode" label={t('form.fields.division')} optional value={form.division} search={(text, signal) => findCodes('division', text, signal)} onChange={(division) => set({ division })} />
        <TextField name="town" label={t('form.fields.town')} optional value={form.town} maxLength={50} onChange={(town) => set({ town })} />
      </FieldRow>
      <TextField name="address" label={t('form.fields.address')} value={form.address} maxLength={200} error={gaps['address']} onChange={(address) => set({ address })} />
      <Group>
        <FieldRow>
          <SelectField name="lodging" label={t('form.fields.lodging')} optional value={form.lodging ?? ''} options={provided} onChange={(lodging) => set({ lodging: lodging as NeedForm['lodging'] })} />
          <SelectField name="meals" label={t('form.fields.meals')} optional value={form.meals ?? ''} options={provided} onChange={(meals) => set({ meals: meals as NeedForm['meals'] })} />
          <SelectField name="labourIntensity" label={t('form.fields.labourIntensity')} hint={t('form.fields.labourHint')} optional value={form.labourIntensity} options={grades.map((value) => ({ value, label: t(`grades.g${value}`) }))} onChange={(labourIntensity) => set({ labourIntensity: labourIntensity as NeedForm['labourIntensity'] })} />
        </FieldRow>
        <Law {...law} fields={['labourIntensity']} />
      </Group>
      <CheckGroup inline name="hazards" label={t('form.fields.hazards')} optional values={form.hazards} options={hazards.map((value) => ({ value, label: t(`hazards.${value}`) }))} onChange={(chosen) => set({ hazards: chosen })}>
        <Law {...law} fields={['hazards']} />
      </CheckGroup>
      <Group>
        {special && (
          <FieldRow>
            <TextField name="specialNeedFiling" label={t('form.fields.filing')} hint={t('form.fields.filingHint')} optional value={form.specialNeedFiling} maxLength={60} onChange={(specialNeedFiling) => set({ specialNeedFiling })} />
            <DateField name="specialNeedFiledOn" label={t('form.fields.filedOn')} optional value={form.specialNeedFiledOn} onChange={(specialNeedFiledOn) => set({ specialNeedFiledOn })} />
          </FieldRow>
        )}
        <Law {...law} fields={['specialNeedFiledOn']} />
      </Group>
      <CheckGroup
        name="flags"
        label={t('form.fields.flags')}
        optional
        values={flags.filter((flag) => form[flag])}
        options={flags.map((value) => ({ value, label: t(`form.fields.${value}`) }))}
        onChange={(chosen) => set(Object.fromEntries(flags.map((flag) => [flag, chosen.includes(flag)])))}
      >
        <Law {...law} fields={flags} />
      </CheckGroup>
      <FieldRow>
        <TextField name="mentorName" label={t('form.fields.mentorName')} optional value={form.mentorName} maxLength={50} onChange={(mentorName) => set({ mentorName })} />
        <TextField name="mentorPhone" label={t('form.fields.mentorPhone')} optional inputMode="tel" value={form.mentorPhone} maxLength={30} onChange={(mentorPhone) => set({ mentorPhone })} />
      </FieldRow>
      <TextArea name="benefits" label={t('form.fields.benefits')} optional most={500} value={form.benefits} onChange={(benefits) => set({ benefits })} />
    </>
  )
}
