import { isPairedCounty } from '../rules.ts'

type Day = string
const daysOf = (from: Day, until: Day) => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1

/** One of both is a county school: of two counties, or of none, it is no paired assistance. */
export const isAcross = (home: string | null, host: string | null) => isPairedCounty(home) !== isPairedCounty(host)
export const directionOf = (hostDivision: string | null) => (isPairedCounty(hostDivision) ? ('to_county' as const) : ('from_county' as const))

export function faultsOfWish({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }) {
  if (endsOn < startsOn) return [{ path: ['endsOn'], code: 'out_of_order' }]
  return daysOf(startsOn, endsOn) > 3 * 366 ? [{ path: ['endsOn'], code: 'too_long' }] : []
}

/** What the host confirms: an end within the term and not in the future, and no more days than there were. */
export function faultsOfFinish({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, { endedOn, days }: { endedOn: Day; days: number | undefined }, today: Day) {
  const faults: { path: string[]; code: string }[] = []
  if (endedOn < startsOn || endedOn > endsOn) faults.push({ path: ['endedOn'], code: 'outside' })
  else if (endedOn > today) faults.push({ path: ['endedOn'], code: 'in_future' })
  if (days === undefined) faults.push({ path: ['days'], code: 'missing' })
  else if (faults.length === 0 && days > daysOf(startsOn, endedOn)) faults.push({ path: ['days'], code: 'too_many' })
  return faults
}
