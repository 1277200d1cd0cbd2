import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { sharesOf, standing, type Figure } from '../../rules.ts'
import { listCounted, listFigureRows } from './tables.ts'

type Held = { id: string; seats: number; state: string }
/** Seats count once the two-way choice is over: before it there was nothing to fill. */
const drawn = ['filled', 'running', 'assessed', 'closed', 'not_opened', 'ended']
const seatsOf = (classes: readonly Held[]) => classes.filter(({ state }) => drawn.includes(state)).reduce((sum, { seats }) => sum + seats, 0)

/** The figures of each of these classes and of all together, from one reading of their rows. */
export async function figuresOf(tx: Tx, classes: readonly Held[], now: Date) {
  const today = dayOf(now)
  const members = await listCounted(tx, classes.map(({ id }) => id))
  const byClass = Map.groupBy(members, ({ classId }) => classId)
  const each = new Map(classes.map((one) => [one.id, sharesOf(byClass.get(one.id) ?? [], seatsOf([one]), today)]))
  return { each, all: sharesOf(members, seatsOf(classes), today) }
}

const mostRows = 500
/** A figure and the rows it was counted from: those in its base, and which of them count. */
export async function viewFigure(tx: Tx, classes: readonly Held[], figure: Figure, now: Date) {
  const today = dayOf(now)
  const rows = (await listFigureRows(tx, classes.map(({ id }) => id))).flatMap((row) => {
    const { base, counts } = standing(figure, row, today)
    if (!base) return []
    const { memberId, classId, classNumber, name, studentNumber, cohortName, state, enrolledOn, leftOn, leaveCode } = row
    const kept = row.retention.find(({ months }) => figure === `retention${months}`)
    const answeredOn = kept ? kept.answeredOn : figure === 'acceptance' && row.offerAnsweredAt ? dayOf(row.offerAnsweredAt) : null
    return [{ memberId, classId, classNumber, name, studentNumber, cohortName, state, enrolledOn, leftOn, leaveCode, answeredOn, reasonCode: kept ? kept.reasonCode : figure === 'acceptance' ? row.offerReason : null, counts }]
  })
  return { part: rows.filter(({ counts }) => counts).length, whole: figure === 'fill' ? seatsOf(classes) : rows.length, rows: rows.slice(0, mostRows) }
}
