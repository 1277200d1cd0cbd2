import { chance } from './chance.ts'
import { mobile } from './numbers.ts'
import { personName } from './people.ts'
import type { DemoCohort, DemoProgramme, DemoTeacher } from './shape.ts'

/** The three schools that take part in rounds. */
const school = { vocational: 'school-1', college: 'school-2', county: 'school-3' } as const
type School = (typeof school)[keyof typeof school]

/** Programmes by official major code. */
const offered: [School, string, string, 'secondary' | 'higher'][] = [
  [school.vocational, '660103', '数控技术应用', 'secondary'],
  [school.vocational, '660303', '工业机器人技术应用', 'secondary'],
  [school.vocational, '660301', '机电技术应用', 'secondary'],
  [school.vocational, '710102', '物联网技术应用', 'secondary'],
  [school.vocational, '730701', '电子商务', 'secondary'],
  [school.college, '460305', '工业机器人技术', 'higher'],
  [school.college, '460301', '机电一体化技术', 'higher'],
  [school.college, '430304', '氢能技术应用', 'higher'],
  [school.college, '480103', '家具设计与制造', 'higher'],
  [school.college, '520415', '中药制药', 'higher'],
  [school.college, '530701', '电子商务', 'higher'],
  [school.county, '700206', '汽车运用与维修', 'secondary'],
  [school.county, '680406', '服装制作与生产管理', 'secondary'],
  [school.county, '690101', '食品加工工艺', 'secondary'],
  [school.county, '730701', '电子商务', 'secondary'],
]

type Plan = { school: School; major: string; leaves: -1 | 0 | 1; students: number; years: 1 | 3 }
const plan = (of: School, major: string, leaves: -1 | 0 | 1, students: number, years: 1 | 3 = 3): Plan => ({ school: of, major, leaves, students, years })

/** `leaves`: -1 left last year (the finished round), 0 leaves this year (the open one), 1 next year (in no round). 600 in all. */
export const cohortPlans: readonly Plan[] = [
  plan(school.vocational, '660103', 0, 36),
  plan(school.vocational, '660303', 0, 36),
  plan(school.vocational, '660301', 0, 26),
  plan(school.vocational, '710102', 0, 32),
  plan(school.vocational, '730701', 0, 30),
  plan(school.college, '460305', 0, 30),
  plan(school.college, '460301', 0, 26),
  plan(school.college, '430304', 0, 18),
  plan(school.college, '480103', 0, 16),
  plan(school.college, '530701', 0, 20),
  plan(school.college, '520415', 0, 18),
  plan(school.county, '700206', 0, 26),
  plan(school.county, '680406', 0, 20),
  plan(school.county, '690101', 0, 18),
  // One year after senior high school: they leave this year and are first-year students all the same.
  plan(school.county, '730701', 0, 8, 1),
  plan(school.vocational, '660103', -1, 30),
  plan(school.vocational, '660303', -1, 25),
  plan(school.vocational, '730701', -1, 20),
  plan(school.college, '460301', -1, 25),
  plan(school.college, '530701', -1, 20),
  plan(school.county, '700206', -1, 18),
  plan(school.county, '680406', -1, 12),
  plan(school.vocational, '710102', 1, 30),
  plan(school.vocational, '660103', 1, 20),
  plan(school.college, '460305', 1, 20),
  plan(school.college, '430304', 1, 20),
]

export const regionOf = (key: string) => (key === school.county ? 'county' : 'nanhai') as 'county' | 'nanhai'
const programmeKey = (of: School, major: string) => `${of}-${major}`

export function programmes(): DemoProgramme[] {
  return offered.map(([of, majorCode, name, level]) => ({ key: programmeKey(of, majorCode), school: of, majorCode, name, level, lengthYears: 3 }))
}

/** One for each cohort; the first of a school also runs its cooperation office. */
export function teachers(): DemoTeacher[] {
  const luck = chance('teachers')
  return cohortPlans.map((cohort, index) => ({
    key: `teacher-${index + 1}`,
    school: cohort.school,
    number: `T${String(index + 1).padStart(3, '0')}`,
    name: wellKnown[index] ?? personName(luck, luck.pick(['male', 'female']), regionOf(cohort.school)),
    phone: mobile(5000 + index),
    subject: nameOfMajor(cohort.major),
    demo: true,
  }))
}

const wellKnown: Record<number, string> = { 0: '林婉君', 5: '何志强', 11: '吴启明', 12: '杨秀兰', 14: '石春桃' }
const nameOfMajor = (code: string) => offered.find(([, major]) => major === code)![2]

export function cohorts(leaveYear: number): DemoCohort[] {
  const classes = new Map<string, number>()
  return cohortPlans.map((cohort, index) => {
    const leaves = leaveYear + cohort.leaves
    const entryYear = leaves - cohort.years
    const stem = `${entryYear} 级${nameOfMajor(cohort.major)}${cohort.years === 1 ? '（高中后一年制）' : ''}`
    const number = (classes.get(cohort.school + stem) ?? 0) + 1
    classes.set(cohort.school + stem, number)
    return {
      key: `cohort-${index + 1}`,
      programme: programmeKey(cohort.school, cohort.major),
      name: `${stem} ${number} 班`,
      entryYear,
      leaveYear: leaves,
      teacher: `teacher-${index + 1}`,
    }
  })
}
