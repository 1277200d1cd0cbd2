import { momentAfter } from './days.ts'
import { pairedSeats } from './posts.ts'
import type { DemoCohort, DemoPost, DemoProgramme, DemoRound, DemoStudent } from './shape.ts'
import { studentOfTheDemo } from './students.ts'
import { scores, wishLists, type Candidate } from './wishes.ts'

export type Season = { now: Date; leaveYear: number; startsOn: string; endsOn: string }
type Roll = { programmes: DemoProgramme[]; cohorts: DemoCohort[]; students: DemoStudent[]; posts: DemoPost[] }

/** Days from the load. The open round closes in four days; the finished one ran a year before. */
const calendar = {
  open: { opens: -11, closes: 4, ranking: 7, publicity: 14, confirm: 22 },
  finished: { opens: -380, closes: -361, ranking: -358, publicity: -351, confirm: -343 },
}

const weights = { school: 60, interview: 30, certificate: 10 }

export function finishedRound(season: Season, roll: Roll): DemoRound {
  const round = frame('finished', season, roll)
  const { lists, candidates } = wishesOf(round, roll, season, calendar.finished, { submitted: 0.97, draft: 0.03 })
  return {
    ...round,
    seed: 'SILIAN-DEMO-ROUND-ONE',
    wishLists: lists,
    scores: scores('finished', lists, candidates),
    declines: lists.slice(10, 13).map((list, index) => ({ student: list.student, reason: refusalReasons[index]! })),
    objections: [
      {
        student: lists[40]!.student,
        body: '我的电工证书是在填报截止前拿到的，总分里好像没有算进去，请帮我核对一下证书分。',
        answer: '已核对：证书发证日期在填报截止之后，按公布的规则不计入本轮。第二轮会计入，请把证书原件交班主任登记。',
      },
    ],
  }
}

const refusalReasons = ['已经被高职院校提前录取，准备升学。', '家里安排在本镇的合格单位实习，已向学校申请自行选择。', '住得太远，想参加第二轮。']

export function openRound(season: Season, roll: Roll): DemoRound {
  const round = frame('open', season, roll)
  const { lists, candidates } = wishesOf(round, roll, season, calendar.open, { submitted: 0.8, draft: 0.08 })
  const others = lists.filter((list) => list.student !== studentOfTheDemo)
  const wishLists = [...others, draftOfTheDemoStudent(season)]
  return { ...round, wishLists, scores: scores('open', wishLists, candidates) }
}

/** The demo student has ranked four posts and not yet submitted: the next tap is the visitor's. */
const draftOfTheDemoStudent = (season: Season) => ({
  student: studentOfTheDemo,
  state: 'draft' as const,
  savedAt: momentAfter(season.now, -1, 14),
  submittedAt: null,
  posts: ['open-01', 'open-02', 'open-03', 'open-04'],
})

function frame(key: DemoRound['key'], season: Season, roll: Roll): DemoRound {
  const days = calendar[key]
  const leaveYear = key === 'open' ? season.leaveYear : season.leaveYear - 1
  const at = (offset: number, hour: number) => momentAfter(season.now, offset, hour)
  const kept = pairedSeats()
  return {
    key,
    title: `${leaveYear} 届岗位实习第一轮`,
    titleEn: `Placements of the class of ${leaveYear}, first round`,
    leaveYear,
    maxWishes: 10,
    weights,
    opensAt: at(days.opens, 9),
    closesAt: at(days.closes, 18),
    rankingClosesAt: at(days.ranking, 18),
    publicityUntil: at(days.publicity, 18),
    confirmUntil: at(days.confirm, 18),
    startsOn: season.startsOn,
    endsOn: season.endsOn,
    seed: null,
    cohorts: roll.cohorts.filter((cohort) => cohort.leaveYear === leaveYear).map((cohort) => cohort.key),
    posts: roll.posts
      .filter((post) => post.state === (key === 'open' ? 'open' : 'closed'))
      .map((post) => ({ post: post.key, seats: post.seats, reserves: reservesOf(kept.get(post.key) ?? 0) })),
    wishLists: [],
    scores: [],
    declines: [],
    objections: [],
  }
}

const reservesOf = (seats: number) => (seats > 0 ? [{ tag: 'paired_county' as const, seats, mode: 'guarantee' as const }] : [])

function wishesOf(round: DemoRound, roll: Roll, season: Season, days: { opens: number; closes: number }, share: { submitted: number; draft: number }) {
  const offered = new Set(round.posts.map(({ post }) => post))
  const candidates = candidatesOf(round, roll)
  // Nobody has saved anything tomorrow.
  const times = {
    savedAt: (day: number) => momentAfter(season.now, Math.min(day, -1), 20),
    startsOn: round.startsOn,
    opensDay: days.opens,
    closesDay: days.closes,
  }
  const lists = wishLists(round.key, candidates, roll.posts.filter((post) => offered.has(post.key)), times, share)
  return { lists, candidates }
}

function candidatesOf(round: DemoRound, roll: Roll): Candidate[] {
  const programmeByKey = new Map(roll.programmes.map((programme) => [programme.key, programme]))
  const cohortByKey = new Map(roll.cohorts.map((cohort) => [cohort.key, cohort]))
  return roll.students
    .filter((student) => round.cohorts.includes(student.cohort))
    .map((student) => {
      const cohort = cohortByKey.get(student.cohort)!
      return { ...student, majorCode: programmeByKey.get(cohort.programme)!.majorCode, entryYear: cohort.entryYear }
    })
}
