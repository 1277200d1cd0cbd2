import type { Option } from '../../../ui/inputs.tsx'
import type { PlacementView, Terms } from './queries.ts'

export type PlacementForm = {
  student: Option | null
  kind: 'placement' | 'orientation'
  where: 'post' | 'hand'
  post: Option | null
  unit: Option | null
  startsOn: string
  endsOn: string
  supervisor: Option | null
  mentorName: string
  mentorPhone: string
  lodging: '' | 'school' | 'unit' | 'home' | 'elsewhere'
  lodgingConsentOn: string
  healthCheckOn: string
  selfChosen: boolean
  refusedOn: string
  refusal: string
  proposedBy: 'school' | 'student' | 'unit' | 'office' | 'authority'
  title: string
  tasks: string
  pay: number | null
  samePostWage: number | null
  lowestTierWage: number | null
  hoursPerDay: number | null
  hoursPerWeek: number | null
  shift: '' | 'day' | 'two_shifts' | 'three_shifts' | 'flexible'
  divisionCode: string
  address: string
  labourIntensity: number | null
  postStaff: number | null
}

export const emptyForm: PlacementForm = {
  student: null, kind: 'placement', where: 'post', post: null, unit: null, startsOn: '', endsOn: '', supervisor: null, mentorName: '', mentorPhone: '', lodging: '', lodgingConsentOn: '', healthCheckOn: '', selfChosen: false, refusedOn: '', refusal: '',
  proposedBy: 'school', title: '', tasks: '', pay: null, samePostWage: null, lowestTierWage: null, hoursPerDay: 8, hoursPerWeek: 40, shift: 'day', divisionCode: '', address: '', labourIntensity: null, postStaff: null,
}

export const formOf = (placement: PlacementView): PlacementForm => {
  const { terms } = placement
  return {
    ...emptyForm,
    kind: placement.kind, where: placement.postId ? 'post' : 'hand', startsOn: placement.startsOn, endsOn: placement.endsOn,
    supervisor: placement.supervisorId ? { value: placement.supervisorId, label: placement.supervisorName ?? '' } : null,
    mentorName: placement.mentorName ?? '', mentorPhone: placement.mentorPhone ?? '', lodging: placement.lodging ?? '', lodgingConsentOn: placement.lodgingConsentOn ?? '', healthCheckOn: placement.healthCheckOn ?? '',
    title: terms.title, tasks: terms.tasks, pay: terms.payMin ?? null, samePostWage: terms.samePostWage ?? null, lowestTierWage: terms.lowestTierWage ?? null, hoursPerDay: terms.hoursPerDay ?? null, hoursPerWeek: terms.hoursPerWeek ?? null,
    shift: terms.shift ?? '', divisionCode: terms.divisionCode ?? '', address: terms.address ?? '', labourIntensity: terms.labourIntensity ?? null, postStaff: terms.postStaff ?? null,
  }
}

const or = <T>(value: T | '') => (value === '' ? null : value)

/** What the student does there; the rest of what was known stays. */
export const termsOf = (form: PlacementForm, before?: Terms): Terms => ({
  ...(before ?? { majorCodes: [], hazards: [], payDirect: true, nightWork: false, restDayWork: false, abroad: false, minorForbidden: false, femaleForbidden: false, entertainmentVenue: false, agency: false }),
  title: form.title, tasks: form.tasks, payMin: form.pay, payMax: before?.payMax && form.pay !== null && before.payMax >= form.pay ? before.payMax : form.pay, payPeriod: form.pay === null ? null : (before?.payPeriod ?? 'month'), samePostWage: form.samePostWage, lowestTierWage: form.lowestTierWage,
  hoursPerDay: form.hoursPerDay, hoursPerWeek: form.hoursPerWeek, shift: or(form.shift), divisionCode: or(form.divisionCode), address: or(form.address), labourIntensity: form.labourIntensity, postStaff: form.postStaff,
})

/** What is missing, by field. */
export function gapsOf(form: PlacementForm): Set<string> {
  const gaps = new Set<string>()
  if (!form.student) gaps.add('student')
  if (form.where === 'post' ? !form.post : !form.unit) gaps.add(form.where === 'post' ? 'post' : 'unit')
  if (!form.startsOn) gaps.add('startsOn')
  if (!form.endsOn || form.endsOn < form.startsOn) gaps.add('endsOn')
  if (form.where === 'hand' && form.title.trim() === '') gaps.add('title')
  if (form.selfChosen && !form.refusedOn) gaps.add('refusedOn')
  if (form.selfChosen && form.refusal.trim().length < 5) gaps.add('refusal')
  return gaps
}
