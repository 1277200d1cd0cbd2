import { addDays, closingOf, dayOf } from '../../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { askAheadDays, visitEveryDays } from '../rules.ts'
import { listDue } from '../tables.ts'

/** By night: once for each unit and teacher where a visit is due within a week. */
export async function askForVisits(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    const due = await listDue(tx, { before: addDays(dayOf(now), askAheadDays), every: visitEveryDays })
    const items = due.map(({ schoolId, unitId, unitName, teacherAccountId, dueOn, students }) => ({
      kind: 'placement_visit.plan',
      subjectType: 'unit_visit_due',
      subjectId: unitId,
      params: { unit: unitName, count: students.length, students: students.map(({ name }) => name).join('、'), dueOn },
      assignee: teacherAccountId ? { accountId: teacherAccountId } : ({ role: 'school_contact', organisationId: schoolId } as const),
      initiatorId: null,
      dueAt: closingOf(dueOn),
    }))
    await ask(tx, items, now)
  })
}
