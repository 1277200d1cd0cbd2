import { categoryOfMajor, finding, type Finding } from '../../../needs/law/rules.ts'
import { fitsMajor } from '../../../needs/law/wishes/rules.ts'
import { daysFromTo, plusDays, plusMonths, wholeMonths } from '../days/rules.ts'
import type { Facts, Guard } from '../facts/rules.ts'
import { specialNeeds } from '../making/rules.ts'

/** A look at the unit is good for so many months, counted to the day the student begins or, before that, to today: it does not grow old while the student is there. */
const countedTo = ({ today, startsOn }: Pick<Facts, 'today' | 'startsOn'>) => (today < startsOn ? today : startsOn)

type Looked = Pick<Facts, 'today' | 'startsOn' | 'limits'> & { unit: Pick<Facts['unit'], 'visitedOn' | 'conclusion' | 'checkedOn' | 'dishonestSince' | 'safetyViolationOn'> }

/** Rule 1.10. Asked of a placement, and of a unit that is to be listed today. */
export function visited(facts: Looked): Finding | null {
  const { visitedOn, conclusion } = facts.unit
  const months = facts.limits.visitMonths
  if (visitedOn === null) return finding('1.10', 'unit', { variant: 'never' })
  if (conclusion === 'unsuitable') return finding('1.10', 'unit', { variant: 'unsuitable', params: { on: visitedOn } })
  if (conclusion === 'after_repair') return finding('1.10', 'unit', { variant: 'repair', params: { on: visitedOn } })
  return plusMonths(visitedOn, months) < countedTo(facts) ? finding('1.10', 'unit', { variant: 'old', params: { on: visitedOn, months } }) : null
}

/** Rule 1.11. */
export function lookedUp(facts: Looked): Finding | null {
  const { dishonestSince, safetyViolationOn, checkedOn } = facts.unit
  if (dishonestSince !== null && dishonestSince <= facts.today) return finding('1.11', 'unit', { variant: 'dishonest', params: { since: dishonestSince } })
  const until = safetyViolationOn && plusMonths(safetyViolationOn, 36)
  if (until && until > facts.today) return finding('1.11', 'unit', { variant: 'safety', params: { on: safetyViolationOn, until } })
  if (checkedOn === null) return finding('1.11', 'unit', { variant: 'unchecked' })
  const months = facts.limits.checkMonths
  return plusMonths(checkedOn, months) < countedTo(facts) ? finding('1.11', 'unit', { variant: 'old', params: { on: checkedOn, months } }) : null
}

function suits({ student, post }: Facts): Finding | null {
  if (fitsMajor(student.majorCode, post, student.occupations) !== false) return null
  const across = post.majorCodes.length > 0 && !post.majorCodes.some((code) => categoryOfMajor(code) === categoryOfMajor(student.majorCode))
  return finding('1.9', 'post', { variant: across ? 'wish_across' : 'wish', params: { major: student.majorCode } })
}

/** Rule 1.18: at most a tenth of the unit, at most a fifth of the post. */
function share({ unit, post, heads }: Facts): Finding | null {
  if (unit.staffCount !== null && heads.unit > Math.floor(unit.staffCount / 10)) {
    return finding('1.18', 'unit', { variant: 'unit', params: { peak: heads.unit, staff: unit.staffCount, limit: Math.floor(unit.staffCount / 10) } })
  }
  if (post.postStaff !== null && heads.post > Math.floor(post.postStaff / 5)) {
    return finding('1.18', 'post', { variant: 'post', params: { peak: heads.post, staff: post.postStaff, limit: Math.floor(post.postStaff / 5) } })
  }
  return unit.staffCount === null || post.postStaff === null ? finding('1.18', 'unit', { variant: 'unknown' }) : null
}

/** 医药卫生 */
const isHealth = (majorCode: string) => categoryOfMajor(majorCode) === 12

/** Rule 1.19: five to six months in all; up to ten in health. Earlier placements of the student count. */
function length({ startsOn, endsOn, earlierDays, student }: Facts): Finding | null {
  const from = plusDays(startsOn, -earlierDays)
  const most = isHealth(student.majorCode) ? 10 : 6
  const months = wholeMonths(from, endsOn)
  if (months < 5) return finding('1.19', 'endsOn', { variant: 'short', params: { months } })
  return endsOn >= plusMonths(from, most) ? finding('1.19', 'endsOn', { variant: 'long', params: { months: Math.max(months, most), most } }) : null
}

function disguised({ startsOn, endsOn, limits }: Facts): Finding | null {
  const days = daysFromTo(startsOn, endsOn)
  return days > limits.orientationDays ? finding('1.16', 'endsOn', { params: { days, most: limits.orientationDays } }) : null
}

function cooperation({ unit }: Facts): Finding | null {
  if (!unit.cooperation) return null
  const months = wholeMonths(unit.cooperation.from, unit.cooperation.until)
  return months < 36 ? finding('1.17', 'unit', { params: { months } }) : null
}

/** Rule 1.30: that it was filed is not enough; number, date, document and approver are on record before the unit is good for this student. */
function excepted(facts: Facts): Finding | null {
  const what = specialNeeds(facts).map((need) => `words:rules:special.${need.what}`)
  if (what.length === 0) return null
  if (facts.exception === null) return finding('1.30', 'post', { variant: 'missing', severity: 'block', params: { what: what.join(' ') } })
  return facts.exception.datedOn < facts.startsOn ? null : finding('1.30', 'post', { variant: 'late', severity: 'block', params: { on: facts.exception.datedOn, startsOn: facts.startsOn } })
}

/** Before the unit counts as vetted for this student. */
export const vettingGuards: readonly Guard[] = [
  { rule: '1.10', edge: 'vet', who: 'school', find: visited },
  { rule: '1.11', edge: 'vet', who: 'school', find: lookedUp },
  { rule: '1.12', edge: 'vet', who: 'school', find: ({ unit }) => (unit.minutes === null ? finding('1.12', 'unit') : null) },
  { rule: '1.30', edge: 'vet', who: 'authority', find: excepted },
  { rule: '1.9', edge: 'vet', who: 'school', find: suits },
  { rule: '1.16', edge: 'vet', who: 'school', only: 'orientation', find: disguised },
  { rule: '1.17', edge: 'vet', who: 'school', find: cooperation },
  { rule: '1.18', edge: 'vet', who: 'school', only: 'placement', find: share },
  { rule: '1.19', edge: 'vet', who: 'school', only: 'placement', find: length },
]
