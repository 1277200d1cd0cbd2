import type { Actor } from '../../../../kernel/actor.ts'
import { addDays, isAnnounced, isWorkingDay } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { viewFinding } from '../../../needs/law/service.ts'
import { lastDayOf, mondayOf } from '../../logs/rules.ts'
import type { Placement } from '../../service.ts'
import type { ShiftView } from '../contract.ts'
import { mayNoteRota, mayPlanRota, mayReportRota } from '../policy.ts'
import { hoursOf } from '../rules.ts'
import { judgeRota } from '../service.ts'
import { findNoted, listShifts, type ShiftRow } from '../tables.ts'

const viewShift = ({ placementId: _, ...shift }: ShiftRow): ShiftView => ({ ...shift, hours: hoursOf(shift) })
const sum = (shifts: readonly ShiftRow[]) => Math.round(10 * shifts.reduce((hours, shift) => hours + hoursOf(shift), 0)) / 10

export async function viewRota(tx: Tx, actor: Actor, placement: Placement, day: string) {
  const week = mondayOf(day)
  const shifts = await listShifts(tx, [placement.id], week)
  const planned = shifts.filter(({ kind }) => kind === 'planned')
  const actual = shifts.filter(({ kind }) => kind === 'actual')
  const judge = (some: ShiftRow[], kind: 'planned' | 'actual') => judgeRota(tx, placement.allianceId, some, { kind, fieldOf: (at) => some[at]!.id })
  const findings = [...(await judge(planned, 'planned')), ...(await judge(actual, 'actual'))]
  return {
    week,
    startsOn: placement.startsOn,
    lastDay: lastDayOf(placement),
    days: Array.from({ length: 7 }, (_, at) => addDays(week, at)).map((one) => ({ day: one, works: isWorkingDay(one), announced: isAnnounced(one) })),
    planned: planned.map(viewShift),
    actual: actual.map(viewShift),
    hours: { planned: sum(planned), actual: sum(actual) },
    findings: findings.map(viewFinding),
    notedAt: findings.length > 0 ? await findNoted(tx, placement.id, week) : null,
    can: { plan: mayPlanRota(actor, placement), report: mayReportRota(actor, placement), note: mayNoteRota(actor, placement) && actual.length > 0 && findings.length > 0 },
  }
}
