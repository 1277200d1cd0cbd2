import { categoryOfMajor, familyOf, finding, ruleOf, type Finding, type RuleId } from '../rules.ts'

export type PostInLaw = {
  title: string
  occupationCode: string | null
  majorCodes: readonly string[]
  seats: number | null
  payMin: number | null
  payPeriod: string | null
  samePostWage: number | null
  lowestTierWage: number | null
  payDirect: boolean
  hoursPerDay: number | null
  hoursPerWeek: number | null
  shift: string | null
  nightWork: boolean
  restDayWork: boolean
  hazards: readonly string[]
  labourIntensity: number | null
  entertainmentVenue: boolean
  agency: boolean
  specialNeedFiling: string | null
  specialNeedFiledOn: string | null
  postStaff: number | null
  startsOn: string | null
  endsOn: string | null
}

export type OtherPost = { seats: number | null; startsOn: string | null; endsOn: string | null; occupationCode: string | null; title: string }

export type UnitFacts = {
  uscc: string | null
  industryCode: string | null
  staffCount: number | null
  dishonestSince: string | null
  safetyViolationOn: string | null
  /** The unit's other live posts: submitted, open or stale. */
  otherPosts: readonly OtherPost[]
  /** By 小类: the majors known to lead there. */
  majorsOfFamily: ReadonlyMap<string, readonly string[]>
  today: string
}

/** Dance halls and karaoke, game arcades, internet cafés, other indoor entertainment; bath houses (GB/T 4754). */
export const entertainmentIndustries = ['9011', '9012', '9013', '9019', '8051']
const agencyIndustry = /^726/
/** Some write the section's letter before the figures: R9011. */
const bare = (industryCode: string | null) => (industryCode ?? '').replace(/^[A-T]/, '')

type Check = {
  rule: RuleId
  /** Whether enough is filled in to say that it holds. */
  ready: (post: PostInLaw, facts: UnitFacts) => boolean
  find: (post: PostInLaw, facts: UnitFacts) => (Finding | null)[]
}
const one = (value: Finding | null | false | undefined): (Finding | null)[] => [value || null]

const checks: readonly Check[] = [
  { rule: '1.3', ready: () => true, find: (_post, { uscc }) => one(!uscc && finding('1.3', 'organisationId')) },
  {
    rule: '1.9',
    ready: ({ occupationCode, majorCodes }, { majorsOfFamily }) => occupationCode !== null && majorCodes.length > 0 && majorsOfFamily.has(familyOf(occupationCode)),
    // Across 专业大类 only: within one, a pair that no table has is no reason to doubt a firm.
    find: ({ occupationCode, majorCodes }, { majorsOfFamily }) => {
      const known = (occupationCode !== null && majorsOfFamily.get(familyOf(occupationCode))) || []
      const categories = new Set(known.map(categoryOfMajor))
      const apart = categories.size === 0 ? [] : majorCodes.filter((code) => !categories.has(categoryOfMajor(code)))
      return one(apart.length > 0 && finding('1.9', 'majorCodes', { params: { majors: apart.join('、'), occupation: occupationCode! } }))
    },
  },
  { rule: '1.11', ready: () => true, find: (_post, facts) => negativeRecords(facts) },
  { rule: '1.18', ready: (post, facts) => post.seats !== null && post.postStaff !== null && facts.staffCount !== null, find: (post, facts) => [...unitShare(post, facts), ...postShare(post, facts)] },
  {
    rule: '1.24',
    ready: () => true,
    find: ({ entertainmentVenue }, { industryCode }) => {
      const code = bare(industryCode)
      if (entertainmentIndustries.includes(code)) return one(finding('1.24', 'entertainmentVenue', { variant: 'industry', params: { code } }))
      return one(entertainmentVenue && finding('1.24', 'entertainmentVenue'))
    },
  },
  {
    rule: '1.25',
    ready: () => true,
    find: ({ agency }, { industryCode }) => {
      const code = bare(industryCode)
      if (agencyIndustry.test(code)) return one(finding('1.25', 'agency', { variant: 'industry', params: { code } }))
      return one(agency && finding('1.25', 'agency', { repairs: [{ field: 'agency', value: false }] }))
    },
  },
  {
    rule: '1.26',
    ready: ({ labourIntensity }) => labourIntensity !== null,
    find: ({ labourIntensity }) => one(labourIntensity !== null && labourIntensity >= 3 && finding('1.26', 'labourIntensity', { params: { level: roman(labourIntensity) } })),
  },
  { rule: '1.27', ready: () => true, find: (post) => one(post.hazards.length > 0 && unlessFiled(post, '1.27', 'hazards')) },
  { rule: '1.28', ready: () => true, find: (post) => one(post.restDayWork && unlessFiled(post, '1.28', 'restDayWork', false)) },
  { rule: '1.29', ready: ({ shift }) => shift !== null, find: (post) => one(worksAtNight(post) && unlessFiled(post, '1.29', post.nightWork ? 'nightWork' : 'shift', post.nightWork ? false : 'day')) },
  {
    rule: '1.31',
    ready: ({ hoursPerDay, hoursPerWeek }) => hoursPerDay !== null && hoursPerWeek !== null,
    find: ({ hoursPerDay, hoursPerWeek }) => [
      hoursPerDay !== null && hoursPerDay > 8 ? finding('1.31', 'hoursPerDay', { variant: 'day', params: { hours: hoursPerDay }, repairs: [{ field: 'hoursPerDay', value: 8 }] }) : null,
      hoursPerWeek !== null && hoursPerWeek > 40 ? finding('1.31', 'hoursPerWeek', { variant: 'week', params: { hours: hoursPerWeek }, repairs: [{ field: 'hoursPerWeek', value: 40 }] }) : null,
    ],
  },
  { rule: '1.32', ready: (post) => monthlyPay(post) !== null && post.samePostWage !== null, find: (post) => payFloor(post) },
  { rule: '1.33', ready: () => true, find: ({ payDirect }) => one(!payDirect && finding('1.33', 'payDirect', { repairs: [{ field: 'payDirect', value: true }] })) },
]

/** Everything the law says about a post, all at once, in the order of the catalogue. Pure. */
export const checkPost = (post: PostInLaw, facts: UnitFacts): Finding[] => checks.flatMap(({ find }) => find(post, facts).filter((found) => found !== null))

export type CheckState = { ruleId: RuleId; state: 'ok' | 'open' | 'block' | 'warn' | 'record' }

/** Each rule with what it says now: the list beside the form. `open` waits for a field. */
export function statesOfRules(post: PostInLaw, facts: UnitFacts, findings: readonly Finding[]): CheckState[] {
  const worst = (ruleId: RuleId) => (['block', 'warn', 'record'] as const).find((severity) => findings.some((found) => found.ruleId === ruleId && found.severity === severity))
  return checks.map(({ rule, ready }) => ({ ruleId: rule, state: worst(rule) ?? (ready(post, facts) ? 'ok' : 'open') }))
}

/** 1.11: a dishonesty record closes the door while it stands, a safety violation for three years. */
function negativeRecords({ dishonestSince, safetyViolationOn, today }: UnitFacts): (Finding | null)[] {
  const until = safetyViolationOn && `${Number(safetyViolationOn.slice(0, 4)) + 3}${safetyViolationOn.slice(4)}`
  return [
    dishonestSince && dishonestSince <= today ? finding('1.11', 'organisationId', { variant: 'dishonest', params: { since: dishonestSince } }) : null,
    until && until > today ? finding('1.11', 'organisationId', { variant: 'safety', params: { on: safetyViolationOn, until } }) : null,
  ]
}

/** 1.18: generally at most 10 % of the unit's staff, at the fullest moment, over all posts and schools. */
function unitShare(post: PostInLaw, { staffCount, otherPosts }: UnitFacts): (Finding | null)[] {
  if (post.seats === null || staffCount === null) return []
  const peak = peakWith(post, otherPosts)
  const limit = Math.floor(staffCount / 10)
  return one(peak > limit && finding('1.18', 'seats', { variant: 'unit', params: { peak, limit, staff: staffCount, per: 10 } }))
}

/** 1.18: generally at most 20 % of those in the same kind of post. */
function postShare(post: PostInLaw, { otherPosts }: UnitFacts): (Finding | null)[] {
  if (post.seats === null || post.postStaff === null) return []
  const sameKind = otherPosts.filter((other) => (post.occupationCode ? other.occupationCode === post.occupationCode : other.title === post.title))
  const peak = peakWith(post, sameKind)
  const limit = Math.floor(post.postStaff / 5)
  return one(peak > limit && finding('1.18', 'postStaff', { variant: 'post', params: { peak, limit, staff: post.postStaff, per: 20 } }))
}

/** Most seats at one time while this post runs. Posts without dates count always: better to ask once too often. */
function peakWith(post: PostInLaw, others: readonly OtherPost[]): number {
  const from = post.startsOn ?? '0000'
  const until = post.endsOn ?? '9999'
  const running = others
    .map(({ seats, startsOn, endsOn }) => ({ seats: seats ?? 0, from: startsOn ?? '0000', until: endsOn ?? '9999' }))
    .filter((other) => other.from <= until && other.until >= from)
  const starts = [from, ...running.map((other) => other.from).filter((day) => day > from)]
  return post.seats! + Math.max(...starts.map((day) => running.reduce((sum, other) => sum + (other.from <= day && other.until >= day ? other.seats : 0), 0)))
}

/** Night is 22:00–06:00; three shifts cover it. */
export const worksAtNight = ({ nightWork, shift }: { nightWork: boolean; shift: string | null }) => nightWork || shift === 'three_shifts'

/** 1.30: special needs of the post, filed with the authority before the first day. */
export const isFiled = ({ specialNeedFiling, specialNeedFiledOn, startsOn }: Pick<PostInLaw, 'specialNeedFiling' | 'specialNeedFiledOn' | 'startsOn'>) =>
  Boolean(specialNeedFiling && specialNeedFiledOn && startsOn && specialNeedFiledOn < startsOn)

function unlessFiled(post: PostInLaw, ruleId: '1.27' | '1.28' | '1.29', field: string, repaired?: string | boolean): Finding {
  const params = { hazards: post.hazards.join('、') }
  if (isFiled(post)) return finding('1.30', field, { params: { ...params, filing: post.specialNeedFiling!, filedOn: post.specialNeedFiledOn! } })
  const late = post.specialNeedFiling && post.specialNeedFiledOn && post.startsOn
  const repairs = repaired === undefined ? [] : [{ field, value: repaired }]
  return late
    ? finding(ruleId, 'specialNeedFiledOn', { variant: 'late', params: { filedOn: post.specialNeedFiledOn!, startsOn: post.startsOn! }, repairs })
    : finding(ruleId, field, { params, repairs })
}

const workDaysAMonth = 21.75

/** Yuan a month, from the lower end of the pay; hours and days by the working time of the post. */
export function monthlyPay({ payMin, payPeriod, hoursPerDay }: Pick<PostInLaw, 'payMin' | 'payPeriod' | 'hoursPerDay'>): number | null {
  if (payMin === null || payPeriod === null) return null
  if (payPeriod === 'hour') return payMin * (hoursPerDay ?? 8) * workDaysAMonth
  if (payPeriod === 'day') return payMin * workDaysAMonth
  return payPeriod === 'year' ? payMin / 12 : payMin
}

/** 1.32: in principle at least 80 % of the same post's wage, or its lowest tier. */
function payFloor(post: PostInLaw): (Finding | null)[] {
  const pay = monthlyPay(post)
  if (pay === null || post.samePostWage === null) return []
  if (pay * 100 >= post.samePostWage * 80) return []
  if (post.lowestTierWage !== null && pay >= post.lowestTierWage) return []
  const floor = Math.ceil(post.samePostWage * 0.8)
  const values = [floor, ...(post.lowestTierWage !== null && post.lowestTierWage < floor ? [post.lowestTierWage] : [])]
  const repairs = post.payPeriod === 'month' ? values.map((value) => ({ field: 'payMin', value })) : []
  const params = { pay: Math.round(pay), same: post.samePostWage, floor, tier: post.lowestTierWage ?? 0 }
  return [finding('1.32', 'payMin', { variant: post.lowestTierWage === null ? 'no_tier' : '', params, repairs })]
}

const roman = (level: number) => ['', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][level] ?? String(level)
export const postRules = checks.map(({ rule }) => ruleOf(rule))
