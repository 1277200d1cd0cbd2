export type Fault = { path: string[]; code: string }
export const photoLimit = 4
/** Working days for the school to say whether it was so. */
export const confirmWithin = 10

/** Inside the term, and not before it has happened. */
export const faultsOfTask = ({ happenedOn }: { happenedOn: string }, { startsOn, endsOn, today }: { startsOn: string; endsOn: string; today: string }): Fault[] =>
  happenedOn < startsOn || happenedOn > endsOn ? [{ path: ['happenedOn'], code: 'outside' }] : happenedOn > today ? [{ path: ['happenedOn'], code: 'future' }] : []
