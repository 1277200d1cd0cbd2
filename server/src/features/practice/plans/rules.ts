/** Working days. */
export const endorseWithin = 5
export const approveWithin = 5
export const acceptWithin = 10
export const appraiseWithin = 10
export const assessWithin = 10
export const creditWithin = 5
export const repairWithin = 10
export const archiveWithin = 10
export const finishWithin = 10
/** A stay of four weeks and more is looked at halfway. */
export const checkedFromDays = 28

export type Fault = { path: string[]; code: string }
const lengthOf = (text: string | null | undefined) => [...(text ?? '').trim()].length

/** What keeps a plan from being handed in, all at once. */
export function gapsOf({ goal, tasks, startsOn }: { goal: string; tasks: string; startsOn: string }, today: string): { field: string; reason: 'missing' | 'too_short' | 'past' }[] {
  return [
    ...(lengthOf(goal) === 0 ? [{ field: 'goal', reason: 'missing' as const }] : lengthOf(goal) < 10 ? [{ field: 'goal', reason: 'too_short' as const }] : []),
    ...(lengthOf(tasks) === 0 ? [{ field: 'tasks', reason: 'missing' as const }] : []),
    ...(startsOn < today ? [{ field: 'startsOn', reason: 'past' as const }] : []),
  ]
}

/** Of the dates a plan names: in order, two years at most, and inside those of its opening. */
export function faultsOfDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }, opening: { startsOn: string; endsOn: string } | null): Fault[] {
  if (endsOn < startsOn) return [{ path: ['endsOn'], code: 'before_start' }]
  if (Date.parse(endsOn) - Date.parse(startsOn) > 731 * 86_400_000) return [{ path: ['endsOn'], code: 'too_far' }]
  if (!opening) return []
  return [...(startsOn < opening.startsOn ? [{ path: ['startsOn'], code: 'outside' }] : []), ...(endsOn > opening.endsOn ? [{ path: ['endsOn'], code: 'outside' }] : [])]
}

/** What the last word of a stay must hold: when it ended, and what came of it. */
export function faultsOfFinish({ summary, endedOn }: { summary?: string; endedOn?: string }, { startsOn, endsOn, today }: { startsOn: string; endsOn: string; today: string }): Fault[] {
  const day = !endedOn ? 'missing' : endedOn < startsOn || endedOn > endsOn ? 'outside' : endedOn > today ? 'future' : null
  return [...(lengthOf(summary) < 20 ? [{ path: ['summary'], code: 'too_short' }] : []), ...(day ? [{ path: ['endedOn'], code: day }] : [])]
}

export function faultsOfAppraisal({ grade, words }: { grade?: string; words?: string }): Fault[] {
  return [...(grade ? [] : [{ path: ['grade'], code: 'missing' }]), ...(lengthOf(words) < 5 ? [{ path: ['words'], code: 'too_short' }] : [])]
}

/** Halfway through a stay that is long enough. */
export function checkDueOn({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string | null {
  const days = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1
  return days < checkedFromDays ? null : new Date(Date.parse(startsOn) + Math.floor(days / 2) * 86_400_000).toISOString().slice(0, 10)
}
