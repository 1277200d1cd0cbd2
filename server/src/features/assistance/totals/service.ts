import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import { isPairedCounty } from '../rules.ts'
import { workbook } from '../service.ts'
import type { TotalRow } from './contract.ts'
import { masked, stayFigures, summed, type Counted, type Shown } from './rules.ts'
import { totalsTable } from './sheet.ts'
import { countBatches, countChecks, countExchanges, countResources, countStays, countStudents, findAllianceFor, findDivision, listCountySchools } from './tables.ts'

const noStay = { due: 0, asked: 0, answered: 0, stayed: 0 }
const empty = (county: string, year: number | null): Counted => ({
  county, year, batches: 0, seatsAsked: 0, seatsConfirmed: 0, members: 0, placed: 0, consented: 0, filed: 0, checksDue: 0, checksOnTime: 0, stay6: noStay, stay12: noStay,
  teachersTo: 0, daysTo: 0, teachersFrom: 0, daysFrom: 0, resources: [], resourcesReceived: 0, resourcesValue: 0, open: false,
})
type Counting = Counted & { schools: Set<string> }

/** By county and year, from the records alone. */
async function count(tx: Tx, allianceId: string, today: string): Promise<Counting[]> {
  const cells = new Map<string, Counting>()
  const cell = ({ county, year, schools }: { county: string; year: number; schools: string[] }) => {
    const key = `${county} ${year}`
    const one = cells.get(key) ?? { ...empty(county, year), schools: new Set<string>() }
    cells.set(key, one)
    for (const school of schools) one.schools.add(school)
    return one
  }
  for (const { county, year, schools, ...figures } of await countBatches(tx, allianceId)) Object.assign(cell({ county, year, schools }), figures)
  for (const { county, year, schools, ...figures } of await countStudents(tx, allianceId)) Object.assign(cell({ county, year, schools }), figures)
  for (const row of await countChecks(tx, allianceId, today)) Object.assign(cell(row), { checksDue: row.due, checksOnTime: row.onTime })
  for (const { due, asked, answered, stayed, ...row } of await countStays(tx, allianceId, today)) Object.assign(cell(row), { [row.months === 6 ? 'stay6' : 'stay12']: { due, asked, answered, stayed } })
  for (const row of await countExchanges(tx, allianceId)) Object.assign(cell(row), row.inward ? { teachersTo: row.teachers, daysTo: row.days } : { teachersFrom: row.teachers, daysFrom: row.days })
  for (const { kind, count: many, value, ...row } of await countResources(tx, allianceId)) {
    const one = cell(row)
    one.resources = [...one.resources, { kind, count: many, value }]
    one.resourcesReceived += many
    one.resourcesValue = Math.round((one.resourcesValue + value) * 100) / 100
  }
  return [...cells.values()]
}

const sumOf = (rows: readonly Shown[], year: number | null): Shown => {
  const add = (pick: (row: Shown) => number | null) => summed(rows.map(pick))
  const plain = (pick: (row: Shown) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const stay = (of: 'stay6' | 'stay12') => Object.fromEntries(stayFigures.map((figure) => [figure, add((row) => row[of][figure])])) as Shown['stay6']
  const kinds = Map.groupBy(rows.flatMap(({ resources }) => resources), ({ kind }) => kind)
  return {
    county: '', year, batches: plain((row) => row.batches), seatsAsked: plain((row) => row.seatsAsked), seatsConfirmed: plain((row) => row.seatsConfirmed),
    members: add((row) => row.members), placed: add((row) => row.placed), consented: add((row) => row.consented), filed: add((row) => row.filed), checksDue: add((row) => row.checksDue), checksOnTime: add((row) => row.checksOnTime),
    stay6: stay('stay6'), stay12: stay('stay12'), teachersTo: add((row) => row.teachersTo), daysTo: add((row) => row.daysTo), teachersFrom: add((row) => row.teachersFrom), daysFrom: add((row) => row.daysFrom),
    resources: [...kinds].map(([kind, some]) => ({ kind, count: some.reduce((sum, one) => sum + one.count, 0), value: Math.round(some.reduce((sum, one) => sum + one.value, 0) * 100) / 100 })),
    resourcesReceived: plain((row) => row.resourcesReceived), resourcesValue: Math.round(plain((row) => row.resourcesValue) * 100) / 100, open: rows.length > 0 && rows.every(({ open }) => open),
  }
}

export async function viewTotals(tx: Tx, actor: Actor, year: number | undefined, now: Date) {
  const today = dayOf(now)
  const allianceId = await findAllianceFor(tx, actor)
  const division = actor.organisationId ? await findDivision(tx, actor.organisationId) : null
  const all = allianceId ? await count(tx, allianceId, today) : []
  const years = [...new Set(all.map((row) => row.year!))].toSorted((a, b) => b - a)
  // A county's own school opens its rows; where there are two, neither opens the other's.
  const isOpen = ({ county, schools }: Counting) => hasRole(actor, 'secretariat') || (hasRole(actor, 'school_contact') && county === division && [...schools].every((id) => id === actor.organisationId))
  const counties = year !== undefined && allianceId ? [...new Set((await listCountySchools(tx, allianceId)).map(({ county }) => county!))] : []
  const blank = counties.filter((county) => !all.some((row) => row.county === county && row.year === year)).map((county): Counting => ({ ...empty(county, year!), schools: new Set() }))
  const rows = [...all.filter((row) => year === undefined || row.year === year), ...blank]
    .toSorted((a, b) => b.year! - a.year! || (a.county < b.county ? -1 : 1))
    .map(({ schools, ...row }) => masked({ ...row, open: isOpen({ ...row, schools }) }))
  const county = hasRole(actor, 'school_contact') && isPairedCounty(division)
  return {
    years, year: year ?? null, rows: rows as TotalRow[], sum: sumOf(rows, year ?? null) as TotalRow,
    can: {
      batches: hasRole(actor, 'secretariat', 'enterprise_contact') || county || (hasRole(actor, 'teacher') && isPairedCounty(division)),
      checks: hasRole(actor, 'secretariat') || (hasRole(actor, 'school_contact', 'teacher') && isPairedCounty(division)),
      stays: hasRole(actor, 'secretariat') || (hasRole(actor, 'school_contact', 'teacher') && isPairedCounty(division)),
      exchanges: hasRole(actor, 'secretariat', 'school_contact', 'teacher'),
      resources: hasRole(actor, 'secretariat', 'school_contact', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'),
      planBatch: county, proposeExchange: hasRole(actor, 'school_contact'), giveResource: hasRole(actor, 'secretariat', 'school_contact', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact'), care: hasRole(actor, 'teacher') && isPairedCounty(division),
    },
  }
}

export async function exportTotals(tx: Tx, actor: Actor, year: number | undefined, now: Date) {
  const { rows } = await viewTotals(tx, actor, year, now)
  return workbook(totalsTable(actor.locale, rows), dayOf(now))
}
