import { shown } from '../rules.ts'

/** Figures that count people, or would tell how many. */
export const peopleFigures = ['members', 'placed', 'consented', 'filed', 'teachersTo', 'teachersFrom'] as const
export const stayFigures = ['due', 'asked', 'answered', 'stayed'] as const
type Stay = Record<(typeof stayFigures)[number], number>
export type Counted = Record<(typeof peopleFigures)[number], number> & {
  county: string; year: number | null; batches: number; seatsAsked: number; seatsConfirmed: number; checksDue: number; checksOnTime: number; daysTo: number; daysFrom: number; stay6: Stay; stay12: Stay
  resources: { kind: string; count: number; value: number }[]; resourcesReceived: number; resourcesValue: number; open: boolean
}
type Masked<T> = { [K in keyof T]: T[K] extends number ? number | null : T[K] }
export type Shown = Omit<Counted, (typeof peopleFigures)[number] | 'checksDue' | 'checksOnTime' | 'daysTo' | 'daysFrom' | 'stay6' | 'stay12'> &
  Record<(typeof peopleFigures)[number] | 'checksDue' | 'checksOnTime' | 'daysTo' | 'daysFrom', number | null> & { stay6: Masked<Stay>; stay12: Masked<Stay> }

/** One or two people are not told; nor what would give them away: their checks, their days. */
export function masked(row: Counted): Shown {
  const see = (count: number) => shown(count, row.open)
  const along = (value: number, people: number) => (see(people) === null ? null : value)
  const stay = (one: Stay) => ({ due: see(one.due), asked: see(one.asked), answered: see(one.answered), stayed: see(one.stayed) })
  return {
    ...row,
    ...(Object.fromEntries(peopleFigures.map((figure) => [figure, see(row[figure])])) as Record<(typeof peopleFigures)[number], number | null>),
    checksDue: along(row.checksDue, row.placed), checksOnTime: along(row.checksOnTime, row.placed), daysTo: along(row.daysTo, row.teachersTo), daysFrom: along(row.daysFrom, row.teachersFrom),
    stay6: stay(row.stay6), stay12: stay(row.stay12),
  }
}

/** A sum is told only where every part is: otherwise the parts that are told would give away the one that is not. */
export const summed = (parts: readonly (number | null)[]): number | null => (parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0))
