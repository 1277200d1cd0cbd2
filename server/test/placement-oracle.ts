/**
 * What the law forbids, written a second time from rules.md alone, for the fuzz test of the guards. It shares no code with them: days are numbers
 * here, months are Dates, and every rule is one plain sentence. Where the rules leave something open, the reading is named.
 */

const day = 86_400_000
const known = new Map<string, number>()
const at = (text: string): number => {
  const found = known.get(text) ?? Date.parse(`${text}T00:00:00Z`)
  known.set(text, found)
  return found
}
const afterMonths = (text: string, months: number): number => {
  const date = new Date(at(text))
  const wanted = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  if (date.getUTCDate() !== wanted) date.setUTCDate(0)
  return date.getTime()
}
const yearsOld = (birth: string, on: string): number => {
  const [b, o] = [new Date(at(birth)), new Date(at(on))]
  const had = o.getUTCMonth() > b.getUTCMonth() || (o.getUTCMonth() === b.getUTCMonth() && o.getUTCDate() >= b.getUTCDate())
  return o.getUTCFullYear() - b.getUTCFullYear() - (had ? 0 : 1)
}

/** Major categories are numbered alike at each level: 61… secondary, 41… higher, 21… bachelor. */
const category = (major: string) => {
  const first = Number(major.slice(0, 2))
  return first > 60 ? first - 60 : first > 40 ? first - 40 : first > 20 ? first - 20 : first
}
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCodeHolds = (code: string | null) =>
  code !== null && code.length === 18 && [...code].every((one) => alphabet.includes(one)) && alphabet[(31 - (weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(code[index]!), 0) % 31)) % 31] === code[17]

type Day = string | null
export type Case = {
  today: string
  limits: { visitMonths: number; checkMonths: number; supervisorMost: number; orientationDays: number; hourlyMinimum: number | null }
  kind: 'placement' | 'orientation'
  scheme: 'ordinary' | 'apprenticeship' | 'employee'
  profile: 'full' | 'reference'
  startsOn: string
  endsOn: string
  earlierDays: number
  selfChosen: boolean
  chosenApproved: boolean
  charge: number
  student: { birthDate: string; sex: string | null; entryYear: number; majorCode: string; occupations: readonly string[] }
  schoolDivision: string | null
  unit: { uscc: string | null; industryCode: string | null; staffCount: number | null; dishonestSince: Day; safetyViolationOn: Day; visitedOn: Day; conclusion: string | null; checkedOn: Day; minutes: string | null; cooperation: { from: string; until: string } | null }
  post: {
    title: string; tasks: string; occupationCode: string | null; majorCodes: readonly string[]; payMin: number | null; payPeriod: string | null; samePostWage: number | null; lowestTierWage: number | null; payDirect: boolean
    hoursPerDay: number | null; hoursPerWeek: number | null; shift: string | null; nightWork: boolean; restDayWork: boolean; hazards: readonly string[]; labourIntensity: number | null; minorForbidden: boolean
    femaleForbidden: boolean; entertainmentVenue: boolean; agency: boolean; divisionCode: string | null; abroad: boolean; postStaff: number | null; specialNeedFiling: string | null; specialNeedFiledOn: Day
  }
  heads: { unit: number; post: number }
  consent: { student: Day; guardian: Day }
  agreement: { school: Day; unit: Day; student: Day; from: Day; until: Day } | null
  apprenticeOn: Day
  exception: { number: string; datedOn: string } | null
  covers: readonly { from: string; until: string; payer: 'school' | 'unit' | 'student' }[]
  passedOn: Day
  hasSupervisor: boolean
  hasMentor: boolean
  supervisorLoad: number
  lodging: string | null
  lodgingConsentOn: Day
  healthCheckOn: Day
  filing: { kind: 'ordinary' | 'cross_province' | 'abroad'; number: string | null; consent: string | null; filedOn: Day; escort: boolean } | null
}

/** How far it is to go: saved as a draft, vetted, consented, signed, insured, trained, active. */
export const stages = ['saved', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active'] as const
export type Stage = (typeof stages)[number]

export function verdict(one: Case, stage: Stage): { forbidden: string[]; needsReason: string[] } {
  const forbidden = new Set<string>()
  const needsReason = new Set<string>()
  const reached = (wanted: Stage) => stages.indexOf(stage) >= stages.indexOf(wanted)
  // 1.2: ordinary undergraduates by reference: a warning. Not where the tables have no room for a breach (1.6, 1.8, 1.34, 1.36), nor for other laws (1.31, 2.15, 2.16).
  const otherwise = ['1.6', '1.8', '1.34', '1.36', '1.31', '2.15', '2.16']
  const block = (rule: string, broken: boolean) => void (broken && (one.profile === 'reference' && !otherwise.includes(rule) ? needsReason : forbidden).add(rule))
  const warn = (rule: string, broken: boolean) => void (broken && needsReason.add(rule))

  const { student, unit, post } = one
  const internship = one.kind === 'placement'
  const [start, end, today] = [at(one.startsOn), at(one.endsOn), at(one.today)]
  const age = yearsOld(student.birthDate, one.startsOn)
  const minor = age < 18
  const night = post.nightWork || post.shift === 'three_shifts'
  const special = post.hazards.length > 0 || post.restDayWork || night
  const industry = (unit.industryCode ?? '').replace(/^[A-Z]/, '')

  block('1.3', !creditCodeHolds(unit.uscc))
  // First year: before 1 September of the year after entry.
  block('1.4', internship && start < Date.UTC(student.entryYear + 1, 8, 1))
  block('1.5', internship && age < 16)
  block('1.6', !internship && one.selfChosen)
  block('1.22', minor && (post.minorForbidden || post.hazards.length > 0 || night || (post.labourIntensity ?? 0) >= 3))
  block('1.23', student.sex === 'female' && post.femaleForbidden)
  block('1.24', post.entertainmentVenue || ['9011', '9012', '9013', '9019', '8051'].includes(industry))
  block('1.25', post.agency || industry.startsWith('726'))
  block('1.26', (post.labourIntensity ?? 0) >= 3)
  // 1.30: a filing with its date before the first day lifts 1.27 to 1.29; the exception on record goes before what the firm says.
  const filed = one.exception ? one.exception.datedOn : post.specialNeedFiling ? post.specialNeedFiledOn : null
  const excused = filed !== null && at(filed) < start
  block('1.27', post.hazards.length > 0 && !excused)
  block('1.28', post.restDayWork && !excused)
  block('1.29', night && !excused)
  block('1.31', (post.hoursPerDay ?? 0) > 8 || (post.hoursPerWeek ?? 0) > 40)
  block('1.33', !post.payDirect)
  block('1.34', one.charge > 0)
  block('2.16', one.scheme === 'employee')

  if (reached('vetted')) {
    const looked = Math.min(today, start)
    block('1.10', unit.visitedOn === null || unit.conclusion !== 'suitable' || afterMonths(unit.visitedOn, one.limits.visitMonths) < looked)
    const dishonest = unit.dishonestSince !== null && at(unit.dishonestSince) <= today
    const unsafe = unit.safetyViolationOn !== null && afterMonths(unit.safetyViolationOn, 36) > today
    block('1.11', dishonest || unsafe || unit.checkedOn === null || afterMonths(unit.checkedOn, one.limits.checkMonths) < looked)
    block('1.12', unit.minutes === null)
    // Number, date, document and approver are what an exception is; without one the special need is not excused.
    block('1.30', special && !(one.exception !== null && at(one.exception.datedOn) < start))
    const sameFamily = student.occupations.some((code) => post.occupationCode !== null && code.split('-').slice(0, 3).join() === post.occupationCode.split('-').slice(0, 3).join())
    const near = post.majorCodes.some((code) => category(code) === category(student.majorCode) && code.slice(2, 4) === student.majorCode.slice(2, 4))
    warn('1.9', post.majorCodes.length > 0 && !near && !sameFamily)
    warn('1.16', !internship && (end - start) / day + 1 > one.limits.orientationDays)
    warn('1.17', unit.cooperation !== null && afterMonths(unit.cooperation.from, 36) > at(unit.cooperation.until) + day)
    if (internship) {
      const tooMany = (unit.staffCount !== null && one.heads.unit > Math.floor(0.1 * unit.staffCount)) || (post.postStaff !== null && one.heads.post > Math.floor(0.2 * post.postStaff))
      warn('1.18', tooMany || unit.staffCount === null || post.postStaff === null)
      const from = new Date(start - one.earlierDays * day).toISOString().slice(0, 10)
      const most = ['72', '52', '32'].includes(student.majorCode.slice(0, 2)) ? 10 : 6
      warn('1.19', afterMonths(from, 5) > end + day || end >= afterMonths(from, most))
    }
  }
  if (reached('consented')) {
    block('1.7', internship && one.consent.student === null)
    if (minor) block('1.7', internship && one.consent.guardian === null)
    else warn('1.7', internship && one.consent.guardian === null)
    block('1.41', minor && one.lodging === 'elsewhere' && one.lodgingConsentOn === null)
  }
  if (reached('signed') && internship) {
    const signatures = one.agreement ? [one.agreement.school, one.agreement.unit, one.agreement.student] : [null]
    const valid = signatures.every((on) => on !== null && at(on) <= start)
    const whole = one.agreement !== null && (one.agreement.from === null || at(one.agreement.from) <= start) && (one.agreement.until === null || at(one.agreement.until) >= end)
    block('1.13', !valid || !whole)
    const perMonth = post.payMin === null ? null : ({ hour: post.payMin * (post.hoursPerDay ?? 8) * 21.75, day: post.payMin * 21.75, month: post.payMin, year: post.payMin / 12 } as Record<string, number>)[post.payPeriod ?? ''] ?? null
    const known = perMonth !== null && post.samePostWage !== null
    const enough = known && (perMonth / post.samePostWage! >= 0.8 - 1e-12 || (post.lowestTierWage !== null && perMonth >= post.lowestTierWage))
    const belowMinimum = known && one.limits.hourlyMinimum !== null && perMonth / 21.75 / (post.hoursPerDay ?? 8) < one.limits.hourlyMinimum
    warn('1.32', !enough || belowMinimum)
  }
  if (reached('signed')) block('2.15', one.scheme === 'apprenticeship' && (one.apprenticeOn === null || at(one.apprenticeOn) > start))
  if (reached('insured')) {
    const spans = one.covers.map(({ from, until }) => [at(from), at(until)] as const)
    let covered = true
    for (let on = start; on <= end && covered; on += day) covered = spans.some(([from, until]) => from <= on && on <= until)
    block('1.39', !covered || one.covers.some(({ payer }) => payer === 'student'))
  }
  if (reached('trained')) block('1.37', one.passedOn === null || at(one.passedOn) > start)
  if (reached('active')) {
    block('1.8', internship && one.selfChosen && !one.chosenApproved)
    block('1.36', !one.hasSupervisor || !one.hasMentor)
    warn('1.36', one.supervisorLoad > one.limits.supervisorMost)
    if (minor) {
      const checked = one.healthCheckOn
      const eighteen = afterMonths(student.birthDate, 18 * 12)
      if (checked === null || (today <= start && at(checked) > start)) warn('1.38', true)
      else if (today >= start) {
        if (yearsOld(student.birthDate, one.today) >= 18) warn('1.38', at(checked) < eighteen && afterMonths(checked, 6) < eighteen)
        else warn('1.38', afterMonths(checked, 12) < today)
      }
    }
    const [from, to] = [one.schoolDivision?.slice(0, 2), post.divisionCode?.slice(0, 2)]
    const over = !post.abroad && from !== undefined && to !== undefined && from !== to
    if (post.abroad || over) {
      const filing = one.filing
      const there = filing !== null && filing.number !== null && filing.consent !== null && filing.filedOn !== null && at(filing.filedOn) <= start
      block('1.42', !there || (post.abroad ? filing.kind !== 'abroad' || !filing.escort : filing.kind === 'ordinary'))
    }
  }
  // What is forbidden and also asks for a reason is forbidden.
  return { forbidden: [...forbidden].sort(), needsReason: [...needsReason].filter((rule) => !forbidden.has(rule)).sort() }
}
