import { addDays, addWorkingDays, dayOf, dueInWorkingDays, endOfDay } from '../../../kernel/calendar.ts'
import { inTransaction, type Db, type Tx } from '../../../kernel/db.ts'
import { ask, settle } from '../../inbox/service.ts'
import { listStanding, releaseMembers } from '../batches/members/tables.ts'
import { answerDays } from '../batches/seats/service.ts'
import { listUnanswered } from '../batches/seats/tables.ts'
import { lockBatchesAnyhow, step } from '../batches/service.ts'
import { listLiveBatches } from '../batches/tables.ts'
import { weekDue } from '../checks/service.ts'
import { listCared, listChecksOf, type Cared } from '../checks/tables.ts'
import { isWeekOf, missedInARow, mondayOf, nextOfBatch, owedWeeks, toldAfterWeeks } from '../rules.ts'
import { askStays } from '../stays/service.ts'

/** Every night, after the placements were judged: what they carry, what is late, whom to ask. Each by itself: one that fails does not hold up the others. */
export async function watchAssistance(db: Db, now: Date) {
  const failures: unknown[] = []
  for (const work of [followPlacements, tellOverdue, askForCare, askStays]) await inTransaction(db, async (tx) => void (await work(tx, now))).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/** Every five minutes: nobody waits for the night to read that a batch has begun. */
export const followBatches = (db: Db, now: Date) => inTransaction(db, (tx) => followPlacements(tx, now))

/** Who was cancelled gives the seat back, who changed goes on; a batch runs once somebody has begun, and is over when all are. */
export async function followPlacements(tx: Tx, now: Date) {
  await releaseMembers(tx, now)
  const live = await listLiveBatches(tx)
  const standing = Map.groupBy(await listStanding(tx, live.map(({ id }) => id)), ({ batchId }) => batchId)
  const nextOf = ({ id, state }: { id: string; state: string }) => nextOfBatch(state, standing.get(id) ?? [])
  // Only what moves is held.
  for (const batch of await lockBatchesAnyhow(tx, live.filter(nextOf).map(({ id }) => id))) {
    const action = nextOf(batch)
    if (action) await step(tx, null, batch, action, now)
  }
}

/** A firm that did not answer in ten working days: the office is told, once. */
async function tellOverdue(tx: Tx, now: Date) {
  const today = dayOf(now)
  const late = (await listUnanswered(tx, endOfDay(addDays(today, -answerDays)))).filter(({ askedAt }) => addWorkingDays(dayOf(askedAt!), answerDays) < today)
  await ask(
    tx,
    late.map((seat) => ({
      kind: 'assistance_seat.overdue', subjectType: 'assistance_seat', subjectId: seat.id, params: { batchId: seat.batchId, number: seat.number, batch: seat.title, school: seat.schoolName, firm: seat.organisationName, post: seat.postTitle, asked: seat.asked },
      assignee: { role: 'secretariat' as const, allianceId: seat.allianceId }, initiatorId: null, dueAt: dueInWorkingDays(now, 3),
    })),
    now,
  )
}

/** From Thursday on the escort is reminded of those nobody asked this week; after two weeks without a check the school is told. */
async function askForCare(tx: Tx, now: Date) {
  const today = dayOf(now)
  const monday = mondayOf(today)
  const cared = await listCared(tx, { since: addDays(today, -14) })
  const checks = Map.groupBy(await listChecksOf(tx, cared.map(({ placementId }) => placementId), addDays(monday, -7 * 12)), ({ placementId }) => placementId)
  const weeksOf = ({ placementId }: Cared) => new Set((checks.get(placementId) ?? []).map(({ weekOn }) => weekOn))
  await remindEscorts(tx, cared.filter((one) => isWeekOf(one, monday) && !weeksOf(one).has(monday)), [...new Set(cared.map(({ batchId }) => batchId))], today, now)

  const missed = cared.map((one) => ({ one, weeks: missedInARow(owedWeeks(one, today), weeksOf(one)) }))
  const told = missed.filter(({ weeks }) => weeks >= toldAfterWeeks)
  await settle(tx, null, { subjectType: 'assistance_member', subjectIds: missed.filter(({ weeks }) => weeks < toldAfterWeeks).map(({ one }) => one.placementId), kinds: ['assistance_member.unchecked'] }, 'check', now)
  await ask(
    tx,
    told.map(({ one, weeks }) => ({
      kind: 'assistance_member.unchecked', subjectType: 'assistance_member', subjectId: one.placementId, params: { batchId: one.batchId, placementId: one.placementId, student: one.studentName, firm: one.firmName, escort: one.escortName, weeks },
      assignee: { role: 'school_contact' as const, organisationId: one.schoolId }, initiatorId: null, dueAt: dueInWorkingDays(now, 2),
    })),
    now,
  )
}

async function remindEscorts(tx: Tx, missing: readonly Cared[], batchIds: readonly string[], today: string, now: Date) {
  const monday = mondayOf(today)
  // What was asked last week is over.
  if (today < addDays(monday, 3)) return settle(tx, null, { subjectType: 'assistance_batch', subjectIds: batchIds, kinds: ['assistance_batch.care'] }, 'lapse', now)
  const items = [...Map.groupBy(missing, ({ batchId }) => batchId)].map(([batchId, some]) => {
    const { escortAccountId, schoolId, batchNumber, batchTitle } = some[0]!
    return {
      kind: 'assistance_batch.care', subjectType: 'assistance_batch', subjectId: batchId, params: { batchId, number: batchNumber, batch: batchTitle, count: some.length, weekOn: monday, /** Recorded by whom it is asked. */ mine: escortAccountId !== null },
      assignee: escortAccountId ? { accountId: escortAccountId } : ({ role: 'school_contact', organisationId: schoolId } as const), initiatorId: null, dueAt: weekDue(monday),
    }
  })
  await ask(tx, items, now)
}
