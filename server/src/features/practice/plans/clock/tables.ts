import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Plans the calendar has something to say about; each is locked and looked at by itself. */
export async function listForClock(tx: Tx, now: Date, today: string) {
  const rows = await tx
    .selectFrom('practicePlan')
    .select('id')
    .where((one) =>
      one.or([
        one.and([one('state', '=', 'accepted'), one('startsOn', '<=', today)]),
        one('state', '=', 'practising'),
        one.and([one('dueAt', '<=', now), one('escalation', '=', 0), one('state', 'in', ['applied', 'approved', 'finished'])]),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Of a stay, the weeks that were sent or confirmed, and whether somebody has looked in. */
export async function factsForClock(tx: Tx, planId: string) {
  const weeks = await tx.selectFrom('practiceJournal').select(['weekOn', 'state']).where('planId', '=', planId).execute()
  const { checks } = await tx.selectFrom('practiceCheck').select((row) => row.fn.countAll<number>().as('checks')).where('planId', '=', planId).executeTakeFirstOrThrow()
  return { weeks, checks }
}

/** Schools with teachers who sign in: whom a forecast can be told. */
export async function listSchoolsWithTeachers(tx: Tx) {
  const rows = await tx.selectFrom('teacher').select('schoolId').distinct().where('leftAt', 'is', null).where(sql<boolean>`teacher.account_id is not null`).orderBy('schoolId').execute()
  return rows.map(({ schoolId }) => schoolId)
}
