import { closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { findAgreementAnyhow } from '../../../agreements/service.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { lapseNeed, listPastIds, lockNeedAnyhow } from '../../needs/service.ts'
import { isIdle, reviewDue } from '../../rules.ts'
import { listReviews } from '../reviews/service.ts'
import { inMotion, lapse, lockMentorshipAnyhow, type Mentorship } from '../service.ts'
import { updateMentorship } from '../tables.ts'
import { listForClock } from './tables.ts'

/** Every night: terms end, years are reviewed, what is late or only a certificate is told to the school. Each in a transaction of its own. */
export async function watchMentors(db: Db, now: Date) {
  const failures: unknown[] = []
  const each = async (work: (tx: Tx) => Promise<void>) => void (await inTransaction(db, work).catch((error: unknown) => failures.push(error)))
  const { mentorships, needs } = await inReadOnlyTransaction(db, async (tx) => ({ mentorships: await listForClock(tx, now), needs: await listPastIds(tx, dayOf(now)) }))
  for (const id of needs) await each(async (tx) => void (await lapseNeed(tx, (await lockNeedAnyhow(tx, id))!, now)))
  for (const id of mentorships) await each((tx) => lookAt(tx, id, now))
  if (failures.length > 0) throw failures[0]
}

const asked = (mentorship: Mentorship, kind: `mentorship.${string}`, dueAt: Date | null, more: Record<string, unknown> = {}) => {
  const { number, title, mentorName, employerName, school } = inMotion(mentorship)
  return { kind, subjectType: 'mentorship', subjectId: mentorship.id, params: { number, title, mentor: mentorName, employer: employerName, ...more }, assignee: school, initiatorId: null, dueAt }
}

async function lookAt(tx: Tx, id: string, now: Date) {
  const today = dayOf(now)
  const mentorship = await lockMentorshipAnyhow(tx, id, today)
  if (!mentorship) return
  if (mentorship.state !== 'active') {
    if (!mentorship.dueAt || mentorship.dueAt > now || mentorship.escalation > 0) return
    await ask(tx, [asked(mentorship, 'mentorship.late', dueInWorkingDays(now, 3))], now)
    return void (await updateMentorship(tx, id, { escalation: 1 }, now))
  }
  if (mentorship.endsOn! < today) return void (await lapse(tx, mentorship, now))
  const due = reviewDue({ startsOn: mentorship.startsOn!, endsOn: mentorship.endsOn! }, (await listReviews(tx, id)).map(({ year }) => year), today)
  if (due) await ask(tx, [asked(mentorship, 'mentorship.year', closingOf(due.dueOn), { year: due.year })], now)
  if (isIdle(mentorship, today)) await ask(tx, [asked(mentorship, 'mentorship.idle', dueInWorkingDays(now, 10))], now)
}

/** Both have signed: the school may appoint. It was asked already; here it reads that nothing is missing any more. */
export async function heedAgreement(db: Db, agreementId: string, now: Date) {
  await inTransaction(db, async (tx) => {
    const agreement = await findAgreementAnyhow(tx, agreementId)
    if (agreement?.subjectKind !== 'mentorship' || agreement.state !== 'concluded') return
    const mentorship = await lockMentorshipAnyhow(tx, agreement.subjectId, dayOf(now))
    if (mentorship?.state !== 'contracting') return
    await settle(tx, null, { subjectType: 'mentorship', subjectIds: [mentorship.id], kinds: ['mentorship.appoint'] }, 'settle', now)
    await ask(tx, [asked(mentorship, 'mentorship.appoint_signed', dueInWorkingDays(now, 3))], now)
  })
}
