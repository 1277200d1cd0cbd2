import type { Option } from '../../../ui/inputs.tsx'
import type { ProblemFields, ProblemKind, ProblemView, ServiceFamily } from './queries.ts'

/** What the form holds: texts are never null, what is chosen carries its name, money is in 万元 as people say it. */
export type ProblemForm = {
  organisation: Option | null
  title: string
  titleEn: string
  family: ServiceFamily | ''
  description: string
  presentValue: string
  wantedValue: string
  fields: Option[]
  budgetMin: number | null
  budgetMax: number | null
  wantedBy: string
  secrecy: ProblemFields['secrecy']
  privateDetails: string
  validUntil: string
}

const day = 86_400_000
/** Half a year ahead, in China: a need is rarely older and still true. */
const halfAYearOn = (now: Date) => new Date(now.getTime() + 8 * 3_600_000 + 180 * day).toISOString().slice(0, 10)

export const emptyForm = (now: Date): ProblemForm => ({
  organisation: null, title: '', titleEn: '', family: '', description: '', presentValue: '', wantedValue: '', fields: [], budgetMin: null, budgetMax: null, wantedBy: '', secrecy: 'open', privateDetails: '', validUntil: halfAYearOn(now),
})

export const formOf = (problem: ProblemView): ProblemForm => ({
  organisation: { value: problem.organisationId, label: problem.organisationName },
  title: problem.title,
  titleEn: problem.titleEn ?? '',
  family: problem.family ?? '',
  description: problem.description,
  presentValue: problem.presentValue ?? '',
  wantedValue: problem.wantedValue ?? '',
  fields: problem.fields.map(({ code, name }) => ({ value: code, label: name ?? code })),
  budgetMin: problem.budgetMin === null ? null : problem.budgetMin / 10_000,
  budgetMax: problem.budgetMax === null ? null : problem.budgetMax / 10_000,
  wantedBy: problem.wantedBy ?? '',
  secrecy: problem.secrecy,
  privateDetails: problem.privateDetails ?? '',
  validUntil: problem.validUntil ?? '',
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
const yuan = (wan: number | null) => (wan === null ? null : Math.max(0, Math.round(wan * 10_000)))
/** The server refuses a range upside down; the fault is said beside the field. */
export const isUpsideDown = ({ budgetMin, budgetMax }: ProblemForm) => budgetMin !== null && budgetMax !== null && budgetMax < budgetMin

/** For the server. */
export const bodyOf = (form: ProblemForm, kind: ProblemKind): ProblemFields => ({
  kind,
  family: kind === 'service' ? form.family || null : null,
  title: form.title.trim(),
  titleEn: orNull(form.titleEn),
  description: form.description.trim(),
  descriptionEn: null,
  presentValue: orNull(form.presentValue),
  wantedValue: orNull(form.wantedValue),
  fieldCodes: form.fields.map(({ value }) => value),
  privateDetails: orNull(form.privateDetails),
  budgetMin: yuan(form.budgetMin),
  budgetMax: isUpsideDown(form) ? null : yuan(form.budgetMax),
  wantedBy: form.wantedBy || null,
  secrecy: form.secrecy,
  validUntil: form.validUntil || null,
})

export const stepKeys = ['question', 'terms', 'review'] as const
export type StepKey = (typeof stepKeys)[number]
const ofTerms = ['budgetMin', 'budgetMax', 'wantedBy', 'secrecy', 'privateDetails', 'validUntil']
export const stepOfField = (field: string): StepKey => (ofTerms.includes(field) ? 'terms' : 'question')
