import type { Opening, Plan } from './queries.ts'
import type { Option } from '../../ui/inputs.tsx'
import type { PracticeForm } from '@silian/server/contract/practice/openings'

export type PlanForm = { organisation: Option | null; form: PracticeForm; startsOn: string; endsOn: string; goal: string; tasks: string }
export type PlanGap = 'missing' | 'too_short' | 'past' | 'before_start' | 'outside' | 'too_far' | 'unknown'

/** Begins as the opening runs, from today on where it runs already. */
export const emptyPlan = (opening: Opening | null, today: string): PlanForm => ({
  organisation: null, form: opening?.form ?? 'post', startsOn: opening?.startsOn ? (opening.startsOn < today ? today : opening.startsOn) : '', endsOn: '', goal: '', tasks: opening?.tasks ?? '',
})
export const planFormOf = ({ organisationId, organisationName, form, startsOn, endsOn, goal, tasks }: Plan): PlanForm => ({ organisation: { value: organisationId, label: organisationName }, form, startsOn, endsOn, goal, tasks })

export const bodyOf = ({ organisation, ...form }: PlanForm, openingId: string | null) => ({ ...form, goal: form.goal.trim(), tasks: form.tasks.trim(), openingId, organisationId: openingId ? null : (organisation?.value ?? null) })

const lengthOf = (text: string) => [...text.trim()].length

/** What stands in the way of keeping it: without place and dates it is no plan. */
export function gapsToKeep({ organisation, startsOn, endsOn }: PlanForm, opening: Opening | null): Record<string, PlanGap> {
  const gaps: Record<string, PlanGap> = {}
  if (!opening && !organisation) gaps.organisationId = 'missing'
  if (!startsOn) gaps.startsOn = 'missing'
  if (!endsOn) gaps.endsOn = 'missing'
  else if (startsOn && endsOn < startsOn) gaps.endsOn = 'before_start'
  if (opening?.startsOn && startsOn && startsOn < opening.startsOn) gaps.startsOn = 'outside'
  if (opening?.endsOn && endsOn > opening.endsOn) gaps.endsOn ??= 'outside'
  return gaps
}

/** And of handing it in. */
export function gapsToApply(form: PlanForm, opening: Opening | null, today: string): Record<string, PlanGap> {
  const gaps = gapsToKeep(form, opening)
  if (form.startsOn && form.startsOn < today) gaps.startsOn ??= 'past'
  if (lengthOf(form.goal) === 0) gaps.goal = 'missing'
  else if (lengthOf(form.goal) < 10) gaps.goal = 'too_short'
  if (lengthOf(form.tasks) === 0) gaps.tasks = 'missing'
  return gaps
}
