import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { useDraft } from '../../kernel/draft.ts'
import { Button } from '../../ui/button.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack, TwoColumns } from '../../ui/page.tsx'
import { FormBar, FormSheet } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { emptyPolicy, emptySentence, policyBodyOf, policyFormOf, sentencesOf, type PolicyForm } from './policy-form.ts'
import { usePolicy, useSavePolicy, type PolicyView } from './policy-queries.ts'
import { PreviewSheet } from './preview-sheet.tsx'
import { SentenceEditor } from './sentence-editor.tsx'

export const NewPolicyPage = () => <Form name="policy.new" initial={emptyPolicy} policy={null} />

export function EditPolicyPage() {
  const { policyId = '' } = useParams()
  const policy = usePolicy(policyId)
  return <Loaded query={policy}>{(one) => (one.can.edit ? <Form key={one.id} name={`policy.${one.id}.${one.version}`} initial={policyFormOf(one)} policy={one} /> : <Redirect to={`/policies/${one.id}`} replace />)}</Loaded>
}

function Form({ name, initial, policy }: { name: string; initial: PolicyForm; policy: PolicyView | null }) {
  const { t } = useTranslation('services')
  const [, navigate] = useLocation()
  const toast = useToast()
  const draft = useDraft<PolicyForm>(name, initial)
  const [known] = useState(policy && { id: policy.id, version: policy.version })
  const save = useSavePolicy()
  const form = draft.value
  const onSave = () =>
    save.mutate(
      { known, body: policyBodyOf(form) },
      {
        onSuccess: ({ id }) => {
          draft.clear()
          toast(t('policy.form.saved'))
          navigate(`/policies/${id}`)
        },
      },
    )
  const missing = form.title.trim() === '' ? t('policy.form.title') : form.issuer.trim() === '' ? t('policy.form.issuer') : null
  const change = (at: number, sentence: PolicyForm['sentences'][number] | null) => draft.set({ sentences: form.sentences.flatMap((one, place) => (place !== at ? [one] : sentence ? [sentence] : [])) })
  return (
    <Page title={policy ? t('policy.form.editTitle', { title: policy.title }) : t('policy.form.newTitle')} crumbs={[{ label: t('policy.title'), href: '/policies?tab=all' }, ...(policy ? [{ label: policy.number, href: `/policies/${policy.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      <TwoColumns aside={<PreviewSheet sentences={sentencesOf(form.sentences)} />}>
        <Base form={form} set={draft.set} />
        <FormSheet title={t('policy.form.sentencesTitle')} lead={t('policy.form.sentencesLead')}>
          <Stack>
            {form.sentences.map((sentence, at) => (
              <SentenceEditor key={at} at={at} sentence={sentence} onChange={(one) => change(at, one)} />
            ))}
            <Button icon="plus" onClick={() => draft.set({ sentences: [...form.sentences, emptySentence] })}>
              {t('policy.form.addSentence')}
            </Button>
          </Stack>
        </FormSheet>
        {save.isError && <Refused error={save.error} />}
      </TwoColumns>
      <FormBar>
        <Button size="form" kind="primary" busy={save.isPending} because={missing} onClick={onSave}>
          {t('policy.form.save')}
        </Button>
      </FormBar>
    </Page>
  )
}

function Base({ form, set }: { form: PolicyForm; set: (changes: Partial<PolicyForm>) => void }) {
  const { t } = useTranslation('services')
  return (
    <FormSheet title={t('policy.form.base')}>
      <TextField name="title" label={t('policy.form.title')} value={form.title} maxLength={200} onChange={(title) => set({ title })} />
      <FieldRow>
        <TextField name="issuer" label={t('policy.form.issuer')} value={form.issuer} maxLength={100} onChange={(issuer) => set({ issuer })} />
        <TextField name="documentNumber" label={t('policy.form.documentNumber')} optional value={form.documentNumber} maxLength={60} onChange={(documentNumber) => set({ documentNumber })} />
      </FieldRow>
      <FieldRow>
        <DateField name="issuedOn" label={t('policy.form.issuedOn')} optional value={form.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
        <DateField name="validFrom" label={t('policy.form.validFrom')} optional value={form.validFrom} onChange={(validFrom) => set({ validFrom })} />
        <DateField name="validUntil" label={t('policy.form.validUntil')} optional value={form.validUntil} onChange={(validUntil) => set({ validUntil })} />
      </FieldRow>
      <TextArea name="summary" label={t('policy.form.summary')} optional value={form.summary} most={1000} onChange={(summary) => set({ summary })} />
      <TextArea name="how" label={t('policy.form.how')} optional value={form.how} most={1000} onChange={(how) => set({ how })} />
      <TextField name="source" label={t('policy.form.source')} optional value={form.source} maxLength={500} onChange={(source) => set({ source })} />
      <TextField name="titleEn" label={t('policy.form.titleEn')} optional value={form.titleEn} maxLength={300} onChange={(titleEn) => set({ titleEn })} />
    </FormSheet>
  )
}
