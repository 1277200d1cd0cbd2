import { accounts } from './accounts.ts'
import { mondayAfter, shiftDay } from './days.ts'
import { organisations, representations } from './organisations.ts'
import { posts } from './posts.ts'
import { finishedRound, openRound } from './rounds.ts'
import { cohorts, programmes, teachers } from './schools.ts'
import type { DemoAlliance, DemoRound, DemoStudent } from './shape.ts'
import { students } from './students.ts'

export type * from './shape.ts'

/**
 * The demonstration alliance as it stands at `now`: plain objects, the same for everybody who loads it on the same day.
 * Real organisations appear as directory facts only; whoever acts, offers or studies is fictional and marked 示例 or `demo`.
 */
export function demoAlliance(now: Date): DemoAlliance {
  const placement = placementFrom(mondayAfter(now, 95))
  const lastPlacement = placementFrom(mondayAfter(now, 95 - 364))
  // Placements fall into the last school year, which ends in summer.
  const [year, month] = placement.startsOn.split('-').map(Number) as [number, number]
  const leaveYear = month >= 7 ? year + 1 : year

  const members = organisations()
  const roll = {
    programmes: programmes(),
    teachers: teachers(),
    cohorts: cohorts(leaveYear),
    students: students(leaveYear, placement.startsOn),
    posts: posts(now, members, placement, lastPlacement),
  }
  const finished = finishedRound({ now, leaveYear, ...lastPlacement }, roll)
  const away = awayOf(now, leaveYear, roll)
  const all = openRound({ now, leaveYear, ...placement }, roll)
  const here = ({ student }: { student: string }) => !Object.values(away).flat().includes(student)
  const open = { ...all, wishLists: all.wishLists.filter(here), scores: all.scores.filter(here) }
  return {
    alliance,
    organisations: members,
    representations: representations(),
    accounts: accounts({ organisations: members, ...roll, graduate: bestOf(finished, roll.students), trainee: traineeOf(open, roll), assisted: away.dress[0]! }),
    ...roll,
    away,
    rounds: { finished, open },
  }
}

/** Who has good marks has a place, and a letter to read. */
const bestOf = (round: DemoRound, people: DemoStudent[]) => {
  const marks = new Map(people.map((student) => [student.key, student.schoolMark]))
  const submitted = round.wishLists.filter((list) => list.state === 'submitted').map((list) => list.student)
  return submitted.reduce((best, student) => (marks.get(student)! > marks.get(best)! ? student : best))
}

/** Somebody of a workshop class who is in no round: about to start by the school's own hand. */
const traineeOf = (round: DemoRound, { students: people, cohorts: classes, programmes: offered }: Pick<DemoAlliance, 'students' | 'cohorts' | 'programmes'>) => {
  const wishing = new Set(round.wishLists.map((list) => list.student))
  const workshops = new Set(offered.filter(({ school, majorCode }) => school === 'school-1' && majorCode.startsWith('660')).map(({ key }) => key))
  const leaving = new Set(classes.filter(({ programme, leaveYear }) => workshops.has(programme) && leaveYear === round.leaveYear).map(({ key }) => key))
  return people.filter(({ key, cohort }) => leaving.has(cohort) && !wishing.has(key)).at(-1)!.key
}

/** Those of the county school who went to Nanhai by its own batches (the first of them half a year ago), and so are in no round: old enough on their first day. */
function awayOf(now: Date, leaveYear: number, { students: people, cohorts: classes }: Pick<DemoAlliance, 'students' | 'cohorts'>): DemoAlliance['away'] {
  const last = (major: string, from: string, many: number) => {
    const own = new Set(classes.filter((one) => one.programme === `school-3-${major}` && one.leaveYear === leaveYear).map(({ key }) => key))
    return people.filter(({ cohort, birthDate }) => own.has(cohort) && `${Number(birthDate.slice(0, 4)) + 16}${birthDate.slice(4)}` <= from).slice(-many).map(({ key }) => key)
  }
  const current = mondayAfter(now, -38)
  return { dress: last('680406', mondayAfter(now, -196), 2), auto: last('700206', current, 4), food: last('690101', current, 3) }
}

/** About six months: rule 1.19. */
const placementFrom = (startsOn: string) => ({ startsOn, endsOn: shiftDay(startsOn, 179) })

const alliance: DemoAlliance['alliance'] = {
  code: 'NANHAI',
  kind: 'district',
  name: '佛山市南海区产教融合联盟',
  nameEn: 'Nanhai District Industry–Education Alliance, Foshan',
  foundedOn: '2021-09-26',
  introduction:
    '2021 年 9 月 26 日在狮山成立，由政府、园区、商协会、企业和学校共同参与，促进教育链、人才链与产业链、创新链有机衔接。理事会成立时有 76 家企业、8 个产业载体、7 个科创平台、47 个商协会、22 所高校和职业院校，以及南海区对口帮扶的黔东南州四个县的中职学校。',
  introductionEn:
    'Founded in Shishan on 26 September 2021. Government, parks, associations, enterprises and schools join the chains of education, talent, industry and innovation. The founding council counted 76 enterprises, 8 industrial carriers, 7 innovation platforms, 47 chambers and associations, 22 universities and vocational schools, and the secondary vocational schools of the four Qiandongnan counties that Nanhai is paired with.',
}
