import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { settle } from '../../../inbox/service.ts'
import { spanOfYear, yearsOfTerm } from '../../rules.ts'
import { moveMentorship, renew } from '../service.ts'
import { listTaskFigures, type Mentorship } from '../tables.ts'
import { insertReview, listReviews } from './tables.ts'

export { listReviews } from './tables.ts'

/** What was confirmed in a year of the term: counted, never typed in. */
export async function figuresOfYear(tx: Tx, mentorship: Pick<Mentorship, 'id' | 'startsOn' | 'endsOn'>, year: number) {
  const { from, to } = spanOfYear({ startsOn: mentorship.startsOn!, endsOn: mentorship.endsOn! }, year)
  const tasks = (await listTaskFigures(tx, mentorship.id)).filter(({ happenedOn }) => happenedOn >= from && happenedOn <= to)
  return { from, to, tasks: tasks.length, hours: tasks.reduce((sum, { hours }) => sum + hours, 0) }
}

type Review = { year: number; verdict: string; words: string; next: 'keep' | 'renew' | 'end'; version: number }
export async function review(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, { year, verdict, words, next, version }: Review, now: Date) {
  if (mentorship.version !== version) refuse('changed_meanwhile')
  if (!['active', 'ended'].includes(mentorship.state) || !mentorship.startsOn) refuse('wrong_state', { state: mentorship.state, action: 'review' })
  const term = { startsOn: mentorship.startsOn, endsOn: mentorship.endsOn! }
  if (year > yearsOfTerm(term.startsOn, term.endsOn) || spanOfYear(term, year).from > dayOf(now)) refuse('too_early')
  const { hours, tasks } = await figuresOfYear(tx, mentorship, year)
  const id = await insertReview(tx, { mentorshipId: mentorship.id, year, hours, tasks, verdict, words, reviewedBy: actor.accountId, reviewedAt: now })
  await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [mentorship.id], kinds: ['mentorship.year'] }, 'settle', now)
  audit(tx, actor, now, { event: 'mentorship.reviewed', subjectType: 'mentorship', subjectId: mentorship.id, details: { number: mentorship.number, year, verdict, hours, tasks } })
  if (next === 'end' && mentorship.state === 'active') await moveMentorship(tx, actor, mentorship, { action: 'end', version, reason: words }, now)
  return { id, renewalId: next === 'renew' ? (await renew(tx, actor, mentorship, now)).id : null }
}

/** Every year of the term that has begun, with what was confirmed in it and what was said of it. */
export async function viewReviews(tx: Tx, mentorship: Mentorship, now: Date) {
  if (!mentorship.startsOn || !mentorship.endsOn || !['active', 'ended'].includes(mentorship.state)) return []
  const term = { startsOn: mentorship.startsOn, endsOn: mentorship.endsOn }
  const reviews = new Map((await listReviews(tx, mentorship.id)).map((one) => [one.year, one]))
  const tasks = await listTaskFigures(tx, mentorship.id)
  return Array.from({ length: yearsOfTerm(term.startsOn, term.endsOn) }, (_, at) => ({ year: at + 1, ...spanOfYear(term, at + 1) }))
    .filter(({ from }) => from <= dayOf(now))
    .map(({ year, from, to }) => {
      const said = reviews.get(year)
      const within = tasks.filter(({ happenedOn }) => happenedOn >= from && happenedOn <= to)
      return { year, from, to, hours: said?.hours ?? within.reduce((sum, { hours }) => sum + hours, 0), tasks: said?.tasks ?? within.length, verdict: (said?.verdict ?? null) as 'good' | 'fit' | 'unfit' | null, words: said?.words ?? null, reviewedAt: said?.reviewedAt.toISOString() ?? null }
    })
}
