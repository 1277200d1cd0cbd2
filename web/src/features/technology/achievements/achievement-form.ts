import type { Option } from '../../../ui/inputs.tsx'
import type { AchievementFields, AchievementView, Disclosure, TransferWay } from '../queries.ts'

type Right = AchievementFields['rights'][number]
/** What the form holds: texts are never null, what is chosen carries its name, money is in 万元 as people say it. */
export type AchievementForm = {
  organisation: Option | null
  title: string
  titleEn: string
  description: string
  descriptionEn: string
  details: string
  fields: Option[]
  ways: TransferWay[]
  price: number | null
  contactName: string
  contactPhone: string
  disclosure: Disclosure
  rights: { kind: Right['kind']; number: string; state: Right['state'] }[]
}

export const emptyForm: AchievementForm = { organisation: null, title: '', titleEn: '', description: '', descriptionEn: '', details: '', fields: [], ways: [], price: null, contactName: '', contactPhone: '', disclosure: 'public', rights: [] }

export const formOf = (one: AchievementView): AchievementForm => ({
  organisation: { value: one.organisationId, label: one.organisationName },
  title: one.title,
  titleEn: one.titleEn ?? '',
  description: one.description,
  descriptionEn: one.descriptionEn ?? '',
  details: one.details ?? '',
  fields: one.fields.map(({ code, name }) => ({ value: code, label: name ?? code })),
  ways: one.ways,
  price: one.price === null ? null : one.price / 10_000,
  contactName: one.contactName ?? '',
  contactPhone: one.contactPhone ?? '',
  disclosure: one.disclosure,
  rights: one.rights.map(({ kind, number, state }) => ({ kind, number: number ?? '', state })),
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())

function rightOf({ kind, number, state }: AchievementForm['rights'][number]): Right[] {
  if (kind === 'know_how') return [{ kind, number: null, state: 'unregistered' }]
  return number.trim() === '' ? [] : [{ kind, number: number.trim(), state: state === 'unregistered' ? 'filed' : state }]
}

/** For the server. A right without its number is not sent yet. */
export const bodyOf = (form: AchievementForm): AchievementFields => ({
  title: form.title.trim(),
  titleEn: orNull(form.titleEn),
  description: form.description.trim(),
  descriptionEn: orNull(form.descriptionEn),
  details: orNull(form.details),
  fieldCodes: form.fields.map(({ value }) => value),
  ways: form.ways,
  price: form.price === null ? null : Math.max(0, Math.round(form.price * 10_000)),
  contactName: orNull(form.contactName),
  contactPhone: orNull(form.contactPhone),
  disclosure: form.disclosure,
  rights: form.rights.flatMap(rightOf),
})

export const stepKeys = ['content', 'terms', 'level', 'review'] as const
export type StepKey = (typeof stepKeys)[number]
const stepOf: Readonly<Record<string, StepKey>> = { ways: 'terms', details: 'terms', contactName: 'terms', evidence: 'level' }
export const stepOfField = (field: string): StepKey => stepOf[field] ?? 'content'

/** What is missing, as the server will say it: the same list, beside the fields while they are written. */
export function gapsOf(form: AchievementForm, level: number, choosesHouse: boolean): Record<string, 'missing' | 'too_short'> {
  const description = form.description.trim()
  return {
    ...(choosesHouse && !form.organisation ? { organisationId: 'missing' as const } : {}),
    ...(form.title.trim() === '' ? { title: 'missing' as const } : {}),
    ...(description === '' ? { description: 'missing' as const } : [...description].length < 20 ? { description: 'too_short' as const } : {}),
    ...(form.fields.length === 0 ? { fieldCodes: 'missing' as const } : {}),
    ...(form.ways.length === 0 ? { ways: 'missing' as const } : {}),
    ...(form.disclosure === 'nda' && form.details.trim() === '' ? { details: 'missing' as const } : {}),
    ...(form.contactName.trim() === '' ? { contactName: 'missing' as const } : {}),
    ...(level === 0 ? { evidence: 'missing' as const } : {}),
  }
}
