import { chance } from './chance.ts'
import { dayAfter, momentAfter } from './days.ts'
import { mobile } from './numbers.ts'
import { personName } from './people.ts'
import type { DemoOrganisation, DemoPost } from './shape.ts'
import { readTable } from './table.ts'

type Column =
  | 'key' | 'org' | 'state' | 'titleZh' | 'titleEn' | 'occupation' | 'seats' | 'payMin' | 'payMax' | 'samePost' | 'lowest'
  | 'shift' | 'hoursDay' | 'hoursWeek' | 'lodging' | 'meals' | 'intensity' | 'flags' | 'majors' | 'paired' | 'tasks'
type Row = Record<Column, string>
type Placement = { startsOn: string; endsOn: string }

/** Days from the load: `submitted` and `verified` lie behind, `validUntil` ahead unless the post is over. */
const clocks: Record<DemoPost['state'], { submitted: number | null; verified: number | null; confirmed: number | null; validUntil: number }> = {
  draft: { submitted: null, verified: null, confirmed: null, validUntil: 60 },
  submitted: { submitted: -2, verified: null, confirmed: null, validUntil: 75 },
  open: { submitted: -40, verified: -36, confirmed: -36, validUntil: 85 },
  // 90 days without a word: nobody knows whether it still holds.
  stale: { submitted: -110, verified: -106, confirmed: -95, validUntil: 20 },
  closed: { submitted: -420, verified: -415, confirmed: -400, validUntil: -300 },
}

export function posts(now: Date, firms: DemoOrganisation[], placement: Placement, lastPlacement: Placement): DemoPost[] {
  const luck = chance('posts')
  const firmByKey = new Map(firms.map((firm) => [firm.key, firm]))
  return readTable<Column>('posts').map((row, index) => {
    const firm = firmByKey.get(row.org)!
    const state = row.state as DemoPost['state']
    const clock = clocks[state]
    const moment = (days: number | null) => (days === null ? null : momentAfter(now, days, 10))
    return {
      key: row.key,
      organisation: firm.key,
      state,
      ...work(row),
      divisionCode: firm.divisionCode!,
      town: firm.town!,
      address: firm.address!,
      mentorName: personName(luck, luck.pick(['male', 'female']), 'nanhai'),
      mentorPhone: mobile(7000 + index),
      // At least five on the same post for each intern: the law's general limit is 20 %.
      postStaff: Number(row.seats) * 5 + luck.between(0, 20),
      ...(state === 'closed' ? lastPlacement : placement),
      validUntil: dayAfter(now, clock.validUntil),
      submittedAt: moment(clock.submitted),
      verifiedAt: moment(clock.verified),
      confirmedAt: moment(clock.confirmed),
      closeReason: state === 'closed' ? 'filled' : null,
      demo: true,
    }
  })
}

function work(row: Row) {
  const flags = row.flags.split('|').filter(Boolean)
  return {
    title: row.titleZh,
    titleEn: row.titleEn,
    occupationCode: row.occupation,
    tasks: row.tasks,
    seats: Number(row.seats),
    payMin: Number(row.payMin),
    payMax: Number(row.payMax),
    payPeriod: 'month' as const,
    samePostWage: Number(row.samePost),
    lowestTierWage: Number(row.lowest),
    payDirect: !flags.includes('indirect'),
    hoursPerDay: Number(row.hoursDay),
    hoursPerWeek: Number(row.hoursWeek),
    shift: row.shift as DemoPost['shift'],
    nightWork: flags.includes('night'),
    restDayWork: flags.includes('rest'),
    lodging: row.lodging as DemoPost['lodging'],
    meals: row.meals as DemoPost['meals'],
    hazards: flags.filter((flag) => flag.startsWith('hazard:')).map((flag) => flag.slice('hazard:'.length)),
    labourIntensity: Number(row.intensity),
    minorForbidden: flags.includes('minor'),
    femaleForbidden: flags.includes('female'),
    entertainmentVenue: false as const,
    agency: flags.includes('agency'),
    programmes: row.majors.split('|'),
  }
}

/** Seats of a post that are kept for students of the paired counties first. */
export const pairedSeats = () => new Map(readTable<Column>('posts').map((row) => [row.key, Number(row.paired)]))
