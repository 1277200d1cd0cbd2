export type Fault = { path: string[]; code: string }

/** Past days: in order, over, and no more of them than there are. */
export function faultsOfClaim({ startsOn, endsOn, days }: { startsOn: string; endsOn: string; days: number }, today: string): Fault[] {
  if (endsOn < startsOn) return [{ path: ['endsOn'], code: 'before_start' }]
  if (endsOn > today) return [{ path: ['endsOn'], code: 'future' }]
  const length = Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000) + 1
  if (length > 1827) return [{ path: ['endsOn'], code: 'too_far' }]
  return days > length ? [{ path: ['days'], code: 'too_many' }] : []
}
