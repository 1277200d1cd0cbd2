import { ageOn, readCreditCode } from '@silian/algorithms/identifiers'
import { finding, type Finding, type RuleId } from '../../../needs/law/rules.ts'
import { entertainmentIndustries, worksAtNight } from '../../../needs/law/posts/rules.ts'
import { gradeOn } from '../../../needs/law/wishes/rules.ts'
import type { Facts, Guard } from '../facts/rules.ts'

const bare = (industryCode: string | null) => (industryCode ?? '').replace(/^[A-T]/, '')
const roman = (level: number) => ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][level] ?? String(level)
export const ageAtStart = ({ student, startsOn }: Facts) => ageOn(student.birthDate, startsOn)
/** Nobody grows younger: who is 18 on the first day is so on every day. */
export const isMinor = (facts: Facts) => ageAtStart(facts) < 18

/** What is special about the post (rules 1.27 to 1.29). */
export const specialNeeds = ({ post }: Facts): { rule: '1.27' | '1.28' | '1.29'; what: string }[] => [
  ...(post.hazards.length > 0 ? [{ rule: '1.27' as const, what: 'hazards' }] : []),
  ...(post.restDayWork ? [{ rule: '1.28' as const, what: 'restDayWork' }] : []),
  ...(worksAtNight(post) ? [{ rule: '1.29' as const, what: 'nightWork' }] : []),
]

/** Rule 1.30: named with number and date before the first day, else the rule it would excuse is broken. */
function unlessFiled(facts: Facts, rule: '1.27' | '1.28' | '1.29'): Finding | null {
  const need = specialNeeds(facts).find((one) => one.rule === rule)
  if (!need) return null
  const filedOn = facts.exception?.datedOn ?? (facts.post.specialNeedFiling ? facts.post.specialNeedFiledOn : null)
  if (filedOn === null) return finding(rule, need.what, { params: { hazards: facts.post.hazards.join('、') } })
  return filedOn < facts.startsOn ? null : finding(rule, need.what, { variant: 'late', params: { filedOn, startsOn: facts.startsOn } })
}

function forMinors(facts: Facts): Finding | null {
  if (!isMinor(facts)) return null
  const { post } = facts
  const because = (variant = '') => finding('1.22', 'post', { variant, params: { age: ageAtStart(facts) } })
  if (post.minorForbidden) return because()
  if (post.hazards.length > 0) return because('hazard')
  if (worksAtNight(post)) return because('night')
  return post.labourIntensity !== null && post.labourIntensity >= 3 ? because('labour') : null
}

function registered({ unit }: Facts): Finding | null {
  if (!unit.uscc) return finding('1.3', 'organisationId')
  return 'fault' in readCreditCode(unit.uscc) ? finding('1.3', 'organisationId', { variant: 'invalid', params: { uscc: unit.uscc } }) : null
}

function hours({ post }: Facts): Finding | null {
  if (post.hoursPerDay !== null && post.hoursPerDay > 8) return finding('1.31', 'hoursPerDay', { variant: 'day', params: { hours: post.hoursPerDay } })
  return post.hoursPerWeek !== null && post.hoursPerWeek > 40 ? finding('1.31', 'hoursPerWeek', { variant: 'week', params: { hours: post.hoursPerWeek } }) : null
}

function byIndustry(rule: '1.24' | '1.25', is: (code: string) => boolean, flag: boolean, field: string, industryCode: string | null): Finding | null {
  const code = bare(industryCode)
  if (is(code)) return finding(rule, field, { variant: 'industry', params: { code } })
  return flag ? finding(rule, field) : null
}

const when = (rule: RuleId, broken: boolean, field: string, params: Finding['params'] = {}) => (broken ? finding(rule, field, { params }) : null)

/** What is never saved, not even as a draft. */
export const makingGuards: readonly Guard[] = [
  { rule: '1.3', edge: 'make', who: 'unit', find: registered },
  { rule: '1.4', edge: 'make', who: 'school', only: 'placement', find: ({ student, startsOn }) => when('1.4', gradeOn(student.entryYear, startsOn) <= 1, 'student', { entryYear: student.entryYear, startsOn }) },
  { rule: '1.5', edge: 'make', who: 'school', only: 'placement', find: (facts) => when('1.5', ageAtStart(facts) < 16, 'student', { age: ageAtStart(facts), startsOn: facts.startsOn }) },
  { rule: '1.6', edge: 'make', who: 'school', only: 'orientation', find: ({ selfChosen }) => when('1.6', selfChosen, 'selfChosen') },
  { rule: '1.22', edge: 'make', who: 'school', find: forMinors },
  { rule: '1.23', edge: 'make', who: 'school', find: ({ student, post }) => when('1.23', student.sex === 'female' && post.femaleForbidden, 'post') },
  { rule: '1.24', edge: 'make', who: 'school', find: ({ unit, post }) => byIndustry('1.24', (code) => entertainmentIndustries.includes(code), post.entertainmentVenue, 'entertainmentVenue', unit.industryCode) },
  { rule: '1.25', edge: 'make', who: 'school', find: ({ unit, post }) => byIndustry('1.25', (code) => code.startsWith('726'), post.agency, 'agency', unit.industryCode) },
  { rule: '1.26', edge: 'make', who: 'unit', find: ({ post }) => when('1.26', post.labourIntensity !== null && post.labourIntensity >= 3, 'labourIntensity', { level: roman(post.labourIntensity ?? 0) }) },
  { rule: '1.27', edge: 'make', who: 'unit', find: (facts) => unlessFiled(facts, '1.27') },
  { rule: '1.28', edge: 'make', who: 'unit', find: (facts) => unlessFiled(facts, '1.28') },
  { rule: '1.29', edge: 'make', who: 'unit', find: (facts) => unlessFiled(facts, '1.29') },
  { rule: '1.31', edge: 'make', who: 'unit', find: hours },
  { rule: '1.33', edge: 'make', who: 'unit', find: ({ post }) => when('1.33', !post.payDirect, 'payDirect') },
  { rule: '1.34', edge: 'make', who: 'school', find: ({ charge }) => when('1.34', charge > 0, 'charge', { charge }) },
  { rule: '2.16', edge: 'make', who: 'school', find: ({ scheme }) => when('2.16', scheme === 'employee', 'scheme') },
]
