import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../ui/field.tsx'
import { NumberField, SelectField, TextField } from '../../ui/inputs.tsx'
import type { Kind, OrganisationView } from './queries.ts'

/** What a form about an organisation holds; empty text means nothing is known. */
export type OrganisationForm = {
  name: string
  kind: Kind | ''
  uscc: string
  nameEn: string
  industryCode: string
  divisionCode: string
  town: string
  address: string
  staffCount: number | null
  size: NonNullable<OrganisationView['size']> | ''
  website: string
  contactName: string
  contactPhone: string
  contactEmail: string
}

export const emptyOrganisation: OrganisationForm = {
  name: '', kind: '', uscc: '', nameEn: '', industryCode: '', divisionCode: '', town: '', address: '', staffCount: null, size: '', website: '', contactName: '', contactPhone: '', contactEmail: '',
}

/** Contacts stay empty: they are masked, and an empty field keeps what is there. */
export const formOf = (one: OrganisationView): OrganisationForm => ({
  name: one.name, kind: one.kind, uscc: one.uscc ?? '', nameEn: one.nameEn ?? '', industryCode: one.industryCode ?? '', divisionCode: one.divisionCode ?? '', town: one.town ?? '',
  address: one.address ?? '', staffCount: one.staffCount, size: one.size ?? '', website: one.website ?? '', contactName: '', contactPhone: '', contactEmail: '',
})

/** For the server: what may be erased goes as empty text, what is masked only when somebody typed it. */
export function profileOf({ kind: _kind, size, contactName, contactPhone, contactEmail, ...form }: OrganisationForm) {
  return {
    ...form,
    size: size === '' ? null : size,
    ...(contactName.trim() ? { contactName } : {}),
    ...(contactPhone.trim() ? { contactPhone } : {}),
    ...(contactEmail.trim() ? { contactEmail } : {}),
  }
}

const kinds = ['enterprise', 'school', 'park', 'innovation_platform', 'association', 'government'] as const
const sizes = ['large', 'medium', 'small', 'micro'] as const
export type Faults = Partial<Record<string, string>>

type Props = { value: OrganisationForm; set: (changes: Partial<OrganisationForm>) => void; faults: Faults }

export function IdentityFields({ value, set, faults, usccLocked, kindLocked }: Props & { usccLocked?: boolean; kindLocked?: boolean }) {
  const { t } = useTranslation('members')
  return (
    <>
      <TextField name="name" label={t('form.fields.name')} value={value.name} maxLength={100} error={faults['name']} onChange={(name) => set({ name })} />
      <TextField
        name="uscc"
        label={t('form.fields.uscc')}
        hint={usccLocked ? t('edit.usccLocked') : t('form.fields.usccHint')}
        value={value.uscc}
        maxLength={24}
        spellCheck={false}
        autoCapitalize="characters"
        readOnly={usccLocked}
        error={faults['uscc']}
        onChange={(uscc) => set({ uscc })}
      />
      {!kindLocked && (
        <SelectField name="kind" label={t('form.fields.kind')} value={value.kind} options={kinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))} error={faults['kind']} onChange={(kind) => set({ kind: kind as Kind })} />
      )}
      <TextField name="nameEn" label={t('form.fields.nameEn')} optional value={value.nameEn} maxLength={200} onChange={(nameEn) => set({ nameEn })} />
    </>
  )
}

export function ProfileFields({ value, set, faults }: Props) {
  const { t } = useTranslation('members')
  return (
    <>
      <FieldRow>
        <TextField name="industryCode" label={t('form.fields.industryCode')} hint={t('form.fields.industryHint')} optional short value={value.industryCode} maxLength={6} error={faults['industryCode']} onChange={(industryCode) => set({ industryCode: industryCode.toUpperCase() })} />
        <NumberField name="staffCount" label={t('form.fields.staffCount')} optional short unit={t('form.fields.people')} value={value.staffCount} error={faults['staffCount']} onChange={(staffCount) => set({ staffCount })} />
      </FieldRow>
      <FieldRow>
        <TextField name="town" label={t('form.fields.town')} optional value={value.town} maxLength={50} onChange={(town) => set({ town })} />
        <TextField name="divisionCode" label={t('form.fields.divisionCode')} optional short inputMode="numeric" value={value.divisionCode} maxLength={6} error={faults['divisionCode']} onChange={(divisionCode) => set({ divisionCode })} />
      </FieldRow>
      <TextField name="address" label={t('form.fields.address')} optional value={value.address} maxLength={200} onChange={(address) => set({ address })} />
      <FieldRow>
        <SelectField name="size" label={t('form.fields.size')} optional value={value.size} options={sizes.map((one) => ({ value: one, label: t(`sizes.${one}`) }))} onChange={(size) => set({ size: size as OrganisationForm['size'] })} />
        <TextField name="website" label={t('form.fields.website')} optional inputMode="url" value={value.website} maxLength={200} onChange={(website) => set({ website })} />
      </FieldRow>
    </>
  )
}

/** With `kept`, an empty field keeps what is there already. */
export function ContactFields({ value, set, faults, kept }: Props & { kept?: OrganisationView }) {
  const { t } = useTranslation('members')
  const hint = (there: string | null | undefined) => (there ? `${there} — ${t('edit.contactHint')}` : undefined)
  return (
    <>
      <TextField name="contactName" label={t('form.fields.contactName')} hint={hint(kept?.contactName)} value={value.contactName} maxLength={50} error={faults['contactName']} onChange={(contactName) => set({ contactName })} />
      <TextField name="contactPhone" label={t('form.fields.contactPhone')} hint={hint(kept?.contactPhone) ?? t('form.fields.phoneHint')} inputMode="tel" value={value.contactPhone} maxLength={30} error={faults['contactPhone']} onChange={(contactPhone) => set({ contactPhone })} />
      <TextField name="contactEmail" label={t('form.fields.contactEmail')} hint={hint(kept?.contactEmail)} optional type="email" value={value.contactEmail} maxLength={200} error={faults['contactEmail']} onChange={(contactEmail) => set({ contactEmail })} />
    </>
  )
}
