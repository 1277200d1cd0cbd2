import { chance, type Chance } from './chance.ts'
import { shiftDay } from './days.ts'
import { mobile, residentNumber } from './numbers.ts'
import { demandingNames, parentName, personName, type Sex } from './people.ts'
import { cohortPlans, cohorts, regionOf } from './schools.ts'
import type { DemoStudent } from './shape.ts'

/** The student of the demo account: 17 when placements start, 18 some weeks later. */
export const studentOfTheDemo = 'student-80'

/** Shares of women in a class; half where nothing is said. */
const women: Record<string, number> = {
  '660103': 0.12,
  '660303': 0.18,
  '660301': 0.2,
  '460305': 0.15,
  '460301': 0.18,
  '700206': 0.08,
  '680406': 0.85,
  '730701': 0.6,
  '530701': 0.6,
}
const certificateOf: Record<string, string> = {
  '660103': '数控车铣加工（初级）',
  '660303': '工业机器人操作与运维（初级）',
  '660301': '电工（中级）',
  '710102': '物联网安装调试（初级）',
  '730701': '电子商务数据分析（初级）',
  '460305': '工业机器人应用编程（中级）',
  '460301': '电工（高级）',
  '700206': '汽车维修工（中级）',
  '690101': '食品检验管理（初级）',
}

export function students(leaveYear: number, startsOn: string): DemoStudent[] {
  const luck = chance('students')
  const classes = cohorts(leaveYear)
  const seatsTaken = new Map<string, number>()
  return cohortPlans.flatMap((cohort, index) =>
    Array.from({ length: cohort.students }, (_, place) => {
      const serial = cohortPlans.slice(0, index).reduce((sum, earlier) => sum + earlier.students, 0) + place + 1
      const { key, entryYear } = classes[index]!
      const enteredAt = cohort.years === 1 || cohort.school === 'school-2' ? 18 : 15
      // Six names that break careless software sit in six different classes.
      const demanding = serial % 60 === 7 ? demandingNames[Math.floor(serial / 60)] : undefined
      const sex: Sex = demanding?.sex ?? (luck.happens(women[cohort.major] ?? 0.5) ? 'female' : 'male')
      const birthDate = birthDateFor(luck, serial, entryYear - enteredAt, startsOn, cohort)
      const sequenceKey = `${regionOf(cohort.school)}${birthDate}${sex}`
      const taken = (seatsTaken.get(sequenceKey) ?? 0) + 1
      seatsTaken.set(sequenceKey, taken)
      const sequence = sex === 'male' ? taken * 2 - 1 : taken * 2
      const { school, major } = cohort
      return studentAt({ serial, cohort: key, school, major, entryYear, sex, birthDate, sequence, name: demanding?.name }, luck)
    }),
  )
}

type Draft = {
  serial: number
  cohort: string
  school: string
  major: string
  entryYear: number
  sex: Sex
  birthDate: string
  /** Among those born on one day: what makes the resident number unique. */
  sequence: number
  name: string | undefined
}

function studentAt(draft: Draft, luck: Chance): DemoStudent {
  const region = regionOf(draft.school)
  const isDemoAccount = `student-${draft.serial}` === studentOfTheDemo
  const name = isDemoAccount ? '吴雨桐' : (draft.name ?? personName(luck, draft.sex, region))
  const relation = luck.pick(['父亲', '母亲'] as const)
  const grownUp = draft.school === 'school-2' && luck.happens(0.6)
  return {
    key: `student-${draft.serial}`,
    school: draft.school,
    cohort: draft.cohort,
    studentNumber: `${draft.entryYear}${String(draft.serial).padStart(4, '0')}`,
    name,
    sex: draft.sex,
    birthDate: draft.birthDate,
    idType: 'resident',
    idNumber: residentNumber(region === 'county' ? '52' : '44', draft.birthDate, draft.sequence),
    phone: mobile(1000 + draft.serial),
    homeDivisionCode: region === 'county' ? '522632' : luck.pick(['440605', '440605', '440605', '440604', '440607', '441200', '445300']),
    guardian: grownUp ? null : { name: parentName(luck, name, relation, region), phone: mobile(3000 + draft.serial), relation },
    schoolMark: (luck.between(130, 180) + luck.between(0, 14)) * 500,
    certificates: certificateOf[draft.major] && luck.happens(0.35) ? [certificateOf[draft.major]!] : [],
    tags: region === 'county' ? ['paired_county'] : [],
    demo: true,
  }
}

/** Born in the school year that enters at that age; a tenth is a year younger or older. */
function birthDateFor(luck: Chance, serial: number, birthYear: number, startsOn: string, cohort: (typeof cohortPlans)[number]): string {
  const drift = luck.happens(0.1) ? luck.pick([-1, 1]) : 0
  const born = shiftDay(`${birthYear - 1 + drift}-09-01`, luck.between(0, 364))
  const yearsBefore = (years: number) => `${Number(startsOn.slice(0, 4)) - years}${startsOn.slice(4)}`
  if (`student-${serial}` === studentOfTheDemo) return shiftDay(yearsBefore(18), 69)
  // Three in the county school, and nobody else, are still fifteen when placements start: the law's first question.
  const tooYoung = cohort.school === 'school-3' && cohort.leaves === 0 && cohort.years === 3 && serial % 21 === 0
  if (tooYoung) return shiftDay(yearsBefore(16), luck.between(30, 200))
  return cohort.leaves <= 0 && born > yearsBefore(16) ? shiftDay(born, -365) : born
}
