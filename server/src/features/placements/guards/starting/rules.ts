import { ageOn } from '@silian/algorithms/identifiers'
import { finding, type Finding } from '../../../needs/law/rules.ts'
import { gapIn, plusMonths } from '../days/rules.ts'
import type { Facts, Guard } from '../facts/rules.ts'
import { isMinor } from '../making/rules.ts'

function insured({ covers, startsOn, endsOn }: Facts): Finding | null {
  if (covers.some(({ payer }) => payer === 'student')) return finding('1.39', 'insurance', { variant: 'payer' })
  if (covers.length === 0) return finding('1.39', 'insurance', { variant: 'none' })
  const gap = gapIn({ from: startsOn, until: endsOn }, covers)
  return gap && finding('1.39', 'insurance', { variant: 'gap', params: gap })
}

function tested({ passedOn, startsOn }: Facts): Finding | null {
  if (passedOn === null) return finding('1.37', 'safety', { variant: 'missing' })
  return passedOn > startsOn ? finding('1.37', 'safety', { variant: 'late', params: { on: passedOn, startsOn } }) : null
}

/** Rule 1.38, for those who begin as minors: before work, after a year, and at 18 when the last one is more than six months ago. */
function healthy(facts: Facts): Finding | null {
  if (!isMinor(facts)) return null
  const { healthCheckOn, startsOn, today, student } = facts
  if (healthCheckOn === null || (healthCheckOn > startsOn && today <= startsOn)) return finding('1.38', 'healthCheckOn', { variant: 'before' })
  if (today < startsOn) return null
  const params = { on: healthCheckOn }
  if (ageOn(student.birthDate, today) >= 18) {
    const birthday = plusMonths(student.birthDate, 18 * 12)
    return healthCheckOn < birthday && plusMonths(healthCheckOn, 6) < birthday ? finding('1.38', 'healthCheckOn', { variant: 'eighteen', params }) : null
  }
  return plusMonths(healthCheckOn, 12) < today ? finding('1.38', 'healthCheckOn', { variant: 'year', params }) : null
}

/** Rule 1.42: over the border of a province, or of the country, nobody goes without the authority's consent and a filing. */
function filed({ post, schoolDivision, filing, startsOn }: Facts): Finding | null {
  const from = schoolDivision?.slice(0, 2) ?? ''
  const to = post.divisionCode?.slice(0, 2) ?? ''
  const there = filing !== null && filing.number !== null && filing.consent !== null
  if (post.abroad) {
    if (!there || filing.kind !== 'abroad') return finding('1.42', 'filing', { variant: 'abroad' })
    if (!filing.escort) return finding('1.42', 'filing', { variant: 'escort' })
  } else {
    if (from === '' || to === '' || from === to) return null
    if (!there || filing.kind === 'ordinary') return finding('1.42', 'filing', { variant: 'filing', params: { from, to } })
  }
  return filing.filedOn === null || filing.filedOn > startsOn ? finding('1.42', 'filing', { variant: 'late', params: { on: filing.filedOn ?? '', startsOn } }) : null
}

const load = ({ supervisorLoad, limits }: Facts) => (supervisorLoad > limits.supervisorMost ? finding('1.36', 'supervisorId', { variant: 'load', severity: 'warn', params: { count: supervisorLoad, most: limits.supervisorMost } }) : null)

/** What must be there before the first day. */
export const startingGuards: readonly Guard[] = [
  { rule: '1.39', edge: 'insure', who: 'school', find: insured },
  { rule: '1.37', edge: 'train', who: 'student', find: tested },
  { rule: '1.8', edge: 'activate', who: 'school', only: 'placement', find: ({ selfChosen, chosenApproved }) => (selfChosen && !chosenApproved ? finding('1.8', 'selfChosen') : null) },
  { rule: '1.36', edge: 'activate', who: 'school', find: ({ hasSupervisor }) => (hasSupervisor ? null : finding('1.36', 'supervisorId', { variant: 'supervisor' })) },
  { rule: '1.36', edge: 'activate', who: 'unit', find: ({ hasMentor }) => (hasMentor ? null : finding('1.36', 'mentorName', { variant: 'mentor' })) },
  { rule: '1.36', edge: 'activate', who: 'school', find: load },
  { rule: '1.38', edge: 'activate', who: 'student', find: healthy },
  { rule: '1.42', edge: 'activate', who: 'authority', find: filed },
]
