import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { ApiError } from '../../../kernel/api.ts'
import { useDraft } from '../../../kernel/draft.ts'
import { useNow } from '../../../kernel/now.ts'
import { Button } from '../../../ui/button.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, NumberField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded, Refused } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMentorNeed, useMoveNeed, useSaveNeed, type MentorNeed } from '../queries.ts'

type Form = { title: string; field: string; duties: string; conditions: string; hoursPerYear: number | null; termMonths: number | null; pay: string; places: number | null; validUntil: string }
type Gap = 'missing' | 'too_short' | 'past' | 'too_far'
const empty: Form = { title: '', field: '', duties: '', conditions: '', hoursPerYear: null, termMonths: 12, pay: '', places: 1, validUntil: '' }
const formOf = ({ title, field, duties, conditions, hoursPerYear, termMonths, pay, places, validUntil }: MentorNeed): Form => ({ title, field, duties, conditions, hoursPerYear, termMonths, pay, places, validUntil: validUntil ?? '' })
const bodyOf = ({ termMonths, places, validUntil, ...form }: Form) => ({ ...form, title: form.title.trim(), termMonths: termMonths ?? 12, places: places ?? 1, validUntil: validUntil || null })

/** The same as the server asks before it publishes, so that all of it is said at once. */
function gapsOf({ title, field, duties, hoursPerYear, termMonths, pay, places, validUntil }: Form, today: string): Partial<Record<keyof Form, Gap>> {
  const length = [...duties.trim()].length
  return {
    ...(title.trim() ? {} : { title: 'missing' as const }),
    ...(field.trim() ? {} : { field: 'missing' as const }),
    ...(length === 0 ? { duties: 'missing' as const } : length < 10 ? { duties: 'too_short' as const } : {}),
    ...(hoursPerYear ? {} : { hoursPerYear: 'missing' as const }),
    ...(!termMonths ? { termMonths: 'missing' as const } : termMonths > 60 ? { termMonths: 'too_far' as const } : {}),
    ...(pay.trim() ? {} : { pay: 'missing' as const }),
    ...(places ? {} : { places: 'missing' as const }),
    ...(!validUntil ? { validUntil: 'missing' as const } : validUntil < today ? { validUntil: 'past' as const } : {}),
  }
}

export const NewNeedPage = () => <Writing name="mentor-need.new" initial={empty} need={null} />

export function EditNeedPage() {
  const { needId = '' } = useParams()
  const need = useMentorNeed(needId)
  return <Loaded query={need}>{(one) => (one.can.edit ? <Writing key={one.id} name={`mentor-need.${one.id}.${one.version}`} initial={formOf(one)} need={one} /> : <Redirect to={`/mentors/needs/${one.id}`} replace />)}</Loaded>
}

function Writing({ name, initial, need }: { name: string; initial: Form; need: MentorNeed | null }) {
  const { t } = useTranslation('mentorOffice')
  const [, navigate] = useLocation()
  const toast = useToast()
  const today = new Date(useNow().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const draft = useDraft<Form>(name, initial)
  const [asked, setAsked] = useState(false)
  const [known, setKnown] = useState(need && { id: need.id, version: need.version })
  const save = useSaveNeed()
  const move = useMoveNeed()
  const form = draft.value
  const set = draft.set
  const gaps = gapsOf(form, today)
  const open = Object.keys(gaps).length
  const refused = [save.error, move.error].flatMap((one) => (one instanceof ApiError ? one.issues : []))
  const error = (field: keyof Form) => (asked && gaps[field] ? t(`needs.form.gaps.${gaps[field]}`) : refused.some(({ path }) => path[0] === field) ? t('needs.form.gaps.missing') : null)
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/mentors/needs/${id}`)
  }
  const keep = (then: (saved: { id: string; number: string; version: number }) => void) =>
    save.mutate({ known, body: bodyOf(form) }, {
      onSuccess: (saved) => {
        setKnown({ id: saved.id, version: saved.version })
        then(saved)
      },
    })
  const publish = () => {
    setAsked(true)
    if (open === 0) keep(({ id, version }) => move.mutate({ id, action: 'publish', version }, { onSuccess: () => leave(id, t('needs.form.published')) }))
  }
  return (
    <Page narrow title={need ? t('needs.form.editTitle', { title: need.title }) : t('needs.form.newTitle')} crumbs={[{ label: t('needs.title'), href: '/mentors?tab=needs' }, ...(need ? [{ label: need.number, href: `/mentors/needs/${need.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('needs.form.what')}>
          <TextField name="title" label={t('needs.form.title')} hint={t('needs.form.titleHint')} value={form.title} maxLength={100} error={error('title')} onChange={(title) => set({ title })} />
          <TextField name="field" label={t('needs.form.field')} value={form.field} maxLength={100} error={error('field')} onChange={(field) => set({ field })} />
          <TextArea name="duties" label={t('needs.form.duties')} hint={t('needs.form.dutiesHint')} rows={5} most={2000} value={form.duties} error={error('duties')} onChange={(duties) => set({ duties })} />
          <TextArea name="conditions" label={t('needs.form.conditions')} hint={t('needs.form.conditionsHint')} optional rows={3} most={1000} value={form.conditions} onChange={(conditions) => set({ conditions })} />
        </FormSheet>
        <FormSheet title={t('needs.form.terms')}>
          <FieldRow>
            <NumberField name="hoursPerYear" label={t('needs.form.hoursPerYear')} value={form.hoursPerYear} error={error('hoursPerYear')} onChange={(hoursPerYear) => set({ hoursPerYear })} />
            <NumberField name="termMonths" label={t('needs.form.termMonths')} hint={t('needs.form.termHint')} value={form.termMonths} error={error('termMonths')} onChange={(termMonths) => set({ termMonths })} />
            <NumberField name="places" label={t('needs.form.places')} value={form.places} error={error('places')} onChange={(places) => set({ places })} />
          </FieldRow>
          <TextField name="pay" label={t('needs.form.pay')} hint={t('needs.form.payHint')} value={form.pay} maxLength={200} error={error('pay')} onChange={(pay) => set({ pay })} />
          <DateField name="validUntil" short label={t('needs.form.validUntil')} value={form.validUntil} min={today} error={error('validUntil')} onChange={(validUntil) => set({ validUntil })} />
        </FormSheet>
        {[save.error, move.error].map((one, at) => (one && refused.length === 0 ? <Refused key={at} error={one} /> : null))}
      </Stack>
      <FormBar note={asked && open > 0 ? t('needs.form.open', { count: open }) : null}>
        <Button size="form" kind="primary" busy={save.isPending || move.isPending} onClick={publish}>
          {t('needs.form.publish')}
        </Button>
        <Button size="form" kind="text" busy={save.isPending} because={form.title.trim() === '' && t('needs.form.gaps.missing')} onClick={() => keep(({ id, number }) => leave(id, t('needs.form.kept', { number })))}>
          {t('needs.form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}
