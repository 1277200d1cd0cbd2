import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { PhonePage } from '../../../ui/phone-page.tsx'
import { useToast } from '../../../ui/toast.tsx'
import css from '../mentors.module.css'
import { useProfile, useSaveProfile, type Profile } from '../queries.ts'

/** What schools read of a mentor. */
export default function ProfilePage() {
  const { t } = useTranslation('mentors')
  const profile = useProfile()
  if (profile.data) return <Form key={profile.data.version} profile={profile.data} />
  return (
    <PhonePage title={t('profile.title')} back="/my/mentoring">
      <Loaded query={profile}>{() => null}</Loaded>
    </PhonePage>
  )
}

type Written = { phone: string; birthDate: string; position: string; skill: string; years: number | null; field: string; about: string }

function Form({ profile }: { profile: Profile }) {
  const { t } = useTranslation('mentors')
  const [, navigate] = useLocation()
  const toast = useToast()
  const save = useSaveProfile()
  const issues = useIssues(save.error)
  const { version, position, skill, years, field, about } = profile
  const draft = useDraft<Written>(`mentor-profile.${version}`, { phone: profile.phone?.replace(/^\+86/, '') ?? '', birthDate: profile.birthDate ?? '', position, skill, years, field, about })
  const form = draft.value
  const born = save.error instanceof ApiError ? save.error.issues.find(({ path }) => path[0] === 'birthDate')?.code : undefined
  const onSave = () =>
    save.mutate({ ...form, phone: form.phone.trim() || null, birthDate: form.birthDate || null, version }, {
      onSuccess: () => {
        draft.clear()
        toast(t('profile.saved'))
        navigate('/my/mentoring')
      },
    })
  return (
    <PhonePage
      title={t('profile.title')}
      back="/my/mentoring"
      footNote={<DraftLine saved={draft.saved} />}
      foot={
        <Button size="big" kind="primary" busy={save.isPending} onClick={onSave}>
          {t('profile.save')}
        </Button>
      }
    >
      <div className={css.fields}>
        <p className={css.by}>{t('profile.note')}</p>
        <dl className={css.facts}>
          <div>
            <dt>{t('profile.name')}</dt>
            <dd>{profile.name}</dd>
          </div>
          <div>
            <dt>{t('profile.organisation')}</dt>
            <dd>{profile.organisationName ?? '—'}</dd>
          </div>
        </dl>
        <TextField name="position" label={t('profile.position')} optional value={form.position} maxLength={60} error={issues.position} onChange={(value) => draft.set({ position: value })} />
        <TextField name="skill" label={t('profile.skill')} hint={t('profile.skillHint')} optional value={form.skill} maxLength={100} error={issues.skill} onChange={(value) => draft.set({ skill: value })} />
        <TextField name="field" label={t('profile.field')} hint={t('profile.fieldHint')} value={form.field} maxLength={100} error={issues.field} onChange={(value) => draft.set({ field: value })} />
        <NumberField name="years" short label={t('profile.years')} unit={t('profile.yearsUnit')} value={form.years} error={issues.years} onChange={(value) => draft.set({ years: value })} />
        <DateField name="birthDate" short label={t('profile.birthDate')} hint={t('profile.birthHint')} value={form.birthDate} error={born === 'future' || born === 'too_young' ? t(`profile.faults.${born}`) : (issues.birthDate ?? null)} onChange={(value) => draft.set({ birthDate: value })} />
        <TextField name="phone" label={t('profile.phone')} optional inputMode="tel" autoComplete="tel" value={form.phone} maxLength={30} error={issues.phone} onChange={(value) => draft.set({ phone: value })} />
        <TextArea name="about" label={t('profile.about')} optional rows={4} most={1000} value={form.about} error={issues.about} onChange={(value) => draft.set({ about: value })} />
        {save.isError && Object.keys(issues).length === 0 && <Refused error={save.error} />}
      </div>
    </PhonePage>
  )
}
