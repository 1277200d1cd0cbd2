import { ageOn } from '@silian/algorithms/identifiers'
import { chance, type Chance } from './chance.ts'
import { gradeOn } from './days.ts'
import type { DemoPost, DemoScore, DemoStudent, DemoWishList } from './shape.ts'

export type Candidate = DemoStudent & { majorCode: string; entryYear: number }
type Times = { savedAt: (days: number) => Date; startsOn: string; opensDay: number; closesDay: number }

/** What the law closes: rules 1.4, 1.5, 1.22, 1.23; and the programmes the post asks for. */
export const mayWish = (student: Candidate, post: DemoPost, startsOn: string) =>
  post.programmes.includes(student.majorCode) &&
  ageOn(student.birthDate, startsOn) >= 16 &&
  gradeOn(student.entryYear, startsOn) >= 2 &&
  !(post.minorForbidden && ageOn(student.birthDate, startsOn) < 18) &&
  !(post.femaleForbidden && student.sex === 'female')

/** What everybody likes: pay, lodging, no shift; and the name a firm has, which is chance. */
function popularity(post: DemoPost, luck: Chance): number {
  const lodging = { free: 0.5, subsidy: 0.3, paid: 0.1, none: 0 }[post.lodging]
  return (post.payMax - 3000) / 400 + lodging + (post.shift === 'day' ? 0.4 : 0) + luck.next() * 1.5
}

/** Ranked lists: most lead with the popular posts, each with a taste of their own. A few keep a draft, a few have not begun. */
export function wishLists(label: string, candidates: Candidate[], posts: DemoPost[], times: Times, share: { submitted: number; draft: number }): DemoWishList[] {
  const luck = chance(`wishes ${label}`)
  const liked = new Map(posts.map((post) => [post.key, popularity(post, luck)]))
  return candidates.flatMap((student): DemoWishList[] => {
    const draw = luck.next()
    const day = luck.between(times.opensDay + 1, times.closesDay - 1)
    const ranked = posts
      .filter((post) => mayWish(student, post, times.startsOn))
      .map((post) => ({ key: post.key, worth: liked.get(post.key)! + luck.next() * 2 }))
      .sort((one, other) => other.worth - one.worth)
      .slice(0, luck.between(3, 8))
      .map(({ key }) => key)
    if (ranked.length === 0 || draw > share.submitted + share.draft) return []

    const savedAt = times.savedAt(day)
    return draw <= share.submitted
      ? [{ student: student.key, state: 'submitted', savedAt, submittedAt: savedAt, posts: ranked }]
      : [{ student: student.key, state: 'draft', savedAt, submittedAt: null, posts: ranked.slice(0, 2) }]
  })
}

/** Interview and certificate marks of every submitted wish, in halves of a mark so that ties happen. */
export function scores(label: string, lists: DemoWishList[], candidates: Candidate[]): DemoScore[] {
  const luck = chance(`scores ${label}`)
  const byKey = new Map(candidates.map((student) => [student.key, student]))
  return lists
    .filter((list) => list.state === 'submitted')
    .flatMap((list) => {
      const student = byKey.get(list.student)!
      const certificate = student.certificates.length > 0 ? 90_000 : 60_000
      return list.posts.map((post) => {
        const interview = Math.round(student.schoolMark / 1000) * 500 + luck.between(60, 100) * 500
        return { post, student: student.key, interview: Math.min(interview, 100_000), certificate }
      })
    })
}
