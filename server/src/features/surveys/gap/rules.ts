import { forecast } from '@silian/algorithms/forecast'

/** 小类: the first three parts of an occupation's code. */
export const familyOf = (occupationCode: string) => occupationCode.split('-').slice(0, 3).join('-')

export type Wanted = { year: number; occupationCode: string; organisationId: string; people: number }
export type Leaving = { year: number; majorCode: string; people: number }
type Facts = {
  /** Years that were surveyed, oldest first; the last is the one looked at. */
  years: readonly number[]
  wanted: readonly Wanted[]
  leaving: readonly Leaving[]
  occupationsOf: ReadonlyMap<string, readonly string[]>
  /** Firms a figure needs; 1 for the office. */
  leastFirms: number
}

const sum = (rows: readonly { people: number }[]) => rows.reduce((total, { people }) => total + people, 0)

/** Without the last year's figure a guess would leap over it. */
function guessed(known: readonly (number | null)[]) {
  if (known.at(-1) === null) return null
  const found = forecast(known.filter((one) => one !== null))
  return found && { ...found, next: Math.round(found.next) }
}

/** The largest gap of the last year first. */
export function gapsOf({ years, wanted, leaving, occupationsOf, leastFirms }: Facts) {
  const last = years.at(-1)!
  const firstRoll = Math.min(...leaving.map(({ year }) => year))
  const majorsOf = new Map<string, Set<string>>()
  for (const [major, occupations] of occupationsOf) {
    for (const family of occupations.map(familyOf)) majorsOf.set(family, (majorsOf.get(family) ?? new Set()).add(major))
  }
  const rows = [...Map.groupBy(wanted, ({ occupationCode }) => familyOf(occupationCode))].map(([familyCode, theirs]) => {
    // A major that leads to two occupations of one family is counted once.
    const here = leaving.filter(({ majorCode }) => majorsOf.get(familyCode)?.has(majorCode))
    const graduatesIn = (year: number) => (year < firstRoll ? null : sum(here.filter((one) => one.year === year)))
    const figures = years.map((year) => {
      const said = theirs.filter((one) => one.year === year)
      const firms = new Set(said.map(({ organisationId }) => organisationId)).size
      const demand = firms > 0 && firms < leastFirms ? null : sum(said)
      const graduates = graduatesIn(year)
      return { year, demand, graduates, gap: demand === null || graduates === null ? null : demand - graduates }
    })
    const majors = [...Map.groupBy(here.filter(({ year }) => year === last), ({ majorCode }) => majorCode)].map(([code, its]) => ({ code, graduates: sum(its) }))
    return {
      familyCode, years: figures, majors,
      next: { demand: guessed(figures.map(({ demand }) => demand)), graduates: guessed(figures.map(({ graduates }) => graduates)), onRolls: graduatesIn(last + 1) },
    }
  })
  return rows
    .filter(({ years: figures }) => figures.some(({ demand }) => demand !== null && demand > 0))
    .sort((one, other) => (other.years.at(-1)!.gap ?? -Infinity) - (one.years.at(-1)!.gap ?? -Infinity) || one.familyCode.localeCompare(other.familyCode))
}
