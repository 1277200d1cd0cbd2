/** A month: at least once in so many days (a typical provincial rule; field.md 3.3). */
export const visitEveryDays = 31
/** It is asked for so many days ahead. */
export const askAheadDays = 7

const lettersOf = (text: string | undefined) => [...(text ?? '').trim()].length
export type Fault = { path: string[]; code: string }
type Step = { action: string; visitedOn?: string; finding?: string; followUp?: string; followUpBy?: string; outcome?: string; reason?: string }

/** What the step lacks, all at once. */
export function faultsOfVisit({ action, visitedOn, finding, followUp, followUpBy, outcome, reason }: Step, today: string): Fault[] {
  const fault = (path: string, code: string): Fault => ({ path: [path], code })
  if (action === 'cancel') return lettersOf(reason) < 5 ? [fault('reason', 'too_short')] : []
  if (action === 'follow') return lettersOf(outcome) < 5 ? [fault('outcome', 'too_short')] : []
  const open = lettersOf(followUp) > 0
  return [
    ...(!visitedOn ? [fault('visitedOn', 'missing')] : visitedOn > today ? [fault('visitedOn', 'too_late')] : []),
    ...(lettersOf(finding) < 10 ? [fault('finding', 'too_short')] : []),
    ...(open && lettersOf(followUp) < 5 ? [fault('followUp', 'too_short')] : []),
    ...(open && !followUpBy ? [fault('followUpBy', 'missing')] : []),
    ...(open && followUpBy && visitedOn && followUpBy < visitedOn ? [fault('followUpBy', 'out_of_order')] : []),
    ...(!open && followUpBy ? [fault('followUp', 'missing')] : []),
  ]
}
