import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../../kernel/draft.ts'
import { useIssues } from '../../../kernel/wording.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckField, RadioGroup } from '../../../ui/choices.tsx'
import { Combobox } from '../../../ui/combobox.tsx'
import { DraftLine } from '../../../ui/draft-line.tsx'
import { FieldRow } from '../../../ui/field.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../../ui/inputs.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Page, Stack } from '../../../ui/page.tsx'
import { FormBar, FormSheet } from '../../../ui/steps.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { findOrganisations } from '../../needs/problems/queries.ts'
import { LawRefusal } from './law-refusal.tsx'
import { emptyForm, formOf, gapsOf, termsOf, type PlacementForm } from './placement-form.ts'
import { findPosts, findStudents, findTeachers, useChangePlacement, useMakePlacement, usePlacement, type PlacementView } from './queries.ts'
import { TermsFields } from './terms-fields.tsx'

type Set = (changes: Partial<PlacementForm>) => void
const lodgings = ['school', 'unit', 'home', 'elsewhere'] as const
const proposers = ['school', 'student', 'unit', 'office', 'authority'] as const

/** By hand: at a post of the platform, or at a unit that stands in no round, also one the student found. */
export function NewPlacementPage() {
  const { t } = useTranslation(['placements', 'ui'])
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<PlacementForm>('placement.new', emptyForm)
  const [asked, setAsked] = useState(false)
  const make = useMakePlacement()
  const form = draft.value
  const gaps = gapsOf(form)
  const issues = useIssues(make.error)
  const error = (field: string) => (asked && gaps.has(field) ? t('ui:issue.missing') : (issues[field] ?? null))
  const submit = () => {
    setAsked(true)
    if (gaps.size > 0) return
    const place = form.where === 'post' ? { postId: form.post!.value } : { organisationId: form.unit!.value, terms: termsOf(form) }
    const choice = form.selfChosen ? { selfChosen: true, refusedOn: form.refusedOn, refusal: form.refusal.trim() } : {}
    make.mutate(
      { studentId: form.student!.value, kind: form.kind, ...place, ...choice, startsOn: form.startsOn, endsOn: form.endsOn, supervisorId: form.supervisor?.value ?? null, mentorName: form.mentorName || null, mentorPhone: form.mentorPhone || null, lodging: form.lodging || null, proposedBy: form.proposedBy },
      {
        onSuccess: ({ id, number }) => {
          draft.clear()
          toast(t('form.saved', { number }))
          navigate(`/placements/${id}`)
        },
      },
    )
  }
  return (
    <Page narrow title={t('form.title')} crumbs={[{ label: t('title'), href: '/placements' }]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('record.student')} lead={t('form.lead')}>
          <Combobox name="studentId" label={t('form.student')} hint={t('form.studentHint')} value={form.student} error={error('student')} search={findStudents} onChange={(student) => draft.set({ student })} />
          <RadioGroup inline label={t('form.kind')} value={form.kind} options={(['placement', 'orientation'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => draft.set({ kind })} />
          <Days form={form} set={draft.set} error={error} />
        </FormSheet>
        <FormSheet title={t('form.where')}>
          <RadioGroup inline label={t('form.where')} value={form.where} options={[{ value: 'post', label: t('form.wherePost') }, { value: 'hand', label: t('form.whereHand') }]} onChange={(where) => draft.set({ where: where as 'post' })} />
          {form.where === 'post' ? (
            <Combobox name="postId" label={t('form.post')} hint={t('form.postHint')} value={form.post} error={error('post')} search={findPosts} onChange={(post) => draft.set({ post })} />
          ) : (
            <Combobox name="organisationId" label={t('form.unit')} hint={t('form.unitHint')} value={form.unit} error={error('unit')} search={findOrganisations} onChange={(unit) => draft.set({ unit })} />
          )}
          <CheckField checked={form.selfChosen} onChange={(selfChosen) => draft.set({ selfChosen })} label={t('form.selfChosen')} hint={t('form.selfChosenNote')} />
          {form.selfChosen ? (
            <>
              <DateField short name="refusedOn" label={t('form.refusedOn')} value={form.refusedOn} error={error('refusedOn')} onChange={(refusedOn) => draft.set({ refusedOn })} />
              <TextArea name="refusal" label={t('form.refusal')} most={500} value={form.refusal} error={error('refusal')} onChange={(refusal) => draft.set({ refusal })} />
            </>
          ) : (
            <SelectField short label={t('form.proposedBy')} none={null} value={form.proposedBy} options={proposers.map((value) => ({ value, label: t(`proposers.${value}`) }))} onChange={(proposedBy) => draft.set({ proposedBy: proposedBy as 'school' })} />
          )}
        </FormSheet>
        {form.where === 'hand' && <TermsFields form={form} set={draft.set} error={error} />}
        <Guides form={form} set={draft.set} />
        <LawRefusal error={make.error} />
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={make.isPending} onClick={submit}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Page>
  )
}

function Days({ form, set, error, disabled }: { form: PlacementForm; set: Set; error: (field: string) => string | null; disabled?: boolean }) {
  const { t } = useTranslation('placements')
  return (
    <FieldRow>
      <DateField name="startsOn" label={t('form.startsOn')} value={form.startsOn} disabled={disabled} error={error('startsOn')} onChange={(startsOn) => set({ startsOn })} />
      <DateField name="endsOn" label={t('form.endsOn')} value={form.endsOn} disabled={disabled} error={error('endsOn')} onChange={(endsOn) => set({ endsOn })} />
    </FieldRow>
  )
}

function Guides({ form, set }: { form: PlacementForm; set: Set }) {
  const { t } = useTranslation('placements')
  return (
    <FormSheet title={t('record.people')}>
      <Combobox label={t('form.supervisor')} optional value={form.supervisor} search={findTeachers} onChange={(supervisor) => set({ supervisor })} />
      <FieldRow>
        <TextField label={t('form.mentorName')} optional value={form.mentorName} maxLength={50} onChange={(mentorName) => set({ mentorName })} />
        <TextField label={t('form.mentorPhone')} optional inputMode="tel" value={form.mentorPhone} maxLength={30} onChange={(mentorPhone) => set({ mentorPhone })} />
      </FieldRow>
      <RadioGroup inline label={t('form.lodging')} value={form.lodging} options={lodgings.map((value) => ({ value, label: t(`lodgings.${value}`) }))} onChange={(lodging) => set({ lodging })} />
    </FormSheet>
  )
}

export function EditPlacementPage() {
  const { placementId = '' } = useParams()
  const placement = usePlacement(placementId)
  return <Loaded query={placement}>{(one) => (one.can.edit ? <Edit key={one.version} placement={one} /> : <Redirect to={`/placements/${one.id}`} replace />)}</Loaded>
}

function Edit({ placement }: { placement: PlacementView }) {
  const { t } = useTranslation('placements')
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<PlacementForm>(`placement.${placement.id}.${placement.version}`, formOf(placement))
  const change = useChangePlacement()
  const issues = useIssues(change.error)
  const error = (field: string) => issues[field] ?? null
  const form = draft.value
  const open = ['draft', 'vetted', 'consented'].includes(placement.state)
  /** A promise, because the form of a placement that was changed is a new one, and nothing would call back the old one. */
  const submit = () =>
    void change
      .mutateAsync({
        id: placement.id, version: placement.version, supervisorId: form.supervisor?.value ?? null, mentorName: form.mentorName || null, mentorPhone: form.mentorPhone || null, lodging: form.lodging || null,
        lodgingConsentOn: form.lodgingConsentOn || null, healthCheckOn: form.healthCheckOn || null, ...(open ? { startsOn: form.startsOn, endsOn: form.endsOn, terms: termsOf(form, placement.terms) } : {}),
      })
      .then(
        () => {
          draft.clear()
          toast(t('form.edited'))
          navigate(`/placements/${placement.id}`)
        },
        () => undefined,
      )
  return (
    <Page narrow title={t('form.editTitle', { number: placement.number })} crumbs={[{ label: t('title'), href: '/placements' }, { label: placement.number, href: `/placements/${placement.id}` }]} lead={<DraftLine saved={draft.saved} />}>
      {!open && <Banner>{t('form.fixed')}</Banner>}
      <Stack>
        {open && (
          <FormSheet title={t('record.days')}>
            <Days form={form} set={draft.set} error={error} />
          </FormSheet>
        )}
        {open && <TermsFields form={form} set={draft.set} error={error} />}
        <Guides form={form} set={draft.set} />
        <FormSheet title={t('record.healthCheckOn')}>
          <FieldRow>
            <DateField label={t('form.healthCheckOn')} optional value={form.healthCheckOn} onChange={(healthCheckOn) => draft.set({ healthCheckOn })} />
            {form.lodging === 'elsewhere' && <DateField label={t('form.lodgingConsentOn')} optional value={form.lodgingConsentOn} onChange={(lodgingConsentOn) => draft.set({ lodgingConsentOn })} />}
          </FieldRow>
        </FormSheet>
        <LawRefusal error={change.error} />
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={change.isPending} onClick={submit}>
          {t('form.saveEdit')}
        </Button>
      </FormBar>
    </Page>
  )
}
