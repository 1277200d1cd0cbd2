import { maskMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { RollPerson, RollView } from './contract.ts'
import { mayUnmaskRoll } from './policy.ts'
import { listRoll, type Filter, type RollRow } from './tables.ts'

const isMinor = (birthDate: string, day: string) => `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > day

function personOf(row: RollRow, day: string, open: boolean): RollPerson {
  const phone = (value: string | null) => (value === null || open ? value : maskMobile(value))
  const { placementId, placementNumber, state, studentName, studentNumber, cohortName, schoolName, title, lodging, supervisorName, mentorName } = row
  return {
    placementId, placementNumber, state, studentName, studentNumber, cohortName, schoolName, title, lodging, supervisorName, mentorName,
    minor: isMinor(row.birthDate, day),
    phone: phone(row.phone), guardianName: open ? row.guardianName : (row.guardianName && `${[...row.guardianName][0]}＊＊`), guardianPhone: phone(row.guardianPhone),
    supervisorPhone: phone(row.supervisorPhone), mentorPhone: phone(row.mentorPhone),
  }
}

type Query = Filter & { day?: string }
function viewOf(actor: Actor, rows: readonly RollRow[], day: string, open: boolean, now: Date): RollView {
  const units = [...Map.groupBy(rows, ({ town, organisationId }) => `${town} ${organisationId}`).values()].map((people) => ({
    organisationId: people[0]!.organisationId, unitName: people[0]!.unitName, town: people[0]!.town, address: people[0]!.termsAddress ?? people[0]!.firmAddress,
    people: people.map((row) => personOf(row, day, open)),
  }))
  const towns = [...Map.groupBy(rows, ({ town }) => town)].map(([town, { length }]) => ({ town, count: length }))
  return { day, asOf: now, total: rows.length, towns, units, can: { unmask: mayUnmaskRoll(actor) } }
}

export async function viewRoll(tx: Tx, actor: Actor, { day, ...filter }: Query, now: Date): Promise<RollView> {
  const on = day ?? dayOf(now)
  return viewOf(actor, await listRoll(tx, actor, on, filter), on, false, now)
}

/** With contacts. Each student looked at has a line of their own, as when one opens a single record. */
export async function openRoll(tx: Tx, actor: Actor, { day, reason, ...filter }: Query & { reason: string }, now: Date): Promise<RollView> {
  const on = day ?? dayOf(now)
  const rows = await listRoll(tx, actor, on, filter)
  for (const studentId of new Set(rows.map((row) => row.studentId))) audit(tx, actor, now, { event: 'student.unmasked', subjectType: 'student', subjectId: studentId, details: { reason, roll: true } })
  return viewOf(actor, rows, on, true, now)
}
