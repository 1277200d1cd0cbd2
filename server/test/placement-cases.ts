import { creditCodeCheck } from '@silian/algorithms/identifiers'
import type { Case } from './placement-oracle.ts'

/** mulberry32: the same seed, the same placements. */
export function chance(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return { next, to: (most: number) => Math.floor(next() * (most + 1)), of: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!, rarely: (share = 0.04) => next() < share }
}
export type Chance = ReturnType<typeof chance>

const known = new Map<number, string>()
const at = (text: string, days: number): string => {
  const time = Date.parse(`${text}T00:00:00Z`) + days * 86_400_000
  const found = known.get(time) ?? new Date(time).toISOString().slice(0, 10)
  known.set(time, found)
  return found
}
const codes = Array.from({ length: 40 }, (_one, index) => {
  const first = `91990000MC${String(3_000_000 + index)}`
  return first + creditCodeCheck(first)
})
const starts = ['2027-03-01', '2027-02-28', '2027-08-31', '2027-09-01', '2028-02-29', '2027-01-01', '2027-07-05']

/** A placement that is nearly lawful: each thing is right most of the time, and when it is not, wrong by as little as can be. */
export function randomCase(dice: Chance): Case {
  const { of, rarely } = dice
  const startsOn = of(starts)
  const endsOn = at(startsOn, of([183, 184, 181, 180, 183, 183, 150, 152, 153, 154, 120, 210, 300, 304, 27]))
  const today = at(startsOn, of([-30, -1, 0, 1, 60, 200, 400, -200]))
  const minor = rarely(0.4)
  const birthYear = Number(startsOn.slice(0, 4)) - (minor ? of([16, 17, 17, 17]) : of([18, 18, 19, 20]))
  const birthDate = rarely(0.3) ? at(`${birthYear}${startsOn.slice(4) === '-02-29' ? '-02-28' : startsOn.slice(4)}`, of([-1, 0, 1])) : `${birthYear}-${of(['01-15', '06-30', '02-28', '12-31'])}`
  const near = () => at(startsOn, of([-90, -30, -1, 0, -10, -10, 1]))
  const early = () => at(startsOn, of([-90, -30, -1, 0]))
  const day = () => (rarely() ? near() : early())
  const maybe = <T>(value: T, share = 0.04): T | null => (rarely(share) ? null : value)
  const kind = rarely(0.12) ? 'orientation' : 'placement'
  const staff = of([10, 20, 99, 100, 200, 400])
  const postStaff = of([5, 9, 10, 40, 100])
  const wage = of([4000, 4200, 3750, 5000])
  const gap = of([0, 0, 0, 0, 0, 0, 0, 1, 2, -1])
  const middle = at(startsOn, 60)
  const covers: Case['covers'] = rarely()
    ? []
    : rarely(0.5)
      ? [{ from: at(startsOn, of([0, -1, -20, -5, 0, rarely(0.1) ? 1 : 0])), until: at(endsOn, of([0, 1, 100, rarely(0.1) ? -1 : 0])), payer: rarely(0.02) ? 'student' : of(['school', 'unit']) }]
      : [{ from: at(middle, 1 + gap), until: at(endsOn, 5), payer: 'unit' }, { from: at(startsOn, -3), until: middle, payer: 'school' }]
  return {
    today,
    limits: { visitMonths: 12, checkMonths: 6, supervisorMost: 30, orientationDays: 30, hourlyMinimum: rarely(0.3) ? 17 : null },
    kind,
    scheme: rarely(0.02) ? 'employee' : rarely(0.1) ? 'apprenticeship' : 'ordinary',
    profile: rarely(0.05) ? 'reference' : 'full',
    startsOn,
    endsOn: kind === 'orientation' ? at(startsOn, of([4, 13, 29, 30, 45])) : endsOn,
    earlierDays: rarely(0.1) ? of([1, 30, 90]) : 0,
    selfChosen: rarely(0.1),
    chosenApproved: !rarely(0.1),
    charge: rarely(0.02) ? of([1, 500, 0.5]) : 0,
    student: { birthDate, sex: of(['male', 'female', null]), entryYear: Number(startsOn.slice(0, 4)) - of([2, 2, 3, 3, 1, 2, 0]), majorCode: of(['660301', '660301', '460301', '720201', '730301', '660102']), occupations: of([[], ['6-18-01-02'], ['4-08-05-01']]) },
    schoolDivision: maybe(of(['440605', '440605', '440605', '522633'])),
    unit: {
      uscc: rarely(0.02) ? of([null, codes[0]!.slice(0, 17) + (codes[0]!.endsWith('0') ? '1' : '0'), '91990000', 'I'.repeat(18)]) : of(codes),
      industryCode: rarely() ? of(['9011', 'R9012', '8051', '7263', 'L7261', '9013', '9019']) : of(['3484', 'C3484', '9020', '8050', '7250', null]),
      staffCount: maybe(staff),
      dishonestSince: rarely() ? at(today, of([-1, 0, 1])) : null,
      safetyViolationOn: rarely(0.1) ? at(today, of([-1095, -1096, -1097, -1, -2000])) : null,
      visitedOn: maybe(at(today < startsOn ? today : startsOn, of([-1, -20, -364, -365, -366, -367, -20, -30, 0]))),
      conclusion: rarely() ? of(['unsuitable', 'after_repair']) : 'suitable',
      checkedOn: maybe(at(today < startsOn ? today : startsOn, of([-1, -20, -180, -181, -182, -184, -20, -30, 0]))),
      minutes: maybe('示例纪要 1'),
      cooperation: rarely(0.3) ? { from: '2026-01-01', until: of(['2028-12-31', '2028-12-30', '2029-01-01', '2030-12-31']) } : null,
    },
    post: {
      title: '装调', tasks: '装配', occupationCode: maybe(of(['6-18-01-01', '4-08-05-02'])), majorCodes: of([['660301'], ['660301', '730301'], ['660303'], ['730301'], [], ['460302']]),
      payMin: maybe(of([wage * 0.8, wage * 0.8 - 1, wage, 3000, 20, 180])), payPeriod: maybe(of(['month', 'month', 'month', 'hour', 'day', 'year'])), samePostWage: maybe(wage), lowestTierWage: maybe(of([3000, 3100, wage]), 0.3),
      payDirect: !rarely(0.02), hoursPerDay: maybe(rarely() ? of([8.5, 9]) : of([8, 7.5, 6])), hoursPerWeek: maybe(rarely() ? of([40.5, 44]) : of([40, 35])), shift: maybe(of(['day', 'day', 'two_shifts', 'flexible', rarely(0.2) ? 'three_shifts' : 'day'])),
      nightWork: rarely(), restDayWork: rarely(), hazards: rarely() ? of([['toxic'], ['height', 'other']]) : [], labourIntensity: maybe(of([1, 2, 2, rarely(0.2) ? 3 : 1, rarely(0.1) ? 4 : 2])), minorForbidden: rarely(0.1), femaleForbidden: rarely(0.1),
      entertainmentVenue: rarely(0.02), agency: rarely(0.02), divisionCode: maybe(of(['440605', '440605', '440111', '520000'])), abroad: rarely(0.03), postStaff: maybe(postStaff),
      specialNeedFiling: maybe('粤备 1', 0.5), specialNeedFiledOn: maybe(near(), 0.2),
    },
    heads: { unit: Math.max(1, Math.floor(staff / 10) + of([-1, 0, 0, -2, rarely(0.3) ? 1 : 0])), post: Math.max(1, Math.floor(postStaff / 5) + of([-1, 0, 0, rarely(0.3) ? 1 : 0])) },
    consent: { student: maybe(day()), guardian: maybe(day(), 0.1) },
    agreement: rarely() ? null : { school: maybe(day(), 0.02), unit: maybe(day(), 0.02), student: maybe(day(), 0.02), from: maybe(rarely(0.03) ? at(startsOn, 1) : startsOn), until: maybe(rarely(0.03) ? at(endsOn, -1) : endsOn) },
    apprenticeOn: maybe(day()),
    exception: rarely(0.5) ? { number: '粤教备 1', datedOn: day() } : null,
    covers,
    passedOn: maybe(day()),
    hasSupervisor: !rarely(0.03), hasMentor: !rarely(0.03), supervisorLoad: of([1, 20, 29, 30, 31]),
    lodging: of(['school', 'home', 'elsewhere', null]), lodgingConsentOn: maybe(early(), 0.3), healthCheckOn: maybe(at(today, of([-10, -200, -364, -366, -370, -600, 1])), 0.2),
    filing: rarely(0.4) ? null : { kind: of(['cross_province', 'cross_province', 'ordinary', 'abroad']), number: maybe('黔备 1'), consent: maybe('同意 1'), filedOn: maybe(day()), escort: !rarely(0.2) },
  }
}
