import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../kernel/draft.ts'
import { useSession } from '../../kernel/session.ts'
import { Button } from '../../ui/button.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, SelectField, TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { FormBar, FormSheet } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findOrganisations } from '../needs/problems/queries.ts'
import { blanksIn, draftedByHand, emptyForm, formOf, type AgreementForm } from './agreement-form.ts'
import css from './agreements.module.css'
import { useFaultWords } from './fault-words.ts'
import { useAgreement, useChangeAgreement, useDraftAgreement, useTemplates, type AgreementKind, type AgreementView, type TemplateView } from './queries.ts'

export function NewAgreementPage() {
  const templates = useTemplates()
  return <Loaded query={templates}>{({ rows }) => <New templates={rows} />}</Loaded>
}

/** Two houses: one's own, and the other. */
function New({ templates }: { templates: readonly TemplateView[] }) {
  const { t } = useTranslation('agreements')
  const [, navigate] = useLocation()
  const toast = useToast()
  const session = useSession()
  const draft = useDraft<AgreementForm>('agreement.new', emptyForm)
  const save = useDraftAgreement()
  const form = draft.value
  const template = templates.find(({ kind }) => kind === form.kind)!.current
  const own = session?.seat?.organisationId ?? null
  const school = session?.seat?.role === 'school_contact'
  const [first, setFirst] = useState(form.other)
  const parties = [own && { id: own, role: school ? 'school' : 'unit' }, !own && first && { id: first.value, role: 'school' }, form.other && { id: form.other.value, role: own && !school ? 'school' : 'unit' }].flatMap((one) => (one ? [one] : []))
  const submit = () =>
    save.mutate(
      { kind: form.kind, ...(form.title.trim() ? { title: form.title.trim() } : {}), facts: form.facts, sections: form.sections, startsOn: form.startsOn || null, endsOn: form.endsOn || null, parties: parties.map(({ id, role }, at) => ({ kind: 'organisation' as const, organisationId: id, role, position: at + 1 })) },
      {
        onSuccess: ({ id, number }) => {
          draft.clear()
          toast(t('form.saved', { number }))
          navigate(`/agreements/${id}`)
        },
      },
    )
  return (
    <Page narrow title={t('form.newTitle')} crumbs={[{ label: t('title'), href: '/agreements' }]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('record.parties')} lead={own ? t('form.house') : undefined}>
          <SelectField name="kind" label={t('form.kind')} none={null} value={form.kind} options={draftedByHand.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(kind) => draft.set({ kind: kind as AgreementKind, sections: {} })} />
          {!own && <Combobox name="first" label={t('form.role.school')} hint={t('form.withHint')} value={first} search={findOrganisations} onChange={setFirst} />}
          <Combobox name="other" label={own ? t('form.with') : t('form.role.unit')} hint={t('form.withHint')} value={form.other} search={findOrganisations} onChange={(other) => draft.set({ other })} />
          <Term form={form} set={draft.set} />
          <TextField name="title" label={t('form.titleField')} optional value={form.title} placeholder={template.title} maxLength={100} onChange={(title) => draft.set({ title })} />
        </FormSheet>
        <Words form={form} set={draft.set} sections={template.sections} known={['school', 'unit']} />
        {save.isError && <Refused error={save.error} />}
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={save.isPending} because={parties.length < 2 ? t('form.chooseWith') : null} onClick={submit}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Page>
  )
}

export function EditAgreementPage() {
  const { agreementId = '' } = useParams()
  const agreement = useAgreement(agreementId)
  return <Loaded query={agreement}>{(one) => (one.can.edit ? <Edit key={one.version} agreement={one} /> : <Redirect to={`/agreements/${one.id}`} replace />)}</Loaded>
}

function Edit({ agreement }: { agreement: AgreementView }) {
  const { t } = useTranslation('agreements')
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<AgreementForm>(`agreement.${agreement.id}.${agreement.version}`, formOf(agreement))
  const save = useChangeAgreement()
  const form = draft.value
  const faultOf = useFaultOf(agreement, form)
  /** A promise, because the form of an agreement that was changed is a new one, and nothing would call back the old one. */
  const submit = () =>
    void save.mutateAsync({ id: agreement.id, version: agreement.version, title: form.title.trim() || agreement.title, facts: form.facts, sections: form.sections, startsOn: form.startsOn || null, endsOn: form.endsOn || null }).then(
      () => {
        draft.clear()
        toast(t('form.saved', { number: agreement.number }))
        navigate(`/agreements/${agreement.id}`)
      },
      () => undefined,
    )
  return (
    <Page narrow title={t('form.editTitle', { number: agreement.number })} crumbs={[{ label: t('title'), href: '/agreements' }, { label: agreement.number, href: `/agreements/${agreement.id}` }]} lead={<DraftLine saved={draft.saved} />}>
      <Stack>
        <FormSheet title={t('form.term')}>
          <TextField name="title" label={t('form.titleField')} value={form.title} maxLength={100} onChange={(title) => draft.set({ title })} />
          <Term form={form} set={draft.set} faultOf={faultOf} />
        </FormSheet>
        <Words form={form} set={draft.set} faultOf={faultOf} sections={agreement.sections} known={agreement.parties.map(({ role }) => role)} />
        {save.isError && <Refused error={save.error} />}
      </Stack>
      <FormBar>
        <Button size="form" kind="primary" busy={save.isPending} onClick={submit}>
          {t('form.save')}
        </Button>
      </FormBar>
    </Page>
  )
}

/** What keeps the draft from being signed, beside the place it stands at; gone as soon as something else is written there. */
function useFaultOf(agreement: AgreementView, form: AgreementForm) {
  const words = useFaultWords(agreement.sections)
  const saved = formOf(agreement)
  const at = (from: AgreementForm, path: string) => {
    const [where, which = ''] = path.split('.')
    return where === 'sections' || where === 'facts' ? (from[where][which] ?? '') : where === 'startsOn' || where === 'endsOn' ? from[where] : ''
  }
  return (path: string) => {
    const fault = agreement.faults.find((one) => one.path.join('.') === path)
    return fault && at(form, path) === at(saved, path) ? words(fault) : null
  }
}

type Part = { form: AgreementForm; set: (changes: Partial<AgreementForm>) => void; faultOf?: (path: string) => string | null }

function Term({ form, set, faultOf }: Part) {
  const { t } = useTranslation('agreements')
  return (
    <FieldRow>
      <DateField name="startsOn" label={t('form.startsOn')} value={form.startsOn} error={faultOf?.('startsOn')} onChange={(startsOn) => set({ startsOn })} />
      <DateField name="endsOn" label={t('form.endsOn')} value={form.endsOn} min={form.startsOn || undefined} error={faultOf?.('endsOn')} onChange={(endsOn) => set({ endsOn })} />
    </FieldRow>
  )
}

/** The blanks of the text first, its words below: most people fill in blanks and change no word. */
function Words({ form, set, faultOf, sections, known }: Part & { sections: readonly { code: string; title: string; text: string; required: boolean }[]; known: readonly string[] }) {
  const { t, i18n } = useTranslation('agreements')
  const textOf = (code: string, text: string) => form.sections[code] ?? text
  const blanks = blanksIn(sections.map(({ code, text }) => textOf(code, text)), known)
  const word = (name: string) => (i18n.exists(`agreements:form.names.${name}`) ? t(`form.names.${name as 'post'}`) : name)
  return (
    <>
      {blanks.length > 0 && (
        <FormSheet title={t('form.factsTitle')} lead={t('form.factsLead')}>
          {blanks.map((name) => (
            <TextField key={name} name={`facts.${name}`} label={word(name)} value={form.facts[name] ?? ''} maxLength={500} error={faultOf?.(`facts.${name}`)} onChange={(value) => set({ facts: { ...form.facts, [name]: value } })} />
          ))}
        </FormSheet>
      )}
      <FormSheet title={t('form.sectionsTitle')} lead={t('form.sectionsLead')}>
        <details className={css.words} open={sections.some(({ code }) => faultOf?.(`sections.${code}`)) || undefined}>
          <summary>{t('form.sectionsOpen')}</summary>
          <div className={css.sections}>
            {sections.map(({ code, title, text, required }) => (
            <TextArea key={code} name={`sections.${code}`} label={title} optional={!required} rows={4} most={8000} value={textOf(code, text)} error={faultOf?.(`sections.${code}`)} onChange={(value) => set({ sections: { ...form.sections, [code]: value } })} />
            ))}
          </div>
        </details>
      </FormSheet>
    </>
  )
}
