import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation, useParams } from 'wouter'
import { pricings } from '@silian/server/contract/services/offers'
import { serviceFamilies } from '@silian/server/contract/needs/problems'
import { useDraft } from '../../kernel/draft.ts'
import { useSession } from '../../kernel/session.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/choices.tsx'
import { Combobox } from '../../ui/combobox.tsx'
import { DraftLine } from '../../ui/draft-line.tsx'
import { FieldRow } from '../../ui/field.tsx'
import { DateField, NumberField, TextArea, TextField, type Option } from '../../ui/inputs.tsx'
import { Loaded, Refused } from '../../ui/loaded.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { FormBar, FormSheet } from '../../ui/steps.tsx'
import { useToast } from '../../ui/toast.tsx'
import { findOrganisations } from '../needs/problems/queries.ts'
import { bodyOf, emptyForm, formOf, gapsOf, type OfferForm } from './offer-form.ts'
import { useMoveOffer, useOffer, useSaveOffer, type OfferView } from './queries.ts'

export const NewOfferPage = () => <Form name="service-offer.new" initial={emptyForm} offer={null} />

export function EditOfferPage() {
  const { offerId = '' } = useParams()
  const offer = useOffer(offerId)
  return <Loaded query={offer}>{(one) => (one.can.edit ? <Form key={one.id} name={`service-offer.${one.id}.${one.version}`} initial={formOf(one)} offer={one} /> : <Redirect to={`/services/${one.id}`} replace />)}</Loaded>
}

function Form({ name, initial, offer }: { name: string; initial: OfferForm; offer: OfferView | null }) {
  const { t } = useTranslation('services')
  const [, navigate] = useLocation()
  const toast = useToast()
  const office = useSession()?.seat?.role === 'secretariat' && offer === null
  const draft = useDraft<OfferForm>(name, initial)
  const [asked, setAsked] = useState(false)
  const [known, setKnown] = useState(offer && { id: offer.id, version: offer.version })
  const save = useSaveOffer()
  const move = useMoveOffer()
  const form = draft.value
  const gaps = gapsOf(form, office)
  const keep = (then: (saved: { id: string; number: string; version: number }) => void) =>
    save.mutate(
      { known, organisationId: office ? form.organisation?.value : undefined, body: bodyOf(form) },
      {
        onSuccess: (saved) => {
          setKnown({ id: saved.id, version: saved.version })
          then(saved)
        },
      },
    )
  const leave = (id: string, words: string) => {
    draft.clear()
    toast(words)
    navigate(`/services/${id}`)
  }
  const submit = () => {
    setAsked(true)
    if (Object.keys(gaps).length > 0) return
    keep(({ id, version }) => move.mutate({ id, action: 'submit', version }, { onSuccess: () => leave(id, t('offer.form.submitted')) }))
  }
  const open = Object.keys(gaps).length
  const error = (field: string) => (asked && gaps[field] ? t(`offer.form.gaps.${gaps[field]}`) : null)
  return (
    <Page narrow title={offer ? t('offer.form.editTitle', { title: offer.title }) : t('offer.form.newTitle')} crumbs={[{ label: t('offer.title'), href: '/services' }, ...(offer ? [{ label: offer.number, href: `/services/${offer.id}` }] : [])]} lead={<DraftLine saved={draft.saved} />}>
      {offer?.reason && <Banner>{t('offer.record.returned', { reason: offer.reason })}</Banner>}
      <Stack>
        <What form={form} set={draft.set} error={error} office={office} />
        <How form={form} set={draft.set} error={error} />
        {[save.error, move.error].map((one, at) => (one ? <Refused key={at} error={one} /> : null))}
      </Stack>
      <FormBar note={asked && open > 0 ? t('offer.form.open', { count: open }) : null}>
        <Button size="form" kind="primary" busy={save.isPending || move.isPending} onClick={submit}>
          {t('offer.form.submit')}
        </Button>
        <Button size="form" kind="text" busy={save.isPending} because={form.title.trim() === '' || form.family === '' ? t('offer.form.keepNeeds') : null} onClick={() => keep(({ id, number }) => leave(id, t('offer.form.kept', { number })))}>
          {t('offer.form.keep')}
        </Button>
      </FormBar>
    </Page>
  )
}

type Part = { form: OfferForm; set: (changes: Partial<OfferForm>) => void; error: (field: string) => string | null }

function What({ form, set, error, office }: Part & { office: boolean }) {
  const { t } = useTranslation(['services', 'problems'])
  return (
    <FormSheet title={t('offer.form.what')} lead={t('offer.form.lead')}>
      {office && <Combobox name="organisationId" label={t('offer.form.organisation')} hint={t('offer.form.organisationHint')} value={form.organisation} error={error('organisation')} search={findOrganisations} onChange={(organisation: Option | null) => set({ organisation })} />}
      <TextField name="title" label={t('offer.form.title')} hint={t('offer.form.titleHint')} value={form.title} maxLength={100} error={error('title')} onChange={(title) => set({ title })} />
      <RadioGroup name="family" label={t('offer.form.family')} value={form.family} error={error('family')} options={serviceFamilies.map((value) => ({ value, label: t(`problems:families.${value}`), note: t(`problems:familyHints.${value}`) }))} onChange={(family) => set({ family })} />
      <TextArea name="description" label={t('offer.form.description')} hint={t('offer.form.descriptionHint')} rows={5} most={4000} value={form.description} error={error('description')} onChange={(description) => set({ description })} />
      <TextField name="audience" label={t('offer.form.audience')} hint={t('offer.form.audienceHint')} value={form.audience} maxLength={300} error={error('audience')} onChange={(audience) => set({ audience })} />
      <TextField name="titleEn" label={t('offer.form.titleEn')} optional value={form.titleEn} maxLength={200} onChange={(titleEn) => set({ titleEn })} />
    </FormSheet>
  )
}

function How({ form, set, error }: Part) {
  const { t } = useTranslation('services')
  return (
    <FormSheet title={t('offer.form.how')}>
      <RadioGroup name="pricing" inline label={t('offer.form.pricing')} value={form.pricing} options={pricings.map((value) => ({ value, label: t(`offer.pricings.${value}`) }))} onChange={(pricing) => set({ pricing })} />
      {form.pricing === 'priced' && (
        <FieldRow>
          <NumberField name="price" label={t('offer.form.price')} value={form.price} error={error('price')} onChange={(price) => set({ price })} />
          <TextField name="priceUnit" label={t('offer.form.priceUnit')} hint={t('offer.form.priceUnitHint')} optional value={form.priceUnit} maxLength={20} onChange={(priceUnit) => set({ priceUnit })} />
        </FieldRow>
      )}
      <FieldRow>
        <NumberField name="answerDays" label={t('offer.form.answerDays')} value={form.answerDays} error={error('answerDays')} onChange={(answerDays) => set({ answerDays })} />
        <NumberField name="capacity" label={t('offer.form.capacity')} hint={t('offer.form.capacityHint')} optional value={form.capacity} onChange={(capacity) => set({ capacity })} />
      </FieldRow>
      <FieldRow>
        <TextField name="contactName" label={t('offer.form.contactName')} value={form.contactName} maxLength={60} error={error('contactName')} onChange={(contactName) => set({ contactName })} />
        <TextField name="contactPhone" label={t('offer.form.contactPhone')} optional value={form.contactPhone} maxLength={30} onChange={(contactPhone) => set({ contactPhone })} />
      </FieldRow>
      <DateField name="validUntil" short label={t('offer.form.validUntil')} hint={t('offer.form.validHint')} value={form.validUntil} error={error('validUntil')} onChange={(validUntil) => set({ validUntil })} />
    </FormSheet>
  )
}
