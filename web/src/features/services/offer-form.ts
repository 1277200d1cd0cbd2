import type { Option } from '../../ui/inputs.tsx'
import type { OfferFields, OfferView } from './queries.ts'

/** What the form holds: texts are never null. */
export type OfferForm = {
  organisation: Option | null
  family: OfferFields['family'] | ''
  title: string
  titleEn: string
  description: string
  audience: string
  pricing: OfferFields['pricing']
  price: number | null
  priceUnit: string
  capacity: number | null
  answerDays: number | null
  contactName: string
  contactPhone: string
  validUntil: string
}

export const emptyForm: OfferForm = { organisation: null, family: '', title: '', titleEn: '', description: '', audience: '', pricing: 'free', price: null, priceUnit: '', capacity: null, answerDays: 5, contactName: '', contactPhone: '', validUntil: '' }

export const formOf = (offer: OfferView): OfferForm => ({
  organisation: { value: offer.organisationId, label: offer.organisationName },
  family: offer.family, title: offer.title, titleEn: offer.titleEn ?? '', description: offer.description, audience: offer.audience, pricing: offer.pricing, price: offer.price, priceUnit: offer.priceUnit ?? '',
  capacity: offer.capacity, answerDays: offer.answerDays, contactName: offer.contactName ?? '', contactPhone: offer.contactPhone ?? '', validUntil: offer.validUntil ?? '',
})

const orNull = (text: string) => text.trim() || null
export const bodyOf = (form: OfferForm): OfferFields => ({
  family: form.family || 'talent_training',
  title: form.title.trim(), titleEn: orNull(form.titleEn), description: form.description.trim(), descriptionEn: null, audience: form.audience.trim(), pricing: form.pricing,
  price: form.pricing === 'priced' ? form.price : null, priceUnit: form.pricing === 'priced' ? orNull(form.priceUnit) : null,
  capacity: form.capacity, answerDays: form.answerDays ?? 5, contactName: orNull(form.contactName), contactPhone: orNull(form.contactPhone), validUntil: orNull(form.validUntil),
})

type Gap = 'missing' | 'too_short'
/** What is missing, by field; the server looks at the days again. */
export function gapsOf(form: OfferForm, office: boolean): Record<string, Gap> {
  const missing = (field: keyof OfferForm) => form[field] === null || form[field] === '' || (typeof form[field] === 'string' && form[field].trim() === '')
  const wanted: (keyof OfferForm)[] = ['title', 'family', 'description', 'audience', 'contactName', 'validUntil', 'answerDays', ...(office ? (['organisation'] as const) : []), ...(form.pricing === 'priced' ? (['price'] as const) : [])]
  const gaps: Record<string, Gap> = Object.fromEntries(wanted.filter(missing).map((field) => [field, 'missing' as const]))
  if (!gaps['description'] && [...form.description.trim()].length < 20) gaps['description'] = 'too_short'
  return gaps
}
