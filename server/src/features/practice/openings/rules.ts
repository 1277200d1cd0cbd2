import type { RefusalCode } from '../../../contract/refusals.ts'

export type OpeningFilled = { tasks: string; startsOn: string | null; endsOn: string | null; contactName: string | null; costs: string }
export type Gap = { field: string; reason: 'missing' | 'too_short' | 'past' | 'before_start' }

const lengthOf = (text: string | null) => [...(text ?? '').trim()].length

/** What keeps a draft from being published, all at once. */
export function gapsOf({ tasks, startsOn, endsOn, contactName, costs }: OpeningFilled, today: string): Gap[] {
  const gaps: Gap[] = []
  if (lengthOf(tasks) === 0) gaps.push({ field: 'tasks', reason: 'missing' })
  else if (lengthOf(tasks) < 10) gaps.push({ field: 'tasks', reason: 'too_short' })
  if (!startsOn) gaps.push({ field: 'startsOn', reason: 'missing' })
  if (!endsOn) gaps.push({ field: 'endsOn', reason: 'missing' })
  else if (endsOn < today) gaps.push({ field: 'endsOn', reason: 'past' })
  else if (startsOn && endsOn < startsOn) gaps.push({ field: 'endsOn', reason: 'before_start' })
  if (lengthOf(contactName) === 0) gaps.push({ field: 'contactName', reason: 'missing' })
  if (lengthOf(costs) === 0) gaps.push({ field: 'costs', reason: 'missing' })
  return gaps
}

/** Why nobody can plan to come, or be accepted, here and now. */
export const whyNotTake = ({ state, places, taken }: { state: string; places: number; taken: number }): RefusalCode | null => (state !== 'open' ? 'opening_closed' : taken >= places ? 'opening_full' : null)
