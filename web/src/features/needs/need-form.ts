import type { Option } from '../../ui/inputs.tsx'
import type { NeedView, PostFields, Saving } from './queries.ts'

/** What the form holds: texts are never null, what is chosen carries its name. */
export type NeedForm = {
  organisation: Option | null
  title: string
  titleEn: string
  occupation: Option | null
  majors: Option[]
  tasks: string
  seats: number | null
  postStaff: number | null
  startsOn: string
  endsOn: string
  validUntil: string
  payMin: number | null
  payMax: number | null
  payPeriod: NonNullable<PostFields['payPeriod']>
  samePostWage: number | null
  lowestTierWage: number | null
  payDirect: boolean
  hoursPerDay: number | null
  hoursPerWeek: number | null
  shift: PostFields['shift'] | ''
  nightWork: boolean
  restDayWork: boolean
  division: Option | null
  town: string
  address: string
  lodging: PostFields['lodging'] | ''
  meals: PostFields['meals'] | ''
  benefits: string
  hazards: PostFields['hazards']
  labourIntensity: '' | '1' | '2' | '3' | '4'
  minorForbidden: boolean
  femaleForbidden: boolean
  entertainmentVenue: boolean
  agency: boolean
  specialNeedFiling: string
  specialNeedFiledOn: string
  mentorName: string
  mentorPhone: string
  reasons: Record<string, string>
}

export const emptyForm: NeedForm = {
  organisation: null, title: '', titleEn: '', occupation: null, majors: [], tasks: '', seats: null, postStaff: null, startsOn: '', endsOn: '', validUntil: '',
  payMin: null, payMax: null, payPeriod: 'month', samePostWage: null, lowestTierWage: null, payDirect: true, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', nightWork: false, restDayWork: false,
  division: null, town: '', address: '', lodging: '', meals: '', benefits: '', hazards: [], labourIntensity: '', minorForbidden: false, femaleForbidden: false, entertainmentVenue: false, agency: false,
  specialNeedFiling: '', specialNeedFiledOn: '', mentorName: '', mentorPhone: '', reasons: {},
}

export const formOf = (need: NeedView): NeedForm => ({
  organisation: { value: need.organisationId, label: need.organisationName },
  title: need.title,
  titleEn: need.titleEn ?? '',
  occupation: need.occupationCode ? { value: need.occupationCode, label: need.occupationName ?? need.occupationCode } : null,
  majors: need.majors.map(({ code, name }) => ({ value: code, label: name ?? code })),
  tasks: need.tasks,
  seats: need.seats,
  postStaff: need.postStaff,
  startsOn: need.startsOn ?? '',
  endsOn: need.endsOn ?? '',
  validUntil: need.validUntil ?? '',
  payMin: need.payMin,
  payMax: need.payMax,
  payPeriod: need.payPeriod ?? 'month',
  samePostWage: need.samePostWage,
  lowestTierWage: need.lowestTierWage,
  payDirect: need.payDirect,
  hoursPerDay: need.hoursPerDay,
  hoursPerWeek: need.hoursPerWeek,
  shift: need.shift ?? '',
  nightWork: need.nightWork,
  restDayWork: need.restDayWork,
  division: need.divisionCode ? { value: need.divisionCode, label: need.divisionName ?? need.divisionCode } : null,
  town: need.town ?? '',
  address: need.address ?? '',
  lodging: need.lodging ?? '',
  meals: need.meals ?? '',
  benefits: need.benefits,
  hazards: need.hazards,
  labourIntensity: need.labourIntensity === null ? '' : (String(need.labourIntensity) as '1'),
  minorForbidden: need.minorForbidden,
  femaleForbidden: need.femaleForbidden,
  entertainmentVenue: need.entertainmentVenue,
  agency: need.agency,
  specialNeedFiling: need.specialNeedFiling ?? '',
  specialNeedFiledOn: need.specialNeedFiledOn ?? '',
  mentorName: need.mentorName ?? '',
  mentorPhone: need.mentorPhone ?? '',
  reasons: Object.fromEntries(need.waivers.map(({ ruleId, reason }) => [ruleId, reason])),
})

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
/** The server takes whole yuan and people; a fault in the numbers is said beside the field, not by a refusal. */
const whole = (value: number | null) => (value === null ? null : Math.max(0, Math.round(value)))

/** For the server. */
export const fieldsOf = (form: NeedForm): PostFields => ({
  title: form.title.trim(),
  titleEn: orNull(form.titleEn),
  occupationCode: form.occupation?.value ?? null,
  majorCodes: form.majors.map(({ value }) => value),
  tasks: form.tasks.trim(),
  seats: form.seats === null || form.seats < 1 ? null : whole(form.seats),
  payMin: whole(form.payMin),
  payMax: form.payMax !== null && form.payMin !== null && form.payMax < form.payMin ? whole(form.payMin) : whole(form.payMax ?? form.payMin),
  payPeriod: form.payPeriod,
  samePostWage: whole(form.samePostWage) || null,
  lowestTierWage: whole(form.lowestTierWage) || null,
  payDirect: form.payDirect,
  hoursPerDay: form.hoursPerDay !== null && form.hoursPerDay > 0 && form.hoursPerDay <= 24 ? form.hoursPerDay : null,
  hoursPerWeek: form.hoursPerWeek !== null && form.hoursPerWeek > 0 && form.hoursPerWeek <= 168 ? form.hoursPerWeek : null,
  shift: form.shift || null,
  nightWork: form.nightWork,
  restDayWork: form.restDayWork,
  divisionCode: form.division?.value ?? null,
  town: orNull(form.town),
  address: orNull(form.address),
  lodging: form.lodging || null,
  meals: form.meals || null,
  benefits: form.benefits.trim(),
  hazards: form.hazards,
  labourIntensity: form.labourIntensity === '' ? null : Number(form.labourIntensity),
  minorForbidden: form.minorForbidden,
  femaleForbidden: form.femaleForbidden,
  entertainmentVenue: form.entertainmentVenue,
  agency: form.agency,
  specialNeedFiling: orNull(form.specialNeedFiling),
  specialNeedFiledOn: form.specialNeedFiledOn || null,
  postStaff: whole(form.postStaff),
  mentorName: orNull(form.mentorName),
  mentorPhone: orNull(form.mentorPhone),
  startsOn: form.startsOn || null,
  // The database holds that a post ends after it begins; the fault is said beside the field.
  endsOn: form.endsOn && (!form.startsOn || form.endsOn > form.startsOn) ? form.endsOn : null,
  validUntil: form.validUntil || null,
})

export const bodyOf = (form: NeedForm): Saving => ({ ...fieldsOf(form), reasons: form.reasons })

export const stepKeys = ['work', 'when', 'pay', 'place', 'review'] as const
export type StepKey = (typeof stepKeys)[number]

/** Where each field of the server stands in the form. */
const stepOf: Record<string, StepKey> = {
  organisationId: 'work', title: 'work', occupationCode: 'work', majorCodes: 'work', tasks: 'work',
  seats: 'when', postStaff: 'when', startsOn: 'when', endsOn: 'when', validUntil: 'when',
  payMin: 'pay', payMax: 'pay', payPeriod: 'pay', samePostWage: 'pay', lowestTierWage: 'pay', payDirect: 'pay', hoursPerDay: 'pay', hoursPerWeek: 'pay', shift: 'pay', nightWork: 'pay', restDayWork: 'pay',
}
export const stepOfField = (field: string): StepKey => stepOf[field] ?? 'place'
